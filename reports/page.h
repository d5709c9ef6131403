/* page.h - what every report is written into: one HTML file, sections, lists of rules and settings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PAGE_H
#define REPORTS_PAGE_H

#include "reports/view.h"

struct buf;

/* One kind of report: the words of its <title>, and what stands in <main>. */
struct page_kind {
	const char *(*title)(struct view *);
	void (*content)(struct view *);
};

/* A whole file with the style sheet in it, for a reader of the language: what the view sees (its release or
 * benchmark, and its form, are set), and the same for a release. */
void page_write(const struct page_kind *, struct view *, const char *lang, struct buf *out);
void page_render(const struct page_kind *, const struct release *, const struct form *, const char *lang,
	struct buf *out);

/* Opens <section> with its heading and a sentence; close it with html_close. */
void page_section(struct view *, const char *id, const char *title, const char *lead);
/* A sentence and a space; nothing for NULL. */
void page_sentence(struct view *, const char *text);
/* A cell to write into: with the keyboard on the screen, with a pen on paper. */
void page_blank(struct view *, const char *label, const char *text);

/* Comments by question, in the order of the release; nothing when there are none. */
void page_comments(struct view *, const char *lead);

/* A term and what it means, inside of <dl class="rules">. */
void page_rule(struct view *, const char *term, const char *text);
/* The rule that says what was done with the link between people and answers. */
void page_rule_confidentiality(struct view *);
/* Titles of the dimensions with what they mean. */
void page_meanings(struct view *, const char *title);
/* A row of <table class="settings">, and the rows that every release has. */
void page_setting(struct view *, const char *name, const char *value);
void page_settings_of_release(struct view *);

#endif
