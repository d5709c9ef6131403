/* cell.h - published figures: everything anybody ever sees of results is a cell of a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_CELL_H
#define MEASURE_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a cell is about. `of` names a dimension, index or item, and is "" for MEASURE_RESPONSE; `group` is
 * a party id, "joint" (mean of the PARTIES, never of the heads), or for comparisons the party that is
 * compared with the mean of the others (two parties: only the first has one, "a" means a minus b).
 * "points" are those of the declared scale; a dimension over unlike scales or with an ideal point, and an
 * index, has 0-100 instead. */
enum measure {
	MEASURE_SCORE,		/* value: points; low..high: 95% interval; percent: 0-100. Fewer than 5 people: no
				 * figure, but word: very-low, low, middle, high, very-high */
	MEASURE_WEAKER,		/* group: the party with the lower score; value, percent: its score. Equal: group
				 * "joint", word equal */
	MEASURE_GAP,		/* value: difference in points; low..high: 95% Welch; p: mid-p; p_adjusted: Holm,
				 * from 10 people a side; effect: Hedges g; word: cannot-tell, aligned,
				 * probable-gap, clear-gap. An index has no p. Three and more parties, group
				 * "joint": value: highest minus lowest party, nothing else */
	MEASURE_PROFILE_GAP,	/* value: the gap after taking out each side's own overall level; points */
	MEASURE_AGREEMENT,	/* word: aligned, mixed, split; from 10 people value: AD(M) in points, effect:
				 * rwg(j), high: what rwg(j) must exceed to mean anything */
	MEASURE_COLOUR,		/* group "joint"; value, percent: the score; p: P(score >= target); p_adjusted:
				 * P(score < floor); word: green, amber, red, grey */
	MEASURE_PERCEPTION,	/* of: the item about the own side, detail: its mirror; value: the group's view of
				 * itself minus the other party's view of it, points; p: Mann-Whitney;
				 * p_adjusted: Benjamini-Hochberg over all of them; from 10 a side low..high.
				 * Two parties only */
	MEASURE_NPS,		/* value: -100..100; low..high */
	MEASURE_ITEM,		/* value: item mean as answered (not reversed), percent likewise; from 20 people
				 * low..high */
	MEASURE_COUNT,		/* early-warning fact: value of n said yes; detail: the option's code for choices;
				 * group "joint": everybody together */
	MEASURE_RESPONSE,	/* value: answered; n: invited */
	MEASURE_SELF_GAP, MEASURE_QUADRANT, MEASURE_LEVEL, MEASURE_CHANGE, MEASURE_FIT, MEASURE_RANK,
	MEASURE_MATCH, MEASURE_RELIABILITY,	/* of a competency assessment: profile/profile.h */
	N_MEASURES
};

enum shown {
	SHOWN,
	HIDDEN_SMALL,		/* fewer than k people */
	HIDDEN_COMPLEMENT,	/* would let somebody compute a group below k */
	HIDDEN_RULE		/* n allows the group but not this measure */
};

struct cell {
	enum measure measure;
	const char *of, *group;
	const char *detail;		/* NULL for most */
	enum shown shown;		/* when not SHOWN every figure below is NaN, word NULL, n 0 */
	int n;				/* people whose answers enter */
	double value, low, high, p, p_adjusted, effect, percent;	/* NaN: not given at this n */
	const char *word;		/* stable English key, translated by the report; NULL: none */
	bool capped;			/* value was near an end of its scale and is coded to an eighth of the
					 * range from it, because near-unanimity tells everybody's answer; figures
					 * derived from it are marked too */
};

struct release_party {
	const char *id, *name;		/* organisation */
	int invited, answered;
};

struct comment {
	const char *item, *party;	/* party NULL: not told, because a side has too few answers */
	const char *text;
};

/* The frozen results of one closed wave. */
struct release {
	const char *wave, *alliance;	/* names */
	const char *person, *role;	/* who is assessed, NULL: an alliance is; the weight set of the role or NULL */
	const char *form_id;
	int form_version;
	char fingerprint[65];		/* of the form, hex */
	const char *engine_version;
	int64_t closed;			/* day, UTC seconds at 00:00 */
	const char *mode;		/* confidential, anonymous, identified */
	int k;
	double target, floor_;		/* on 0-100, jointly agreed */
	size_t n_parties, n_cells, n_comments;
	struct release_party *parties;
	struct cell *cells;
	struct comment *comments;	/* in shuffled order */
};

const char *measure_name(enum measure);		/* "gap" */
bool measure_parse(const char *, enum measure *measure_r);
const char *shown_name(enum shown);
bool shown_parse(const char *, enum shown *shown_r);
/* All figures NaN, no word, n 0. */
struct cell cell_blank(enum measure, const char *of, const char *group, const char *detail, enum shown);
/* The cell, or NULL when there is none. detail NULL: a cell without detail; group NULL: the first of any
 * group. */
const struct cell *release_cell(const struct release *, enum measure, const char *of, const char *group,
	const char *detail);

#endif
