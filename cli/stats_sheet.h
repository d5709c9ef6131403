/* stats_sheet.h - figures with their names, for people as aligned text or for programs as JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef CLI_STATS_SHEET_H
#define CLI_STATS_SHEET_H

#include <stddef.h>

#include "engine/stats/convergence.h"
#include "engine/stats/interval.h"
#include "engine/stats/refusal.h"

struct arena;
struct buf;

/* Figures in the order in which they were added. A key is the name in JSON, and with _ as blank the name in text;
 * it is kept, not copied. */
struct sheet;

struct sheet *sheet_new(struct arena *);
void sheet_count(struct sheet *, const char *key, size_t);
void sheet_number(struct sheet *, const char *key, double);
/* NULL: nothing to say. */
void sheet_word(struct sheet *, const char *key, const char *word);
/* KEY_lo and KEY_hi. */
void sheet_interval(struct sheet *, const char *key, struct interval);
/* "se", "df", "t", "p" and "ci95"; the value has a key of its own. */
struct estimate;
void sheet_test(struct sheet *, const struct estimate *);
/* "refused": the reason in words, or nothing. */
void sheet_refusal(struct sheet *, enum refusal);
void sheet_convergence(struct sheet *, const struct convergence *);
/* A list of sheets with the same keys; in text a table with a column for each, or one below the other when they
 * hold lists themselves. */
struct sheet_list;
struct sheet_list *sheet_list(struct sheet *, const char *key);
struct sheet *sheet_row(struct sheet_list *);

/* Numbers with 17 digits; what is not a number, or not finite, is null. */
void sheet_json(const struct sheet *, struct buf *out);
/* Numbers with six decimals, very small and large ones as powers of ten; `-` is what was not computed. */
void sheet_text(const struct sheet *, struct buf *out);

#endif
