/* form.h - a questionnaire in memory: everything an instrument declares, immutable once loaded */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_FORM_H
#define FORMS_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/html.h"

struct rule;	/* a compiled condition, rule.h */

enum { FORM_MAX_LANGS = 16, FORM_MAX_PARTIES = 8 };
/* Of one text, and of all texts of a page together. */
enum { TEXT_MAX_CHARACTERS = 10000, PAGE_MAX_CHARACTERS = 80000 };

/* Text is a list of wordings; each is for one language and for everybody or one audience (a party or a rater
 * group). */
enum run_kind {
	RUN_TEXT,
	RUN_OWN,		/* name of the respondent's organisation */
	RUN_PARTNER,		/* name of the other organisation (three and more: joined names) */
	RUN_SUBJECT,		/* the alliance's name, or the assessed person's */
	RUN_VALUE_OF,		/* the answer to the item named in text */
	RUN_BREAK,
	RUN_EM, RUN_EM_END,
	RUN_STRONG, RUN_STRONG_END
};

struct run {
	enum run_kind kind;
	const char *text;	/* RUN_TEXT: the words; RUN_VALUE_OF: an item id; else NULL */
	struct html_escaped escaped;	/* RUN_TEXT: the words for a page */
};

struct wording {
	const char *lang;
	const char *audience;	/* NULL: everybody */
	size_t n;
	const struct run *runs;
};

struct text {
	size_t n;		/* 0: there is no such text */
	const struct wording *wordings;
};

/* Codes of answers, as stored and as exported: a point's declared value, or one of these. */
enum answer_code {
	ANSWER_NONE = INT16_MIN,	/* not answered yet; NULL in the database */
	MISSING_NA = -1001, MISSING_DK = -1002, MISSING_REFUSED = -1003,
	MISSING_SKIPPED = -1004, MISSING_NOT_SHOWN = -1005,
	CODE_MIN = -1000, CODE_MAX = 1000	/* declared values lie within */
};
static inline bool code_is_value(int code) { return code >= CODE_MIN && code <= CODE_MAX; }

struct point {
	int16_t code;		/* declared value, or MISSING_NA, _DK, _REFUSED */
	struct text label;
};

/* Also the options of a choice, choices, anchored or rank question (then id is the question's). */
struct scale {
	const char *id;
	int line;
	size_t n_points;
	const struct point *points;	/* in declared order, missing points last */
	size_t n_valued;		/* how many of them carry a value */
	int min, max;			/* of the declared values */
};

enum kind {
	KIND_BATTERY, KIND_CHOICE, KIND_CHOICES, KIND_ANCHORED, KIND_RANK, KIND_NUMBER, KIND_TEXT, KIND_DATE,
	KIND_YESNO, KIND_INFO, N_KINDS
};

enum change { CHANGE_NONE, CHANGE_WORDING, CHANGE_MEANING };

/* One question with one id. Codes of all items lie side by side in document order (slots), texts likewise.
 * battery, choice, anchored: 1 slot, the point's code.  yesno: 1 slot, 1 yes or 0 no.
 * choices: a slot per option, 1 chosen or 0 not.  rank: a slot per option, its rank from 1, 0 unranked.
 * number: 1 text, canonical decimal with a point.  date: 1 text, YYYY-MM-DD.  text: 1 text.  info has no
 * item. number, date and text also have 1 slot: ANSWER_NONE or a missing code, or 1 when the text is
 * there. */
struct item {
	const char *id;
	int line;
	size_t question, page;		/* indexes */
	struct text text;		/* the item's own words in a battery; else empty: the stem says it */
	const struct scale *scale;	/* NULL for number, text, date, yesno */
	size_t slot, n_slots;
	int text_slot;			/* -1: none */
	int mirror;			/* index of the item about the other side, or -1 */
	bool reverse;
	const char *was_id;		/* ancestor in an earlier version, or NULL */
	int was_version;
	enum change change;
	const struct rule *condition;	/* NULL: always shown (as far as its question is) */
	unsigned groups;		/* rater groups that are asked it (group.h), within its question's */
};

struct question {
	enum kind kind;
	const char *id;
	int line;
	size_t page;
	size_t first_item, n_items;
	struct text stem, note;
	bool required;			/* answer or choose a missing point; else may be left out */
	bool random_order;		/* of a battery's items or the options, stable for a respondent */
	const struct scale *scale;	/* a battery's; options of choice, choices, anchored, rank; or NULL */
	const struct rule *condition;
	unsigned groups;		/* that see it, within its page's */
	const struct rule *check;	/* on the answer; NULL: none */
	double min, max;		/* choices: how many; number: value; date: seconds UTC; NaN: none */
	int lines, max_length;		/* of a text */
	const char *unit;		/* of a number; may be NULL */
};

struct page {
	const char *id;
	int line;
	struct text title, intro;
	const struct rule *condition;
	unsigned groups;		/* that see it */
	size_t first_question, n_questions;
	size_t first_item, n_items;
	size_t first_slot, n_slots, first_text, n_texts;
};

enum role { ROLE_DRIVER, ROLE_OUTCOME, ROLE_SIGNAL };

struct dimension {
	const char *id;
	int line;
	struct text title, means, question;	/* what it is about; what the workshop asks */
	enum role role;
	size_t n_items;
	const size_t *items;
	const double *weights;		/* one per item */
	size_t min_valid;
	double ideal;			/* NaN: more is better */
	int levels;			/* anchored item whose states describe its levels, or -1 */
};

struct index {
	const char *id;
	int line;
	struct text title;
	size_t n_dimensions;
	const size_t *dimensions;
	const double *weights;		/* one per dimension of the index */
};

/* A named preset of weights for the dimensions, e.g. for a kind of alliance. */
struct weight_set {
	const char *id;
	int line;
	struct text title;
	const double *weights;		/* one per dimension of the form */
};

enum subject { SUBJECT_ALLIANCE, SUBJECT_MANAGER };

struct form {
	const char *id;
	int line;
	int version;
	enum subject subject;
	size_t n_langs;
	const char *langs[FORM_MAX_LANGS];	/* the first is the form's own language */
	size_t n_parties;
	const char *parties[FORM_MAX_PARTIES];
	struct text title, intro;
	size_t n_scales, n_pages, n_questions, n_items, n_dimensions, n_indexes, n_weight_sets;
	const struct scale *scales;
	const struct page *pages;
	const struct question *questions;
	const struct item *items;
	const struct dimension *dimensions;
	const struct index *indexes;
	const struct weight_set *weight_sets;
	size_t n_slots, n_texts;
	unsigned char fingerprint[32];		/* SHA-256 of the XML in C14N 1.0, without comments */
};

/* The form's own copy of the language; NULL when it does not speak it, or when lang is NULL. */
const char *form_lang(const struct form *, const char *lang);
/* Index of the item of this id, or -1. */
int form_item(const struct form *, const char *id);
int form_dimension(const struct form *, const char *id);
/* The weight set of this id, or NULL. */
const struct weight_set *form_weights(const struct form *, const char *id);

/* How many of the dimension's items somebody must have answered for a score. A rater group is asked only
 * those that name it, so what is asked of everybody is asked in proportion: min_valid * asked / n_items,
 * rounded up; 0 when the group is asked none of them. group may be NULL or "" (a form about an alliance). */
size_t dimension_min_valid(const struct form *, const struct dimension *, const char *group);

/* Is there a wording for exactly this language and audience (NULL: everybody)? */
bool text_has(const struct text *, const char *lang, const char *audience);
/* The wording for a reader: the best of (language, party or group), then (language, everybody), then the
 * form's own language. party and group may be NULL. NULL only when the text is empty. */
const struct wording *text_wording(const struct form *, const struct text *, const char *lang,
	const char *party, const char *group);

/* Who is answering: what texts and conditions may depend on. */
struct respondent {
	const char *lang, *party;
	const char *group;		/* rater group or "" */
	const char *wave;
	const char *own, *partner, *subject;	/* names */
	uint64_t seed;			/* decides random order; stable for this respondent */
	int64_t today;			/* UTC seconds of the day */
};

/* The answers of one response, or of as much of it as there is. */
struct answers {
	int16_t *codes;			/* form->n_slots */
	const char **texts;		/* form->n_texts; NULL: none */
};

struct arena;
/* All slots ANSWER_NONE, all texts NULL. */
struct answers answers_new(struct arena *, const struct form *);
/* The item has an answer (a value, a missing point, or text). */
bool answers_has(const struct form *, const struct answers *, size_t item);

#endif
