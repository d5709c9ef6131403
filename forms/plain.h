/* plain.h - the words of a text where nobody in particular reads them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_PLAIN_H
#define FORMS_PLAIN_H

struct arena;
struct form;
struct text;
struct wording;

/* Without emphasis; names and quotes as [own], [partner], [subject], [item id]. */
const char *wording_plain(struct arena *, const struct wording *);
/* The wording for everybody in this language, else the first for an audience; "" when the text is empty. */
const char *text_generic(struct arena *, const struct form *, const struct text *, const char *lang);

#endif
