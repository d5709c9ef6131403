/* replaced.h - a text with one edit, for tests of what the edit does */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_REPLACED_H
#define TESTS_REPLACED_H

#include <string.h>

#include "base/arena.h"

/* The first `from`, which must be there, becomes `to`. */
static inline char *
replaced(struct arena *a, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return arena_printf(a, "%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

#endif
