/* eliminate.c - elimination in whole numbers, for the many small questions of an audit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/measure/rowspace.h"

#include "base/arena.h"
#include "engine/measure/atoms.h"

static int64_t
common_divisor(const int64_t *numbers, size_t n)
{
	int64_t divisor = 0;

	for (size_t i = 0; i < n && divisor != 1; i++)
		if (numbers[i] != 0)
			divisor = atoms_gcd(divisor, numbers[i]);
	return divisor;
}

/* Take the pivot row from the row so that its column becomes zero; false when a number does not fit. */
static bool
clear(int64_t *row, const int64_t *pivot, size_t column, size_t n_columns)
{
	int64_t divisor = atoms_gcd(row[column], pivot[column]);
	int64_t keep = pivot[column] / divisor, take = row[column] / divisor, kept, taken;

	for (size_t c = column; c < n_columns; c++)
		if (__builtin_mul_overflow(row[c], keep, &kept) ||
		    __builtin_mul_overflow(pivot[c], take, &taken) ||
		    __builtin_sub_overflow(kept, taken, &row[c]) || row[c] == INT64_MIN)
			return false;
	divisor = common_divisor(row + column, n_columns - column);
	for (size_t c = column; divisor > 1 && c < n_columns; c++)
		row[c] /= divisor;
	return true;
}

static void
swap(int64_t **a, int64_t **b)
{
	int64_t *kept = *a;

	*a = *b;
	*b = kept;
}

/* Make the column zero in the rows but the first that has it, and put that one in front of them. */
static bool
clear_column(int64_t **rows, size_t n, size_t column, size_t n_columns, size_t *n_pivots)
{
	size_t pivot = 0;

	while (pivot < n && rows[pivot][column] == 0)
		pivot++;
	*n_pivots += pivot < n;
	if (pivot == n)
		return true;
	swap(&rows[0], &rows[pivot]);
	for (size_t r = 1; r < n; r++)
		if (rows[r][column] != 0 && !clear(rows[r], rows[0], column, n_columns))
			return false;
	return true;
}

bool
rowspace_leaves_nothing(struct arena *a, const struct rowspace *in, size_t n_first)
{
	int64_t *entries = arena_memdup(a, in->entries, in->n_rows * in->n_columns * sizeof(*entries));
	int64_t **rows = arena_make_n(a, in->n_rows, int64_t *);
	size_t n_pivots = 0;

	for (size_t r = 0; r < in->n_rows; r++)
		rows[r] = entries + r * in->n_columns;
	for (size_t c = 0; c < n_first && n_pivots < in->n_rows; c++)
		if (!clear_column(rows + n_pivots, in->n_rows - n_pivots, c, in->n_columns, &n_pivots))
			return false;
	for (size_t r = n_pivots; r < in->n_rows; r++)
		if (common_divisor(rows[r], in->n_columns) != 0)
			return false;
	return true;
}
