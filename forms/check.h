/* check.h - what can be wrong with a form that its grammar cannot say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_CHECK_H
#define FORMS_CHECK_H

struct loader;
struct question;

/* Everything below, over a loaded form; also binds its conditions and mirrors. */
void check_form(struct loader *);

void check_names(struct loader *);	/* ids as names of columns */
void check_texts(struct loader *);	/* languages, audiences, empty texts, marks */
void check_groups(struct loader *);	/* wordings for rater groups */
void check_scales(struct loader *);	/* scales and options */
void check_items(struct loader *);	/* mirrors, reversal, kinship */
void check_rules(struct loader *);	/* conditions over earlier items */
void check_scoring(struct loader *);	/* dimensions, indexes, weights */

/* For kinds: each option becomes a column id_VALUE, which must be free. */
void check_option_columns(struct loader *, const struct question *);
/* For kinds: min not above max. */
void check_range(struct loader *, const struct question *);

#endif
