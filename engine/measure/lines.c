/* lines.c - the published figures as lines of a matrix, and which of them are about the same answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/lines.h"

#include "base/arena.h"

struct lines {
	struct arena *arena;
	size_t n_variables, n, room;
	struct atoms_line *lines;
	size_t *above;			/* per answer: another one of its group, or itself */
	size_t *mark, n_marks;		/* per answer: the last question that came across its group */
};

struct lines *
lines_new(struct arena *a, size_t n_respondents, size_t n_variables)
{
	struct lines *l = arena_make(a, struct lines);

	l->arena = a;
	l->n_variables = n_variables;
	l->above = arena_make_n(a, n_respondents * n_variables, size_t);
	l->mark = arena_make_n(a, n_respondents * n_variables, size_t);
	for (size_t i = 0; i < n_respondents * n_variables; i++)
		l->above[i] = i;
	return l;
}

/* The answer that stands for the term's group. */
static size_t
group_of(struct lines *l, const struct atoms_term *t)
{
	size_t at = t->respondent * l->n_variables + t->variable;

	while (l->above[at] != at) {
		l->above[at] = l->above[l->above[at]];
		at = l->above[at];
	}
	return at;
}

/* False when this question has come across the group before. */
static bool
mark_group(struct lines *l, size_t group)
{
	bool is_new = l->mark[group] != l->n_marks;

	l->mark[group] = l->n_marks;
	return is_new;
}

static int
compare_answers(const struct atoms_term *x, const struct atoms_term *y)
{
	if (x->respondent != y->respondent)
		return x->respondent < y->respondent ? -1 : 1;
	return (x->variable > y->variable) - (x->variable < y->variable);
}

/* x as a multiple of y, in lowest terms; false when it does not fit. */
static bool
divide(const struct atoms_term *x, const struct atoms_term *y, int64_t *num_r, int64_t *den_r)
{
	int64_t divisor;

	if (__builtin_mul_overflow(x->num, y->den, num_r) || __builtin_mul_overflow(x->den, y->num, den_r) ||
	    *num_r == INT64_MIN || *den_r == INT64_MIN)
		return false;
	divisor = atoms_gcd(*num_r, *den_r) * (*den_r < 0 ? -1 : 1);
	*num_r /= divisor;
	*den_r /= divisor;
	return true;
}

/* Are the line's terms for the part's answers a multiple of the part? */
static bool
is_part(const struct atoms_line *line, const struct atoms_line *part)
{
	int64_t num, den, first_num = 0, first_den = 0;
	size_t at = 0;

	for (size_t i = 0; i < part->n; i++) {
		while (at < line->n && compare_answers(&line->terms[at], &part->terms[i]) < 0)
			at++;
		if (at == line->n || compare_answers(&line->terms[at], &part->terms[i]) != 0 ||
		    !divide(&line->terms[at], &part->terms[i], &num, &den))
			return false;
		if (i > 0 && (num != first_num || den != first_den))
			return false;
		first_num = num;
		first_den = den;
	}
	return true;
}

/* Parts of different groups have no answer in common, so they add up to the line when they cover it. */
bool
lines_contain(struct lines *l, const struct atoms_line *line)
{
	size_t covered = 0;

	l->n_marks++;
	for (size_t i = 0; i < l->n && covered < line->n; i++)
		if (l->lines[i].n <= line->n - covered && is_part(line, &l->lines[i]) &&
		    mark_group(l, group_of(l, &l->lines[i].terms[0])))
			covered += l->lines[i].n;
	return covered == line->n;
}

/* All the answers of the line are one group from now on. */
static void
tie(struct lines *l, const struct atoms_line *line)
{
	size_t group = group_of(l, &line->terms[0]);

	for (size_t i = 1; i < line->n; i++)
		l->above[group_of(l, &line->terms[i])] = group;
}

void
lines_add(struct lines *l, const struct atoms_line *line)
{
	struct atoms_line kept = { NULL, line->n };

	if (lines_contain(l, line))
		return;
	if (l->n == l->room) {
		struct atoms_line *old = l->lines;

		l->room = l->room * 2 + 16;
		l->lines = arena_make_n(l->arena, l->room, struct atoms_line);
		for (size_t i = 0; i < l->n; i++)
			l->lines[i] = old[i];
	}
	kept.terms = arena_memdup(l->arena, line->terms, line->n * sizeof(*line->terms));
	l->lines[l->n++] = kept;
	tie(l, line);
}

struct atoms_line *
lines_tied(struct lines *l, struct arena *a, const struct atoms_line *line, size_t *n_r)
{
	struct atoms_line *tied = arena_make_n(a, l->n + 1, struct atoms_line);

	l->n_marks++;
	for (size_t i = 0; i < line->n; i++)
		mark_group(l, group_of(l, &line->terms[i]));
	*n_r = 0;
	for (size_t i = 0; i < l->n; i++)
		if (l->mark[group_of(l, &l->lines[i].terms[0])] == l->n_marks)
			tied[(*n_r)++] = l->lines[i];
	return tied;
}

const struct atoms_line **
lines_groups(struct lines *l, struct arena *a, size_t *n_r)
{
	const struct atoms_line **groups = arena_make_n(a, l->n, const struct atoms_line *);

	l->n_marks++;
	*n_r = 0;
	for (size_t i = 0; i < l->n; i++)
		if (mark_group(l, group_of(l, &l->lines[i].terms[0])))
			groups[(*n_r)++] = &l->lines[i];
	return groups;
}
