/* nearest.c - the word an author probably meant */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/nearest.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"

enum { LONGEST = 64 };

static size_t
smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

static bool
same(char a, char b)
{
	return tolower((unsigned char)a) == tolower((unsigned char)b);
}

/* Optimal string alignment distance over three rows. */
static size_t
edits(const char *a, const char *b)
{
	size_t rows[3][LONGEST + 1], n = strlen(a), m = strlen(b);
	size_t *before = rows[0], *above = rows[1], *here = rows[2];

	for (size_t j = 0; j <= m; j++)
		above[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t *oldest = before;

		here[0] = i;
		for (size_t j = 1; j <= m; j++) {
			here[j] = smallest(above[j] + 1, here[j - 1] + 1,
				above[j - 1] + !same(a[i - 1], b[j - 1]));
			if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1])
				&& before[j - 2] + 1 < here[j])
				here[j] = before[j - 2] + 1;
		}
		before = above;
		above = here;
		here = oldest;
	}
	return above[m];
}

struct nearest
nearest_begin(const char *wanted)
{
	return (struct nearest){ wanted, NULL, (strlen(wanted) + 1) / 3 };
}

void
nearest_offer(struct nearest *s, const char *candidate)
{
	size_t distance;

	if (strlen(s->wanted) > LONGEST || strlen(candidate) > LONGEST)
		return;
	distance = edits(s->wanted, candidate);
	if (distance < s->distance || (s->best == NULL && distance == s->distance)) {
		s->best = candidate;
		s->distance = distance;
	}
}

const char *
nearest_hint(struct arena *a, const struct nearest *s)
{
	return s->best == NULL ? "" : arena_printf(a, "; did you mean %s?", s->best);
}
