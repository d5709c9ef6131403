/* wave.c - one fielding of a form version in an alliance: draft, open, closing, closed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/wave.h"

#include <math.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/str.h"
#include "engine/fieldwork/alliance.h"
#include "engine/fieldwork/job.h"
#include "engine/fieldwork/nomination.h"
#include "engine/fieldwork/person.h"
#include "engine/fieldwork/published.h"
#include "forms/form.h"
#include "forms/group.h"
#include "sql/db.h"
#include "sql/q.h"

static const char *const state_names[] = { "draft", "open", "closing", "closed" };

const char *
wave_state_name(enum wave_state state)
{
	return state_names[state];
}

static enum wave_state
state_of(const char *name)
{
	enum wave_state state = WAVE_DRAFT;

	while (!str_eq(state_names[state], name)) {
		CHECK(state < WAVE_CLOSED);
		state++;
	}
	return state;
}

/* "alliance/wave" into its two keys. */
static bool
split_path(struct ctx *c, const char *path, const char **alliance_r, const char **key_r)
{
	const char *slash = strchr(path, '/');

	if (slash == NULL)
		return fail(c, E_INVALID, "%s: a wave is named ALLIANCE/WAVE", path);
	*alliance_r = arena_strndup(c->arena, path, (size_t)(slash - path));
	*key_r = arena_strdup(c->arena, slash + 1);
	if (!key_is_valid(*alliance_r) || !key_is_valid(*key_r))
		return fail(c, E_INVALID, "%s: a key has lower-case letters, digits, - and _, at most 63", path);
	return true;
}

bool
wave_get(struct ctx *c, const char *path, struct wave *wave_r)
{
	const char *alliance, *key;
	const struct q_wave_find *row;

	if (!split_path(c, path, &alliance, &key) || !q_wave_find(c, alliance, key, &row))
		return false;
	if (row == NULL)
		return fail(c, E_MISSING, "there is no wave %s", path);
	*wave_r = (struct wave){ .alliance_id = row->alliance_id, .wave_id = row->wave_id, .alliance_key = alliance, .key = key,
		.name = row->name, .alliance = row->alliance, .form_id = row->form_id, .form_version = row->form_version,
		.mode = row->mode, .k = row->k, .target = row->target, .floor_ = row->floor_, .state = state_of(row->state),
		.opens = row->opens, .closes = row->closes, .closed = row->closed, .about = row->about, .person = row->person,
		.person_party = row->person_party, .role = row->role, .counterpart_named = row->counterpart_named,
		.n_readers = row->readers.n, .readers = row->readers.list };
	memcpy(wave_r->fingerprint, row->fingerprint.bytes, sizeof(wave_r->fingerprint));
	return true;
}

static bool
check_settings(struct ctx *c, const struct wave_settings *s)
{
	if (*s->name == '\0' || str_length(s->name) > 200 || strpbrk(s->name, "\r\n\t") != NULL)
		return fail(c, E_INVALID, "a wave's name has 1 to 200 characters on one line");
	if (!str_eq(s->mode, "confidential") && !str_eq(s->mode, "anonymous") && !str_eq(s->mode, "identified"))
		return fail(c, E_INVALID, "%s: the mode is confidential, anonymous or identified", s->mode);
	if (s->k < K_LEAST || s->k > K_MOST)
		return fail(c, E_INVALID, "k is at least %d and at most %d", K_LEAST, K_MOST);
	if (isnan(s->target) != isnan(s->floor_))
		return fail(c, E_INVALID, "target and floor are agreed together, or neither is");
	if (!isnan(s->target) && !(0 <= s->floor_ && s->floor_ <= s->target && s->target <= 100))
		return fail(c, E_INVALID, "floor and target lie within 0 and 100, the floor not above the target");
	if (s->closes != 0 && s->closes < s->opens)
		return fail(c, E_INVALID, "a wave cannot close before it opens");
	return true;
}

/* A draft on its way into the database. */
struct draft {
	const struct wave_settings *settings;
	const char *key;
	const struct form *form;
	int64_t alliance_id, about;
};

static bool
check_role(struct ctx *c, const struct wave_settings *s, const struct form *form)
{
	struct buf *names = buf_new(c->arena);

	if (s->role == NULL || form_weights(form, s->role) != NULL)
		return true;
	for (size_t i = 0; i < form->n_weight_sets; i++)
		buf_printf(names, "%s%s", i > 0 ? ", " : "", form->weight_sets[i].id);
	return fail(c, E_INVALID, "%s: the roles of form %s are %s", s->role, form->id, names->bytes);
}

/* Respondents are told who reads the profile by these addresses. */
static bool
check_readers(struct ctx *c, const struct wave_settings *s)
{
	for (size_t i = 0; i < s->n_readers; i++) {
		if (!person_email_is_valid(s->readers[i]))
			return fail(c, E_INVALID, "reader \"%s\" is not an e-mail address", s->readers[i]);
		for (size_t j = 0; j < i; j++)
			if (strcasecmp(s->readers[i], s->readers[j]) == 0)
				return fail(c, E_INVALID, "reader %s is named twice", s->readers[i]);
	}
	return true;
}

/* What goes with a form about a person, and with no other. */
static bool
check_person(struct ctx *c, struct draft *d)
{
	const struct wave_settings *s = d->settings;

	if (d->form->subject == SUBJECT_ALLIANCE) {
		if (s->about == NULL && s->role == NULL && !s->counterpart_named && s->n_readers == 0)
			return true;
		return fail(c, E_INVALID, "form %s is about an alliance, not about a person", d->form->id);
	}
	if (s->about == NULL)
		return fail(c, E_INVALID, "form %s is about a person: say about whom", d->form->id);
	if (!str_eq(s->mode, "confidential"))
		return fail(c, E_INVALID, "a wave about a person is confidential: some of its people are named");
	return check_role(c, s, d->form) && check_readers(c, s) && nomination_member(c, d->alliance_id, s->about, &d->about);
}

static bool
add_draft(struct ctx *c, void *arg)
{
	const struct draft *d = arg;
	const struct wave_settings *s = d->settings;
	const struct q_wave_add *row;

	return q_wave_add(c, d->alliance_id, d->key, s->name, (struct db_bytes){ d->form->fingerprint, 32 }, s->mode,
	    (int16_t)s->k, s->target, s->floor_, s->opens, s->closes, d->about, s->role == NULL ? "" : s->role,
	    s->counterpart_named, (struct db_texts){ s->readers, s->n_readers }, &row)
	    && (d->about == 0 || q_nomination_put(c, d->alliance_id, row->wave_id, d->about, group_names[GROUP_SELF], true));
}

bool
wave_create(struct ctx *c, const struct wave_settings *s, struct wave *wave_r)
{
	struct draft d = { .settings = s };
	const char *alliance_key;
	struct alliance alliance;

	if (!check_settings(c, s) || !split_path(c, s->path, &alliance_key, &d.key) || !alliance_get(c, alliance_key, &alliance)
	    || !published_find(c, s->form, &d.form))
		return false;
	d.alliance_id = alliance.alliance_id;
	return check_person(c, &d) && db_transaction(c, add_draft, &d) && wave_get(c, s->path, wave_r);
}

bool
wave_open(struct ctx *c, const struct wave *w)
{
	if (w->state != WAVE_DRAFT)
		return fail(c, E_CONFLICT, "a wave that is %s cannot be opened", wave_state_name(w->state));
	return q_wave_set_state(c, w->alliance_id, w->wave_id, state_names[WAVE_OPEN]);
}

static bool
close_and_queue(struct ctx *c, int64_t alliance_id, int64_t wave_id)
{
	return q_wave_set_state(c, alliance_id, wave_id, state_names[WAVE_CLOSING])
	    && job_add(c, alliance_id, wave_id, JOB_MEASURE);
}

static bool
close_this(struct ctx *c, void *arg)
{
	const struct wave *w = arg;

	return close_and_queue(c, w->alliance_id, w->wave_id);
}

bool
wave_close(struct ctx *c, const struct wave *w)
{
	struct wave copy = *w;

	if (w->state != WAVE_OPEN)
		return fail(c, E_CONFLICT, "a wave that is %s cannot be closed", wave_state_name(w->state));
	return db_transaction(c, close_this, &copy);
}

static bool
close_due(struct ctx *c, void *arg)
{
	const struct q_wave_due *due;
	bool *found = arg;

	if (!q_wave_due(c, &due))
		return false;
	*found = due != NULL;
	return due == NULL || close_and_queue(c, due->alliance_id, due->wave_id);
}

bool
wave_close_due(struct ctx *c, bool *found_r)
{
	return db_transaction(c, close_due, found_r);
}

bool
wave_set_welcome(struct ctx *c, const struct wave *w, const char *party, const char *lang, const char *words)
{
	return q_wave_set_wording(c, w->alliance_id, w->wave_id, party, lang, words);
}

static void
add_counts(const struct q_wave_counts *rows, size_t n, struct wave_count *count)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(rows[i].party, count->party)) {
			count->invited = rows[i].invited;
			count->told = rows[i].told;
			count->begun = rows[i].begun;
			count->submitted = rows[i].submitted;
		}
}

static bool
count_parties(struct ctx *c, const struct wave *w, const struct q_wave_counts *rows, size_t n_rows,
	struct wave_count **counts_r, size_t *n_r)
{
	struct q_party_list *parties;

	if (!q_party_list(c, w->alliance_id, &parties, n_r))
		return false;
	*counts_r = arena_make_n(c->arena, *n_r, struct wave_count);
	for (size_t i = 0; i < *n_r; i++) {
		(*counts_r)[i] = (struct wave_count){ .party = parties[i].party, .organisation = parties[i].organisation };
		add_counts(rows, n_rows, &(*counts_r)[i]);
	}
	return true;
}

static void
count_groups(struct ctx *c, const struct q_wave_counts *rows, size_t n_rows, struct wave_count **counts_r, size_t *n_r)
{
	*counts_r = arena_make_n(c->arena, N_GROUPS, struct wave_count);
	*n_r = 0;
	for (size_t i = 0; i < N_GROUPS; i++) {
		struct wave_count *count = &(*counts_r)[*n_r];

		*count = (struct wave_count){ .party = group_names[i], .organisation = group_names[i] };
		add_counts(rows, n_rows, count);
		*n_r += count->invited > 0 || i == GROUP_SELF;
	}
}

bool
wave_count(struct ctx *c, const struct wave *w, struct wave_count **counts_r, size_t *n_r)
{
	struct q_wave_counts *rows;
	size_t n;

	if (!q_wave_counts(c, w->alliance_id, w->wave_id, &rows, &n))
		return false;
	if (w->about == 0)
		return count_parties(c, w, rows, n, counts_r, n_r);
	count_groups(c, rows, n, counts_r, n_r);
	return true;
}

bool
wave_job_status(struct ctx *c, const struct wave *w, struct wave_job *job_r)
{
	const struct q_job_of_wave *row;

	if (!q_job_of_wave(c, w->alliance_id, w->wave_id, &row))
		return false;
	*job_r = (struct wave_job){ 0 };
	if (row != NULL)
		*job_r = (struct wave_job){ row->kind, row->attempts, row->run_after, row->trouble };
	return true;
}
