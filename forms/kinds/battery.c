/* battery.c - items that share a scale */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/str.h"
#include "forms/codebook.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"
#include "forms/xml.h"

static void
load(struct loader *l, xmlNode *node, struct question *q)
{
	q->scale = load_named_scale(l, node, q->id);
	for (const xmlNode *child = xml_first(node); child != NULL; child = xml_next(child)) {
		const char *id = xml_id(l->arena, child);
		const struct rule *condition;
		struct item *item;

		if (!str_eq(xml_name(child), "item"))
			continue;
		condition = load_rule(l, child, "if", id, -1);
		item = load_item(l, child, q);
		item->condition = condition;
		item->groups = load_groups(l, child, item->id, q->groups);
		item->text = load_text(l, child, item->id);
	}
}

const struct question_kind kind_battery = { "battery", false, load, NULL, codebook_items };
