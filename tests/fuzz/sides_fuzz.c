/* sides_fuzz.c - any bytes are the scores of two sides, or of one in two waves: every figure is in its range */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/change/paired.h"
#include "engine/stats/change/theil_sen.h"
#include "engine/stats/gap/bootstrap.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/equivalence.h"
#include "engine/stats/gap/permutation.h"
#include "engine/stats/gap/ranks.h"
#include "engine/stats/gap/welch.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/within.h"

enum { PEOPLE_MAX = 24, WIDEST = 4 };

/* The next byte; 0 when there are no more. */
struct input {
	const uint8_t *bytes;
	size_t left;
};

static uint8_t
next(struct input *in)
{
	if (in->left == 0)
		return 0;
	in->left--;
	return *in->bytes++;
}

/* Scores 1 .. 5 in whole units, few values or many. */
static struct scores
side_of(struct arena *a, struct input *in, size_t n, int64_t unit)
{
	int64_t *x = arena_make_n(a, n, int64_t);

	for (size_t i = 0; i < n; i++)
		x[i] = unit + next(in) % (WIDEST * unit + 1);
	return (struct scores){ x, n, unit };
}

static void
check_interval(struct interval i, double value, double low, double high)
{
	check_within(i.lo, low, high);
	check_within(i.hi, low, high);
	CHECK(isnan(i.lo) == isnan(i.hi) && !(i.lo > value + 1e-9) && !(i.hi < value - 1e-9));
}

static void
check_estimate(const struct estimate *e)
{
	check_within(e->value, -WIDEST, WIDEST);
	check_within(e->p, 0, 1);
	check_interval(e->ci95, e->value, -INFINITY, INFINITY);
	CHECK((e->refused == REFUSED_NOT) == !isnan(e->p) && !(e->ci95.lo > e->ci90.lo));
	check_within(equivalence_test(e, .5).p, 0, 1);
}

static void
check_effects(const struct scores *a, const struct scores *b)
{
	struct summary s = scores_summary(a), t = scores_summary(b);
	struct hedges g = effect_hedges(&s, &t);
	struct cliff c = effect_cliff(a, b);

	CHECK((g.refused == REFUSED_NOT) == !isnan(g.ci95.lo) && !(g.ci95.lo > g.ci95.hi));
	check_within(c.delta, -1, 1);
	check_within(c.superiority, 0, 1);
	check_interval(c.ci95, c.delta, -1, 1);
}

static void
check_tests(const struct scores *a, const struct scores *b)
{
	struct permutation p = permutation_test(a, b);
	struct ranks r = ranks_test(a, b);

	check_within(p.p, 0, 1);
	check_within(p.mid_p, 0, p.p);
	check_within(r.p, 0, 1);
	check_within(r.u, 0, (double)(a->n * b->n));
	CHECK((p.refused == REFUSED_NOT) == !isnan(p.mid_p) && p.refused == r.refused);
}

static void
check_bootstrap(struct arena *a, const struct scores *x, const struct scores *y)
{
	struct bootstrap d = bootstrap_difference(a, x, y);

	check_within(bootstrap_below(&d) + bootstrap_equal(&d), 0, 1);
	if (d.refused != REFUSED_NOT)
		return;
	check_within(bootstrap_quantile(&d, .025), -WIDEST, WIDEST);
	check_within(bootstrap_bca(&d, .95).hi, -WIDEST, WIDEST);
}

static void
check_paired_test(struct paired_test r)
{
	check_within(r.p, 0, 1);
	CHECK((r.refused == REFUSED_NOT) == !isnan(r.p) && !(r.mid_p > r.p));
}

/* As many pairs as the smaller side has people. */
static void
check_change(const struct scores *a, const struct scores *b)
{
	size_t n = a->n < b->n ? a->n : b->n;
	struct scores before = { a->x, n, a->unit }, after = { b->x, n, b->unit };
	struct paired p = paired_change(&before, &after);
	struct hedges g = paired_effect(&before, &after);

	check_estimate(&p.change);
	check_within(p.r, -1, 1);
	CHECK((g.refused == REFUSED_NOT) == !isnan(g.ci95.lo) && !(g.ci95.lo > g.ci95.hi));
	check_paired_test(paired_sign_flip(&before, &after));
	check_paired_test(paired_signed_rank(&before, &after, SIGNED_RANK_PRATT));
	check_paired_test(paired_signed_rank(&before, &after, SIGNED_RANK_WILCOXON));
	check_paired_test(paired_signed_rank_normal(&before, &after, SIGNED_RANK_PRATT));
}

/* Scores as waves, at times that may coincide. */
static void
check_trend(const struct scores *s, struct input *in)
{
	double x[PEOPLE_MAX], y[PEOPLE_MAX];
	struct theil_sen r;

	for (size_t i = 0; i < s->n; i++) {
		x[i] = next(in);
		y[i] = (double)s->x[i] / (double)s->unit;
	}
	r = theil_sen_trend(x, y, s->n);
	check_within(r.slope, -WIDEST, WIDEST);
	check_within(r.p, 0, 1);
	check_interval(r.ci95, r.slope, -WIDEST, WIDEST);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static const int64_t units[] = { 1, 3, 12, 60 };
	struct arena *a = arena_new();
	struct input in = { bytes, n };
	size_t n_x = next(&in) % (PEOPLE_MAX + 1), n_y = next(&in) % (PEOPLE_MAX + 1);
	int64_t unit = units[next(&in) % 4];
	struct scores x = side_of(a, &in, n_x, unit), y = side_of(a, &in, n_y, unit);
	struct summary s = scores_summary(&x), t = scores_summary(&y);
	struct estimate gap = welch_difference(&s, &t);

	check_estimate(&gap);
	check_effects(&x, &y);
	check_tests(&x, &y);
	check_bootstrap(a, &x, &y);
	check_change(&x, &y);
	check_trend(&x, &in);
	arena_free(a);
	return 0;
}
