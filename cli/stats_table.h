/* stats_table.h - the columns of a CSV file as answers, numbers and groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STATS_TABLE_H
#define CLI_STATS_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/csv.h"
#include "engine/stats/ratings.h"

struct arena;
struct msgs;

enum { TABLE_POINTS_MAX = 101 };

/* A CSV file, or some of its rows. Lines before the header row that begin with # are comments. An empty cell, or
 * NA as R writes it, is missing. Whatever cannot be used becomes a message with line and column. */
struct stats_table {
	struct arena *arena;
	struct msgs *msgs;
	struct csv csv;
	size_t n;
	const struct csv_row **row;
};

/* Some columns, in the order in which they were named. */
struct picked {
	size_t n;
	size_t *column;
	const char **name;
};

/* Every row belongs to one of n kinds, or to none (TABLE_UNLABELLED, an empty cell); names in natural order. */
#define TABLE_UNLABELLED ((size_t)-1)
struct labels {
	size_t n;
	const char **name;
	size_t *of;		/* a row */
};

bool stats_table_read(struct arena *, const char *text, size_t n, struct msgs *, struct stats_table *table_r);
/* The rows of one label. */
struct stats_table stats_table_part(const struct stats_table *, const struct labels *, size_t label);

/* Names and ranges of neighbouring columns, separated by commas: "A1-A5,C2". NULL: no columns. */
bool stats_table_pick(const struct stats_table *, const char *list, struct picked *picked_r);
/* Whole numbers from 1 to points; with points = 0 the highest number found is the scale's last. The columns that
 * are also in `reversed` are turned, x to points + 1 - x. */
bool stats_table_ratings(const struct stats_table *, const struct picked *, const struct picked *reversed,
	unsigned points, struct ratings *ratings_r);
/* One number a row; NAN = missing. */
bool stats_table_numbers(const struct stats_table *, const char *column, double **numbers_r);
/* By the values of one column, or of several ("alliance,side") joined with a slash. */
bool stats_table_labels(const struct stats_table *, const char *list, struct labels *labels_r);

#endif
