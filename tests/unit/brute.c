/* brute.c - the disclosure rule by trying every set of people, for waves small enough */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/brute.h"

#include <stdint.h>
#include <string.h>

__extension__ typedef __int128 i128;

void
brute_add_term(struct small *s, size_t figure, size_t person, size_t variable, int weight, int out_of)
{
	struct disclosure_figure *f = &s->figures[figure];

	s->terms[figure][f->n_terms++] = (struct disclosure_term){ person, variable, weight, out_of };
	f->terms = s->terms[figure];
}

/* Row f of the matrix over all answers of identifiable people, in whole numbers (denominators up to 3). */
static void
fill_row(const struct small *s, size_t f, int64_t row[MAX_TERMS])
{
	memset(row, 0, MAX_TERMS * sizeof(*row));
	for (size_t t = 0; t < s->figures[f].n_terms; t++) {
		const struct disclosure_term *term = &s->figures[f].terms[t];
		size_t column = term->respondent * MAX_VARIABLES + term->variable;

		if (s->k[term->respondent] > 1)
			row[column] += 6 / term->out_of * term->weight;
	}
}

/* Bareiss 1968: fraction-free elimination; every division is exact. */
static size_t
rank_of(size_t n, int64_t rows[MAX_FIGURES + 1][MAX_TERMS])
{
	i128 m[MAX_FIGURES + 1][MAX_TERMS], previous = 1;
	size_t rank = 0;

	for (size_t r = 0; r < n; r++)
		for (size_t c = 0; c < MAX_TERMS; c++)
			m[r][c] = rows[r][c];
	for (size_t c = 0; c < MAX_TERMS && rank < n; c++) {
		size_t pivot = rank;

		while (pivot < n && m[pivot][c] == 0)
			pivot++;
		if (pivot == n)
			continue;
		for (size_t j = 0; j < MAX_TERMS && pivot != rank; j++) {
			i128 kept = m[pivot][j];

			m[pivot][j] = m[rank][j];
			m[rank][j] = kept;
		}
		for (size_t r = rank + 1; r < n; r++)
			for (size_t j = MAX_TERMS; j-- > 0;)
				m[r][j] = (m[rank][c] * m[r][j] - m[r][c] * m[rank][j]) / previous;
		previous = m[rank++][c];
	}
	return rank;
}

/* Do the people of the set (bits) weigh less than one group, each 1/k? In 60ths, exact for k up to 5. */
static bool
too_few(const struct small *s, unsigned set)
{
	int weight = 0;

	for (size_t i = 0; i < s->n_people; i++)
		if (set >> i & 1) {
			if (s->k[i] == 1)
				return false;
			weight += 60 / s->k[i];
		}
	return set != 0 && weight < 60;
}

/* A combination that is zero outside the set exists exactly if the rank falls without the set's columns. */
static bool
set_exposed(size_t n_rows, int64_t rows[MAX_FIGURES + 1][MAX_TERMS], unsigned set)
{
	int64_t outside[MAX_FIGURES + 1][MAX_TERMS];

	memcpy(outside, rows, sizeof(outside));
	for (size_t r = 0; r < n_rows; r++)
		for (size_t c = 0; c < MAX_TERMS; c++)
			if (set >> (c / MAX_VARIABLES) & 1)
				outside[r][c] = 0;
	return rank_of(n_rows, outside) < rank_of(n_rows, rows);
}

/* The usual rule on one variable: the indicator of the set is a combination of the rows. */
static bool
indicator_exposed(size_t n_rows, int64_t rows[MAX_FIGURES + 1][MAX_TERMS], unsigned set)
{
	int64_t more[MAX_FIGURES + 1][MAX_TERMS];

	memcpy(more, rows, sizeof(more));
	for (size_t c = 0; c < MAX_TERMS; c++)
		more[n_rows][c] = c % MAX_VARIABLES == 0 && (set >> (c / MAX_VARIABLES) & 1);
	return rank_of(n_rows + 1, more) == rank_of(n_rows, rows);
}

static bool
any_set(const struct small *s, const bool *published,
	bool (*exposed)(size_t, int64_t[MAX_FIGURES + 1][MAX_TERMS], unsigned))
{
	int64_t rows[MAX_FIGURES + 1][MAX_TERMS];
	size_t n = 0;

	memset(rows, 0, sizeof(rows));
	for (size_t f = 0; f < s->n_figures; f++)
		if (published[f])
			fill_row(s, f, rows[n++]);
	for (unsigned set = 1; set < 1u << s->n_people; set++)
		if (too_few(s, set) && exposed(n, rows, set))
			return true;
	return false;
}

bool
brute_exposed(const struct small *s, const bool *published)
{
	return any_set(s, published, set_exposed);
}

bool
brute_indicator_exposed(const struct small *s, const bool *published)
{
	return any_set(s, published, indicator_exposed);
}
