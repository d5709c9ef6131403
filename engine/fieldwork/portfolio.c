/* portfolio.c - all releases together: benchmarks made, stored and read */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/portfolio.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/utc.h"
#include "engine/fieldwork/alliance.h"
#include "engine/fieldwork/published.h"
#include "engine/measure/benchmark/frozen.h"
#include "engine/measure/benchmark/pool.h"
#include "forms/form.h"
#include "sql/db.h"
#include "sql/q.h"

enum { FORMS_MOST = 1000 };

/* Rows come into `row_arena`, which is emptied after each: they are many, and little of them is kept. */
struct loading {
	struct pool *pool;
	struct arena *row_arena;
	unsigned char fingerprints[FORMS_MOST][32];	/* of pool->forms, which are loaded when the stream has ended */
};

static bool
stream(struct ctx *c, struct loading *l, bool (*run)(struct ctx *, struct loading *))
{
	struct arena *before = c->arena;
	bool good;

	c->arena = l->row_arena;
	good = run(c, l);
	c->arena = before;
	return good;
}

static bool
find_form(struct loading *l, const unsigned char *fingerprint, size_t *form_r)
{
	for (*form_r = 0; *form_r < l->pool->n_forms; (*form_r)++)
		if (memcmp(l->fingerprints[*form_r], fingerprint, 32) == 0)
			return true;
	return false;
}

static bool
note_form(struct ctx *c, struct loading *l, const unsigned char *fingerprint, size_t *form_r)
{
	if (find_form(l, fingerprint, form_r))
		return true;
	if (*form_r == FORMS_MOST)
		return fail(c, E_TOO_BIG, "the releases use more than %d versions of forms", FORMS_MOST);
	memcpy(l->fingerprints[l->pool->n_forms++], fingerprint, 32);
	return true;
}

static bool
damaged(struct ctx *c, const char *alliance, enum encoding e)
{
	return fail(c, E_SYSTEM, "what a release of %s brings into a benchmark cannot be read: %s", alliance,
		encoding_reason(e));
}

static bool
add_profile(struct ctx *c, struct loading *l, const struct q_portfolio_stream *row, size_t form)
{
	struct contribution figures;
	enum encoding e;

	if (row->figures.bytes == NULL)
		return true;
	e = contribution_read(l->pool->arena, row->figures.bytes, row->figures.n, &figures);
	if (e != ENCODING_READ)
		return damaged(c, row->key, e);
	*pool_add_profile(l->pool) = (struct pool_profile){ row->about, row->entered, form, figures };
	return true;
}

static bool
add_wave(struct ctx *c, struct loading *l, const struct q_portfolio_stream *row, size_t form)
{
	struct arena *a = l->pool->arena;
	struct pool_alliance *alliance = pool_add_alliance(l->pool, row->alliance_id, row->key, row->name, row->type, row->stage);
	struct pool_wave *w = pool_add_wave(l->pool, alliance);
	enum encoding e = ENCODING_READ;

	*w = (struct pool_wave){ .key = arena_strdup(a, row->wave), .name = arena_strdup(a, row->wave_name), .closed = row->closed,
		.form = form, .old = row->figures.bytes == NULL };
	if (!w->old)
		e = contribution_read(a, row->figures.bytes, row->figures.n, &w->figures);
	return e == ENCODING_READ || damaged(c, row->key, e);
}

static bool
add_release(struct ctx *c, void *arg, const struct q_portfolio_stream *row)
{
	struct loading *l = arg;
	size_t form;

	if (!note_form(c, l, row->fingerprint.bytes, &form)
	    || !(row->about != 0 ? add_profile(c, l, row, form) : add_wave(c, l, row, form)))
		return false;
	arena_reset(l->row_arena);
	return true;
}

static bool
stream_releases(struct ctx *c, struct loading *l)
{
	return q_portfolio_stream(c, add_release, l);
}

static bool
add_sums(struct ctx *c, void *arg, const struct q_portfolio_sums *row)
{
	struct loading *l = arg;
	struct pool_alliance *alliance = pool_find(l->pool, row->alliance_id);
	struct contribution_cross *crosses;
	struct tallies tallies;
	size_t form, n;
	enum encoding e;

	if (alliance != NULL && find_form(l, row->fingerprint.bytes, &form)) {
		e = encoding_read(l->row_arena, row->tallies.bytes, row->tallies.n, &tallies);
		if (e == ENCODING_READ)
			e = contribution_read_crosses(l->pool->arena, row->crosses.bytes, row->crosses.n, &crosses, &n);
		if (e != ENCODING_READ)
			return damaged(c, alliance->key, e);
		pool_add_tallies(l->pool, form, &tallies);
		pool_set_crosses(l->pool, alliance, form, crosses, n);
	}
	arena_reset(l->row_arena);
	return true;
}

static bool
stream_sums(struct ctx *c, struct loading *l)
{
	return q_portfolio_sums(c, add_sums, l);
}

static bool
load_forms(struct ctx *c, struct loading *l)
{
	l->pool->forms = arena_make_n(c->arena, l->pool->n_forms, const struct form *);
	for (size_t f = 0; f < l->pool->n_forms; f++)
		if (!published_get(c, l->fingerprints[f], &l->pool->forms[f]))
			return false;
	return true;
}

static bool
load_versions(struct ctx *c, const char *form_id, const struct form ***versions_r, size_t *n_r)
{
	struct q_portfolio_versions *rows;

	*n_r = 0;
	if (form_id == NULL)
		return true;
	if (!q_portfolio_versions(c, form_id, &rows, n_r))
		return false;
	*versions_r = arena_make_n(c->arena, *n_r, const struct form *);
	for (size_t i = 0; i < *n_r; i++)
		if (!published_get(c, rows[i].fingerprint.bytes, &(*versions_r)[i]))
			return false;
	return true;
}

static bool
load(struct ctx *c, const struct benchmark_choice *choice, struct pool **pool_r)
{
	struct loading *l = arena_make(c->arena, struct loading);
	const struct form **versions = NULL;
	const char *form_id;
	size_t n;

	*pool_r = l->pool = pool_new(c->arena);
	l->row_arena = arena_new();
	arena_defer(c->arena, (void (*)(void *))arena_free, l->row_arena);
	if (!stream(c, l, stream_releases) || !load_forms(c, l))
		return false;
	form_id = pool_form_id(l->pool, choice);
	if (!load_versions(c, form_id, &versions, &n))
		return false;
	pool_prepare(l->pool, choice, form_id, versions, n);
	return l->pool->empty || (q_portfolio_choose(c, form_id, choice->since) && stream(c, l, stream_sums));
}

struct wanted {
	const struct benchmark_choice *choice;
	struct benchmark *benchmark;
};

static bool
make(struct ctx *c, void *arg)
{
	struct wanted *w = arg;
	struct pool *pool;
	struct alliance own;

	if ((w->choice->own != NULL && !alliance_get(c, w->choice->own, &own)) || !load(c, w->choice, &pool))
		return false;
	w->benchmark = benchmark_make(c->arena, pool, w->choice, utc_now() / 86400 * 86400);
	return true;
}

bool
portfolio_benchmark(struct ctx *c, const struct benchmark_choice *choice, struct benchmark **benchmark_r)
{
	struct wanted w = { choice, NULL };
	bool good = db_transaction(c, make, &w);

	*benchmark_r = w.benchmark;
	return good;
}

bool
portfolio_refresh(struct ctx *c, int64_t alliance_id, int64_t wave_id)
{
	struct benchmark_choice everything = { .type = NULL };
	struct wanted w = { &everything, NULL };
	struct buf *content = buf_new(c->arena);

	(void)alliance_id;
	(void)wave_id;
	if (!make(c, &w))
		return false;
	if (w.benchmark->refused == BENCHMARK_EMPTY)
		return true;
	frozen_write(w.benchmark, content);
	return q_benchmark_put(c, w.benchmark->engine_version,
		(struct db_bytes){ (const unsigned char *)content->bytes, content->n });
}

static bool
form_of(struct ctx *c, const unsigned char *fingerprint, const struct form **form_r)
{
	return fingerprint == NULL || published_get(c, fingerprint, form_r);
}

bool
portfolio_stored(struct ctx *c, struct benchmark **benchmark_r)
{
	const struct q_benchmark_newest *row;
	struct frozen f;
	enum encoding e;

	*benchmark_r = NULL;
	if (!q_benchmark_newest(c, &row))
		return false;
	if (row == NULL)
		return true;
	e = frozen_read(c->arena, row->content.bytes, row->content.n, &f);
	if (e != ENCODING_READ)
		return fail(c, E_SYSTEM, "the stored benchmark cannot be read: %s", encoding_reason(e));
	*benchmark_r = f.benchmark;
	return form_of(c, f.form, &f.benchmark->form) && form_of(c, f.manager_form, &f.benchmark->manager_form);
}

bool
portfolio_keep_norm(struct ctx *c, const struct norm *n)
{
	struct buf *text = buf_new(c->arena);

	norm_write(n, text);
	return q_norm_put(c, n->name, text->bytes) && q_audit_add(c, "norm imported", 0, n->name);
}

bool
portfolio_find_norm(struct ctx *c, const char *name, struct norm *norm_r)
{
	const struct q_norm_find *row;
	struct msgs *m = msgs_new(c->arena, name);

	if (!q_norm_find(c, name, &row))
		return false;
	if (row == NULL)
		return fail(c, E_MISSING, "there is no norm group %s", name);
	return norm_read(c->arena, row->content, strlen(row->content), m, norm_r)
	    || fail(c, E_SYSTEM, "the stored norm group %s cannot be read", name);
}
