/* accept.c - from the fields of a posted page to answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/accept.h"

#include <string.h>

#include "base/arena.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/ask/ask.h"
#include "forms/group.h"
#include "forms/render.h"
#include "forms/rule.h"

/* What an item held before, to be put back when the new answer is wrong. */
struct held {
	int16_t *codes;
	const char *text;
};

static struct held
hold(struct taking *t, const struct item *item)
{
	return (struct held){
		arena_memdup(t->arena, t->answers->codes + item->slot,
			item->n_slots * sizeof(*t->answers->codes)),
		item->text_slot >= 0 ? t->answers->texts[item->text_slot] : NULL
	};
}

static void
put_back(struct taking *t, const struct item *item, const struct held *held)
{
	memcpy(t->answers->codes + item->slot, held->codes, item->n_slots * sizeof(*held->codes));
	if (item->text_slot >= 0)
		t->answers->texts[item->text_slot] = held->text;
}

/* rank's fields are item.CODE. */
static bool
is_posted(const struct fields *fields, const char *id)
{
	size_t n = strlen(id);

	for (size_t i = 0; i < fields->n; i++)
		if (strncmp(fields->list[i].name, id, n) == 0
		    && (fields->list[i].name[n] == '\0' || fields->list[i].name[n] == '.'))
			return true;
	return false;
}

/* An item that was not on the page keeps its answer, and one for other rater groups has none; one that was
 * on it, but sent nothing, has been left empty. */
static void
take_items(struct taking *t, size_t page, const struct flow *seen)
{
	const struct page *p = &t->form->pages[page];

	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++) {
		const struct item *item = &t->form->items[i];
		struct held held = hold(t, item);

		if (!groups_include(item->groups, t->who->group)
		    || (!seen->items[i] && !is_posted(t->fields, item->id)))
			continue;
		if (!ask_of(ask_question(t->form, item)->kind)->take(t, item))
			put_back(t, item, &held);
	}
}

/* False when an answer was put back. */
static bool
check_items(struct taking *t, size_t page, const struct answers *before, const struct flow *now)
{
	const struct page *p = &t->form->pages[page];
	bool good = true;

	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++) {
		const struct item *item = &t->form->items[i];
		const struct rule *check = ask_question(t->form, item)->check;
		struct held held = { before->codes + item->slot, item->text_slot >= 0
			? before->texts[item->text_slot] : NULL };

		if (check == NULL || !now->items[i] || !code_is_value(t->answers->codes[item->slot])
		    || msgs_find(t->msgs, item->id) != NULL
		    || rule_holds(check, t->form, t->who, t->answers, now->items, (int)i))
			continue;
		msgs_error(t->msgs, 0, item->id, "%s",
			_("This answer is not possible here; please correct it."));
		put_back(t, item, &held);
		good = false;
	}
	return good;
}

static const char *
request_for(struct taking *t, const struct item *item)
{
	const struct scale *scale = item->scale;

	if (scale == NULL)
		return ask_question(t->form, item)->kind == KIND_YESNO ? _("Please choose an answer.")
			: _("Please fill this in.");
	if (scale->n_valued == scale->n_points)
		return _("Please choose an answer.");
	return arena_printf(t->arena, _("Please choose an answer, or “%s”."),
		text_plain(t->arena, t->form, &scale->points[scale->n_valued].label, t->who));
}

/* Only what was on the page can be asked for: an item that appears because of these answers was not there to
 * be filled in. */
static void
ask_for_missing(struct taking *t, size_t page, const struct flow *seen, const struct flow *now)
{
	const struct page *p = &t->form->pages[page];

	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++) {
		const struct item *item = &t->form->items[i];

		if (seen->items[i] && now->items[i] && ask_question(t->form, item)->required
		    && !answers_has(t->form, t->answers, i) && msgs_find(t->msgs, item->id) == NULL)
			msgs_error(t->msgs, 0, item->id, "%s", request_for(t, item));
	}
}

static struct answers
copied(struct arena *a, const struct form *f, const struct answers *answers)
{
	return (struct answers){ arena_memdup(a, answers->codes, f->n_slots * sizeof(*answers->codes)),
		arena_memdup(a, answers->texts, f->n_texts * sizeof(*answers->texts)) };
}

struct flow
accept_page(struct arena *a, const struct form *f, size_t page, const struct respondent *who,
	const struct fields *fields, bool complete, const struct flow *seen, struct answers *answers,
	struct msgs *msgs)
{
	struct taking t = { a, f, who, fields, complete, answers, msgs };
	struct answers before = copied(a, f, answers);
	struct flow now;
	bool good;

	take_items(&t, page, seen);
	now = flow_evaluate(a, f, who, answers);
	good = check_items(&t, page, &before, &now);
	if (complete)
		ask_for_missing(&t, page, seen, &now);
	return good ? now : flow_evaluate(a, f, who, answers);
}
