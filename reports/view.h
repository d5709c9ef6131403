/* view.h - one release, or one benchmark, seen by one reader: the only way from a cell to the page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_VIEW_H
#define REPORTS_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "engine/measure/cell.h"
#include "forms/form.h"

struct benchmark;
struct html;

enum { NO_PARTY = -1 };

struct view {
	const struct release *release;		/* of a benchmark: one without cells and names */
	const struct benchmark *benchmark;	/* NULL: the report is about a release */
	const struct form *form;
	const char *lang;
	struct arena *arena;
	struct html *html;
	bool withheld[HIDDEN_RULE + 1];	/* reasons the table at hand has met; view_notes tells them */
};

void view_begin(struct view *, const struct release *, const struct form *, const char *lang, struct html *,
	struct arena *);

/* The cell when it may be shown, else NULL. Nothing in this room reads a release's cells in any other way. */
const struct cell *view_cell(const struct view *, enum measure, const char *of, const char *group,
	const char *detail);
/* Why the cell is not shown; SHOWN when it is, HIDDEN_RULE when there is none. */
enum shown view_why(const struct view *, enum measure, const char *of, const char *group, const char *detail);
/* There is such a cell, shown or not. */
bool view_has(const struct view *, enum measure, const char *of, const char *group, const char *detail);
/* The detail of the first cell of this measure that may be shown, or NULL. */
const char *view_detail(const struct view *, enum measure);
/* Some cell of this measure may be shown. */
bool view_any(const struct view *, enum measure);

/* The words of a text for this reader, as plain text. party: who speaks, for <own/> and <partner/>, or
 * NO_PARTY. */
const char *view_text(const struct view *, const struct text *, int party);
/* What an item asks: its own words, or the question's stem when the question has no items of its own. */
const char *view_item_text(const struct view *, const char *item, int party);
/* Title of a dimension or index. */
const char *view_title(const struct view *, const char *of);

/* What a figure of the dimension, index or item is measured on: the declared scale of its items, no 0 ..
 * yes 1, or 0-100 (cell.h says when). */
struct range {
	double min, max;
};

struct range view_range(const struct view *, const char *of);
/* The figure of a dimension, index or item on 0-100; a difference of two such figures in points. NaN stays
 * NaN. */
double view_percent(const struct view *, const char *of, double value);
double view_points(const struct view *, const char *of, double difference);

/* The form's first index, or NULL. */
const struct index *view_index(const struct view *);
/* Name of the organisation, or of the rater group; NULL for "joint". */
const char *view_party_name(const struct view *, const char *party);
/* "12 of 14 people answered"; without "of" where nobody counted the invitations. */
const char *view_response(const struct view *, size_t party);

/* A table cell that says that, and to whom cannot see it why, nothing is here. */
void view_withheld(struct view *, enum shown why);
/* The reasons met since the last call, in whole sentences under the table. */
void view_notes(struct view *);

#endif
