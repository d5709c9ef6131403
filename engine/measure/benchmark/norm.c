/* norm.c - norm groups: which rows may be told, and where alliances stand among them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/norm.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "engine/measure/benchmark/comparable.h"
#include "engine/stats/distribution.h"
#include "forms/form.h"

bool
norm_name_is_valid(const char *name)
{
	size_t n = strlen(name);

	return n >= 1 && n <= NORM_NAME_MAX && name[0] != '-' && name[0] != '_'
	    && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

/* Ids of what the row is made of. */
static const char *
parts_of(struct arena *a, const struct form *f, const char *of, bool is_index)
{
	struct buf *out = buf_new(a);

	for (size_t i = 0; is_index && i < f->n_indexes; i++)
		for (size_t d = 0; str_eq(f->indexes[i].id, of) && d < f->indexes[i].n_dimensions; d++)
			buf_printf(out, "%s%s", d > 0 ? " " : "", f->dimensions[f->indexes[i].dimensions[d]].id);
	for (size_t d = 0; !is_index && d < f->n_dimensions; d++)
		for (size_t i = 0; str_eq(f->dimensions[d].id, of) && i < f->dimensions[d].n_items; i++)
			buf_printf(out, "%s%s", i > 0 ? " " : "", f->items[f->dimensions[d].items[i]].id);
	return out->bytes;
}

/* Without any one alliance, are there enough others, none with more than half of their people? The largest is the worst
 * to have beside the second, and the other way round. */
static bool
protects(const struct benchmark *b, size_t row)
{
	size_t n = 0, all = 0, first = 0, second = 0;

	for (size_t i = 0; i < b->n_alliances; i++) {
		const struct benchmark_cell *cell = &b->alliances[i].cells[row];
		size_t people = cell->refused == REFUSED_NOT ? (size_t)cell->n : 0;

		n += people > 0;
		all += people;
		if (people > first) {
			second = first;
			first = people;
		} else if (people > second) {
			second = people;
		}
	}
	return n > BENCHMARK_OTHERS && 2 * first <= all - second && 2 * second <= all - first;
}

static struct norm_row
row_of(struct arena *a, const struct benchmark *b, const struct benchmark_row *r)
{
	struct norm_row out = { .of = r->of, .items = parts_of(a, b->form, r->of, r->is_index), .alliances = r->alliances,
		.people = r->people, .min = r->min, .max = r->max, .mu = r->mu, .se_mu = r->se_mu,
		.tau2_alliance = r->tau2_alliance, .tau2_party = r->tau2_party, .sigma2 = r->sigma2,
		.parties = (double)r->parties / (double)r->alliances, .alpha = r->instrument.alpha,
		.omega = r->instrument.omega };

	memcpy(out.quantiles, r->quantiles, sizeof(out.quantiles));
	return out;
}

struct norm
norm_of(struct arena *a, const struct benchmark *b, const char *name)
{
	struct norm_row *rows = arena_make_n(a, b->n_rows, struct norm_row);
	struct norm n = { .name = name, .type = b->choice.type == NULL ? "" : b->choice.type,
		.stage = b->choice.stage == NULL ? "" : b->choice.stage, .made = b->made, .rows = rows };

	if (b->refused != BENCHMARK_GOOD)
		return n;
	n.form_id = b->form->id;
	n.form_version = b->form->version;
	for (size_t r = 0; r < b->n_rows; r++)
		if (b->rows[r].refused == REFUSED_NOT && protects(b, r))
			rows[n.n_rows++] = row_of(a, b, &b->rows[r]);
	return n;
}

static void
apply_row(const struct norm_row *n, struct benchmark *b, size_t row)
{
	double sd = sqrt(n->tau2_alliance + n->tau2_party / n->parties);

	for (size_t i = 0; i < b->n_alliances; i++) {
		struct benchmark_cell *cell = (struct benchmark_cell *)&b->alliances[i].cells[row];

		if (cell->shrunken_refused == REFUSED_NOT && sd > 0)
			cell->norm_percentile = 100 * normal_p((cell->shrunken - n->mu) / sd);
	}
}

size_t
norm_apply(const struct norm *n, struct benchmark *b)
{
	struct arena *scratch = arena_new();
	size_t common = 0;

	b->norm = (struct benchmark_norm){ n->name, n->type, n->stage, n->made };
	for (size_t r = 0; r < b->n_rows; r++)
		for (size_t i = 0; i < n->n_rows; i++) {
			const struct norm_row *of = &n->rows[i];

			if (!str_eq(of->of, b->rows[r].of) || fabs(of->min - b->rows[r].min) > 0 || fabs(of->max - b->rows[r].max) > 0
			    || !str_eq(of->items, parts_of(scratch, b->form, of->of, b->rows[r].is_index)))
				continue;
			apply_row(of, b, r);
			common++;
		}
	arena_free(scratch);
	return common;
}
