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
#include "engine/fieldwork/job.h"
#include "engine/fieldwork/published.h"
#include "engine/fieldwork/release.h"
#include "engine/fieldwork/seal.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/measure.h"
#include "engine/measure/profile/profile.h"
#include "engine/measure/profile/raters.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/group.h"
#include "sql/q.h"

struct closing {
	struct wave wave;
	const struct form *form;
	size_t n_parties;
	const struct wave_party *parties;
	size_t n_responses, room;
	struct wave_response *responses;	/* as they were saved, until count_visible */
	struct respondent *who;			/* gave each response; names do not matter for what is visible */
	int64_t last_response;			/* being streamed */
};

/* Of a party, or of a rater group where there are any. */
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
is_identified(const struct wave *w, const char *party)
{
	int group = group_find(party);

	return group >= 0 && (rater_always_identified((enum rater_group)group)
	    || (group == GROUP_COUNTERPART && w->counterpart_named));
}

static bool
load_wave(struct ctx *c, int64_t alliance_id, int64_t wave_id, struct closing *k)
{
	const struct q_wave_path *path;
	struct wave_party *parties;
	struct wave_count *counts;

	if (!q_wave_path(c, alliance_id, wave_id, &path)
	    || !wave_get(c, arena_printf(c->arena, "%s/%s", path->alliance, path->key), &k->wave)
	    || !published_get(c, k->wave.fingerprint, &k->form) || !wave_count(c, &k->wave, &counts, &k->n_parties))
		return false;
	k->parties = parties = arena_make_n(c->arena, k->n_parties, struct wave_party);
	for (size_t i = 0; i < k->n_parties; i++) {
		parties[i] = (struct wave_party){ .id = counts[i].party, .name = counts[i].organisation,
			.invited = (int)counts[i].invited, .identified = is_identified(&k->wave, counts[i].party) };
		k->room += (size_t)counts[i].invited;
	}
	k->responses = arena_make_n(c->arena, k->room, struct wave_response);
	k->who = arena_make_n(c->arena, k->room, struct respondent);
	return true;
}

static void
begin_response(struct ctx *c, struct closing *k, const struct q_seal_stream *row)
{
	struct wave_response *r = &k->responses[k->n_responses];

	CHECK(k->n_responses < k->room);
	r->party = party_index(k, *row->rater_group == '\0' ? row->party : row->rater_group);
	r->answers = arena_make(c->arena, struct answers);
	*r->answers = answers_new(c->arena, k->form);
	k->who[k->n_responses++] = (struct respondent){ .lang = row->lang, .party = row->party, .group = row->rater_group,
		.wave = k->wave.name, .own = "", .partner = "", .subject = "", .today = k->wave.closed };
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

/* Answers to what the respondent in the end did not see are not counted. */
static void
count_visible(struct ctx *c, struct closing *k)
{
	for (size_t i = 0; i < k->n_responses; i++) {
		struct answers *answers = k->responses[i].answers;
		struct flow flow = flow_evaluate(c->arena, k->form, &k->who[i], answers);

		*answers = flow_counted(c->arena, k->form, &flow, answers);
	}
}

static struct wave_answers
answers_of(const struct closing *k)
{
	struct wave_answers w = { .form = k->form, .wave = k->wave.name, .alliance = k->wave.alliance, .mode = k->wave.mode,
		.closed = k->wave.closed, .k = k->wave.k, .target = k->wave.target, .floor_ = k->wave.floor_,
		.n_parties = k->n_parties, .parties = k->parties, .n_responses = k->n_responses, .responses = k->responses };

	token_random(w.shuffle_key, sizeof(w.shuffle_key));
	return w;
}

/* What was released of the same person before, to all who will read this; NULL when nothing was. */
static bool
load_last(struct ctx *c, const struct wave *w, const struct release **last_r)
{
	struct release *last = arena_make(c->arena, struct release);
	const struct q_wave_before *row;
	struct wave before;

	*last_r = NULL;
	if (!q_wave_before(c, w->alliance_id, w->wave_id, &row))
		return false;
	if (row == NULL)
		return true;
	*last_r = last;
	return wave_get(c, arena_printf(c->arena, "%s/%s", w->alliance_key, row->key), &before) && release_load(c, &before, last);
}

/* Small groups are pooled or left out before anything is measured or kept: what is left out is destroyed. */
static bool
measure_person(struct ctx *c, struct closing *k, const struct wave_answers *answers, const struct release **release_r)
{
	struct profile_wave w = { .answers = *answers, .person = k->wave.person,
		.role = form_weights(k->form, k->wave.role) };
	struct pooled_raters pools;

	if (!load_last(c, &k->wave, &w.last))
		return false;
	*release_r = measure_profile(c->arena, &w);
	pools = raters_pooled(c->arena, &w.answers);
	k->parties = pools.wave.parties;
	k->n_parties = pools.wave.n_parties;
	k->n_responses = raters_kept(&pools, k->responses);
	return true;
}

static bool
measure(struct ctx *c, struct closing *k, const struct wave_answers *answers, const struct release **release_r)
{
	if (k->wave.about != 0)
		return measure_person(c, k, answers, release_r);
	*release_r = measure_wave(c->arena, answers);
	return true;
}

bool
closing_finish(struct ctx *c, int64_t alliance_id, int64_t wave_id)
{
	struct closing k = { .last_response = 0 };
	const struct release *release;
	struct wave_answers answers;

	if (!load_wave(c, alliance_id, wave_id, &k))
		return false;
	if (k.wave.state != WAVE_CLOSING)
		return fail(c, E_CONFLICT, "the wave is %s, not closing", wave_state_name(k.wave.state));
	if (!q_seal_choose(c, alliance_id, wave_id) || !q_seal_stream(c, add_page, &k))
		return false;
	count_visible(c, &k);
	answers = answers_of(&k);
	return measure(c, &k, &answers, &release) && release_save(c, &k.wave, release, &answers)
	    && seal_answers(c, &k.wave, k.form, k.parties, k.n_parties, k.responses, k.n_responses)
	    && q_wave_set_state(c, alliance_id, wave_id, wave_state_name(WAVE_CLOSED))
	    && job_add(c, alliance_id, wave_id, JOB_BENCHMARK);
}
