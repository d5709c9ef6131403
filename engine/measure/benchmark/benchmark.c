/* benchmark.c - a portfolio of alliances side by side: which rows, which alliances, and in which order it is made */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "engine/measure/benchmark/benchmarking.h"
#include "engine/measure/score.h"

#define YEAR_SECONDS (365.25 * 86400)

const char *
benchmark_refusal_reason(enum benchmark_refusal r)
{
	static const char *const reasons[] = {
		[BENCHMARK_GOOD] = "",
		[BENCHMARK_EMPTY] = "no release in the portfolio takes part",
		[BENCHMARK_TOO_FEW_OTHERS] = "fewer than five other alliances take part",
		[BENCHMARK_DOMINATED] = "one other alliance has more than half of the people of the others",
		[BENCHMARK_OWN_MISSING] = "the alliance has no release that takes part",
	};

	return reasons[r];
}

static const struct contribution_figure *
find_figure(const struct contribution_party *p, size_t row)
{
	for (size_t i = 0; i < p->n_figures; i++)
		if (p->figures[i].row == row)
			return &p->figures[i];
	return NULL;
}

struct taking_part
taking_part(const struct benchmarking *b, const struct pool_wave *w, size_t row)
{
	const struct related *r = &b->pool->related[w->form][b->places[row]];
	struct taking_part t = { .n = 0 };

	if (w->old || r->relation != RELATION_SAME || w->figures.n_parties > FORM_MAX_PARTIES)
		return t;
	for (size_t p = 0; p < w->figures.n_parties; p++) {
		t.of[p] = find_figure(&w->figures.parties[p], r->row);
		if (t.of[p] == NULL)
			return (struct taking_part){ .n = 0 };
	}
	t.n = w->figures.n_parties;
	return t;
}

double
taking_part_mean(const struct taking_part *t)
{
	double sum = 0;

	for (size_t p = 0; p < t->n; p++)
		sum += t->of[p]->mean;
	return sum / (double)t->n;
}

int
newest_wave(const struct benchmarking *b, const struct pool_alliance *a, size_t row, size_t before)
{
	for (size_t w = before; w-- > 0;)
		if (taking_part(b, &a->waves[w], row).n > 0)
			return (int)w;
	return -1;
}

double
years_between(int64_t from, int64_t to)
{
	return (double)(to - from) / YEAR_SECONDS;
}

enum difference_class
mark_between(struct benchmarking *b, const struct pool_wave *from, const struct pool_wave *to, size_t row)
{
	const struct pool *p = b->pool;
	const struct related *r = &p->related[to->form][b->places[row]];
	struct related **between = b->between[from->form * p->n_forms + to->form];

	if (from->form == to->form || r->relation == RELATION_ABSENT)
		return DIFFERENCE_NONE;
	if (between == NULL) {
		between = arena_make(b->arena, struct related *);
		*between = comparable_rows(b->arena, p->forms[from->form], p->forms[to->form], p->versions, p->n_versions);
		b->between[from->form * p->n_forms + to->form] = between;
	}
	/* Only rows of the same name go on; what came from elsewhere begins anew. */
	r = &(*between)[r->row];
	return r->relation == RELATION_SAME ? r->worst : DIFFERENCE_MEANING;
}

static bool
is_scored(const struct benchmarking *b, const struct dimension *d)
{
	return scorer_new(b->arena, b->form, d).n_items > 0;
}

static void
add_row(struct benchmarking *b, size_t place)
{
	bool is_index = place >= b->form->n_dimensions;
	struct benchmark_row *row = &b->rows[b->n_rows];

	b->places[b->n_rows++] = place;
	*row = (struct benchmark_row){ .of = comparable_id(b->form, place), .is_index = is_index, .role = ROLE_DRIVER,
		.max = 100 };
	if (!is_index) {
		struct scorer s = scorer_new(b->arena, b->form, &b->form->dimensions[place]);

		row->role = b->form->dimensions[place].role;
		row->min = s.min;
		row->max = s.max;
	}
}

static void
add_dimensions(struct benchmarking *b, enum role role)
{
	for (size_t d = 0; d < b->form->n_dimensions; d++)
		if (b->form->dimensions[d].role == role && is_scored(b, &b->form->dimensions[d]))
			add_row(b, d);
}

static void
list_rows(struct benchmarking *b)
{
	size_t n = comparable_count(b->form);

	b->places = arena_make_n(b->arena, n, size_t);
	b->rows = arena_make_n(b->arena, n, struct benchmark_row);
	add_dimensions(b, ROLE_DRIVER);
	for (size_t i = 0; i < b->form->n_indexes; i++)
		add_row(b, b->form->n_dimensions + i);
	add_dimensions(b, ROLE_OUTCOME);
}

static bool
takes_part(const struct benchmarking *b, const struct pool_alliance *a)
{
	for (size_t r = 0; r < b->n_rows; r++)
		if (newest_wave(b, a, r, a->n_waves) >= 0)
			return true;
	return false;
}

static void
fill_wave(struct benchmarking *b, const struct pool_alliance *a, size_t w, struct benchmark_wave *out)
{
	double *raw = arena_make_n(b->arena, b->n_rows, double);
	enum difference_class *marks = arena_make_n(b->arena, b->n_rows, enum difference_class);

	*out = (struct benchmark_wave){ a->waves[w].key, a->waves[w].name, a->waves[w].closed, raw, marks };
	for (size_t r = 0; r < b->n_rows; r++) {
		struct taking_part t = taking_part(b, &a->waves[w], r);

		raw[r] = t.n > 0 ? taking_part_mean(&t) : NAN;
		marks[r] = w > 0 ? mark_between(b, &a->waves[w - 1], &a->waves[w], r) : DIFFERENCE_NONE;
	}
}

static void
fill_alliance(struct benchmarking *b, const struct pool_alliance *a)
{
	size_t i = b->n_alliances++;
	struct benchmark_wave *waves = arena_make_n(b->arena, a->n_waves, struct benchmark_wave);
	const struct contribution *newest = &a->waves[a->n_waves - 1].figures;
	struct benchmark_alliance *out = &b->alliances[i];

	b->sources[i] = a;
	*out = (struct benchmark_alliance){ .key = a->key, .name = a->name, .type = a->type, .stage = a->stage,
		.n_waves = a->n_waves, .waves = waves, .cells = &b->cells[i * b->n_rows] };
	for (size_t p = 0; p < newest->n_parties; p++) {
		out->invited += (int)newest->parties[p].invited;
		out->answered += (int)newest->parties[p].answered;
	}
	for (size_t w = 0; w < a->n_waves; w++)
		fill_wave(b, a, w, &waves[w]);
}

static void
list_alliances(struct benchmarking *b)
{
	size_t n = b->pool->n_alliances;

	b->alliances = arena_make_n(b->arena, n, struct benchmark_alliance);
	b->sources = arena_make_n(b->arena, n, const struct pool_alliance *);
	b->cells = arena_make_n(b->arena, n * b->n_rows, struct benchmark_cell);
	for (size_t i = 0; i < n; i++)
		if (takes_part(b, &b->pool->alliances[i]))
			fill_alliance(b, &b->pool->alliances[i]);
}

/* People by whom an alliance weighs: on the row where most of it answered. */
static size_t
people_of(const struct benchmarking *b, size_t i)
{
	int most = 0;

	for (size_t r = 0; r < b->n_rows; r++)
		if (b->cells[i * b->n_rows + r].n > most)
			most = b->cells[i * b->n_rows + r].n;
	return (size_t)most;
}

static enum benchmark_refusal
refuse(const struct benchmarking *b)
{
	size_t all = 0, most = 0, others = 0;

	if (b->n_alliances == 0)
		return BENCHMARK_EMPTY;
	if (b->out->choice.own == NULL)
		return BENCHMARK_GOOD;
	if (b->own == b->n_alliances)
		return BENCHMARK_OWN_MISSING;
	for (size_t i = 0; i < b->n_alliances; i++) {
		size_t people = i == b->own ? 0 : people_of(b, i);

		all += people;
		most = people > most ? people : most;
		others += i != b->own;
	}
	if (others < BENCHMARK_OTHERS)
		return BENCHMARK_TOO_FEW_OTHERS;
	return 2 * most > all ? BENCHMARK_DOMINATED : BENCHMARK_GOOD;
}

static size_t
find_own(const struct benchmarking *b)
{
	for (size_t i = 0; i < b->n_alliances; i++)
		if (str_eq(b->alliances[i].key, b->out->choice.own))
			return i;
	return b->n_alliances;
}

static void
count_releases(struct benchmarking *b)
{
	b->out->pool_alliances = b->n_alliances;
	for (size_t i = 0; i < b->n_alliances; i++)
		b->out->pool_releases += b->alliances[i].n_waves;
}

static void
publish(struct benchmarking *b)
{
	b->out->n_rows = b->n_rows;
	b->out->rows = b->rows;
	b->out->n_alliances = b->n_alliances;
	b->out->alliances = b->alliances;
	count_releases(b);
}

static void
fill(struct benchmarking *b)
{
	for (size_t r = 0; r < b->n_rows; r++)
		benchmark_fill_row(b, r);
	b->own = find_own(b);
	b->out->refused = refuse(b);
	if (b->out->refused != BENCHMARK_GOOD)
		return;
	for (size_t r = 0; r < b->n_rows; r++) {
		benchmark_fill_changes(b, r);
		benchmark_fill_instrument(b, r);
	}
	publish(b);
	benchmark_fill_drivers(b);
	benchmark_fill_managers(b);
	benchmark_fill_attention(b);
	if (b->own < b->n_alliances)
		benchmark_narrow(b);
}

struct benchmark *
benchmark_make(struct arena *a, const struct pool *pool, const struct benchmark_choice *choice, int64_t today)
{
	struct benchmarking b = { .arena = a, .pool = pool, .today = today, .out = arena_make(a, struct benchmark) };

	*b.out = (struct benchmark){ .refused = BENCHMARK_EMPTY, .choice = *choice, .engine_version = PACKAGE_VERSION,
		.made = today };
	if (pool->empty)
		return b.out;
	b.form = b.out->form = pool->forms[pool->reference];
	b.between = arena_make_n(a, pool->n_forms * pool->n_forms, struct related **);
	list_rows(&b);
	benchmark_fill_excluded(&b);
	list_alliances(&b);
	fill(&b);
	return b.out;
}

const struct benchmark_row *
benchmark_row(const struct benchmark *b, const char *of)
{
	for (size_t r = 0; r < b->n_rows; r++)
		if (str_eq(b->rows[r].of, of))
			return &b->rows[r];
	return NULL;
}

const struct benchmark_cell *
benchmark_cell(const struct benchmark *b, const char *alliance, const char *of)
{
	const struct benchmark_row *row = benchmark_row(b, of);

	for (size_t i = 0; row != NULL && i < b->n_alliances; i++)
		if (str_eq(b->alliances[i].key, alliance))
			return &b->alliances[i].cells[row - b->rows];
	return NULL;
}
