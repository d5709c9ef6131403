/* excluded.c - which releases could not be taken, or not on every row */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "engine/measure/benchmark/benchmarking.h"

const char *
benchmark_exclusion_name(enum benchmark_exclusion_reason r)
{
	static const char *const names[N_EXCLUSIONS] = { [EXCLUDED_OLD] = "old", [EXCLUDED_FORM] = "form",
		[EXCLUDED_ITEMS] = "items", [EXCLUDED_MEANING] = "meaning" };

	return names[r];
}

static bool
has_common_row(const struct benchmarking *b, size_t form)
{
	for (size_t r = 0; r < b->n_rows; r++)
		if (b->pool->related[form][b->places[r]].relation == RELATION_SAME)
			return true;
	return false;
}

static void
add(struct benchmarking *b, struct benchmark_exclusion *list, struct benchmark_exclusion x)
{
	if (x.releases > 0)
		list[b->out->n_excluded++] = x;
}

static void
add_form(struct benchmarking *b, struct benchmark_exclusion *list, size_t form, size_t releases)
{
	const struct form *f = b->pool->forms[form];

	if (!has_common_row(b, form)) {
		add(b, list, (struct benchmark_exclusion){ EXCLUDED_FORM, f->id, NULL, f->version, releases });
		return;
	}
	for (size_t r = 0; r < b->n_rows; r++) {
		enum relation relation = b->pool->related[form][b->places[r]].relation;

		if (relation == RELATION_OTHER_ITEMS || relation == RELATION_OTHER_MEANING)
			add(b, list, (struct benchmark_exclusion){ relation == RELATION_OTHER_ITEMS ? EXCLUDED_ITEMS
				: EXCLUDED_MEANING, f->id, b->rows[r].of, f->version, releases });
	}
}

void
benchmark_fill_excluded(struct benchmarking *b)
{
	const struct pool *p = b->pool;
	size_t *releases = arena_make_n(b->arena, p->n_forms, size_t), old = 0;
	struct benchmark_exclusion *list = arena_make_n(b->arena, p->n_forms * (b->n_rows + 1) + 1,
		struct benchmark_exclusion);

	for (size_t i = 0; i < p->n_alliances; i++)
		for (size_t w = 0; w < p->alliances[i].n_waves; w++) {
			const struct pool_wave *wave = &p->alliances[i].waves[w];

			old += wave->old;
			releases[wave->form] += !wave->old;
		}
	add(b, list, (struct benchmark_exclusion){ EXCLUDED_OLD, NULL, NULL, 0, old });
	for (size_t f = 0; f < p->n_forms; f++)
		add_form(b, list, f, releases[f]);
	b->out->excluded = list;
}
