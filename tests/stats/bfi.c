/* bfi.c - what the tests know of a survey of 2,800 people: sums and tables of two of its scales */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/stats/bfi.h"

#include <string.h>

#include "base/arena.h"
#include "tests/stats/table.h"

struct covariance
bfi_covariance(struct arena *arena, const char *scale, const char *rows)
{
	struct table *t = table_load(arena, "bfi_sums");
	struct covariance c = { REFUSED_NOT, 0, 5, arena_make_n(arena, 5, double), arena_make_n(arena, 25, double) };

	for (size_t row = 0; row < t->rows; row++) {
		size_t i = (size_t)table_number(t, row, "i") - 1, j = (size_t)table_number(t, row, "j") - 1;
		double n = table_number(t, row, "n"), x = table_number(t, row, "sum_i"), y = table_number(t, row, "sum_j");

		if (strcmp(table_text(t, row, "scale"), scale) != 0 || strcmp(table_text(t, row, "rows"), rows) != 0)
			continue;
		c.people = (size_t)n;
		c.mean[i] = i == j ? x / n : c.mean[i];
		c.matrix[5 * i + j] = c.matrix[5 * j + i] = (n * table_number(t, row, "sum_ij") - x * y) / (n * (n - 1));
	}
	return c;
}

void
bfi_table(struct arena *arena, int i, int j, uint32_t counts_r[BFI_POINTS * BFI_POINTS])
{
	struct table *t = table_load(arena, "bfi_tables");

	for (size_t row = 0; row < t->rows; row++) {
		size_t point = (size_t)table_number(t, row, "row") - 1;

		if ((int)table_number(t, row, "i") != i || (int)table_number(t, row, "j") != j)
			continue;
		for (size_t k = 0; k < BFI_POINTS; k++)
			counts_r[point * BFI_POINTS + k] =
			    (uint32_t)table_number(t, row, arena_printf(arena, "c%zu", k + 1));
	}
}
