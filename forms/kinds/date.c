/* date.c - a day of the calendar */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/utc.h"
#include "forms/check.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

static double
load_day(struct loader *l, const xmlNode *node, const char *name)
{
	const char *s = load_attr(l, node, name);
	int64_t seconds;

	return s != NULL && utc_parse_date(s, &seconds) ? (double)seconds : NAN;
}

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	l->items[q->first_item].text_slot = 0;
	q->min = load_day(l, node, "min");
	q->max = load_day(l, node, "max");
}

const struct question_kind kind_date = { "date", true, load, check_range, codebook_items };
