/* choices.c - any of several options */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/msgs.h"
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
	q->min = load_number(l, node, "min", NAN);
	q->max = load_number(l, node, "max", NAN);
}

static void
check(struct loader *l, const struct question *q)
{
	size_t n = q->scale->n_points;

	check_option_columns(l, q);
	check_range(l, q);
	if (q->min < 0 || q->max < 1)
		msgs_error(l->msgs, q->line, q->id, "min counts options from 0, max from 1");
	if (q->min > (double)n || q->max > (double)n)
		msgs_error(l->msgs, q->line, q->id, "min and max count options, and there are only %zu", n);
}

const struct question_kind kind_choices = { "choices", true, load, check, codebook_options };
