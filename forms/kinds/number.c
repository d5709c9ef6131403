/* number.c - a decimal number */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "forms/check.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	l->items[q->first_item].text_slot = 0;
	q->min = load_number(l, node, "min", NAN);
	q->max = load_number(l, node, "max", NAN);
	q->unit = load_attr(l, node, "unit");
}

const struct question_kind kind_number = { "number", true, load, check_range, codebook_items };
