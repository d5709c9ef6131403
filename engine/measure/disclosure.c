/* disclosure.c - which figures can be shown together without telling about fewer than k people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/disclosure.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/conf.h"
#include "engine/measure/atoms.h"
#include "engine/measure/lines.h"

struct disclosure {
	struct arena *arena, *scratch;
	size_t n_respondents, n_variables;
	int64_t limit, *weight;		/* a set is too small below the limit; identified: 0 */
	struct lines *published;
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
	d->published = lines_new(a, n_respondents, n_variables);
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

/* With all published lines that it could be computed with; published itself, it is among them. */
static void
audit_tied(struct disclosure *d, const struct atoms_line *line, bool is_new,
	struct disclosure_decision *decision)
{
	size_t n;
	struct atoms_line *lines = lines_tied(d->published, d->scratch, line, &n);

	if (is_new)
		lines[n++] = *line;
	audit(d, lines, n, decision);
}

static bool
is_first_of_person(const struct atoms_line *line, size_t term)
{
	return term == 0 || line->terms[term].respondent != line->terms[term - 1].respondent;
}

/* Is the figure itself about too few people? */
static bool
is_small(struct disclosure *d, const struct atoms_line *line, struct disclosure_decision *decision)
{
	int64_t weight = 0;
	size_t *people, n = 0;

	for (size_t i = 0; i < line->n; i++)
		if (is_first_of_person(line, i)) {
			decision->n_people++;
			weight += d->weight[line->terms[i].respondent];
		}
	if (line->n == 0 || weight >= d->limit)
		return false;
	people = arena_make_n(d->arena, decision->n_people, size_t);
	for (size_t i = 0; i < line->n; i++)
		if (is_first_of_person(line, i))
			people[n++] = line->terms[i].respondent;
	decision->verdict = DISCLOSURE_SMALL;
	decision->exposed = people;
	decision->n_exposed = n;
	return true;
}

/* Decide about the figure; its line is scratch. */
static struct disclosure_decision
decide(struct disclosure *d, struct disclosure_figure f, struct atoms_line *line_r)
{
	struct disclosure_decision decision = { .verdict = DISCLOSURE_SMALL };

	arena_reset(d->scratch);
	*line_r = make_line(d, d->scratch, f);
	if (f.n_terms == 0 || is_small(d, line_r, &decision))
		return decision;
	if (lines_contain(d->published, line_r))
		decision.verdict = DISCLOSURE_SHOWN;
	else
		audit_tied(d, line_r, true, &decision);
	return decision;
}

struct disclosure_decision
disclosure_test(struct disclosure *d, struct disclosure_figure f)
{
	struct atoms_line line;

	return decide(d, f, &line);
}

void
disclosure_publish(struct disclosure *d, struct disclosure_figure f)
{
	struct atoms_line line;

	arena_reset(d->scratch);
	line = make_line(d, d->scratch, f);
	lines_add(d->published, &line);
}

void
disclosure_choose(struct disclosure *d, const struct disclosure_figure *figures, size_t n,
	struct disclosure_decision *decisions_r)
{
	for (size_t i = 0; i < n; i++) {
		struct atoms_line line;

		decisions_r[i] = decide(d, figures[i], &line);
		if (decisions_r[i].verdict == DISCLOSURE_SHOWN)
			lines_add(d->published, &line);
	}
}

bool
disclosure_safe(struct disclosure *d)
{
	size_t n;
	const struct atoms_line **groups = lines_groups(d->published, d->arena, &n);

	for (size_t g = 0; g < n; g++) {
		struct disclosure_decision decision = { .verdict = DISCLOSURE_UNPROVEN };

		arena_reset(d->scratch);
		audit_tied(d, groups[g], false, &decision);
		if (decision.verdict != DISCLOSURE_SHOWN)
			return false;
	}
	return true;
}
