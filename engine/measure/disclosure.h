/* disclosure.h - which figures can be shown together without telling about fewer than k people */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_DISCLOSURE_H
#define MEASURE_DISCLOSURE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * THE RULE. A reader can add, subtract and scale all figures that were ever released. Nothing he gets that
 * way may depend on the answers of fewer than k people. So a figure is taken for what it is: a linear
 * function of answers. Its `terms` say with which share each answer (of one respondent to one variable)
 * enters it. The released figures span a space of such functions; they are SAFE when no function in that
 * space, except zero, has terms of fewer than k respondents. This contains the usual rule (the indicator of
 * no set S, 0 < |S| < k, can be computed) and adds what that rule lets pass: the difference of two persons'
 * answers, or one person's half-answered dimension.
 *
 * WHAT COUNTS. n, mean, share, SD, interval, verdict and distribution of one thing over the same people are
 * ONE figure: pass it once or each time, repeating a figure changes nothing. The reader is taken to know who
 * is in which group and who skipped which item, and every figure is taken as exact: rounding protects
 * nobody.
 *
 * WHICH FIGURES MEET. Only those about the same answers. The mean of item 1 over ten people and of item 2
 * over nine of them are functions of different answers and isolate nobody; the mean of ONE item over ten and
 * over nine isolates the tenth. A dimension is a function of the answers to its items, so it meets them by
 * itself: a person who answered m items enters with 1/m of each. From the dimension over ten people and ALL
 * its items, one of which one person skipped, that person's own score can be computed: the audit refuses the
 * last of these items, and only that one. If all figures of a report had to agree on who answered, one
 * "cannot judge" in a party of six would hide nearly every dimension and protect nobody, so nothing is tied
 * together that is not computed from the same answers. What is computed from RELEASED figures (a joint
 * score, a gap, an index as the weighted mean of shown dimensions, an interval centred on one of these) adds
 * nothing and need not be passed; show none of these when a part is not shown. An index over persons, having
 * its own people, meets all its items, and costs a dimension whenever someone missed one: prefer the former.
 *
 * GROUPS. k may differ between groups (parties, rater groups). Each person then weighs 1/k of the own group,
 * and a set is too small when it weighs less than 1: inside a group that is "fewer than k". k = 1 marks an
 * identified respondent (self, manager): the reader is taken to know these answers, so they protect nobody
 * and are left out of the sum. Total with A and B, or the total alone, but never total with A where B is
 * below k, follows from the rule.
 *
 * WHAT IT DOES NOT DEFEND. A member of a group of k knows the own answers, and so a group of k-1: choose k
 * for that. Unanimous answers tell at any n. Squares (SD) and counts are taken as the mean's own system, not
 * as equations mixed with it. Comments have their own threshold. Each alliance and wave has its own
 * respondents and its own audit.
 *
 * EXACTNESS AND TIME: see rowspace.h. What cannot be shown safe within its bounds is refused, never let
 * through.
 */

#define DISCLOSURE_K_MAX 40

/* The answer of `respondent` to `variable` enters the figure with weight / out_of: 1 of 1 for an item, 1 of m
 * for a dimension of which m items were answered; negative when reversed. Only proportions within a figure
 * matter: neither the n of the mean nor the reversed scale's constant is needed. */
struct disclosure_term {
	size_t respondent, variable;
	int weight, out_of;		/* out_of >= 1 */
};

struct disclosure_figure {
	const struct disclosure_term *terms;	/* in any order */
	size_t n_terms;
};

enum disclosure_verdict {
	DISCLOSURE_SHOWN,	/* safe together with everything published */
	DISCLOSURE_SMALL,	/* the figure itself is about fewer than k people, or about nobody */
	DISCLOSURE_COMPLEMENT,	/* with what is published, it would tell about fewer than k people */
	DISCLOSURE_UNPROVEN	/* not shown to be safe within the bounds, so not released */
};

struct disclosure_decision {
	enum disclosure_verdict verdict;
	size_t n_people;	/* who enter the figure, without identified respondents */
	size_t n_exposed;	/* SMALL and COMPLEMENT: how many people it would tell about */
	const size_t *exposed;	/* these respondents, ascending; for tests, never for a page or a log */
};

/* Everything published so far about the respondents of one wave. */
struct disclosure;

/* k[i] is the threshold of respondent i's group, 1 .. DISCLOSURE_K_MAX. Respondents and variables are
 * numbered from 0; a re-release must number the respondents as the first release did. */
struct disclosure *disclosure_new(struct arena *, size_t n_respondents, size_t n_variables, const int *k);

/* Record a figure as public, without asking. Figures of earlier releases come in this way. */
void disclosure_publish(struct disclosure *, struct disclosure_figure);

/* What would be decided about the figure; publishes nothing. When what was published without asking is unsafe
 * already, the verdict is about the part of it that has to do with the figure. */
struct disclosure_decision disclosure_test(struct disclosure *, struct disclosure_figure);

/* Go through the figures in the order given, most important first; publish each one that is safe with all
 * that was published before it, and say of every one what was decided. Later figures give way to earlier
 * ones. */
void disclosure_choose(struct disclosure *, const struct disclosure_figure *, size_t n,
	struct disclosure_decision *decisions_r);

/* Is all that is published safe? The last look before a release is stored; false also when that cannot be
 * shown within the bounds. */
bool disclosure_safe(struct disclosure *);

#endif
