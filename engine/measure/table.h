/* table.h - answers from a table, one row for each response */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_TABLE_H
#define MEASURE_TABLE_H

#include <stdbool.h>

#include "engine/measure/measure.h"

struct csv;
struct msgs;

/* Fills parties and responses of the wave, nothing else.
 *
 * A column is found by the item's id, with choices and rank by the id, an underscore and the option's
 * code, as in the codebook; columns of other names are ignored, items without a column are unanswered (a
 * warning). A cell is empty (unanswered), na, dk or refused, or a declared value: a point's, 0 or 1, a
 * rank; number, date and text as they are typed. Anything else is an error with the row's line and the
 * column, and the answer stays out.
 *
 * Conditions of the form are evaluated for each row: answers to hidden items do not count.
 *
 * party_column NULL: everybody is one party, "all". The parties are those of the form when every value of
 * the column is one of them, else the values in ascending order; a row without a value is left out (a
 * warning). invited is 0.
 *
 * False when nothing can be measured: the column is missing, there are more than FORM_MAX_PARTIES values, one
 * is "joint" (the group of all parties in a release), no item has a column, or no row is left; the messages
 * say so. */
bool table_answers(struct arena *, const struct form *, const struct csv *, const char *party_column,
	struct msgs *, struct wave_answers *wave_r);

#endif
