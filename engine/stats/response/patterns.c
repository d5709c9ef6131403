/* patterns.c - people who gave the same answers, counted together */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/response/patterns.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"

/* One stable pass of a counting sort. */
static void
sort_by(const uint8_t *code, const uint32_t *order, size_t n, uint32_t *sorted_r)
{
	size_t start[257] = { 0 };

	for (size_t i = 0; i < n; i++)
		start[code[order[i]] + 1]++;
	for (size_t c = 0; c < 256; c++)
		start[c + 1] += start[c];
	for (size_t i = 0; i < n; i++)
		sorted_r[start[code[order[i]]]++] = order[i];
}

static uint32_t *
sorted(struct arena *scratch, const uint8_t *const *column, size_t columns, size_t people)
{
	uint32_t *order = arena_make_n(scratch, people, uint32_t);
	uint32_t *next = arena_make_n(scratch, people, uint32_t);

	for (size_t i = 0; i < people; i++)
		order[i] = (uint32_t)i;
	for (size_t i = columns; i-- > 0;) {
		uint32_t *done = next;

		sort_by(column[i], order, people, next);
		next = order;
		order = done;
	}
	return order;
}

static bool
answered(const uint8_t *codes, size_t answers)
{
	for (size_t i = 0; i < answers; i++)
		if (codes[i] != 0)
			return true;
	return false;
}

void
patterns_group(struct arena *arena, const uint8_t *const *column, size_t columns, size_t answers, size_t people,
    struct patterns *patterns_r)
{
	struct patterns p = { .columns = columns };
	struct arena *scratch = arena_new();
	uint32_t *order;
	uint8_t *last = NULL, *row;

	CHECK(people < UINT32_MAX);
	order = sorted(scratch, column, columns, people);
	p.codes = row = arena_make_n(arena, (people + 1) * columns, uint8_t);
	p.count = arena_make_n(arena, people, double);
	for (size_t i = 0; i < people; i++) {
		for (size_t c = 0; c < columns; c++)
			row[c] = column[c][order[i]];
		if (!answered(row, answers))
			continue;
		p.people++;
		if (last == NULL || memcmp(last, row, columns) != 0) {
			last = row;
			row += columns;
			p.n++;
		}
		p.count[p.n - 1]++;
	}
	arena_free(scratch);
	*patterns_r = p;
}
