/* benchmark.h - a portfolio of alliances side by side, made of what their releases already show */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_BENCHMARK_H
#define MEASURE_BENCHMARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"
#include "engine/stats/groups/standing.h"
#include "forms/compare.h"
#include "forms/form.h"

struct arena;
struct pool;

/*
 * WHAT ENTERS. Of every release only what it shows with a figure: dimensions and indexes of parties of at least k
 * people. A one-item score that is coded near the end of its scale enters as coded. The benchmark of an
 * alliance office names its alliances. One that is made FOR one alliance names only that one and says of the others
 * what at least BENCHMARK_OTHERS of them together say, none with more than half of the others' people; otherwise
 * it is refused as a whole.
 *
 * ROWS are the dimensions and indexes of the reference form, drivers first, then indexes, then outcomes: the newest
 * version in the pool of the form asked for, or of the one that most alliances used. A release of another version,
 * or of another form with the same items, takes part in a row when the row is made of the same items in the same
 * way and no declared or proven change of meaning lies between; `excluded` counts what was left out. Scores are in
 * points of the row, min..max; percent = 100 (x - min) / (max - min).
 *
 * Where a number is not given it is NaN, and the refusal beside it says why.
 */

enum { BENCHMARK_OTHERS = 5, BENCHMARK_WORDS_BELOW = STANDING_GROUPS, BENCHMARK_MANAGERS = 5 };
enum { BENCHMARK_QUANTILES = 7 };	/* 5, 10, 25, 50, 75, 90, 95 percent */

enum benchmark_refusal {
	BENCHMARK_GOOD,
	BENCHMARK_EMPTY,		/* no release takes part */
	BENCHMARK_TOO_FEW_OTHERS,	/* fewer than BENCHMARK_OTHERS */
	BENCHMARK_DOMINATED,		/* one other has more than half of the others' people */
	BENCHMARK_OWN_MISSING		/* the alliance it is for has no release in the pool */
};
/* A sentence without full stop, in English; "" for BENCHMARK_GOOD. */
const char *benchmark_refusal_reason(enum benchmark_refusal);

/* What was asked for; NULL and 0: no condition. */
struct benchmark_choice {
	const char *type, *stage, *form_id;
	const char *own;		/* key of the alliance it is made for; NULL: for the alliance office */
	int64_t since;			/* releases of waves closed on this day or later */
};

/* How well the row's items measure one thing, from everybody in the pool's newest releases. people: those who
 * answered all of its items. alpha with Feldt's interval, omega, one-factor fit; each with its own refusal. */
struct benchmark_instrument {
	size_t items, people, alliances;
	enum refusal alpha_refused, omega_refused, factor_refused;
	double alpha, omega;
	struct interval alpha95, omega95;
	double chi_square, df, p, rmsea, cfi, srmr;
};

/* Points a year, 95% interval, probability that it is > 0. Of a row: REML over all alliances (groups/trend.h). Of one
 * alliance: least squares within its parties, one slope for all of them, df = observations - parties - 1. */
struct benchmark_slope {
	enum refusal refused;
	size_t waves;			/* of the alliance, or of all alliances together */
	double value, p_rise;
	struct interval ci95;
};

/* A dimension or an index over the pool. */
struct benchmark_row {
	const char *of;
	bool is_index;
	enum role role;
	double min, max;

	/* REML of alliances and parties within them (groups/nested.h); variances in points squared. */
	enum refusal refused;
	size_t alliances, parties, people;
	double mu, se_mu, tau2_alliance, tau2_party, sigma2, icc_alliance, icc_party;
	/* Of alliances' true joint scores as the model believes them, mu + z sqrt(tau2_alliance + tau2_party / parties
	 * an alliance): the values of single alliances are not among them, as they would be in ranks of a few. */
	double quantiles[BENCHMARK_QUANTILES];

	/* Limits of the funnel at n people: centre -+ z sqrt(sigma2 / n + between) (groups/funnel.h). An alliance counts as
	 * the people whose plain mean would be as sure as its joint mean: parties^2 / sum (1 / n), whole. */
	enum refusal funnel_refused;
	double funnel_centre, funnel_sigma2, funnel_between;

	struct benchmark_slope trend;	/* time: days between waves / 365.25; unit: the alliance */
	struct benchmark_instrument instrument;
};

/* One alliance on one row, from its newest release that takes part in the row. */
struct benchmark_cell {
	enum refusal refused;		/* REFUSED_EMPTY: it shows nothing that can be compared */
	int n, parties;			/* people, and parties shown */
	double raw;			/* mean of the parties */

	enum refusal shrunken_refused;
	double lambda, shrunken;
	struct interval band80;
	double p_below;			/* P(true score < mu) */

	enum refusal standing_refused;	/* TOO_FEW: fewer than 20 alliances; only `quarter` may be said */
	enum quarter quarter;
	double percentile, p_lowest;	/* of the shrunken mean, 0..100; P(in the bottom quarter) */
	struct interval percentile80;
	double norm_percentile;		/* within the norm group that was asked for */

	double funnel_z;		/* SDs above the centre, what alliances ordinarily differ by included */
	int funnel_side;		/* outside the 99.8% limits: -2, 2; outside 95%: -1, 1; inside: 0 */

	/* Against the wave before, when both take part with the same parties: Welch over the parties. */
	enum refusal change_refused;	/* UNLINKED: there is none that can be compared */
	enum difference_class mark;	/* what was done to the row's words between the two */
	double change, p_rise;
	struct interval change95;
	struct benchmark_slope slope;	/* from 3 waves on */

	/* Party a minus party b of two, Welch; adjusted: Benjamini & Hochberg over the row's alliances. */
	enum refusal gap_refused;
	double gap, gap_p, gap_adjusted;
	bool split;			/* inside a party opinions fall into two camps */
};

struct benchmark_wave {
	const char *key, *name;
	int64_t closed;
	const double *raw;		/* one per row; NaN: does not take part */
	const enum difference_class *marks;	/* one per row: change against the wave before; NONE for the first */
};

struct benchmark_alliance {
	const char *key, *name;
	const char *type, *stage;	/* "": not told */
	size_t n_waves;			/* oldest first; the last one is the newest */
	const struct benchmark_wave *waves;
	int invited, answered;		/* of the newest */
	const struct benchmark_cell *cells;	/* one per row */
};

/* Why an alliance needs a look. Ordered: what is worse first. */
enum benchmark_reason {
	REASON_DROP,		/* of: an index, or a driver of a form without; value: the change; p: P(it fell) >= .9 */
	REASON_SILENT,		/* party: of it fewer than a third answered (value: the share), or it is hidden (NaN) */
	REASON_SPLIT,		/* party: whose opinions fall into two camps; value: on how many drivers */
	REASON_SIGNALS,		/* value: early-warning facts that at least a third of those asked report */
	REASON_OVERDUE,		/* value: months since the last wave closed, more than 13 */
	N_REASONS
};
const char *benchmark_reason_name(enum benchmark_reason);	/* "drop" */

/* By alliance: the one with most and worst reasons first; its reasons behind each other. */
struct benchmark_attention {
	size_t alliance;
	enum benchmark_reason reason;
	const char *of, *party;		/* NULL: does not apply */
	double value, p;
};

/* What an outcome goes with, centred within alliances (drivers/drivers.h). share: of R2 (Lindeman, Merenda & Gold),
 * share95: bootstrap over alliances with the seed. refused SINGULAR: culprit says the same as others. */
struct benchmark_driver {
	const char *of;
	double share, beta, r;
	struct interval share95;
};

struct benchmark_drivers {
	const char *outcome, *culprit;
	enum refusal refused, resample_refused;
	size_t alliances, people, n;
	double r2, adjusted_r2;
	uint32_t seed;
	size_t replicates, used;
	const struct benchmark_driver *drivers;
};

/* Of alliance managers' newest profiles, by competency: others' pooled view, never fewer than BENCHMARK_MANAGERS, and
 * no range: a mean with its interval. */
struct benchmark_competency {
	const char *of;
	enum refusal refused;
	size_t managers;
	double mean, min, max;
	struct interval ci95;
};

/* Releases that are not in the pool, or not in a row of it. */
enum benchmark_exclusion_reason {
	EXCLUDED_OLD,		/* stored before benchmarks were prepared at closing */
	EXCLUDED_FORM,		/* another form without one common row */
	EXCLUDED_ITEMS,		/* the row has other items there */
	EXCLUDED_MEANING,	/* the same items, but one of them or the way of scoring changed its meaning */
	N_EXCLUSIONS
};
const char *benchmark_exclusion_name(enum benchmark_exclusion_reason);

struct benchmark_exclusion {
	enum benchmark_exclusion_reason reason;
	const char *form_id, *of;	/* NULL: not about a form; the release as a whole */
	int form_version;
	size_t releases;
};

struct benchmark_norm {		/* NULL fields: no norm group was asked for */
	const char *name, *type, *stage;
	int64_t made;
};

/* Frozen once made, but for norm_apply (norm.h). */
struct benchmark {
	enum benchmark_refusal refused;	/* then nothing below `excluded` is set */
	struct benchmark_choice choice;
	const char *engine_version;
	int64_t made;			/* day, UTC seconds at 00:00 */
	const struct form *form, *manager_form;	/* titles; manager_form NULL: no profiles */
	size_t n_excluded;
	const struct benchmark_exclusion *excluded;

	size_t pool_alliances, pool_releases;	/* also those that are not named */
	size_t n_rows, n_alliances, n_attention, n_drivers, n_competencies;
	const struct benchmark_row *rows;
	const struct benchmark_alliance *alliances;	/* by key; made for one alliance: only that one */
	const struct benchmark_attention *attention;
	const struct benchmark_drivers *drivers;	/* one per outcome */
	const struct benchmark_competency *competencies;
	struct benchmark_norm norm;
};

/* Cannot fail: what cannot be said is refused where it stands. `today` is the day it is made, for what is overdue. The
 * benchmark lives in the arena; strings are the pool's. */
struct benchmark *benchmark_make(struct arena *, const struct pool *, const struct benchmark_choice *, int64_t today);

/* The cell of an alliance on a row; NULL when there is none of these names. */
const struct benchmark_cell *benchmark_cell(const struct benchmark *, const char *alliance, const char *of);
const struct benchmark_row *benchmark_row(const struct benchmark *, const char *of);

#endif
