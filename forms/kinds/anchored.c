/* anchored.c - one of several described states, from the lowest to the highest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/msgs.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	q->scale = l->items[q->first_item].scale = load_options(l, node, q->id);
}

static void
check(struct loader *l, const struct question *q)
{
	for (size_t i = 1; i < q->scale->n_valued; i++)
		if (q->scale->points[i].code <= q->scale->points[i - 1].code) {
			msgs_error(l->msgs, q->line, q->id,
				"the states must come from the lowest value to the highest: %d follows %d",
				q->scale->points[i].code, q->scale->points[i - 1].code);
			return;
		}
}

const struct question_kind kind_anchored = { "anchored", true, load, check, codebook_items };
