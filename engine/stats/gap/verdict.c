/* verdict.c - two sides compared, dimension by dimension, and what may be said about it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/verdict.h"

#include "base/arena.h"
#include "engine/stats/gap/multiplicity.h"

#define SIGNIFICANT .05

enum verdict
verdict_of(double holm_mid_p, const struct estimate *gap, double margin)
{
	if (holm_mid_p < SIGNIFICANT)
		return VERDICT_CLEAR_GAP;
	if (gap->refused != REFUSED_NOT)
		return VERDICT_CANNOT_TELL;
	if (gap->ci95.lo > 0 || gap->ci95.hi < 0)
		return VERDICT_PROBABLE_GAP;
	if (gap->ci90.lo > -margin && gap->ci90.hi < margin)
		return VERDICT_ALIGNED;
	return VERDICT_CANNOT_TELL;
}

const char *
verdict_name(enum verdict v)
{
	static const char *const names[] = {
		[VERDICT_CANNOT_TELL] = "cannot-tell",
		[VERDICT_ALIGNED] = "aligned",
		[VERDICT_PROBABLE_GAP] = "probable-gap",
		[VERDICT_CLEAR_GAP] = "clear-gap",
	};

	return names[v];
}

static struct comparison
compare(const struct scores *a, const struct scores *b)
{
	struct comparison c = { .a = scores_summary(a), .b = scores_summary(b) };

	c.gap = welch_difference(&c.a, &c.b);
	c.permutation = permutation_test(a, b);
	c.hedges = effect_hedges(&c.a, &c.b);
	c.cliff = effect_cliff(a, b);
	return c;
}

void
verdict_compare(const struct scores a[], const struct scores b[], size_t n, double margin,
	struct comparison comparisons_r[])
{
	struct arena *scratch = arena_new();
	double *p = arena_make_n(scratch, n, double);

	for (size_t i = 0; i < n; i++) {
		comparisons_r[i] = compare(&a[i], &b[i]);
		p[i] = comparisons_r[i].permutation.mid_p;
	}
	multiplicity_holm(p, n, p);
	for (size_t i = 0; i < n; i++) {
		comparisons_r[i].holm_mid_p = p[i];
		comparisons_r[i].verdict = verdict_of(p[i], &comparisons_r[i].gap, margin);
	}
	arena_free(scratch);
}
