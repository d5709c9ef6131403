/* disclosure.c - which figures can be shown together without telling about fewer than k people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/disclosure.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/conf.h"
#include "engine/measure/atoms.h"

struct disclosure {
	struct arena *arena, *scratch;
	size_t n_respondents, n_variables;
	int64_t limit, *weight;		/* a set is too small below the limit; identified: 0 */
	struct atoms_line *lines;	/* published */
	size_t n_lines, room;
	size_t *system;			/* per variable: which variables published figures tie together */
};

static void
release_scratch(void *scratch)
{
	arena_free(scratch);
}

/* Whole-numbered weights in proportion to 1/k. */
static void
weigh(struct disclosure *d, const int *k)
{
	int64_t most;

	_Static_assert(K_MOST <= DISCLOSURE_K_MAX, "every k that can be set can be audited");
	d->limit = 1;
	for (size_t i = 0; i < d->n_respondents; i++) {
		CHECK(k[i] >= 1 && k[i] <= DISCLOSURE_K_MAX);
		CHECK(atoms_lcm(d->limit, k[i], &d->limit));
	}
	CHECK(!__builtin_mul_overflow(d->limit, (int64_t)d->n_respondents, &most));
	for (size_t i = 0; i < d->n_respondents; i++)
		d->weight[i] = k[i] == 1 ? 0 : d->limit / k[i];
}

struct disclosure *
disclosure_new(struct arena *a, size_t n_respondents, size_t n_variables, const int *k)
{
	struct disclosure *d = arena_make(a, struct disclosure);

	d->arena = a;
	d->scratch = arena_new();
	arena_defer(a, release_scratch, d->scratch);
	d->n_respondents = n_respondents;
	d->n_variables = n_variables;
	d->weight = arena_make_n(a, n_respondents, int64_t);
	d->system = arena_make_n(a, n_variables, size_t);
	for (size_t v = 0; v < n_variables; v++)
		d->system[v] = v;
	weigh(d, k);
	return d;
}

static int
by_answer(const void *a, const void *b)
{
	const struct atoms_term *x = a, *y = b;

	if (x->respondent != y->respondent)
		return x->respondent < y->respondent ? -1 : 1;
	return (x->variable > y->variable) - (x->variable < y->variable);
}

/* Terms of two ints fit; one answer entering a figure many times may not, and is a fault of ours. */
static void
add_fraction(struct atoms_term *to, int64_t num, int64_t den)
{
	int64_t common, left, right;

	CHECK(atoms_lcm(to->den, den, &common));
	CHECK(!__builtin_mul_overflow(to->num, common / to->den, &left));
	CHECK(!__builtin_mul_overflow(num, common / den, &right));
	CHECK(!__builtin_add_overflow(left, right, &to->num));
	to->den = common / atoms_gcd(to->num, common);
	to->num /= common / to->den;
}

/* The figure's line: what it takes from protected respondents, sorted, each answer once. */
static struct atoms_line
make_line(const struct disclosure *d, struct arena *a, struct disclosure_figure f)
{
	struct atoms_term *terms = arena_make_n(a, f.n_terms, struct atoms_term);
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < f.n_terms; i++) {
		const struct disclosure_term *t = &f.terms[i];

		CHECK(t->respondent < d->n_respondents && t->variable < d->n_variables && t->out_of >= 1);
		if (d->weight[t->respondent] > 0)
			terms[n++] = (struct atoms_term){ t->respondent, t->variable, t->weight, t->out_of };
	}
	qsort(terms, n, sizeof(*terms), by_answer);
	for (size_t i = 0, end; i < n; i = end) {
		struct atoms_term sum = { terms[i].respondent, terms[i].variable, 0, 1 };

		for (end = i; end < n && by_answer(&terms[i], &terms[end]) == 0; end++)
			add_fraction(&sum, terms[end].num, terms[end].den);
		if (sum.num != 0)
			terms[kept++] = sum;
	}
	return (struct atoms_line){ terms, kept };
}

static bool
same_line(const struct atoms_line *a, const struct atoms_line *b)
{
	for (size_t i = 0; a->n == b->n && i < a->n; i++)
		if (by_answer(&a->terms[i], &b->terms[i]) != 0 || a->terms[i].num != b->terms[i].num ||
		    a->terms[i].den != b->terms[i].den)
			return false;
	return a->n == b->n;
}

static bool
is_published(const struct disclosure *d, const struct atoms_line *line)
{
	for (size_t l = 0; l < d->n_lines; l++)
		if (same_line(&d->lines[l], line))
			return true;
	return line->n == 0;
}

static size_t
system_of(const struct disclosure *d, const struct atoms_line *line)
{
	return d->system[line->terms[0].variable];
}

/* All the variables of the line are one system from now on. */
static void
tie_variables(struct disclosure *d, const struct atoms_line *line)
{
	size_t joined = system_of(d, line);

	for (size_t i = 1; i < line->n; i++) {
		size_t other = d->system[line->terms[i].variable];

		for (size_t v = 0; other != joined && v < d->n_variables; v++)
			if (d->system[v] == other)
				d->system[v] = joined;
	}
}

void
disclosure_publish(struct disclosure *d, struct disclosure_figure f)
{
	struct atoms_line line = make_line(d, d->arena, f);

	if (is_published(d, &line))
		return;
	if (d->n_lines == d->room) {
		struct atoms_line *old = d->lines;

		d->room = d->room * 2 + 16;
		d->lines = arena_make_n(d->arena, d->room, struct atoms_line);
		for (size_t l = 0; l < d->n_lines; l++)
			d->lines[l] = old[l];
	}
	d->lines[d->n_lines++] = line;
	tie_variables(d, &line);
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

static void
list_exposed(struct arena *a, const struct atoms *at, const bool *touched,
	struct disclosure_decision *decision)
{
	size_t *exposed = arena_make_n(a, at->first_member[at->matrix.n_blocks], size_t), n = 0;

	for (size_t b = 0; b < at->matrix.n_blocks; b++)
		for (size_t m = at->first_member[b]; touched[b] && m < at->first_member[b + 1]; m++)
			exposed[n++] = at->members[m];
	qsort(exposed, n, sizeof(*exposed), by_number);
	decision->exposed = exposed;
	decision->n_exposed = n;
}

/* SHOWN, COMPLEMENT or UNPROVEN for these lines together. */
static void
audit(struct disclosure *d, const struct atoms_line *lines, size_t n, struct disclosure_decision *decision)
{
	struct atoms at;
	bool *touched;

	decision->verdict = DISCLOSURE_UNPROVEN;
	if (!atoms_build(d->scratch, lines, n, d->weight, &at))
		return;
	touched = arena_make_n(d->scratch, at.matrix.n_blocks, bool);
	switch (rowspace_light(d->scratch, &at.matrix, d->limit, touched)) {
	case ROWSPACE_NONE:
		decision->verdict = DISCLOSURE_SHOWN;
		break;
	case ROWSPACE_FOUND:
		decision->verdict = DISCLOSURE_COMPLEMENT;
		list_exposed(d->arena, &at, touched, decision);
		break;
	case ROWSPACE_UNPROVEN:
		break;
	}
}

/* The line, new or published, with all published ones that share a variable with it, also through others. */
static void
audit_system(struct disclosure *d, const struct atoms_line *line, bool is_new,
	struct disclosure_decision *decision)
{
	struct atoms_line *lines = arena_make_n(d->scratch, d->n_lines + 1, struct atoms_line);
	bool *tied = arena_make_n(d->scratch, d->n_variables, bool);
	size_t n = 0;

	for (size_t i = 0; i < line->n; i++)
		tied[d->system[line->terms[i].variable]] = true;
	for (size_t l = 0; l < d->n_lines; l++)
		if (tied[system_of(d, &d->lines[l])])
			lines[n++] = d->lines[l];
	if (is_new)
		lines[n++] = *line;
	audit(d, lines, n, decision);
}

/* Is the figure itself about too few people? */
static bool
is_small(struct disclosure *d, const struct atoms_line *line, struct disclosure_decision *decision)
{
	size_t *people = arena_make_n(d->arena, line->n, size_t);
	int64_t weight = 0;

	for (size_t i = 0; i < line->n; i++)
		if (i == 0 || line->terms[i].respondent != line->terms[i - 1].respondent) {
			people[decision->n_people++] = line->terms[i].respondent;
			weight += d->weight[line->terms[i].respondent];
		}
	if (line->n == 0 || weight >= d->limit)
		return false;
	decision->verdict = DISCLOSURE_SMALL;
	decision->exposed = people;
	decision->n_exposed = decision->n_people;
	return true;
}

struct disclosure_decision
disclosure_test(struct disclosure *d, struct disclosure_figure f)
{
	struct disclosure_decision decision = { .verdict = DISCLOSURE_SMALL };
	struct atoms_line line;

	if (f.n_terms == 0)
		return decision;
	arena_reset(d->scratch);
	line = make_line(d, d->scratch, f);
	if (is_small(d, &line, &decision))
		return decision;
	if (is_published(d, &line))
		decision.verdict = DISCLOSURE_SHOWN;
	else
		audit_system(d, &line, true, &decision);
	return decision;
}

void
disclosure_choose(struct disclosure *d, const struct disclosure_figure *figures, size_t n,
	struct disclosure_decision *decisions_r)
{
	for (size_t i = 0; i < n; i++) {
		decisions_r[i] = disclosure_test(d, figures[i]);
		if (decisions_r[i].verdict == DISCLOSURE_SHOWN)
			disclosure_publish(d, figures[i]);
	}
}

bool
disclosure_safe(struct disclosure *d)
{
	bool *seen = arena_make_n(d->arena, d->n_variables, bool);

	for (size_t l = 0; l < d->n_lines; l++) {
		struct disclosure_decision decision = { .verdict = DISCLOSURE_UNPROVEN };

		if (seen[system_of(d, &d->lines[l])])
			continue;
		seen[system_of(d, &d->lines[l])] = true;
		arena_reset(d->scratch);
		audit_system(d, &d->lines[l], false, &decision);
		if (decision.verdict != DISCLOSURE_SHOWN)
			return false;
	}
	return true;
}
