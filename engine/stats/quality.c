/* quality.c - marks of careless answering, as counts of people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/quality.h"

#include <math.h>

#include "base/check.h"
#include "engine/stats/scores.h"

/* One person's answers, added in the order of the items. */
struct answering {
	struct moments moments;
	size_t run, longest;
	uint8_t last;
};

static void
add_answer(struct answering *a, uint8_t code)
{
	moments_add(&a->moments, code);
	a->run = code == a->last ? a->run + 1 : 1;
	a->last = code;
	if (a->run > a->longest)
		a->longest = a->run;
}

static struct answering
answering_of(const struct ratings *r, size_t person)
{
	struct answering a = { .last = 0 };

	for (size_t i = 0; i < r->items; i++)
		if (r->column[i][person] != 0)
			add_answer(&a, r->column[i][person]);
	return a;
}

struct quality
quality_count(const struct ratings *r, size_t run, double spread)
{
	struct quality q = { REFUSED_NOT, 0, 0, 0 };

	CHECK(run >= 2 && spread >= 0);
	for (size_t p = 0; p < r->people; p++) {
		struct answering a = answering_of(r, p);

		if (a.moments.n < 2)
			continue;
		q.people++;
		q.long_runs += a.longest >= run;
		q.flat += sqrt(moments_summary(&a.moments, 1).variance) <= spread;
	}
	if (q.people == 0)
		q.refused = r->people == 0 ? REFUSED_EMPTY : REFUSED_TOO_FEW;
	return q;
}
