/* measuring.h - one wave while it is being measured; private to engine/measure */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_MEASURING_H
#define MEASURE_MEASURING_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/measure/cell.h"
#include "engine/measure/disclosure.h"
#include "engine/measure/measure.h"
#include "engine/measure/score.h"
#include "engine/stats/gap/welch.h"
#include "forms/form.h"

/* What is known and what may be said about one group (a party, or all of them jointly) on one row. */
struct group {
	enum shown shown;
	bool band;			/* only in words */
	bool capped;			/* mean is coded */
	double mean;			/* as displayed; a joint one is the mean of the parties' */
	struct summary summary;		/* as it is; of a joint group only n */
};

/* A row of the report: a dimension or an index. */
struct row {
	const char *of;
	enum role role;
	double min, max;		/* of the score */
	double margin;			/* within which a gap counts as none: half a point */
	bool one_item;
	const struct dimension_scores *scores;	/* NULL for an index */
	struct group *groups;		/* the parties, then all jointly */
};

struct measuring {
	struct arena *arena;
	const struct wave_answers *wave;
	const struct form *form;
	struct disclosure *audit;
	struct dimension_scores *dimensions;	/* one per dimension of the form */
	size_t n_rows, n_indexes;
	struct row *rows;		/* of the dimensions that are scored: drivers, then outcomes */
	struct row *indexes;
	struct cell *cells;
	size_t n_cells, room;
};

/* The party's id, or "joint" for p = n_parties. */
const char *measuring_group(const struct measuring *, size_t p);
/* Is response r of the party; of p = n_parties everybody is. */
bool measuring_in_group(const struct measuring *, size_t r, size_t p);
/* A new cell without figures; the pointer is good until the next one is added. */
struct cell *measuring_add(struct measuring *, enum measure, const char *of, size_t p, const char *detail,
	enum shown);
/* The last look of the audit, then the release of everything added. */
struct release *measuring_release(struct measuring *, struct comment *, size_t n_comments);
double row_percent(const struct row *, double score);
/* The last group from the others: the mean of the parties, in words when a party is shown in words only. */
void row_join(const struct measuring *, struct row *);
/* May the group's figure come with an interval? Not that of one item from few people. */
bool row_spread_shown(const struct measuring *, const struct row *, const struct group *);
/* Why the group, or one of the parties, cannot be compared with others; SHOWN: it can. */
enum shown group_comparable(const struct measuring *, const struct group *);
enum shown row_comparable(const struct measuring *, const struct row *);
/* index.c, after the rows of the dimensions. */
void index_row(struct measuring *, const struct index *, struct row *);
/* The interval goes into the cell unless the estimate was refused. */
void cell_interval(struct cell *, const struct estimate *);

/* figure.c: what a published figure is to the audit, over the first n responses. p = n_parties: of a
 * dimension the mean of the parties, of a slot everybody together. */
struct disclosure_figure figure_dimension(const struct measuring *, const struct dimension_scores *, size_t p,
	size_t n);
/* The terms of one person with a score, whose mean is over `share` people; returns how many. */
size_t figure_person(const struct measuring *, const struct dimension_scores *, size_t r, int share,
	struct disclosure_term *terms_r);
/* A mean, a share of promoters, a folded score: whatever is made of the slot's answers counts as the
 * answers. */
struct disclosure_figure figure_slot(const struct measuring *, size_t slot, size_t p, size_t n);
/* Each party's mean of the slot with equal weight. */
struct disclosure_figure figure_joint_slot(const struct measuring *, size_t slot, size_t n);
/* Ask the audit; what it lets pass is published by that. */
enum shown figure_release(struct measuring *, struct disclosure_figure);
/* Everything the earlier releases showed. */
void figure_publish_earlier(struct measuring *);

/* Each adds its cells, the more important ones first, because later figures give way to earlier ones. */
void measure_responses(struct measuring *);
void measure_scores(struct measuring *);	/* rows.c: fills rows and indexes; SCORE, WEAKER, COLOUR */
void measure_gaps(struct measuring *);		/* compare.c: GAP, PROFILE_GAP */
void measure_agreement(struct measuring *);
void measure_perception(struct measuring *);
void measure_counts(struct measuring *);
void measure_nps(struct measuring *);
void measure_items(struct measuring *);
/* What somebody wrote, or NULL. */
const char *comment_text(const struct measuring *, const struct item *, const struct answers *);
/* Comments that may be shown, shuffled question by question. */
struct comment *measure_comments(const struct measuring *, size_t *n_r);

#endif
