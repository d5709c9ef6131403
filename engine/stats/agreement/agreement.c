/* agreement.c - do the people of one group agree among themselves? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/agreement.h"

#include <math.h>

#include "base/check.h"
#include "engine/stats/agreement/consensus.h"
#include "engine/stats/agreement/rwg.h"
#include "engine/stats/scores.h"

#define AGREEMENT_PEOPLE 5

/* Answers to one item as whole numbers 1..points. */
static struct moments
item_moments(const int counts[], size_t points)
{
	struct moments m = { 0 };

	for (size_t k = 0; k < points; k++) {
		int64_t people = counts[k], x = (int64_t)k + 1;

		CHECK(people >= 0);
		moments_merge(&m, &(struct moments){ people, people * x, people * x * x });
	}
	return m;
}

static double
deviation(const int counts[], size_t points, const struct moments *m)
{
	int64_t total = 0;

	for (size_t k = 0; k < points; k++) {
		int64_t away = m->n * ((int64_t)k + 1) - m->sum;

		total += counts[k] * (away < 0 ? -away : away);
	}
	return (double)total / ((double)m->n * (double)m->n);
}

/* NAN where the mean is so near an end that no spread of k people fits it. */
static double
item_awg(const struct summary *item, size_t points)
{
	double k = (double)item->n, high = (double)points, mean = item->mean;

	if (mean < (k - 1 + high) / k || mean > (high * (k - 1) + 1) / k)
		return NAN;
	return 1 - 2 * item->variance / (((high + 1) * mean - mean * mean - high) * k / (k - 1));
}

static void
add_item(struct agreement *sum, const int counts[], size_t points)
{
	struct moments m = item_moments(counts, points);
	struct summary item = moments_summary(&m, 1);
	double awg;

	if (m.n < 2)
		return;
	sum->items++;
	sum->ad += deviation(counts, points, &m);
	sum->variance += item.variance;
	sum->consensus += consensus_of(counts, points);
	awg = item_awg(&item, points);
	if (!isnan(awg)) {
		sum->awg_items++;
		sum->awg += awg;
	}
}

struct agreement
agreement_of(const int counts[], size_t items, size_t points)
{
	struct agreement sum = { 0 };
	double used;

	CHECK(points >= 2);
	for (size_t i = 0; i < items; i++)
		add_item(&sum, counts + i * points, points);
	used = (double)sum.items;
	return (struct agreement){
		.refused = sum.items == 0 ? REFUSED_EMPTY : REFUSED_NOT,
		.items = sum.items,
		.awg_items = sum.awg_items,
		.ad = sum.ad / used,
		.variance = sum.variance / used,
		.rwg = rwg_of(sum.variance / used, points, sum.items),
		.awg = sum.awg / (double)sum.awg_items,
		.consensus = sum.consensus / used,
	};
}

enum agreement_word
agreement_word(const struct agreement *a, size_t points, size_t n)
{
	if (a->refused != REFUSED_NOT || n < AGREEMENT_PEOPLE)
		return AGREEMENT_UNKNOWN;
	if (a->ad <= (double)points / 6)
		return AGREEMENT_ALIGNED;
	return a->consensus < 0 ? AGREEMENT_SPLIT : AGREEMENT_MIXED;
}

const char *
agreement_word_name(enum agreement_word word)
{
	static const char *const names[] = {
		[AGREEMENT_UNKNOWN] = "unknown",
		[AGREEMENT_ALIGNED] = "aligned",
		[AGREEMENT_MIXED] = "mixed",
		[AGREEMENT_SPLIT] = "split",
	};

	return names[word];
}
