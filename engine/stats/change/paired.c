/* paired.c - the change of people who answered twice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/paired.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/distribution.h"
#include "engine/stats/noncentral_t.h"
#include "engine/stats/change/flips.h"

static int64_t *
changes_of(struct arena *arena, const struct scores *before, const struct scores *after)
{
	int64_t *change = arena_make_n(arena, before->n, int64_t);

	CHECK(before->n == after->n && before->unit == after->unit);
	for (size_t i = 0; i < before->n; i++)
		change[i] = after->x[i] - before->x[i];
	return change;
}

static struct summary
summary_of_changes(const struct scores *before, const struct scores *after)
{
	struct arena *scratch = arena_new();
	struct scores changes = { changes_of(scratch, before, after), before->n, before->unit };
	struct summary s = scores_summary(&changes);

	arena_free(scratch);
	return s;
}

/* From the three variances: var(after - before) = var after + var before - 2 cov. */
static double
correlation(const struct scores *before, const struct scores *after, double variance_of_change)
{
	double v = scores_summary(before).variance, w = scores_summary(after).variance;

	if (!(v > 0 && w > 0))
		return NAN;
	return (v + w - variance_of_change) / (2 * sqrt(v * w));
}

struct paired
paired_change(const struct scores *before, const struct scores *after)
{
	struct summary change = summary_of_changes(before, after);

	return (struct paired){ welch_mean(&change), correlation(before, after, change.variance) };
}

struct hedges
paired_effect(const struct scores *before, const struct scores *after)
{
	struct summary change = summary_of_changes(before, after);
	double n = (double)change.n, t, scale;
	struct hedges h = { REFUSED_NOT, NAN, NAN, { NAN, NAN } };

	if (change.n < 3)
		h.refused = change.n == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	else if (change.variance == 0)
		h.refused = REFUSED_NO_SPREAD;
	if (h.refused != REFUSED_NOT)
		return h;
	h.d = change.mean / sqrt(change.variance);
	h.g = effect_correction(n - 1) * h.d;
	t = sqrt(n) * h.d;
	scale = effect_correction(n - 1) / sqrt(n);
	h.ci95.lo = scale * noncentral_t_delta(t, n - 1, .975);
	h.ci95.hi = scale * noncentral_t_delta(t, n - 1, .025);
	return h;
}

static enum refusal
refuse(const int64_t change[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (change[i] != 0)
			return REFUSED_NOT;
	return n == 0 ? REFUSED_EMPTY : REFUSED_NO_SPREAD;
}

static struct paired_test
test_of(double statistic, const int64_t terms[], size_t n)
{
	struct flips_tail tail = flips_sum_tail(terms, n);

	return (struct paired_test){ REFUSED_NOT, statistic, fmin(1, tail.beyond + tail.equal),
		tail.beyond + tail.equal / 2, tail.exact };
}

static struct paired_test
refused_test(enum refusal refused)
{
	return (struct paired_test){ refused, NAN, NAN, NAN, false };
}

struct paired_test
paired_sign_flip(const struct scores *before, const struct scores *after)
{
	struct arena *scratch = arena_new();
	int64_t *change = changes_of(scratch, before, after);
	enum refusal refused = refuse(change, before->n);
	struct paired_test r = refused_test(refused);

	if (refused == REFUSED_NOT)
		r = test_of(summary_of_changes(before, after).mean, change, before->n);
	arena_free(scratch);
	return r;
}

/* Changes with sign, ascending by size. */
static int
by_size(const void *a, const void *b)
{
	int64_t x = llabs(*(const int64_t *)a), y = llabs(*(const int64_t *)b);

	return (x > y) - (x < y);
}

/* Puts in each change's place its mid-rank by size, doubled to be whole, with its sign; 0 for no change. */
static void
rank_changes(int64_t change[], size_t n, enum signed_rank_zeros zeros)
{
	size_t unchanged = 0, first = 0;

	qsort(change, n, sizeof *change, by_size);
	while (unchanged < n && change[unchanged] == 0)
		unchanged++;
	if (zeros == SIGNED_RANK_WILCOXON)
		first = unchanged;
	for (size_t i = unchanged; i < n;) {
		size_t end = i + 1;

		while (end < n && llabs(change[end]) == llabs(change[i]))
			end++;
		for (int64_t doubled = (int64_t)(i + 1 - first + end - first); i < end; i++)
			change[i] = change[i] < 0 ? -doubled : doubled;
	}
}

static double
sum_upwards(const int64_t doubled[], size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += doubled[i] > 0 ? doubled[i] : 0;
	return (double)sum / 2;
}

static struct paired_test
normal_test(const int64_t doubled[], size_t n)
{
	double squares = 0, total = 0, up = sum_upwards(doubled, n), p;

	for (size_t i = 0; i < n; i++) {
		double rank = fabs((double)doubled[i]) / 2;

		total += rank;
		squares += rank * rank;
	}
	p = fmin(1, 2 * normal_p(-fmax(0, fabs(up - total / 2) - .5) / sqrt(squares / 4)));
	return (struct paired_test){ REFUSED_NOT, up, p, p, false };
}

static struct paired_test
signed_rank(const struct scores *before, const struct scores *after, enum signed_rank_zeros zeros, bool exact)
{
	struct arena *scratch = arena_new();
	int64_t *change = changes_of(scratch, before, after);
	struct paired_test r = refused_test(refuse(change, before->n));
	size_t n = before->n;

	if (r.refused == REFUSED_NOT) {
		rank_changes(change, n, zeros);
		r = exact ? test_of(sum_upwards(change, n), change, n) : normal_test(change, n);
	}
	arena_free(scratch);
	return r;
}

struct paired_test
paired_signed_rank(const struct scores *before, const struct scores *after, enum signed_rank_zeros zeros)
{
	return signed_rank(before, after, zeros, before->n <= SIGNED_RANK_EXACT_MAX);
}

struct paired_test
paired_signed_rank_normal(const struct scores *before, const struct scores *after,
	enum signed_rank_zeros zeros)
{
	return signed_rank(before, after, zeros, false);
}
