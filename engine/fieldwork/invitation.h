/* invitation.h - who may answer a wave, and the links that let them in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_INVITATION_H
#define FIELDWORK_INVITATION_H

#include <stdbool.h>
#include <stddef.h>

struct ctx;
struct wave;

/* name and email are NULL in an anonymous wave. url is NULL where no ticket was made: it is known at that moment only. */
struct link {
	const char *party, *organisation;
	const char *group;		/* rater group; "" in a wave about an alliance */
	const char *name, *email, *lang;
	const char *url;
};

/* Needs ticket_init. Tickets are made for everybody of the alliance who has none yet, in a wave about a person for its
 * approved raters; their links are returned now and never
 * again. In an anonymous wave all tickets are made at once, in an order and with nothing that leads to a person, and a second
 * time is E_CONFLICT; so it is when the wave is not open. */
bool invitation_issue(struct ctx *, const struct wave *, const char *base_url, struct link **links_r, size_t *n_r);

/* A new link for one person; the old one opens nothing any more, but what was answered stays. E_MISSING, E_CONFLICT. */
bool invitation_reissue(struct ctx *, const struct wave *, const char *base_url, const char *email, struct link *link_r);

/* The person's link opens nothing any more, and what was answered with it does not count. E_MISSING, E_CONFLICT. */
bool invitation_withdraw(struct ctx *, const struct wave *, const char *email);

/* Whom to remind, without links: in an identified wave who has not handed in, else everybody, because a list of those who
 * have not would tell who has. Needs the role attune_work. */
bool invitation_to_remind(struct ctx *, const struct wave *, struct link **links_r, size_t *n_r);

#endif
