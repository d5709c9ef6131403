/* exposure.c - can what is known be combined into something about fewer than k people? Exact, without the audit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/exposure.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"

#define PRIME 2147483647u

static uint32_t
times(uint32_t a, uint32_t b)
{
	return (uint32_t)((uint64_t)a * b % PRIME);
}

static uint32_t
minus(uint32_t a, uint32_t b)
{
	return a >= b ? a - b : a + (PRIME - b);
}

/* a^(p-2): Fermat. */
static uint32_t
inverse(uint32_t a)
{
	uint32_t result = 1;

	for (uint32_t power = PRIME - 2; power > 0; power >>= 1, a = times(a, a))
		if (power & 1)
			result = times(result, a);
	return result;
}

static uint32_t
residue(int x)
{
	return x >= 0 ? (uint32_t)x % PRIME : minus(0, (uint32_t)-x % PRIME);
}

struct exposure
exposure_new(struct arena *a, size_t n_people, size_t n_variables, size_t most_rows)
{
	struct exposure e = { a, n_people, n_variables, 0, most_rows, arena_make_n(a, most_rows, uint32_t *) };

	return e;
}

void
exposure_begin(struct exposure *e)
{
	CHECK(e->n_rows < e->room);
	e->rows[e->n_rows++] = arena_make_n(e->arena, e->n_people * e->n_variables, uint32_t);
}

void
exposure_add(struct exposure *e, size_t person, size_t variable, int weight, int out_of)
{
	uint32_t *at = &e->rows[e->n_rows - 1][person * e->n_variables + variable];

	CHECK(person < e->n_people && variable < e->n_variables);
	*at = minus(*at, minus(0, times(residue(weight), inverse(residue(out_of)))));
}

/* Vectors of one length in echelon form. */
struct span {
	size_t length, rank;
	uint32_t **basis;		/* with a 1 at the pivot and zeros before it */
	size_t *pivots;
};

static struct span
span_new(struct arena *a, size_t length, size_t most)
{
	return (struct span){ length, 0, arena_make_n(a, most, uint32_t *), arena_make_n(a, most, size_t) };
}

/* Did the vector, which is used up, add a dimension? */
static bool
span_add(struct span *s, uint32_t *v)
{
	size_t pivot = 0;
	uint32_t scale;

	for (size_t b = 0; b < s->rank; b++) {
		uint32_t factor = v[s->pivots[b]];

		for (size_t i = s->pivots[b]; factor != 0 && i < s->length; i++)
			v[i] = minus(v[i], times(factor, s->basis[b][i]));
	}
	while (pivot < s->length && v[pivot] == 0)
		pivot++;
	if (pivot == s->length)
		return false;
	scale = inverse(v[pivot]);
	for (size_t i = pivot; i < s->length; i++)
		v[i] = times(v[i], scale);
	s->pivots[s->rank] = pivot;
	s->basis[s->rank++] = v;
	return true;
}

/* The search: independent rows, seen from the people. */
struct search {
	struct arena *arena;
	size_t n_people, n_variables, rank;
	uint32_t **rows;
	bool *out;			/* by person: already in the set, or in a basis that was set aside */
};

static struct search
begin_search(const struct exposure *e)
{
	size_t length = e->n_people * e->n_variables;
	struct span all = span_new(e->arena, length, e->n_rows);

	for (size_t r = 0; r < e->n_rows; r++)
		span_add(&all, arena_memdup(e->arena, e->rows[r], length * sizeof(**e->rows)));
	return (struct search){ e->arena, e->n_people, e->n_variables, all.rank, all.basis,
		arena_make_n(e->arena, e->n_people, bool) };
}

/* Does the person's column add a dimension? */
static bool
add_answer(const struct search *s, struct span *span, size_t person, size_t variable)
{
	uint32_t *column = arena_make_n(s->arena, s->rank, uint32_t);
	bool any = false;

	for (size_t r = 0; r < s->rank; r++) {
		column[r] = s->rows[r][person * s->n_variables + variable];
		any |= column[r] != 0;
	}
	return any && span_add(span, column);
}

/* People who are not out and whose answers have full rank, at least one of whom every set that exposes anything holds. */
static bool
find_basis(const struct search *s, size_t *people_r, size_t *n_r)
{
	struct span span = span_new(s->arena, s->rank, s->rank);

	*n_r = 0;
	for (size_t person = 0; person < s->n_people && span.rank < s->rank; person++) {
		bool needed = false;

		for (size_t v = 0; !s->out[person] && v < s->n_variables; v++)
			needed |= add_answer(s, &span, person, v);
		if (needed)
			people_r[(*n_r)++] = person;
	}
	return span.rank == s->rank;
}

static void
mark(const struct search *s, const size_t *people, size_t n, bool out)
{
	for (size_t i = 0; i < n; i++)
		s->out[people[i]] = out;
}

/* More bases without a common person than the set can still take people: it misses one of them. */
static bool
has_disjoint_bases(const struct search *s, size_t wanted)
{
	size_t *people, n;
	bool found;

	if (wanted == 0)
		return true;
	people = arena_make_n(s->arena, s->n_people, size_t);
	if (!find_basis(s, people, &n))
		return false;
	mark(s, people, n, true);
	found = has_disjoint_bases(s, wanted - 1);
	mark(s, people, n, false);
	return found;
}

/* Can those who are out, with up to `more` others, be exposed? */
static bool
search(const struct search *s, size_t more)
{
	size_t *people = arena_make_n(s->arena, s->n_people, size_t), n;

	if (!find_basis(s, people, &n))
		return true;
	if (more == 0 || has_disjoint_bases(s, more + 1))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool exposed;

		s->out[people[i]] = true;
		exposed = search(s, more - 1);
		s->out[people[i]] = false;
		if (exposed)
			return true;
	}
	return false;
}

bool
exposure_found(const struct exposure *e, size_t k)
{
	struct search s = begin_search(e);

	return s.rank > 0 && search(&s, k - 1);
}
