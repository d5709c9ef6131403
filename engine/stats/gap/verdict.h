/* verdict.h - what may be said about a gap */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_VERDICT_H
#define ENGINE_STATS_VERDICT_H

#include "engine/stats/gap/welch.h"

enum verdict { VERDICT_CANNOT_TELL, VERDICT_ALIGNED, VERDICT_PROBABLE_GAP, VERDICT_CLEAR_GAP };

/* In this order:
 * clear gap     mid-p, adjusted by Holm over the dimensions of the report, < .05;
 * probable gap  the unadjusted 95% Welch interval excludes 0;
 * aligned       the 90% Welch interval lies inside -margin .. +margin points (two one-sided tests: Schuirmann
 *               1987); with half a point of 1-5 that takes about 18 people a side;
 * cannot tell   everything else. "Not significant" is never "no gap".
 * holm_mid_p = NAN: that test was refused or not wanted. A refused interval can show neither gap nor
 * alignment: when nobody differs within the sides only the exact test can speak, and equal unanimous sides
 * stay "cannot tell" (gap->value says equal or different). */
enum verdict verdict_of(double holm_mid_p, const struct estimate *gap, double margin);
/* "cannot-tell", "aligned", "probable-gap", "clear-gap". */
const char *verdict_name(enum verdict);

#endif
