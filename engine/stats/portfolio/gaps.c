/* gaps.c - the two sides of every alliance against each other, and every alliance among all */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/gaps.h"

#include <math.h>

#include "base/arena.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/order.h"
#include "engine/stats/portfolio/tails.h"

enum { AT_ONCE = 256 };

/* As one quotient of whole numbers, so that equal scores are equal in the last bit however many people they
 * come from. */
static double
joint(const struct moments *a, const struct moments *b, int64_t unit)
{
	double n = (double)a->n, m = (double)b->n;

	return ((double)a->sum * m + (double)b->sum * n) / (2 * n * m * (double)unit);
}

static enum refusal
refuse(const struct moments *a, const struct moments *b, double variance)
{
	if (a->n == 0 || b->n == 0)
		return REFUSED_EMPTY;
	if (a->n == 1 || b->n == 1)
		return REFUSED_TOO_FEW;
	return variance > 0 ? REFUSED_NOT : REFUSED_NO_SPREAD;
}

static struct gap
gap_of(const struct moments *a, const struct moments *b, int64_t unit)
{
	struct summary s = moments_summary(a, unit), t = moments_summary(b, unit);
	double n = (double)a->n, m = (double)b->n, v = s.variance / n, w = t.variance / m;
	struct gap g = { refuse(a, b, v + w), s.mean - t.mean, NAN, NAN, NAN, NAN, NAN, joint(a, b, unit), NAN };

	if (g.refused == REFUSED_NO_SPREAD)
		g.se = 0;
	if (g.refused != REFUSED_NOT)
		return g;
	g.se = sqrt(v + w);
	g.df = (v + w) * (v + w) / (v * v / (n - 1) + w * w / (m - 1));
	g.t = g.value / g.se;
	return g;
}

static void
add_tails(struct gap gaps[], size_t n)
{
	double t[AT_ONCE] = { 0 }, df[AT_ONCE] = { 0 }, p[AT_ONCE];

	for (size_t i = 0; i < n; i++) {
		t[i] = gaps[i].t;
		df[i] = gaps[i].df;
	}
	tails_two_sided(t, df, n, p);
	for (size_t i = 0; i < n; i++)
		gaps[i].p = p[i];
}

void
gaps_of(const struct moments sides[], size_t alliances, int64_t unit, struct gap gaps_r[])
{
	for (size_t i = 0; i < alliances; i++)
		gaps_r[i] = gap_of(&sides[2 * i], &sides[2 * i + 1], unit);
	for (size_t i = 0; i < alliances; i += AT_ONCE)
		add_tails(gaps_r + i, alliances - i < AT_ONCE ? alliances - i : AT_ONCE);
}

void
gaps_compare(struct gap gaps[], size_t alliances)
{
	struct arena *scratch = arena_new();
	double *from = arena_make_n(scratch, alliances, double), *to = arena_make_n(scratch, alliances, double);

	for (size_t i = 0; i < alliances; i++)
		from[i] = gaps[i].p;
	multiplicity_benjamini_hochberg(from, alliances, to);
	for (size_t i = 0; i < alliances; i++) {
		gaps[i].adjusted = to[i];
		from[i] = gaps[i].joint;
	}
	order_percentiles(from, alliances, to);
	for (size_t i = 0; i < alliances; i++)
		gaps[i].percentile = to[i];
	arena_free(scratch);
}
