/* tallies_fuzz.c - any bytes are read as tallies or refused; what was read is written back, added and measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "engine/stats/portfolio/encoding.h"
#include "engine/stats/portfolio/portfolio.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/within.h"

enum { HASH = 8 };

static void
check_figures(const struct portfolio *p)
{
	for (size_t s = 0; s < p->tallies.n_scales; s++) {
		double points = p->tallies.shapes[s].points;

		for (size_t g = 0; g < p->tallies.groups; g++) {
			const struct side *side = &p->sides[s][g];

			check_within(side->score.mean, 1, points);
			check_within(side->score.variance, 0, points * points / 2);
			check_within(side->spread.ad, 0, points / 2);
			check_within(side->spread.rwg, 0, 1);
		}
		for (size_t i = 0; i < p->tallies.groups / 2; i++) {
			const struct gap *gap = &p->gaps[s][i];

			check_within(gap->value, -points, points);
			check_within(gap->p, 0, 1);
			check_within(gap->adjusted, 0, 1);
			check_within(gap->joint, 1, points);
			check_within(gap->percentile, 0, 100);
			CHECK((gap->refused == REFUSED_NOT) == !isnan(gap->p) && !(gap->adjusted < gap->p));
		}
	}
}

/* The same bytes again; twice the people when there is room for them. */
static void
check_again(struct arena *a, const uint8_t *bytes, size_t n, const struct tallies *t)
{
	struct buf *out = buf_new(a);
	struct tallies twice;

	encoding_write(t, out);
	CHECK(out->n == n && memcmp(out->bytes, bytes, n) == 0);
	CHECK(encoding_read(a, bytes, n, &twice) == ENCODING_READ);
	if (!tallies_merge(&twice, 0, t))
		return;
	for (size_t s = 0; s < t->n_scales; s++)
		for (size_t g = 0; g < t->groups; g++) {
			CHECK(tallies_at(&twice, s, g)->scores.sum == 2 * tallies_at(t, s, g)->scores.sum);
			CHECK(tally_possible(&t->shapes[s], tallies_at(&twice, s, g)));
		}
}

static void
try(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct tallies t;

	if (encoding_read(a, bytes, n, &t) == ENCODING_READ) {
		check_again(a, bytes, n, &t);
		if (t.groups % 2 == 0) {
			struct portfolio p = portfolio_from(a, &t, 1);

			check_figures(&p);
		}
	}
	arena_free(a);
}

/* As they are, and with the hash made to fit, which no mutation finds. */
int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	uint8_t *forged;
	uint64_t hash;

	try(bytes, n);
	if (n >= HASH) {
		forged = arena_memdup(a, bytes, n);
		hash = encoding_hash(forged, n - HASH);
		for (size_t i = 0; i < HASH; i++)
			forged[n - HASH + i] = (uint8_t)(hash >> (8 * i));
		try(forged, n);
	}
	arena_free(a);
	return 0;
}
