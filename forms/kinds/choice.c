/* choice.c - one of several options, its own or those of a scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	struct item *item = &l->items[q->first_item];
	const struct scale *named = load_named_scale(l, node, q->id), *options = load_options(l, node, q->id);
	bool names_scale = load_attr(l, node, "scale") != NULL;

	if (names_scale && options->n_points > 0)
		msgs_error(l->msgs, q->line, q->id,
			"a choice has either a scale or options of its own, not both");
	if (!names_scale && options->n_points == 0)
		msgs_error(l->msgs, q->line, q->id, "a choice needs a scale or options");
	q->scale = item->scale = names_scale ? named : options;
}

const struct question_kind kind_choice = { "choice", true, load, NULL, codebook_items };
