/* compare.c - each party against the mean of the others */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"
#include "engine/stats/gap/contrast.h"
#include "engine/stats/gap/effect.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/verdict.h"

/* One party of one row against the others that can be compared. */
struct gap {
	const struct row *row;
	size_t party;
	enum shown shown;
	bool capped, spread;		/* a mean is coded; intervals may be shown */
	size_t n, smallest;		/* people, and those of the smallest party */
	double value;			/* between the means as displayed */
	struct estimate estimate;	/* between the means as they are */
	double mid_p, holm, g;
};

static bool
comparable(const struct measuring *m, const struct row *row, size_t p)
{
	return group_comparable(m, &row->groups[p]) == SHOWN;
}

static size_t
count_comparable(const struct measuring *m, const struct row *row)
{
	size_t n = 0;

	for (size_t p = 0; p < m->wave->n_parties; p++)
		n += comparable(m, row, p);
	return n;
}

static void
test_gap(struct gap *gap, const struct scores *parties, const struct summary *summaries, size_t n,
	size_t which)
{
	gap->mid_p = gap->holm = gap->g = NAN;
	if (gap->row->scores == NULL)
		return;
	gap->mid_p = contrast_test(parties, n, which).mid_p;
	gap->g = effect_against_others(summaries, n, which);
}

static void
measure_gap(const struct measuring *m, struct gap *gap)
{
	const struct row *row = gap->row;
	struct summary *summaries = arena_make_n(m->arena, m->wave->n_parties, struct summary);
	struct scores *parties = arena_make_n(m->arena, m->wave->n_parties, struct scores);
	size_t n = 0, which = 0, others = count_comparable(m, row) - 1;

	gap->smallest = SIZE_MAX;
	gap->spread = true;
	for (size_t p = 0; p < m->wave->n_parties; p++) {
		const struct group *g = &row->groups[p];

		if (!comparable(m, row, p))
			continue;
		if (p == gap->party)
			which = n;
		if (row->scores != NULL)
			parties[n] = row->scores->parties[p];
		summaries[n++] = g->summary;
		gap->value += p == gap->party ? g->mean : -g->mean / (double)others;
		gap->capped |= g->capped;
		gap->spread &= row_spread_shown(m, row, g);
		gap->n += g->summary.n;
		gap->smallest = g->summary.n < gap->smallest ? g->summary.n : gap->smallest;
	}
	gap->estimate = welch_against_others(summaries, n, which);
	test_gap(gap, parties, summaries, n, which);
}

static enum shown
gap_shown(const struct measuring *m, const struct row *row, size_t party)
{
	enum shown own = group_comparable(m, &row->groups[party]);

	if (own != SHOWN || count_comparable(m, row) >= 2)
		return own;
	return row_comparable(m, row);
}

/* Two parties make one comparison, more make one each. */
static size_t
gaps_a_row(const struct measuring *m)
{
	return m->wave->n_parties == 2 ? 1 : m->wave->n_parties;
}

/* All comparisons of a family: Holm's adjustment is over these. */
static struct gap *
compare_family(const struct measuring *m, const struct row *rows, size_t n_rows)
{
	size_t a_row = gaps_a_row(m), n = n_rows * a_row;
	struct gap *gaps = arena_make_n(m->arena, n, struct gap);
	double *p = arena_make_n(m->arena, n, double);

	for (size_t i = 0; i < n; i++) {
		struct gap *gap = &gaps[i];

		gap->row = &rows[i / a_row];
		gap->party = i % a_row;
		gap->shown = gap_shown(m, gap->row, gap->party);
		p[i] = NAN;
		if (gap->shown != SHOWN)
			continue;
		measure_gap(m, gap);
		p[i] = gap->mid_p;
	}
	multiplicity_holm(p, n, p);
	for (size_t i = 0; i < n; i++)
		gaps[i].holm = p[i];
	return gaps;
}

static void
add_gap(struct measuring *m, const struct gap *gap)
{
	struct cell *cell = measuring_add(m, MEASURE_GAP, gap->row->of, gap->party, NULL, gap->shown);

	if (gap->shown != SHOWN)
		return;
	cell->n = (int)gap->n;
	cell->value = gap->capped ? gap->value : gap->estimate.value;
	cell->capped = gap->capped;
	cell->p = gap->mid_p;
	if (show_at(SHOWING_HOLM, gap->smallest, m->wave->k))
		cell->p_adjusted = gap->holm;
	cell->word = verdict_name(verdict_of(gap->holm, &gap->estimate, gap->row->margin));
	if (!gap->spread)
		return;
	cell_interval(cell, &gap->estimate);
	cell->effect = gap->g;
}

static void
add_range(struct measuring *m, const struct row *row)
{
	enum shown shown = row_comparable(m, row);
	struct cell *cell = measuring_add(m, MEASURE_GAP, row->of, m->wave->n_parties, NULL, shown);
	double low = INFINITY, high = -INFINITY;

	if (shown != SHOWN)
		return;
	for (size_t p = 0; p < m->wave->n_parties; p++) {
		low = fmin(low, row->groups[p].mean);
		high = fmax(high, row->groups[p].mean);
		cell->capped |= row->groups[p].capped;
	}
	cell->n = (int)row->groups[m->wave->n_parties].summary.n;
	cell->value = high - low;
}

/* The party's mean gap over the rows, as a share of each row's range. NaN when there are fewer than two to
 * compare. */
static double
level_gap(const struct gap *gaps, size_t n, size_t party)
{
	double sum = 0;
	size_t counted = 0;

	for (size_t i = 0; i < n; i++) {
		if (gaps[i].party != party || gaps[i].shown != SHOWN)
			continue;
		sum += gaps[i].value / (gaps[i].row->max - gaps[i].row->min);
		counted++;
	}
	return counted < 2 ? NAN : sum / (double)counted;
}

/* A side that simply answers higher has gaps everywhere; what is left without that is the profile. */
static void
add_profile(struct measuring *m, const struct gap *gap, double level)
{
	enum shown shown = gap->shown == SHOWN && isnan(level) ? HIDDEN_RULE : gap->shown;
	struct cell *cell = measuring_add(m, MEASURE_PROFILE_GAP, gap->row->of, gap->party, NULL, shown);

	if (shown != SHOWN)
		return;
	cell->n = (int)gap->n;
	cell->value = gap->value - level * (gap->row->max - gap->row->min);
	cell->capped = gap->capped;
}

static void
add_family(struct measuring *m, const struct row *rows, size_t n_rows, bool profile)
{
	size_t a_row = gaps_a_row(m), n = n_rows * a_row;
	const struct gap *gaps = compare_family(m, rows, n_rows);

	for (size_t i = 0; i < n; i++) {
		add_gap(m, &gaps[i]);
		if (profile)
			add_profile(m, &gaps[i], level_gap(gaps, n, gaps[i].party));
		if (a_row > 1 && gaps[i].party == a_row - 1)
			add_range(m, gaps[i].row);
	}
}

/* Drivers and outcomes are families of their own; the rows of a role lie side by side. */
void
measure_gaps(struct measuring *m)
{
	size_t drivers = 0;

	if (m->wave->n_parties < 2)
		return;
	while (drivers < m->n_rows && m->rows[drivers].role == ROLE_DRIVER)
		drivers++;
	add_family(m, m->indexes, m->n_indexes, false);
	add_family(m, m->rows, drivers, true);
	add_family(m, m->rows + drivers, m->n_rows - drivers, false);
}
