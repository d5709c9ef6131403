/* sitting.h - one respondent at work: what one ticket opens, page by page, until it is submitted */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_SITTING_H
#define FIELDWORK_SITTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "forms/form.h"

struct ctx;

enum sitting_state {
	SITTING_UNKNOWN,	/* no such ticket, or its wave is sealed and the link destroyed */
	SITTING_WITHDRAWN,	/* the invitation was taken back */
	SITTING_EARLY,		/* the wave is not open yet */
	SITTING_READY,		/* may begin or go on */
	SITTING_SUBMITTED,
	SITTING_CLOSED		/* the wave has closed */
};

struct sitting {
	enum sitting_state state;
	int64_t alliance_id, wave_id, invitation_id;
	int64_t response_id;		/* 0 until begun */
	unsigned char ticket_hash[32];
	unsigned char fingerprint[32];	/* of the form version */
	const struct form *form;	/* cached in this process */
	struct respondent respondent;
	struct answers answers;		/* everything saved so far */
	int *revisions;			/* per page of the form: 0 never saved */
	const char *mode;
	int k;
	const char *wave, *alliance;	/* names, as they were when the wave opened */
	const char *person;		/* who is assessed; NULL: the alliance is */
	bool named;			/* this respondent's answers are shown as the respondent's own */
	size_t n_readers;		/* who will read the profile besides the person */
	const char *const *readers;	/* addresses */
	int64_t closes;			/* planned day, or 0 */
	size_t n_parties;
	const char *const *party_names;	/* of the alliance, in party order */
};

/* ONE statement: everything a page needs, found by the ticket's hash. The state says whether it is of use; the form and all
 * below it are NULL only for SITTING_UNKNOWN. Fails with E_DATABASE. The form is loaded once per process and kept: that takes
 * one statement more. Needs ticket_init (ticket.h) and forms_init once per process. */
bool sitting_load(struct ctx *, const char *ticket, struct sitting *sitting_r);

/* ONE statement: the wave's words of welcome for this party in the respondent's language, or NULL. */
bool sitting_welcome(struct ctx *, const struct sitting *, const char **words_r);

/* ONE statement: create the response if there is none; remember the language. Idempotent. E_CONFLICT when the wave is not open
 * (any more). */
bool sitting_begin(struct ctx *, struct sitting *, const char *lang);
/* Another language; answers are untouched. */
bool sitting_set_language(struct ctx *, struct sitting *, const char *lang);

enum save_outcome {
	PAGE_SAVED,
	PAGE_STALE,		/* somebody (a second tab) saved a newer revision with other answers: nothing was written */
	PAGE_REFUSED		/* the wave closed or the response was submitted meanwhile */
};

/* ONE idempotent statement: saves the page's slots and texts from sitting->answers when the stored revision is the one seen, or
 * when the same content is there already (a retry). Returns true only after the commit is certain; E_DATABASE otherwise.
 * On PAGE_STALE the newer answers are in *newer_r (whole form) and revisions[page] is updated. */
bool sitting_save_page(struct ctx *, struct sitting *, size_t page, int revision_seen, enum save_outcome *outcome_r,
	struct answers *newer_r);

/* ONE statement: hand in. Idempotent. The caller has checked that nothing required is open. */
bool sitting_submit(struct ctx *, struct sitting *, enum save_outcome *outcome_r);

#endif
