/* cell.h - published figures: everything anybody ever sees of results is a cell of a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_CELL_H
#define MEASURE_CELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a cell is about. `of` names a dimension, index or item; `group` a party id, "joint" (mean of the parties), or for
 * comparisons the party that is compared with the mean of the others (two parties: group "a" means a minus b). */
enum measure {
	MEASURE_SCORE,		/* value: mean on the declared scale (an index: 0-100); low..high: 95% interval; detail: points 0-100 in `percent` */
	MEASURE_WEAKER,		/* group: the party with the lower score; value: its score */
	MEASURE_GAP,		/* value: difference of means; low..high: 95% Welch; p: mid-p; p_adjusted: Holm; effect: Hedges g; word: verdict */
	MEASURE_PROFILE_GAP,	/* value: the gap after taking out each side's own overall level; word: none */
	MEASURE_AGREEMENT,	/* value: AD(M); effect: rwg(j) where allowed; word: aligned, mixed, split */
	MEASURE_COLOUR,		/* joint score against the target; p: P(score >= target); p_adjusted: P(score < floor); word: green, amber, red, grey */
	MEASURE_PERCEPTION,	/* of: the item about the own side, detail: its mirror; value: own view minus the partner's view of it; low..high; p */
	MEASURE_NPS,		/* value: -100..100; low..high */
	MEASURE_ITEM,		/* item mean, coded to <= 1.5 / >= 4.5 at the ends (flag `capped`) */
	MEASURE_COUNT,		/* early-warning fact: value of n said yes; detail: the option's code for choices */
	MEASURE_RESPONSE,	/* value: answered; n: invited */
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
	bool capped;
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
/* The cell, or NULL when there is none. detail may be NULL. */
const struct cell *release_cell(const struct release *, enum measure, const char *of, const char *group, const char *detail);

#endif
