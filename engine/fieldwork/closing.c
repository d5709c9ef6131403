/* closing.c - from the last answer of a wave to its release: count, measure, save, seal */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/closing.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/str.h"
#include "base/token.h"
#include "engine/fieldwork/published.h"
#include "engine/fieldwork/release.h"
#include "engine/fieldwork/seal.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/measure.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "sql/q.h"

struct closing {
	struct wave wave;
	const struct form *form;
	size_t n_parties;
	struct wave_party *parties;
	size_t n_responses, room;
	struct wave_response *responses;	/* as they were saved, until count_visible */
	const char **langs;			/* of each response */
	int64_t last_response;			/* being streamed */
};

static size_t
party_index(const struct closing *k, const char *party)
{
	size_t i = 0;

	while (!str_eq(k->parties[i].id, party)) {
		i++;
		CHECK(i < k->n_parties);
	}
	return i;
}

static bool
load_wave(struct ctx *c, int64_t alliance_id, int64_t wave_id, struct closing *k)
{
	const struct q_wave_path *path;
	struct wave_count *counts;

	if (!q_wave_path(c, alliance_id, wave_id, &path)
	    || !wave_get(c, arena_printf(c->arena, "%s/%s", path->alliance, path->key), &k->wave)
	    || !published_get(c, k->wave.fingerprint, &k->form) || !wave_count(c, &k->wave, &counts, &k->n_parties))
		return false;
	k->parties = arena_make_n(c->arena, k->n_parties, struct wave_party);
	for (size_t i = 0; i < k->n_parties; i++) {
		k->parties[i] = (struct wave_party){ .id = counts[i].party, .name = counts[i].organisation,
			.invited = (int)counts[i].invited };
		k->room += (size_t)counts[i].submitted;
	}
	k->responses = arena_make_n(c->arena, k->room, struct wave_response);
	k->langs = arena_make_n(c->arena, k->room, const char *);
	return true;
}

static void
begin_response(struct ctx *c, struct closing *k, const struct q_seal_stream *row)
{
	struct wave_response *r = &k->responses[k->n_responses];

	CHECK(k->n_responses < k->room);
	r->party = party_index(k, row->party);
	r->answers = arena_make(c->arena, struct answers);
	*r->answers = answers_new(c->arena, k->form);
	k->langs[k->n_responses++] = row->lang;
	k->last_response = row->response_id;
}

/* One page of one response; page -1: handed in without any. */
static bool
add_page(struct ctx *c, void *arg, const struct q_seal_stream *row)
{
	struct closing *k = arg;
	const struct page *page;
	struct answers *answers;

	if (row->response_id != k->last_response)
		begin_response(c, k, row);
	if (row->page < 0)
		return true;
	CHECK((size_t)row->page < k->form->n_pages);
	page = &k->form->pages[row->page];
	answers = k->responses[k->n_responses - 1].answers;
	CHECK(row->codes.n == page->n_slots && row->texts.n <= page->n_texts);
	memcpy(answers->codes + page->first_slot, row->codes.list, row->codes.n * sizeof(int16_t));
	for (size_t i = 0; i < row->texts.n; i++)
		answers->texts[page->first_text + i] = row->texts.list[i];
	return true;
}

/* Names do not matter for what is visible, but the party, the language and the day do. */
static struct respondent
respondent_of(const struct closing *k, size_t i)
{
	return (struct respondent){ .lang = k->langs[i], .party = k->parties[k->responses[i].party].id, .group = "",
		.wave = k->wave.name, .own = "", .partner = "", .subject = k->wave.alliance, .today = k->wave.closed };
}

/* Answers to what the respondent in the end did not see are not counted. */
static void
count_visible(struct ctx *c, struct closing *k)
{
	for (size_t i = 0; i < k->n_responses; i++) {
		struct respondent who = respondent_of(k, i);
		struct answers *answers = k->responses[i].answers;
		struct flow flow = flow_evaluate(c->arena, k->form, &who, answers);

		*answers = flow_counted(c->arena, k->form, &flow, answers);
	}
}

static const struct release *
measured(struct ctx *c, const struct closing *k)
{
	struct wave_answers w = { .form = k->form, .wave = k->wave.name, .alliance = k->wave.alliance, .mode = k->wave.mode,
		.closed = k->wave.closed, .k = k->wave.k, .target = k->wave.target, .floor_ = k->wave.floor_,
		.n_parties = k->n_parties, .parties = k->parties, .n_responses = k->n_responses, .responses = k->responses };

	token_random(w.shuffle_key, sizeof(w.shuffle_key));
	return measure_wave(c->arena, &w);
}

bool
closing_finish(struct ctx *c, int64_t alliance_id, int64_t wave_id)
{
	struct closing k = { .last_response = 0 };

	if (!load_wave(c, alliance_id, wave_id, &k))
		return false;
	if (k.wave.state != WAVE_CLOSING)
		return fail(c, E_CONFLICT, "the wave is %s, not closing", wave_state_name(k.wave.state));
	if (!q_seal_choose(c, alliance_id, wave_id) || !q_seal_stream(c, add_page, &k))
		return false;
	count_visible(c, &k);
	return release_save(c, &k.wave, measured(c, &k))
	    && seal_answers(c, &k.wave, k.form, k.parties, k.n_parties, k.responses, k.n_responses)
	    && q_wave_set_state(c, alliance_id, wave_id, wave_state_name(WAVE_CLOSED));
}
