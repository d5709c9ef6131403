/* rank.c - several options put in order */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/check.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	struct item *item = &l->items[q->first_item];

	q->scale = item->scale = load_options(l, node, q->id);
	item->n_slots = q->scale->n_points;
}

const struct question_kind kind_rank = { "rank", true, load, check_option_columns, codebook_options };
