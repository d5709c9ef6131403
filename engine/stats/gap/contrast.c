/* contrast.c - the permutation test of one party against the mean of the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/contrast.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/whole.h"

#define ADDITIONS_MAX (INT64_C(1) << 28)
#define MULTIPLE_MAX (INT64_C(1) << 30)

/* People whose scores have the same weight in the contrast: one party, or others of equal size. */
struct class {
	int64_t n, weight;
	int64_t shift;			/* the weight above that of the class left out of the count */
	int64_t stride;			/* one more person of it is so many rows further */
};

/* The classes, the last one being the largest and left out: its people are those who are in no other. */
struct deal {
	struct class *classes;
	size_t n_classes;
	int64_t *x, n, total;		/* everybody's scores, ascending from 0 */
	int64_t observed;
	int64_t rows, lowest, width;	/* ways[row * width + shifted sum - lowest] */
};

static enum refusal
refuse(const struct scores parties[], size_t n)
{
	int64_t first = n > 0 && parties[0].n > 0 ? parties[0].x[0] : 0;
	bool spread = false;

	if (n < 2)
		return REFUSED_EMPTY;
	for (size_t p = 0; p < n; p++) {
		CHECK(parties[p].unit == parties[0].unit);
		if (parties[p].n == 0)
			return REFUSED_EMPTY;
		for (size_t i = 0; i < parties[p].n; i++)
			spread |= parties[p].x[i] != first;
	}
	return spread ? REFUSED_NOT : REFUSED_NO_SPREAD;
}

static struct scores
pool(struct arena *a, const struct scores parties[], size_t n, size_t leave_out)
{
	struct scores all = { .unit = parties[0].unit };
	int64_t *x;

	for (size_t p = 0; p < n; p++)
		all.n += p == leave_out ? 0 : parties[p].n;
	all.x = x = arena_make_n(a, all.n, int64_t);
	for (size_t p = 0; p < n; p++)
		if (p != leave_out) {
			memcpy(x, parties[p].x, parties[p].n * sizeof(*x));
			x += parties[p].n;
		}
	return all;
}

/* Two groups, when the others are of one size. */
static bool
others_are_alike(const struct scores parties[], size_t n, size_t which)
{
	size_t size = 0;

	for (size_t p = 0; p < n; p++) {
		if (p == which)
			continue;
		if (size != 0 && parties[p].n != size)
			return false;
		size = parties[p].n;
	}
	return true;
}

static double
contrast_of(const struct scores parties[], size_t n, size_t which, double *weights_r)
{
	double value = 0;

	*weights_r = 0;
	for (size_t p = 0; p < n; p++) {
		double c = p == which ? 1 : -1 / (double)(n - 1);

		value += c * scores_summary(&parties[p]).mean;
		*weights_r += c * c / (double)parties[p].n;
	}
	return value;
}

static struct subset_tail
normal(struct arena *a, const struct scores parties[], size_t n, size_t which)
{
	struct scores all = pool(a, parties, n, n);
	double weights, value = contrast_of(parties, n, which, &weights);
	double se = sqrt(scores_summary(&all).variance * weights);

	return (struct subset_tail){ 2 * normal_p(-fabs(value) / se), 0, SUBSET_NORMAL };
}

/* lcm of the sizes; 0 when it is too large to be of use. */
static int64_t
common_multiple(const struct scores parties[], size_t n)
{
	int64_t multiple = 1;

	for (size_t p = 0; p < n; p++) {
		int64_t size = (int64_t)parties[p].n;

		multiple *= size / whole_gcd(multiple, size);
		if (multiple > MULTIPLE_MAX)
			return 0;
	}
	return multiple;
}

static void
add_class(struct deal *d, int64_t n, int64_t weight)
{
	for (size_t k = 0; k < d->n_classes; k++)
		if (d->classes[k].weight == weight) {
			d->classes[k].n += n;
			return;
		}
	d->classes[d->n_classes++] = (struct class){ .n = n, .weight = weight };
}

static int
by_size(const void *a, const void *b)
{
	const struct class *x = a, *y = b;

	return (x->n > y->n) - (x->n < y->n);
}

/* Offset and common factor of the scores change the contrast by a factor only, as its weights sum to 0. */
static void
reduce(struct deal *d)
{
	int64_t factor = 0, least;

	qsort(d->x, (size_t)d->n, sizeof(*d->x), whole_order);
	least = d->x[0];
	for (int64_t i = 0; i < d->n; i++)
		factor = whole_gcd(factor, d->x[i] -= least);
	for (int64_t i = 0; i < d->n; i++)
		d->total += d->x[i] /= factor;
	d->observed /= factor;
}

/* Of n people, those with the largest scores. */
static int64_t
largest_sum(const struct deal *d, int64_t n)
{
	int64_t sum = 0;

	for (int64_t i = 0; i < n; i++)
		sum += d->x[d->n - 1 - i];
	return sum;
}

/* How the table of ways lies in memory; false when it would take too long to fill. */
static bool
lay_out(struct deal *d)
{
	int64_t base = d->classes[d->n_classes - 1].weight, factor = 0, highest = 0;

	for (size_t k = 0; k + 1 < d->n_classes; k++)
		factor = whole_gcd(factor, d->classes[k].shift = d->classes[k].weight - base);
	d->rows = 1;
	for (size_t k = 0; k + 1 < d->n_classes; k++) {
		struct class *c = &d->classes[k];
		int64_t reach = (c->shift /= factor) * largest_sum(d, c->n);

		c->stride = d->rows;
		*(reach < 0 ? &d->lowest : &highest) += reach;
		if (__builtin_mul_overflow(d->rows, c->n + 1, &d->rows))
			return false;
	}
	d->width = highest - d->lowest + 1;
	return d->width <= ADDITIONS_MAX / d->n / (int64_t)d->n_classes / d->rows;
}

static int64_t
count_in(const struct class *c, int64_t row)
{
	return row / c->stride % (c->n + 1);
}

/* Can the first `dealt` people fill the row, and those left the class that is not counted? */
static bool
is_possible(const struct deal *d, int64_t row, int64_t dealt)
{
	int64_t counted = 0;

	for (size_t k = 0; k + 1 < d->n_classes; k++)
		counted += count_in(&d->classes[k], row);
	return counted <= dealt && dealt - counted <= d->classes[d->n_classes - 1].n;
}

/* The ways in which the next person, who scores x, joins the class and so comes to this row. */
static void
join(const struct deal *d, double *ways, int64_t row, const struct class *c, int64_t x)
{
	int64_t by = c->shift * x, from = by < 0 ? -by : 0, to = d->width - (by > 0 ? by : 0);
	double *restrict sums = ways + row * d->width + by;
	const double *restrict before = ways + (row - c->stride) * d->width;

	for (int64_t sum = from; sum < to; sum++)
		sums[sum] += before[sum];
}

static double *
count_ways(struct arena *a, const struct deal *d)
{
	double *ways = arena_make_n(a, (size_t)(d->rows * d->width), double);

	ways[-d->lowest] = 1;
	for (int64_t i = 0; i < d->n; i++)
		for (int64_t row = d->rows - 1; row > 0; row--)
			for (size_t k = 0; k + 1 < d->n_classes && is_possible(d, row, i + 1); k++)
				if (count_in(&d->classes[k], row) > 0)
					join(d, ways, row, &d->classes[k], d->x[i]);
	return ways + (d->rows - 1) * d->width;
}

/* The row of all people in their classes holds every way there is. */
static struct subset_tail
counted(struct arena *a, const struct deal *d)
{
	const double *ways = count_ways(a, d);
	int64_t base = d->classes[d->n_classes - 1].weight, factor;
	struct subset_tail tail = { 0, 0, SUBSET_COUNTED };
	double all = 0;

	factor = (d->classes[0].weight - base) / d->classes[0].shift;
	for (int64_t i = 0; i < d->width; i++) {
		int64_t contrast = llabs((i + d->lowest) * factor + base * d->total);

		all += ways[i];
		tail.beyond += contrast > d->observed ? ways[i] : 0;
		tail.equal += contrast == d->observed ? ways[i] : 0;
	}
	tail.beyond /= all;
	tail.equal /= all;
	return tail;
}

static struct subset_tail
unequal(struct arena *a, const struct scores parties[], size_t n, size_t which)
{
	struct scores all = pool(a, parties, n, n);
	struct deal d = { .classes = arena_make_n(a, n, struct class), .n = (int64_t)all.n,
		.x = arena_memdup(a, all.x, all.n * sizeof(*all.x)) };
	int64_t multiple = common_multiple(parties, n);

	for (size_t p = 0; multiple > 0 && p < n; p++) {
		int64_t weight = multiple / (int64_t)parties[p].n * (p == which ? (int64_t)n - 1 : -1);

		add_class(&d, (int64_t)parties[p].n, weight);
		for (size_t i = 0; i < parties[p].n; i++)
			d.observed += weight * parties[p].x[i];
	}
	d.observed = llabs(d.observed);
	qsort(d.classes, d.n_classes, sizeof(*d.classes), by_size);
	reduce(&d);
	if (multiple > 0 && lay_out(&d))
		return counted(a, &d);
	return normal(a, parties, n, which);
}

struct permutation
contrast_test(const struct scores parties[], size_t n, size_t which)
{
	struct permutation result = { refuse(parties, n), NAN, NAN, SUBSET_COUNTED };
	struct arena *scratch;

	CHECK(which < n);
	if (result.refused != REFUSED_NOT)
		return result;
	scratch = arena_new();
	if (others_are_alike(parties, n, which)) {
		struct scores others = pool(scratch, parties, n, which);

		result = permutation_test(&parties[which], &others);
	} else {
		struct subset_tail tail = unequal(scratch, parties, n, which);

		result.p = fmin(1, tail.beyond + tail.equal);
		result.mid_p = tail.beyond + tail.equal / 2;
		result.method = tail.method;
	}
	arena_free(scratch);
	return result;
}
