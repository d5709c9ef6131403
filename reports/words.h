/* words.h - numbers and keys as a reader says them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_WORDS_H
#define REPORTS_WORDS_H

#include <stddef.h>

#include "engine/measure/cell.h"

struct arena;

/* All of them speak the current language (base/lang.h). NaN is an en dash. */
const char *words_number(struct arena *, double, int decimals);
const char *words_signed(struct arena *, double, int decimals);	/* +13, −4, 0 */
const char *words_interval(struct arena *, double low, double high, int decimals);	/* "low to high" */
const char *words_signed_interval(struct arena *, double low, double high, int decimals);
const char *words_share(struct arena *, double share);		/* 0.92: "92%"; "< 1%", "> 99%" */
const char *words_p(struct arena *, double p);			/* "0.012", "< 0.001" */
/* "a", "a and b", "a, b and c" */
const char *words_list(struct arena *, const char *const *, size_t n);

/* A cell's key (verdict, agreement, colour, band) for people; a key this program does not know stays as it
 * is. */
const char *words_key(const char *key);

/* A rater group, or several together ("others", "inside", "partner"), as the name of whose view it is. */
const char *words_group(const char *group);

/* Why a figure is not here: a few words, and a sentence. */
const char *words_hidden(struct arena *, enum shown, int k);
const char *words_hidden_note(struct arena *, enum shown, int k);

#endif
