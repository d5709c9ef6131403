/* text.c - words in the respondent's own way */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

enum { LINES = 1, LONGEST_LINE = 200, LONGEST = 2000, MOST_LINES = 40 };

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	l->items[q->first_item].text_slot = 0;
	q->lines = load_int(l, node, "lines", LINES);
	q->max_length = load_int(l, node, "max", q->lines == 1 ? LONGEST_LINE : LONGEST);
}

static void
check(struct loader *l, const struct question *q)
{
	if (q->lines < 1 || q->lines > MOST_LINES)
		msgs_error(l->msgs, q->line, q->id, "lines=\"%d\" is not between 1 and %d", q->lines,
			MOST_LINES);
	if (q->max_length < 1 || q->max_length > TEXT_MAX_CHARACTERS)
		msgs_error(l->msgs, q->line, q->id, "max=\"%d\" is not between 1 and %d characters",
			q->max_length, TEXT_MAX_CHARACTERS);
}

const struct question_kind kind_text = { "text", true, load, check, codebook_items };
