/* profile.h - a competency assessment from answers to the cells of a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_PROFILE_H
#define MEASURE_PROFILE_H

#include "engine/measure/measure.h"

struct weight_set;

struct profile_wave {
	struct wave_answers answers;	/* of a form about a manager: its parties are the rater groups asked, with
					 * the format's names; k >= 3; target: what is called a strength, 0-100 */
	const char *person;		/* who is assessed */
	const struct weight_set *role;	/* the weights of this kind of alliance; NULL: none declared */
	const struct release *last;	/* of the same person over the same dimensions, or NULL */
};

/*
 * A competency assessment describes ONE person by several rater groups (raters.h says which count). What is
 * measured of each competency (a dimension of the form):
 *
 * SCORE, by group ("self", "manager", .., "partner_team"), and of "others" (everybody but self, each rater
 *   with the same weight), "inside" and "partner". value: mean of the raters' scores in points; percent;
 *   low..high: 95% t interval from 5 raters. A group of fewer than 5 who are not identified enters "others"
 *   and its side's view, but is not shown alone (HIDDEN_RULE). inside and partner are over the behaviours
 *   that both sides are asked about, so that they can be compared.
 * SELF_GAP, of "others": self minus others; low..high from 5 others; effect: what is left after the usual
 *   leniency of self-ratings, d = .32 (Heidemeier & Moser 2009) with a standard deviation of a sixth of the
 *   scale; word: over (the interval lies above the usual), under (it lies below 0), close (within half a
 *   point of 0 .. usual), cannot-tell. Of "" the whole profile: value only, the mean over the competencies
 *   that both have.
 * QUADRANT, of "others": agreed-strength, agreed-need, blind-spot, hidden-strength. Others are high or low
 *   with a probability of .8 that their mean is at least, or below, the target (62.5 of 100 unless one was
 *   agreed); self by the point, less the usual leniency. unclear when neither.
 * GAP, of "inside": inside minus partner view; low..high Welch; p: exact mid-p; p_adjusted: Holm over the
 *   competencies, from 10 a side; word as in alliance health.
 * LEVEL, by group: value: the level, of those the form describes, that at least half of the raters reach
 *   (lower median); self, identified groups and, from 5 raters, others.
 * CHANGE, by group, detail: the last wave; value: now minus the last time; low..high: Welch, its summaries taken from the intervals
 *   that were released; word: up, down, cannot-tell. Without intervals: value only.
 * FIT, of a weight set and of "" (unweighted), by self, others, inside, partner. percent: weighted mean of
 *   the competencies' percents, over those that all four have, with at least .6 of the weight.
 *   Of a weight set by others, detail: a competency; value: by how many points its weight w of the sum W
 *   moves the fit from the unweighted one, (w / W - 1 / n) (its percent - the unweighted); they add up to
 *   the whole difference, so that two sets can be held against each other competency by competency.
 * RANK, of items by others: the highest (1 .. 5) and lowest (-1 .. -5) behaviours, from 5 others; ties in
 *   the form's order. ITEM by others from 10, by group from 20.
 * MATCH, of "" by "others": value: correlation of the self profile with that of the others; effect: their
 *   distance D, the root of the sum of squared differences (Cronbach & Gleser 1953); n: competencies.
 * RELIABILITY, of "" by "others": how reliably they tell the competencies apart. Over the raters with a score
 *   for every competency, from 10 of them; each competency is a target, on 0-100. value: ICC(1,k) of their mean
 *   profile; low..high; effect: ICC(1,1) of one rater's (Shrout & Fleiss 1979); n: raters. Not told when all
 *   competencies are rated alike, or when fewer than k of these raters (but not none) are unnamed.
 * RESPONSE, by group after pooling; word: left-out, for a group nothing is shown of, not how many answered either.
 *
 * Comments of identified groups with the group; of the others, from 10 of them on, without.
 * The audit covers all of it, the identified taken as known. Cannot fail: too few answers make hidden cells.
 */
struct release *measure_profile(struct arena *, const struct profile_wave *);

#endif
