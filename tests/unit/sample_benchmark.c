/* sample_benchmark.c - benchmarks of invented portfolios with planted truths, for the tests of the report */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/sample_benchmark.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"
#include "engine/measure/score.h"
#include "tests/unit/normal.h"
#include "tests/unit/pooled.h"

enum { WAVES = 3, SIDES = 2, PEOPLE = 12, OLD = 0, NEW = 1, MANAGERS = 6, ANSWERED = 40, MONTH = 30 };

struct portfolio {
	struct arena *arena;
	struct pool *pool;
	const struct form *forms[2];
	struct scorer *scorers;		/* by dimension */
	const char *hostile;
};

static char *
library(struct arena *a, const char *name, size_t *n_r)
{
	const char *srcdir = getenv("srcdir");
	char *xml = str_read_file(a, arena_printf(a, "%s/forms/library/%s.xml", srcdir == NULL ? "." : srcdir, name), 1 << 21,
		n_r);

	CHECK(xml != NULL);
	return xml;
}

/* `new` instead of the first `old` behind the first `after`. */
static char *
replaced(struct arena *a, const char *xml, const char *after, const char *old, const char *new)
{
	const char *at = strstr(xml, after);
	struct buf *out = buf_new(a);

	CHECK(at != NULL && (at = strstr(at, old)) != NULL);
	buf_add(out, xml, (size_t)(at - xml));
	buf_puts(out, new);
	buf_puts(out, at + strlen(old));
	return out->bytes;
}

static const struct form *
second_version(struct arena *a, const char *xml)
{
	const char *x = replaced(a, xml, "<form ", "version=\"1\"", "version=\"2\"");

	x = replaced(a, x, "<item id=\"ou_progress\"", "id=\"ou_progress\"", "id=\"ou_progress\" was=\"ou_progress@1\" change=\"meaning\"");
	x = replaced(a, x, "<item id=\"ou_progress\"", "<t>", "<t>In the last month: ");
	x = replaced(a, x, "<item id=\"ex_roles\"", "id=\"ex_roles\"", "id=\"ex_roles\" was=\"ex_roles@1\" change=\"wording\"");
	x = replaced(a, x, "<item id=\"ex_roles\"", "<t>", "<t>In practice: ");
	return pooled_form(a, x, strlen(x));
}

const char *
sample_benchmark_key(struct arena *a, size_t alliance)
{
	return arena_printf(a, "alliance-%05zu", alliance);
}

static const char *
name_of(struct portfolio *p, size_t i)
{
	static const char *const first[] = { "Cedar", "Harbour", "North", "Amber", "River", "Granite", "Meadow", "Copper",
		"Summit", "Juniper", "Falcon", "Delta", "Orchard" };
	static const char *const second[] = { "Bridge", "Compass", "Loom", "Forge", "Relay", "Lantern", "Anchor", "Prism",
		"Garden", "Signal and joint development of measuring instruments" };

	if (p->hostile != NULL)
		return p->hostile;
	return arena_printf(p->arena, i < 130 ? "%s %s" : "%s %s %zu", first[i % 13], second[(i / 13 + i) % 10], i);
}

static struct pool_alliance *
add_alliance(struct portfolio *p, size_t i)
{
	static const char *const types[] = { "reseller", "codevelopment", "technology" };
	static const char *const stages[] = { "start", "build", "run", "renew" };

	return pool_add_alliance(p->pool, (int64_t)i, sample_benchmark_key(p->arena, i), name_of(p, i),
		types[i % 3], stages[i % 4]);
}

/* Dimensions differ by what everybody thinks of them; on 0..1. */
static double
level(size_t dimension)
{
	static const double levels[] = { .7, .62, .66, .48, .57, .6, .72, .55, .52, .64, .63, .66, .68 };

	return levels[dimension % (sizeof(levels) / sizeof(*levels))];
}

static double
planted(size_t alliance, size_t dimension, size_t side, bool newest)
{
	if (alliance == PLANTED_DROP && newest)
		return -.2;
	if (alliance == PLANTED_OUTLIER)
		return -.35;
	if (alliance == PLANTED_GAP && dimension == 5 && newest)
		return side == 0 ? .15 : -.15;
	return 0;
}

static double
inside(double share)
{
	return fmin(fmax(share, .02), .98);
}

static struct contribution_figure
figure(size_t row, double mean, double sd, size_t people)
{
	double n = (double)people;

	return (struct contribution_figure){ .row = (uint16_t)row, .agreement = AGREEMENT_MIXED, .spread = true,
		.n = (uint32_t)people, .mean = mean + sd * draw_normal() / sqrt(n), .within = (n - 1) * sd * sd };
}

static struct contribution_party
party(struct portfolio *p, size_t i, size_t side, size_t people, double own, bool newest)
{
	const struct form *f = p->forms[NEW];
	struct contribution_figure *figures = arena_make_n(p->arena, f->n_dimensions + 1, struct contribution_figure);
	size_t n = 0, drivers = 0;
	double sum = 0;

	for (size_t d = 0; d < f->n_dimensions; d++) {
		const struct scorer *s = &p->scorers[d];
		double share = inside(level(d) + own + .05 * draw_normal() + planted(i, d, side, newest));

		if (f->dimensions[d].role == ROLE_SIGNAL)
			continue;
		figures[n] = figure(d, s->min + (s->max - s->min) * share, .17 * (s->max - s->min), people);
		if (i == PLANTED_SPLIT && side == 0 && newest && n < 3)
			figures[n].agreement = AGREEMENT_SPLIT;
		if (f->dimensions[d].role == ROLE_DRIVER && drivers++ < 9)
			sum += 100 * (figures[n].mean - s->min) / (s->max - s->min);
		n++;
	}
	figures[n++] = figure(f->n_dimensions, sum / 9, 11, people);
	return (struct contribution_party){ side == 0 ? "a" : "b", (uint32_t)(people + 2), (uint32_t)people, n, figures };
}

static void
add_wave(struct portfolio *p, struct pool_alliance *a, size_t i, size_t w, double own)
{
	struct contribution_party *parties = arena_make_n(p->arena, SIDES, struct contribution_party);
	struct pool_wave *wave = pool_add_wave(p->pool, a);
	bool newest = w == WAVES - 1;
	size_t months = 6 * (WAVES - 1 - w) + 1 + (i == PLANTED_OVERDUE ? 16 : 0);

	*wave = (struct pool_wave){ .key = arena_printf(p->arena, "w%zu", w),
		.name = p->hostile != NULL ? p->hostile : arena_printf(p->arena, "Wave %zu", w + 1),
		.closed = TODAY - (int64_t)months * MONTH * DAY, .form = newest ? NEW : OLD };
	for (size_t s = 0; s < SIDES; s++)
		parties[s] = party(p, i, s, PEOPLE + i * 7 % 20, own, newest);
	if (i == PLANTED_SILENT && newest) {
		parties[1].answered = 2;
		parties[1].n_figures = 0;
	}
	wave->figures = (struct contribution){ SIDES, parties, i == PLANTED_SIGNALS && newest ? 2 : 0 };
}

static void
fill(struct portfolio *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct pool_alliance *a = add_alliance(p, i);
		double own = .08 * draw_normal();

		for (size_t w = i % 6 == 5 ? WAVES - 1 : 0; w < WAVES; w++)
			add_wave(p, a, i, w, own);
	}
}

static struct portfolio
begin(struct arena *a, const char *hostile)
{
	struct portfolio p = { .arena = a, .hostile = hostile };
	size_t bytes;
	char *xml = library(a, "alliance-health-core", &bytes);

	seed = 20260301;
	p.forms[OLD] = pooled_form(a, xml, bytes);
	p.forms[NEW] = second_version(a, xml);
	p.pool = pooled_new(a, p.forms, 2);
	p.scorers = arena_make_n(a, p.forms[NEW]->n_dimensions, struct scorer);
	for (size_t d = 0; d < p.forms[NEW]->n_dimensions; d++)
		p.scorers[d] = scorer_new(a, p.forms[NEW], &p.forms[NEW]->dimensions[d]);
	return p;
}

/* People and items hang together; reversed statements are answered the other way round. */
static void
draw_answers(const struct wave_answers *w)
{
	pooled_draw(w, 3.4);
	for (size_t r = 0; r < w->n_responses; r++)
		for (size_t i = 0; i < w->form->n_items; i++)
			if (w->form->items[i].reverse)
				w->responses[r].answers->codes[w->form->items[i].slot] = (int16_t)(6
				    - w->responses[r].answers->codes[w->form->items[i].slot]);
}

/* Answers of some alliances, for what is told of the questionnaire itself. */
static void
add_answers(struct portfolio *p, size_t n)
{
	const size_t people[SIDES] = { PEOPLE, PEOPLE };

	for (size_t i = 0; i < n && i < ANSWERED; i++) {
		struct wave_answers w = pooled_wave(p->arena, p->forms[NEW], people, SIDES);

		if (pool_find(p->pool, (int64_t)i) == NULL)
			continue;
		draw_answers(&w);
		pooled_sums(p->pool, i, NEW, &w);
	}
}

static void
add_managers(struct portfolio *p)
{
	size_t bytes, form = p->pool->n_forms;
	const char *xml = library(p->arena, "alliance-manager-short", &bytes);
	const struct form **forms = arena_make_n(p->arena, form + 1, const struct form *);

	memcpy(forms, p->pool->forms, form * sizeof(*forms));
	forms[form] = pooled_form(p->arena, xml, bytes);
	p->pool->forms = forms;
	p->pool->n_forms = form + 1;
	for (int m = 0; m < MANAGERS; m++) {
		struct contribution_party *others = arena_make(p->arena, struct contribution_party);
		struct contribution_figure *figures = arena_make_n(p->arena, forms[form]->n_dimensions,
			struct contribution_figure);
		size_t n = 0;

		for (size_t d = 0; d < forms[form]->n_dimensions; d++)
			figures[n++] = figure(d, 3 + .12 * (double)(d % 10) + .3 * draw_normal(), .6, 12);
		*others = (struct contribution_party){ "others", 14, 12, n, figures };
		*pool_add_profile(p->pool) = (struct pool_profile){ .person_id = m, .entered = (int64_t)m, .form = form,
			.figures = { 1, others, 0 } };
	}
}

struct benchmark *
sample_benchmark(struct arena *a, size_t n, const struct benchmark_choice *choice, const char *hostile)
{
	struct portfolio p = begin(a, hostile);

	fill(&p, n);
	add_managers(&p);
	pool_prepare(p.pool, choice, pool_form_id(p.pool, choice), p.forms, 2);
	add_answers(&p, n);
	return benchmark_make(a, p.pool, choice, TODAY);
}

struct benchmark *
sample_benchmark_figures(struct arena *a, size_t n)
{
	const struct benchmark_choice all = { .type = NULL };
	struct portfolio p = begin(a, NULL);

	fill(&p, n);
	pool_prepare(p.pool, &all, pool_form_id(p.pool, &all), p.forms, 2);
	return benchmark_make(a, p.pool, &all, TODAY);
}
