/* consensus.c - van der Eijk's agreement A of one item */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/agreement/consensus.h"

#include <limits.h>
#include <math.h>
#include <stdbool.h>

static bool
occupied(const int counts[], size_t k, int level)
{
	return counts[k] > level;
}

/* Triples of points i < j < k around each middle j follow from how many are occupied on its two sides. */
static double
unimodality(const int counts[], size_t points, int level, size_t total)
{
	double unimodal = 0, bimodal = 0, left = 0, n = (double)points;

	for (size_t j = 0; j < points; j++) {
		double here = occupied(counts, j, level), right = (double)total - left - here;
		double empty_left = (double)j - left, empty_right = n - 1 - (double)j - right;

		if (here > 0)
			unimodal += left * empty_right + empty_left * right;
		else
			bimodal += left * right;
		left += here;
	}
	if (unimodal + bimodal == 0)
		return 1;
	return ((n - 2) * unimodal - (n - 1) * bimodal) / ((n - 2) * (unimodal + bimodal));
}

/* The layer above `level`: returns the next level, where its least occupied point ends. */
static int
layer(const int counts[], size_t points, int level, double *sum, double *people)
{
	int next = INT_MAX;
	size_t total = 0;
	double weight, spread;

	for (size_t k = 0; k < points; k++) {
		if (!occupied(counts, k, level))
			continue;
		total++;
		next = counts[k] < next ? counts[k] : next;
	}
	if (total == 0)
		return level;
	weight = (double)total * (next - level);
	*people += weight;
	spread = (double)(total - 1) / (double)(points - 1);
	*sum += weight * unimodality(counts, points, level, total) * (1 - spread);
	return next;
}

double
consensus_of(const int counts[], size_t points)
{
	double sum = 0, people = 0;
	int level = 0, next;

	while ((next = layer(counts, points, level, &sum, &people)) != level)
		level = next;
	return sum / people;
}
