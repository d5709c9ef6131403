/* seal.c - answers cut loose from the people who gave them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/seal.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/token.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/measure.h"
#include "forms/form.h"
#include "sql/q.h"

/* 0 .. n-1 in random order (Fisher and Yates), from the system's random numbers: a seed could be guessed. */
static size_t *
random_order(struct arena *a, size_t n)
{
	size_t *order = arena_make_n(a, n, size_t);

	for (size_t i = 0; i < n; i++) {
		size_t j = token_uniform((uint32_t)i + 1);

		order[i] = order[j];
		order[j] = i;
	}
	return order;
}

static bool
is_comment(const struct form *f, const struct item *item)
{
	return f->questions[item->question].kind == KIND_TEXT;
}

/* Numbers and dates stay with the response; NULL when there is none. */
static struct db_texts
kept_texts(struct arena *a, const struct form *f, const struct answers *answers)
{
	const char **texts = arena_make_n(a, f->n_texts, const char *);
	bool any = false;

	for (size_t i = 0; i < f->n_items; i++) {
		int slot = f->items[i].text_slot;

		if (slot < 0 || is_comment(f, &f->items[i]))
			continue;
		texts[slot] = answers->texts[slot];
		any |= texts[slot] != NULL;
	}
	return (struct db_texts){ any ? texts : NULL, any ? f->n_texts : 0 };
}

static bool
add_responses(struct ctx *c, const struct wave *w, const struct form *f, const struct wave_party *parties,
	const struct wave_response *responses, size_t n)
{
	const size_t *order = random_order(c->arena, n);

	for (size_t i = 0; i < n; i++) {
		const struct wave_response *r = &responses[order[i]];

		if (!q_seal_add(c, w->alliance_id, w->wave_id, parties[r->party].id,
			(struct db_codes){ r->answers->codes, f->n_slots }, kept_texts(c->arena, f, r->answers)))
			return false;
	}
	return true;
}

/* One item's comments of all respondents, in an order of their own. */
static bool
add_comments_on(struct ctx *c, const struct wave *w, const struct item *item, const struct wave_party *parties,
	const struct wave_response *responses, size_t n)
{
	const size_t *order = random_order(c->arena, n);

	for (size_t i = 0; i < n; i++) {
		const struct wave_response *r = &responses[order[i]];
		const char *words = r->answers->texts[item->text_slot];

		if (words != NULL && !q_seal_add_comment(c, w->alliance_id, w->wave_id, parties[r->party].id, item->id, words))
			return false;
	}
	return true;
}

bool
seal_answers(struct ctx *c, const struct wave *w, const struct form *f, const struct wave_party *parties,
	const struct wave_response *responses, size_t n)
{
	if (!add_responses(c, w, f, parties, responses, n))
		return false;
	for (size_t i = 0; i < f->n_items; i++)
		if (f->items[i].text_slot >= 0 && is_comment(f, &f->items[i])
		    && !add_comments_on(c, w, &f->items[i], parties, responses, n))
			return false;
	return q_seal_destroy_open(c, w->alliance_id, w->wave_id);
}
