/* ask.h - how each kind of question is asked, taken and put into words; inside forms/ only */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_ASK_H
#define FORMS_ASK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/urlenc.h"
#include "forms/flow.h"
#include "forms/form.h"

struct arena;
struct html;
struct msgs;

/* One page being taken. */
struct taking {
	struct arena *arena;
	const struct form *form;
	const struct respondent *who;
	const struct fields *fields;
	bool complete;
	struct answers *answers;
	struct msgs *msgs;
};

/* One page being shown. */
struct showing {
	struct html *h;
	struct arena *arena;
	const struct form *form;
	const struct respondent *who;
	const struct answers *answers;
	const struct flow *flow;
	const struct fields *typed;	/* NULL: show the answers */
	const struct msgs *msgs;
	const char *prefix;		/* of ids, when pages stand side by side; NULL: none */
};

/* What a kind of question can do. All three are given an item of that kind. */
struct ask {
	/* Fields into the item's slots and text; nothing given means unanswered. False after a message. */
	bool (*take)(struct taking *, const struct item *);
	/* The control with its label and message. */
	void (*show)(struct showing *, const struct item *);
	/* A valid answer as plain text; the item has one. */
	const char *(*words)(struct arena *, const struct form *, const struct respondent *,
		const struct answers *, const struct item *);
};

extern const struct ask ask_point, ask_choices, ask_rank, ask_number, ask_text, ask_date, ask_yesno;

/* NULL for info, which asks nothing. */
const struct ask *ask_of(enum kind);
const struct question *ask_question(const struct form *, const struct item *);

/* As posted: a declared value in decimal, or na, dk, refused, skipped. */
const char *ask_code_word(struct arena *, int code);
/* Label of the point with this code in the respondent's language; "" when there is none. */
const char *ask_point_label(struct arena *, const struct form *, const struct respondent *,
	const struct scale *, int code);
/* All slots of the item get the code. */
void ask_set_all(struct taking *, const struct item *, int16_t code);

/* A field's value without blanks at its ends and with plain newlines; NULL when nothing was written. */
const char *ask_written(struct taking *, const struct item *);
/* The text given and its slot set; NULL: unanswered. */
void ask_set_text(struct taking *, const struct item *, const char *text);

/* fieldset, legend and message around a group of controls; role may be NULL. */
void ask_open_group(struct showing *, const struct item *, const char *css_class, const char *role);
void ask_close_group(struct showing *);
/* div, label and message around the one control named item-ID. */
void ask_open_field(struct showing *, const struct item *);
void ask_close_field(struct showing *);
void ask_hint(struct showing *, const struct item *, const char *text);
/* The id of a part of the item: "item" is its first control; "note", "hint", "problem". */
const char *ask_id(struct showing *, const char *part, const struct item *);
/* Ids of hint and message for aria-describedby; NULL when there is neither. */
const char *ask_described_by(struct showing *, const struct item *, bool has_hint);
/* "true" when there is a message about the item, else NULL. */
const char *ask_invalid(const struct showing *, const struct item *);
/* What a text control shows: as typed, or the answer. "" when there is none. */
const char *ask_shown_text(const struct showing *, const struct item *);
/* One radio or checkbox with its label. first: it is the group's first control, which links to the item aim
 * at. */
struct ask_option {
	const char *type, *value, *label;
	const struct text *text;	/* instead of label, with its inline marks */
	bool chosen, first;
};
void ask_show_option(struct showing *, const struct item *, const struct ask_option *);

#endif
