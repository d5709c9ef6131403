/* seal.c - answers cut loose from the people who gave them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/seal.h"

#include "base/arena.h"
#include "base/ctx.h"
#include "base/token.h"
#include "engine/fieldwork/packing.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/measure.h"
#include "forms/form.h"
#include "sql/q.h"

/* Room for codes in a row: with its other columns it fills a block of the database, of 8192 bytes. */
enum { SEAL_ROW_BYTES = 8000 };

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

/* Numbers and dates stay with their response; NULL when there is none. */
static struct db_texts
kept_texts(struct arena *a, const struct form *f, const struct answers *const *answers, size_t n)
{
	const char **texts = arena_make_n(a, n * f->n_texts, const char *);
	bool any = false;

	for (size_t i = 0; i < f->n_items; i++) {
		int slot = f->items[i].text_slot;

		if (slot < 0 || is_comment(f, &f->items[i]))
			continue;
		for (size_t r = 0; r < n; r++) {
			const char *text = answers[r]->texts[slot];

			texts[r * f->n_texts + (size_t)slot] = text;
			any |= text != NULL;
		}
	}
	return (struct db_texts){ any ? texts : NULL, any ? n * f->n_texts : 0 };
}

static struct db_bytes
packed_codes(struct arena *a, const struct form *f, const struct answers *const *answers, size_t n, size_t width)
{
	const size_t size = f->n_slots * width;
	unsigned char *bytes = arena_alloc(a, n * size);

	for (size_t r = 0; r < n; r++)
		packing_pack(answers[r]->codes, f->n_slots, width, bytes + r * size);
	return (struct db_bytes){ bytes, n * size };
}

/* As many in a row as its block holds. */
static bool
add_rows(struct ctx *c, const struct wave *w, const struct form *f, const char *party,
	const struct answers *const *answers, size_t n, size_t width)
{
	const size_t size = f->n_slots * width, most = size > 0 && size < SEAL_ROW_BYTES ? SEAL_ROW_BYTES / size : 1;

	for (size_t first = 0; first < n; first += most) {
		const size_t count = n - first < most ? n - first : most;

		if (!q_seal_add(c, w->alliance_id, w->wave_id, (int32_t)count, (int32_t)f->n_slots, (int16_t)width, party,
			packed_codes(c->arena, f, answers + first, count, width),
			kept_texts(c->arena, f, answers + first, count)))
			return false;
	}
	return true;
}

static size_t
width_of(const struct form *f, const struct wave_response *responses, size_t n)
{
	size_t width = 1;

	for (size_t i = 0; i < n && width == 1; i++)
		width = packing_width(responses[i].answers->codes, f->n_slots);
	return width;
}

/* Party by party, in random order within each. */
static bool
add_responses(struct ctx *c, const struct wave *w, const struct form *f, const struct wave_party *parties, size_t n_parties,
	const struct wave_response *responses, size_t n)
{
	const size_t *order = random_order(c->arena, n), width = width_of(f, responses, n);
	const struct answers **of_party = arena_make_n(c->arena, n, const struct answers *);

	for (size_t p = 0; p < n_parties; p++) {
		size_t members = 0;

		for (size_t i = 0; i < n; i++)
			if (responses[order[i]].party == p)
				of_party[members++] = responses[order[i]].answers;
		if (!add_rows(c, w, f, parties[p].id, of_party, members, width))
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
	size_t n_parties, const struct wave_response *responses, size_t n)
{
	if (!add_responses(c, w, f, parties, n_parties, responses, n))
		return false;
	for (size_t i = 0; i < f->n_items; i++)
		if (f->items[i].text_slot >= 0 && is_comment(f, &f->items[i])
		    && !add_comments_on(c, w, &f->items[i], parties, responses, n))
			return false;
	return q_seal_destroy_open(c, w->alliance_id, w->wave_id);
}
