/* settings.c - the list of settings for attune.conf(5), from the table that parses them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "base/conf.h"

int
main(void)
{
	for (const struct conf_setting *s = conf_table; s->name != NULL; s++) {
		printf(".It Ic %s\n%s\n", s->name, s->help);
		if (s->type == CONF_INT)
			printf("From %ld to %ld.\n", s->min, s->max);
		if (*s->fallback != '\0')
			printf("Default:\n.Ql %s .\n", s->fallback);
	}
	return 0;
}
