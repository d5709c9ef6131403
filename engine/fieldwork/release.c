/* release.c - the frozen results of a closed wave, in the database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/release.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/token.h"
#include "engine/fieldwork/person.h"
#include "engine/fieldwork/wave.h"
#include "engine/measure/benchmark/contribution.h"
#include "sql/q.h"

static bool
save_parties(struct ctx *c, const struct wave *w, const struct release *r)
{
	for (size_t i = 0; i < r->n_parties; i++) {
		const struct release_party *p = &r->parties[i];

		if (!q_release_add_party(c, w->alliance_id, w->wave_id, p->id, p->name, p->invited, p->answered))
			return false;
	}
	return true;
}

static bool
save_cells(struct ctx *c, const struct wave *w, const struct release *r)
{
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *x = &r->cells[i];

		if (!q_release_add_cell(c, w->alliance_id, w->wave_id, (int)i, measure_name(x->measure), x->of, x->group, x->detail,
			shown_name(x->shown), x->n, x->value, x->low, x->high, x->p, x->p_adjusted, x->effect, x->percent,
			x->word, x->capped))
			return false;
	}
	return true;
}

static bool
save_comments(struct ctx *c, const struct wave *w, const struct release *r)
{
	for (size_t i = 0; i < r->n_comments; i++)
		if (!q_release_add_comment(c, w->alliance_id, w->wave_id, (int)i, r->comments[i].item, r->comments[i].party,
			r->comments[i].text))
			return false;
	return true;
}

static struct db_bytes
bytes_of(const struct buf *b)
{
	return (struct db_bytes){ (const unsigned char *)b->bytes, b->n };
}

static bool
save_contribution(struct ctx *c, const struct wave *w, const struct release *r, const struct wave_answers *answers)
{
	struct buf *figures = buf_new(c->arena), *tallies = buf_new(c->arena), *crosses = buf_new(c->arena);
	struct contribution contribution = contribution_of(c->arena, answers, r);
	struct contribution_cross *x;
	struct tallies t;
	size_t n;

	contribution_write(&contribution, figures);
	if (!q_portfolio_add(c, w->alliance_id, w->wave_id, bytes_of(figures)))
		return false;
	if (w->about != 0)
		return true;
	t = contribution_tallies(c->arena, answers, r);
	encoding_write(&t, tallies);
	x = contribution_crosses(c->arena, answers, r, &n);
	contribution_write_crosses(x, n, crosses);
	return q_portfolio_add_sums(c, w->alliance_id, w->wave_id, bytes_of(tallies), bytes_of(crosses));
}

bool
release_save(struct ctx *c, const struct wave *w, const struct release *r, const struct wave_answers *answers)
{
	unsigned char fingerprint[32];

	CHECK(token_unhex(r->fingerprint, fingerprint, sizeof(fingerprint)));
	return q_release_add(c, w->alliance_id, w->wave_id, r->wave, r->alliance, r->form_id, r->form_version,
	    (struct db_bytes){ fingerprint, sizeof(fingerprint) }, r->engine_version, r->closed, r->mode, r->k, r->target, r->floor_,
	    r->person, r->role)
	    && save_parties(c, w, r) && save_cells(c, w, r) && save_comments(c, w, r) && save_contribution(c, w, r, answers);
}

static bool
load_parties(struct ctx *c, const struct wave *w, struct release *r)
{
	struct q_release_parties *rows;

	if (!q_release_parties(c, w->alliance_id, w->wave_id, &rows, &r->n_parties))
		return false;
	r->parties = arena_make_n(c->arena, r->n_parties, struct release_party);
	for (size_t i = 0; i < r->n_parties; i++)
		r->parties[i] = (struct release_party){ rows[i].party, rows[i].name, rows[i].invited, rows[i].answered };
	return true;
}

static struct cell
cell_of(const struct q_release_cells *row)
{
	struct cell x = { .of = row->about, .group = row->party, .detail = row->detail, .n = row->n, .value = row->value,
		.low = row->low, .high = row->high, .p = row->p, .p_adjusted = row->p_adjusted, .effect = row->effect,
		.percent = row->percent, .word = row->word, .capped = row->capped };

	CHECK(measure_parse(row->measure, &x.measure) && shown_parse(row->shown, &x.shown));
	return x;
}

static bool
load_cells(struct ctx *c, const struct wave *w, struct release *r)
{
	struct q_release_cells *rows;

	if (!q_release_cells(c, w->alliance_id, w->wave_id, &rows, &r->n_cells))
		return false;
	r->cells = arena_make_n(c->arena, r->n_cells, struct cell);
	for (size_t i = 0; i < r->n_cells; i++)
		r->cells[i] = cell_of(&rows[i]);
	return true;
}

static bool
load_comments(struct ctx *c, const struct wave *w, struct release *r)
{
	struct q_release_comments *rows;

	if (!q_release_comments(c, w->alliance_id, w->wave_id, &rows, &r->n_comments))
		return false;
	r->comments = arena_make_n(c->arena, r->n_comments, struct comment);
	for (size_t i = 0; i < r->n_comments; i++)
		r->comments[i] = (struct comment){ rows[i].item, rows[i].party, rows[i].words };
	return true;
}

bool
release_load(struct ctx *c, const struct wave *w, struct release *release_r)
{
	const struct q_release_find *row;

	if (!q_release_find(c, w->alliance_id, w->wave_id, &row))
		return false;
	if (row == NULL && w->state == WAVE_CLOSING)
		return fail(c, E_BUSY, "wave %s/%s is being measured; try again in a moment", w->alliance_key, w->key);
	if (row == NULL)
		return fail(c, E_MISSING, "nothing has been released of wave %s/%s yet", w->alliance_key, w->key);
	*release_r = (struct release){ .wave = row->wave, .alliance = row->alliance, .form_id = row->form_id,
		.form_version = row->form_version, .engine_version = row->engine_version, .closed = row->closed, .mode = row->mode,
		.k = row->k, .target = row->target, .floor_ = row->floor_, .person = row->person, .role = row->role };
	memcpy(release_r->fingerprint, token_hex(c->arena, row->fingerprint.bytes, 32), sizeof(release_r->fingerprint));
	return load_parties(c, w, release_r) && load_cells(c, w, release_r) && load_comments(c, w, release_r);
}

bool
release_read(struct ctx *c, const struct wave *w, const char *email, struct release *release_r)
{
	const struct q_release_may_read *row;

	if (!q_release_may_read(c, w->alliance_id, w->wave_id, email, &row))
		return false;
	if (row == NULL || !row->allowed)
		return fail(c, E_DENIED, "the profile is not open to %s: the person opens it, or it was declared at launch", email);
	return release_load(c, w, release_r)
	    && q_audit_add(c, "profile read", w->alliance_id, arena_printf(c->arena, "%s: %s", w->key, email));
}

bool
release_open_to(struct ctx *c, const struct wave *w, const char *email)
{
	if (w->about == 0)
		return fail(c, E_CONFLICT, "%s/%s is about an alliance: its parties see the report at once", w->alliance_key, w->key);
	if (!person_email_is_valid(email))
		return fail(c, E_INVALID, "\"%s\" is not an e-mail address", email);
	return q_release_add_reader(c, w->alliance_id, w->wave_id, email)
	    && q_audit_add(c, "profile opened", w->alliance_id, arena_printf(c->arena, "%s: %s", w->key, email));
}
