/* render.h - pages of a form as accessible HTML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_RENDER_H
#define FORMS_RENDER_H

#include <stddef.h>

struct answers;
struct arena;
struct fields;
struct flow;
struct form;
struct html;
struct msgs;
struct respondent;
struct text;

/* The words of a text for this respondent, with their inline marks. answers may be NULL (value-of is then
 * left out). Words that are not in the respondent's language are marked with theirs. */
void render_text(struct html *, const struct form *, const struct text *, const struct respondent *,
	const struct answers *);
/* The same as plain text, without marks and value-of: for title elements and exports. */
const char *text_plain(struct arena *, const struct form *, const struct text *, const struct respondent *);

/* The item's answer in words ("Strongly agree"; several joined by "; "); NULL when it has none. */
const char *words_of_answer(struct arena *, const struct form *, const struct respondent *,
	const struct answers *, size_t item);
/* The words that ask for the item: its own, or its question's stem. */
const struct text *words_asked(const struct form *, size_t item);

/* Intro and questions of one page, one fieldset each, items one by one, messages beside their item; neither
 * heading nor <form> nor buttons. The first control of an item has the id item-ID.
 * typed: what was posted when it could not be accepted, else NULL. The css classes are those of
 * fcgi/static/answer.css. */
void render_page(struct html *, const struct form *, size_t page, const struct respondent *,
	const struct answers *, const struct flow *, const struct fields *typed, const struct msgs *);

/* The same for authors: without answers, with everything that conditions could hide. To a reader without a
 * rater group everything is shown, with a note of what is asked of some groups only and of the words for
 * single groups. prefix keeps the ids of several such pages apart. */
void render_page_in_full(struct html *, const struct form *, size_t page, const struct respondent *,
	const char *prefix);

/* The words that single rater groups read instead, a paragraph each. */
void render_wordings(struct html *, const struct form *, const struct text *, const struct respondent *);

/* Summary of the messages, each with a link to its item: on this page when page_path is NULL, else on
 * page_path with the page's id appended. */
void render_problems(struct html *, const struct form *, const struct respondent *, const char *page_path,
	const struct msgs *);

/* Check-your-answers: every visible page with its items and the chosen words; href of a page's Change link is
 * page_path with the page's id appended. */
void render_review(struct html *, const struct form *, const struct respondent *, const struct answers *,
	const struct flow *, const char *page_path);

#endif
