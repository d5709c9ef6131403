/* check_names.c - ids as names of columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <strings.h>

#include "base/arena.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/check.h"
#include "forms/loader.h"

/* Words that SPSS, R or SQL keep for themselves, and the columns that exports put before the answers. */
static const char *const reserved[] = {
	"all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
	"break", "else", "for", "function", "if", "in", "next", "repeat", "while", "true", "false", "null",
	"na", "nan", "inf",
	"case", "from", "group", "order", "select", "table", "user", "where",
	"party", "response", "wave", "lang",
};

static void
check_reserved(struct loader *l, const char *id, int line)
{
	for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
		if (strcasecmp(reserved[i], id) == 0)
			msgs_error(l->msgs, line, id,
				"the id is a word that statistics programs or exports keep for themselves");
}

void
check_option_columns(struct loader *l, const struct question *q)
{
	for (size_t i = 0; i < q->scale->n_points; i++) {
		int code = q->scale->points[i].code;
		const char *column = arena_printf(l->arena, "%s_%d", q->id, code);
		const struct name *holder;

		if (!code_is_value(code))
			msgs_error(l->msgs, q->line, q->id,
				"an option that is ticked or put in order needs a value");
		else if (code < 0)
			msgs_error(l->msgs, q->line, q->id,
				"the option's value %d names a column, so it cannot be negative", code);
		else if ((holder = names_find(l->names, column, NAME_ITEM)) != NULL)
			msgs_error(l->msgs, q->line, q->id,
				"its option %d becomes the column %s, which is the item in line %d", code,
				column, holder->line);
		else if (!str_is_id(column))
			msgs_error(l->msgs, q->line, q->id,
				"the column %s of its option is longer than 64 characters", column);
	}
}

void
check_names(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_items; i++)
		check_reserved(l, l->items[i].id, l->items[i].line);
}
