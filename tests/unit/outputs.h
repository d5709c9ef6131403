/* outputs.h - what the reports of a release come out as, and that hidden cells are in none of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_OUTPUTS_H
#define TESTS_OUTPUTS_H

struct arena;
struct buf;
struct cell;
struct form;
struct release;

const char *outputs_html(struct arena *, const struct release *, const struct form *, const char *lang);
const char *outputs_json(struct arena *, const struct release *, const struct form *);
const char *outputs_csv(struct arena *, const struct release *);
/* How often `what` occurs. */
int outputs_count(const char *text, const char *what);
/* Fails unless all three are the same to the byte whatever the cell, which is hidden, holds. */
void outputs_assert_silent(struct arena *, struct release *, const struct form *, struct cell *);
/* Golden files: what was looked at and found good. `make report-golden` writes them anew. */
void outputs_assert_golden(struct arena *, const char *name, const struct buf *now);

#endif
