/* check.c - the third sort of trouble: we are wrong, or memory is out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/check.h"

#include <stdio.h>
#include <stdlib.h>

static const char *context = "-";

void
check_context(const char *what)
{
	context = what;
}

void
check_failed(const char *file, int line, const char *condition)
{
	fprintf(stderr, "level=fatal at=%s:%d check=\"%s\" during=%s\n", file, line, condition, context);
	abort();
}
