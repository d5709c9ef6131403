/* disclosure_fuzz.c - waves made of bytes: every decision must be that of brute force */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/measure/disclosure.h"
#include "tests/fuzz/fuzz.h"
#include "tests/unit/brute.h"

enum { MOST_PEOPLE = 7 };	/* fewer sets than in the unit test: more waves a second */

struct bytes {
	const uint8_t *at;
	size_t n;
};

/* The next byte below a limit; 0 when there are no more. */
static size_t
next(struct bytes *b, size_t below)
{
	if (b->n == 0)
		return 0;
	b->n--;
	return *b->at++ % below;
}

static void
read_wave(struct bytes *b, struct small *s)
{
	memset(s, 0, sizeof(*s));
	s->n_people = next(b, MOST_PEOPLE + 1);
	s->n_variables = 1 + next(b, MAX_VARIABLES);
	for (size_t i = 0; i < s->n_people; i++)
		s->k[i] = 1 + (int)next(b, 5);
	for (; s->n_figures < MAX_FIGURES && b->n > 0; s->n_figures++)
		for (size_t i = 0; i < s->n_people; i++) {
			size_t terms = next(b, 32);	/* a bit for each variable, two for the share */

			for (size_t v = 0; v < s->n_variables; v++)
				if (terms >> v & 1)
					brute_add_term(s, s->n_figures, i, v, terms & 16 ? -1 : 1,
					    1 + (int)(terms >> 3) % 3);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct bytes b = { bytes, n };
	struct small s;
	bool published[MAX_FIGURES] = { false };
	struct disclosure *d;

	read_wave(&b, &s);
	d = disclosure_new(a, s.n_people, s.n_variables, s.k);
	for (size_t f = 0; f < s.n_figures; f++) {
		struct disclosure_decision decision;
		bool exposed;

		published[f] = true;
		exposed = s.figures[f].n_terms == 0 || brute_exposed(&s, published);
		disclosure_choose(d, &s.figures[f], 1, &decision);
		CHECK(exposed == (decision.verdict != DISCLOSURE_SHOWN));
		CHECK(!exposed || s.figures[f].n_terms == 0 || decision.n_exposed > 0);
		published[f] = !exposed;
	}
	CHECK(disclosure_safe(d));
	arena_free(a);
	return 0;
}
