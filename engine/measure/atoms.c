/* atoms.c - figures as a matrix over the respondents they cannot tell apart */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/atoms.h"

#include <stdlib.h>

#include "base/arena.h"

struct entry {
	const struct atoms_term *term;
	size_t line;
};

/* What the lines know about one respondent: columns of n_lines whole numbers, ascending, each once. */
struct block {
	size_t respondent, n_columns;
	int64_t **columns;
	size_t n_lines;
	int64_t weight;			/* of the atom it stands for */
	size_t atom;
};

int64_t
atoms_gcd(int64_t a, int64_t b)
{
	a = a < 0 ? -a : a;
	b = b < 0 ? -b : b;
	while (b != 0) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a == 0 ? 1 : a;
}

bool
atoms_lcm(int64_t a, int64_t b, int64_t *lcm_r)
{
	return !__builtin_mul_overflow(a / atoms_gcd(a, b), b, lcm_r);
}

static int
compare(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static size_t
respondent_of(const struct entry *e)
{
	return e->term->respondent;
}

static size_t
variable_of(const struct entry *e)
{
	return e->term->variable;
}

/* In ascending order of the key; entries with the same key stay as they were. */
static struct entry *
sort_entries(struct arena *a, const struct entry *entries, size_t n, size_t (*key)(const struct entry *))
{
	struct entry *sorted = arena_make_n(a, n, struct entry);
	size_t most = 0, *place;

	for (size_t i = 0; i < n; i++)
		most = key(&entries[i]) > most ? key(&entries[i]) : most;
	place = arena_make_n(a, most + 2, size_t);
	for (size_t i = 0; i < n; i++)
		place[key(&entries[i]) + 1]++;
	for (size_t k = 0; k < most; k++)
		place[k + 1] += place[k];
	for (size_t i = 0; i < n; i++)
		sorted[place[key(&entries[i])]++] = entries[i];
	return sorted;
}

/* All terms by respondent, then variable, then line. */
static struct entry *
gather(struct arena *a, const struct atoms_line *lines, size_t n_lines, size_t *n_r)
{
	struct entry *entries;
	size_t n = 0;

	for (size_t l = 0; l < n_lines; l++)
		n += lines[l].n;
	entries = arena_make_n(a, n, struct entry);
	*n_r = n;
	n = 0;
	for (size_t l = 0; l < n_lines; l++)
		for (size_t t = 0; t < lines[l].n; t++)
			entries[n++] = (struct entry){ &lines[l].terms[t], l };
	entries = sort_entries(a, entries, n, variable_of);
	return sort_entries(a, entries, n, respondent_of);
}

static bool
same_answer(const struct entry *x, const struct entry *y)
{
	return x->term->respondent == y->term->respondent && x->term->variable == y->term->variable;
}

/* Of the first respondent: room enough for its columns. */
static size_t
count_entries(const struct entry *entries, size_t n)
{
	size_t i = 1;

	while (i < n && entries[i].term->respondent == entries[0].term->respondent)
		i++;
	return i;
}

/* Divide by the common divisor and make the first number that is not zero positive. */
static void
lowest(int64_t *numbers, size_t n)
{
	int64_t divisor = 0, sign = 0;

	for (size_t i = 0; i < n; i++)
		if (numbers[i] != 0) {
			divisor = atoms_gcd(divisor, numbers[i]);
			sign = sign != 0 ? sign : numbers[i] < 0 ? -1 : 1;
		}
	for (size_t i = 0; i < n && divisor > 0; i++)
		numbers[i] = numbers[i] / divisor * sign;
}

/* The n entries of one answer as a column of whole numbers; NULL when they do not fit. */
static int64_t *
make_column(struct arena *a, const struct entry *entries, size_t n, size_t n_lines)
{
	int64_t *column = arena_make_n(a, n_lines, int64_t), den = 1;

	for (size_t i = 0; i < n; i++)
		if (!atoms_lcm(den, entries[i].term->den, &den))
			return NULL;
	for (size_t i = 0; i < n; i++)
		if (__builtin_mul_overflow(entries[i].term->num, den / entries[i].term->den,
		    &column[entries[i].line]) || column[entries[i].line] == INT64_MIN)
			return NULL;
	lowest(column, n_lines);
	return column;
}

static int
compare_columns(const int64_t *x, const int64_t *y, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (x[i] != y[i])
			return compare(x[i], y[i]);
	return 0;
}

/* Keep the columns ascending, each once. */
static void
add_column(struct block *b, int64_t *column)
{
	size_t at = b->n_columns;

	while (at > 0 && compare_columns(b->columns[at - 1], column, b->n_lines) > 0)
		at--;
	if (at > 0 && compare_columns(b->columns[at - 1], column, b->n_lines) == 0)
		return;
	for (size_t i = b->n_columns++; i > at; i--)
		b->columns[i] = b->columns[i - 1];
	b->columns[at] = column;
}

static int
by_columns(const void *a, const void *b)
{
	const struct block *x = a, *y = b;
	int order = compare((int64_t)x->n_columns, (int64_t)y->n_columns);

	for (size_t c = 0; order == 0 && c < x->n_columns; c++)
		order = compare_columns(x->columns[c], y->columns[c], x->n_lines);
	return order;
}

static int
by_falling_weight(const void *a, const void *b)
{
	const struct block *x = a, *y = b;
	int order = compare(y->weight, x->weight);

	if (order == 0)
		order = compare((int64_t)x->atom, (int64_t)y->atom);
	return order != 0 ? order : compare((int64_t)x->respondent, (int64_t)y->respondent);
}

static struct block *
make_blocks(struct arena *a, const struct entry *entries, size_t n, size_t n_lines, size_t *n_blocks_r)
{
	struct block *blocks = arena_make_n(a, n, struct block), *b = NULL;

	*n_blocks_r = 0;
	for (size_t i = 0, end; i < n; i = end) {
		int64_t *column;

		for (end = i + 1; end < n && same_answer(&entries[i], &entries[end]);)
			end++;
		column = make_column(a, entries + i, end - i, n_lines);
		if (column == NULL)
			return NULL;
		if (b == NULL || b->respondent != entries[i].term->respondent) {
			b = &blocks[(*n_blocks_r)++];
			b->respondent = entries[i].term->respondent;
			b->n_lines = n_lines;
			b->columns = arena_make_n(a, count_entries(entries + i, n - i), int64_t *);
		}
		add_column(b, column);
	}
	return blocks;
}

/* Give the blocks of one atom the same number and their weight together. */
static void
join_equal(struct block *blocks, size_t n, const int64_t *weight)
{
	qsort(blocks, n, sizeof(*blocks), by_columns);
	for (size_t i = 0, end; i < n; i = end) {
		int64_t sum = 0;

		for (end = i; end < n && by_columns(&blocks[i], &blocks[end]) == 0; end++)
			sum += weight[blocks[end].respondent];
		for (size_t j = i; j < end; j++) {
			blocks[j].atom = i;
			blocks[j].weight = sum;
		}
	}
	qsort(blocks, n, sizeof(*blocks), by_falling_weight);
}

static size_t
count_columns(const struct block *blocks, size_t n)
{
	size_t columns = 0;

	for (size_t i = 0; i < n; i++)
		if (i == 0 || blocks[i].atom != blocks[i - 1].atom)
			columns += blocks[i].n_columns;
	return columns;
}

static void
fill(struct arena *a, const struct block *blocks, size_t n, size_t n_lines, struct atoms *at)
{
	size_t n_columns = count_columns(blocks, n), column = 0, atom = 0;
	int64_t *entries = arena_make_n(a, n_lines * n_columns, int64_t);
	int64_t *weight = arena_make_n(a, n, int64_t);
	size_t *first = arena_make_n(a, n + 1, size_t);

	at->members = arena_make_n(a, n, size_t);
	at->first_member = arena_make_n(a, n + 1, size_t);
	for (size_t i = 0; i < n; i++) {
		at->members[i] = blocks[i].respondent;
		at->first_member[atom + 1] = i + 1;
		if (i + 1 < n && blocks[i + 1].atom == blocks[i].atom)
			continue;
		for (size_t c = 0; c < blocks[i].n_columns; c++, column++)
			for (size_t l = 0; l < n_lines; l++)
				entries[l * n_columns + column] = blocks[i].columns[c][l];
		weight[atom] = blocks[i].weight;
		first[++atom] = column;
	}
	for (size_t l = 0; l < n_lines; l++)
		lowest(entries + l * n_columns, n_columns);
	at->matrix = (struct rowspace){ n_lines, n_columns, atom, entries, first, weight };
}

bool
atoms_build(struct arena *a, const struct atoms_line *lines, size_t n_lines, const int64_t *weight,
	struct atoms *atoms_r)
{
	size_t n, n_blocks;
	struct entry *entries = gather(a, lines, n_lines, &n);
	struct block *blocks = make_blocks(a, entries, n, n_lines, &n_blocks);

	if (blocks == NULL)
		return false;
	join_equal(blocks, n_blocks, weight);
	fill(a, blocks, n_blocks, n_lines, atoms_r);
	return true;
}
