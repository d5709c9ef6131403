/* flow.h - what a respondent sees, given the answers so far */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_FLOW_H
#define FORMS_FLOW_H

#include <stdbool.h>
#include <stddef.h>

struct answers;
struct arena;
struct form;
struct respondent;

struct flow {
	bool *pages, *questions, *items;	/* visible? an item is only if its question and page are */
};

/* Evaluates rater groups and all conditions in document order. A hidden item counts as unanswered for the
 * conditions after it. */
struct flow flow_evaluate(struct arena *, const struct form *, const struct respondent *,
	const struct answers *);

/* What this reader would be shown if every condition held: what the rater group is asked. A reader without a
 * group (an author) is shown everything. */
struct flow flow_in_full(struct arena *, const struct form *, const struct respondent *);

/* The visible page after / before this one, or -1. Pass -1 to flow_next for the first. */
int flow_next(const struct form *, const struct flow *, int page);
int flow_previous(const struct flow *, int page);
/* The first visible page with a required visible item that has no answer; -1 when there is none. */
int flow_first_open(const struct form *, const struct flow *, const struct answers *);

/* Order in which the battery's items (or a question's options) are shown to this respondent: n indexes. */
size_t *flow_order(struct arena *, const struct form *, size_t question, const struct respondent *, size_t n);

/* A copy in which answers of hidden items are MISSING_NOT_SHOWN: what counts. */
struct answers flow_counted(struct arena *, const struct form *, const struct flow *, const struct answers *);

#endif
