/* accept.h - from the fields of a posted page to answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_ACCEPT_H
#define FORMS_ACCEPT_H

#include <stdbool.h>
#include <stddef.h>

#include "forms/flow.h"

struct answers;
struct arena;
struct fields;
struct form;
struct msgs;
struct respondent;

/* Field names are item ids (choices repeat theirs; rank: id.CODE). Valid answers of this page go into
 * answers even if others are wrong; a wrong one leaves the earlier answer and becomes a message under the
 * item's id. With complete, a required visible item without an answer is a message too (Continue asks for
 * it; Back and Save do not). Fields that are not of this page are ignored.
 * seen: the flow of the answers so far. Returns the flow of the answers as they are then. */
struct flow accept_page(struct arena *, const struct form *, size_t page, const struct respondent *,
	const struct fields *, bool complete, const struct flow *seen, struct answers *, struct msgs *);

#endif
