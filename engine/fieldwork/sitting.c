/* sitting.c - one respondent at work: what one ticket opens, page by page, until it is submitted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/sitting.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/str.h"
#include "base/utc.h"
#include "engine/fieldwork/published.h"
#include "engine/fieldwork/ticket.h"
#include "sql/q.h"

static enum sitting_state
state_of(const char *name)
{
	static const struct {
		const char *name;
		enum sitting_state state;
	} states[] = { { "withdrawn", SITTING_WITHDRAWN }, { "early", SITTING_EARLY }, { "ready", SITTING_READY },
		{ "submitted", SITTING_SUBMITTED }, { "closed", SITTING_CLOSED } };
	size_t i = 0;

	while (!str_eq(states[i].name, name)) {
		i++;
		CHECK(i < sizeof(states) / sizeof(*states));
	}
	return states[i].state;
}

/* The other organisations of the alliance, as one name. */
static const char *
partner_name(struct arena *a, const struct q_answer_load *row)
{
	struct buf *names = buf_new(a);

	for (size_t i = 0; i < row->parties.n; i++)
		if (!str_eq(row->parties.list[i], row->party))
			buf_printf(names, "%s%s", names->n > 0 ? ", " : "", row->organisations.list[i]);
	return names->bytes;
}

static const char *
own_name(const struct q_answer_load *row)
{
	for (size_t i = 0; i < row->parties.n; i++)
		if (str_eq(row->parties.list[i], row->party))
			return row->organisations.list[i];
	return "";
}

static struct respondent
respondent_of(struct arena *a, const struct q_answer_load *row)
{
	int64_t now = utc_now();

	return (struct respondent){ .lang = row->lang, .party = row->party, .group = row->rater_group, .wave = row->wave,
		.own = own_name(row), .partner = partner_name(a, row),
		.subject = row->person == NULL ? row->alliance : row->person,
		.seed = (uint64_t)row->invitation_id, .today = now - now % 86400 };
}

/* Pages are rows; the wave's columns are the same in each. */
static void
read_page(const struct q_answer_load *row, const struct form *f, struct answers *answers, int *revisions)
{
	const struct page *page = &f->pages[row->page];

	CHECK((size_t)row->page < f->n_pages && row->codes.n == page->n_slots);
	CHECK(row->texts.list == NULL || row->texts.n == page->n_texts);
	revisions[row->page] = row->revision;
	memcpy(answers->codes + page->first_slot, row->codes.list, row->codes.n * sizeof(int16_t));
	for (size_t i = 0; i < row->texts.n; i++)
		answers->texts[page->first_text + i] = row->texts.list[i];
}

static bool
read_sitting(struct ctx *c, const struct q_answer_load *rows, size_t n, struct sitting *s)
{
	const struct q_answer_load *row = &rows[0];

	s->state = state_of(row->state);
	s->alliance_id = row->alliance_id;
	s->wave_id = row->wave_id;
	s->invitation_id = row->invitation_id;
	s->response_id = row->response_id;
	memcpy(s->fingerprint, row->fingerprint.bytes, sizeof(s->fingerprint));
	s->mode = row->mode;
	s->k = row->k;
	s->wave = row->wave;
	s->alliance = row->alliance;
	s->closes = row->closes;
	s->person = row->person;
	s->named = row->named;
	s->n_readers = row->readers.n;
	s->readers = row->readers.list;
	s->n_parties = row->organisations.n;
	s->party_names = row->organisations.list;
	s->respondent = respondent_of(c->arena, row);
	if (!published_get(c, s->fingerprint, &s->form))
		return false;
	s->answers = answers_new(c->arena, s->form);
	s->revisions = arena_make_n(c->arena, s->form->n_pages, int);
	for (size_t i = 0; i < n && rows[i].revision > 0; i++)
		read_page(&rows[i], s->form, &s->answers, s->revisions);
	return true;
}

static struct db_bytes
hash_of(const struct sitting *s)
{
	return (struct db_bytes){ s->ticket_hash, sizeof(s->ticket_hash) };
}

static bool
load(struct ctx *c, struct sitting *s)
{
	struct q_answer_load *rows;
	size_t n;

	if (!q_answer_load(c, hash_of(s), &rows, &n))
		return false;
	return n == 0 || read_sitting(c, rows, n, s);
}

bool
sitting_load(struct ctx *c, const char *ticket, struct sitting *sitting_r)
{
	*sitting_r = (struct sitting){ .state = SITTING_UNKNOWN };
	ticket_hash(ticket, sitting_r->ticket_hash);
	return load(c, sitting_r);
}

bool
sitting_welcome(struct ctx *c, const struct sitting *s, const char **words_r)
{
	const struct q_answer_welcome *row;

	if (!q_answer_welcome(c, hash_of(s), s->respondent.lang, &row))
		return false;
	CHECK(row != NULL);
	*words_r = row->words;
	return true;
}

bool
sitting_begin(struct ctx *c, struct sitting *s, const char *lang)
{
	const struct q_answer_begin *row;

	if (!q_answer_begin(c, hash_of(s), lang, &row))
		return false;
	if (row == NULL)
		return fail(c, E_CONFLICT, "the wave is not open");
	s->response_id = row->response_id;
	s->respondent.lang = arena_strdup(c->arena, lang);
	return true;
}

bool
sitting_set_language(struct ctx *c, struct sitting *s, const char *lang)
{
	return sitting_begin(c, s, lang);
}

/* What stands there instead; the caller's own answers stay as they are. */
static bool
load_newer(struct ctx *c, struct sitting *s, size_t page, struct answers *newer_r)
{
	struct sitting newer = *s;

	if (!load(c, &newer))
		return false;
	*newer_r = newer.answers;
	s->revisions[page] = newer.revisions[page];
	return true;
}

bool
sitting_save_page(struct ctx *c, struct sitting *s, size_t page, int revision_seen, enum save_outcome *outcome_r,
	struct answers *newer_r)
{
	const struct page *p = &s->form->pages[page];
	const struct db_codes codes = { s->answers.codes + p->first_slot, p->n_slots };
	const struct db_texts texts = { p->n_texts == 0 ? NULL : s->answers.texts + p->first_text, p->n_texts };
	const struct q_answer_save *row;

	if (!q_answer_save(c, hash_of(s), (int16_t)page, revision_seen, codes, texts, &row))
		return false;
	CHECK(row != NULL);
	*outcome_r = !row->allowed ? PAGE_REFUSED : row->revision == 0 ? PAGE_STALE : PAGE_SAVED;
	if (*outcome_r == PAGE_SAVED)
		s->revisions[page] = row->revision;
	return *outcome_r != PAGE_STALE || load_newer(c, s, page, newer_r);
}

bool
sitting_submit(struct ctx *c, struct sitting *s, enum save_outcome *outcome_r)
{
	const struct q_answer_submit *row;

	if (!q_answer_submit(c, hash_of(s), &row))
		return false;
	*outcome_r = row != NULL ? PAGE_SAVED : PAGE_REFUSED;
	if (row != NULL)
		s->state = SITTING_SUBMITTED;
	return true;
}
