/* krippendorff.c - do coders say the same, whatever their number and whoever is missing? Krippendorff's alpha */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/krippendorff.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"

/* pairs[(m * points + c) * points + k]: over units of m values, pairs of two of them that are codes c and k;
 * apart by m, because a unit's pairs weigh 1 / (m - 1). total[c]: values of code c in those units. */
struct tally {
	size_t points, coders;
	uint64_t *pairs, *total;
	uint64_t *own;
	struct krippendorff result;
	uint64_t answered;
};

static struct tally
tally_new(struct arena *arena, const struct ratings *r)
{
	size_t points = r->points, coders = r->items;

	return (struct tally){ points, coders, arena_make_n(arena, (coders + 1) * points * points, uint64_t),
		arena_make_n(arena, points, uint64_t), arena_make_n(arena, points, uint64_t),
		{ REFUSED_NOT, 0, 0, NAN }, 0 };
}

static void
add_unit(struct tally *t, const struct ratings *r, size_t unit)
{
	size_t values = 0;
	uint64_t *pairs;

	memset(t->own, 0, t->points * sizeof *t->own);
	for (size_t coder = 0; coder < t->coders; coder++) {
		unsigned code = r->column[coder][unit];

		CHECK(code <= t->points);
		if (code == 0)
			continue;
		values++;
		t->own[code - 1]++;
	}
	t->answered += values;
	if (values < 2)
		return;
	t->result.units++;
	t->result.values += values;
	pairs = t->pairs + values * t->points * t->points;
	for (size_t c = 0; c < t->points; c++) {
		t->total[c] += t->own[c];
		for (size_t k = 0; k < t->points && t->own[c] > 0; k++)
			pairs[c * t->points + k] += t->own[c] * (t->own[k] - (c == k));
	}
}

/* Codes are counted from 0 here. */
static double
distance(const struct tally *t, size_t c, size_t k, enum krippendorff_metric metric)
{
	double between = 0, low = (double)c, high = (double)k;

	switch (metric) {
	case KRIPPENDORFF_NOMINAL:
		return c != k;
	case KRIPPENDORFF_ORDINAL:
		for (size_t g = c; g <= k; g++)
			between += (double)t->total[g];
		between -= (double)(t->total[c] + t->total[k]) / 2;
		return between * between;
	case KRIPPENDORFF_INTERVAL:
		return (high - low) * (high - low);
	case KRIPPENDORFF_RATIO:
		return (high - low) / (high + low + 2) * (high - low) / (high + low + 2);
	}
	CHECK(!"a metric");
	return NAN;
}

/* Pairs of c and k, each unit's weighed by 1 / (m - 1). */
static double
coincidences(const struct tally *t, size_t c, size_t k)
{
	double sum = 0;

	for (size_t m = 2; m <= t->coders; m++)
		sum += (double)t->pairs[(m * t->points + c) * t->points + k] / (double)(m - 1);
	return sum;
}

static double
alpha(const struct tally *t, enum krippendorff_metric metric)
{
	double observed = 0, expected = 0;

	for (size_t c = 0; c < t->points; c++)
		for (size_t k = c + 1; k < t->points; k++) {
			double apart = distance(t, c, k, metric);

			observed += coincidences(t, c, k) * apart;
			expected += (double)t->total[c] * (double)t->total[k] * apart;
		}
	return 1 - observed * (double)(t->result.values - 1) / expected;
}

static enum refusal
refuse(const struct tally *t)
{
	if (t->result.values == 0)
		return t->answered == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	for (size_t c = 0; c < t->points; c++)
		if (t->total[c] == t->result.values)
			return REFUSED_NO_SPREAD;
	return REFUSED_NOT;
}

struct krippendorff
krippendorff_of(const struct ratings *r, enum krippendorff_metric metric)
{
	struct arena *scratch = arena_new();
	struct tally t = tally_new(scratch, r);

	for (size_t unit = 0; unit < r->people; unit++)
		add_unit(&t, r, unit);
	t.result.refused = refuse(&t);
	if (t.result.refused == REFUSED_NOT)
		t.result.alpha = alpha(&t, metric);
	arena_free(scratch);
	return t.result;
}
