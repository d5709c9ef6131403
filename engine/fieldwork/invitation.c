/* invitation.c - who may answer a wave, and the links that let them in */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/invitation.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/str.h"
#include "base/token.h"
#include "engine/fieldwork/alliance.h"
#include "engine/fieldwork/ticket.h"
#include "engine/fieldwork/wave.h"
#include "sql/db.h"
#include "sql/q.h"

/* One link on its way into the database. */
struct draft {
	struct link *link;
	int64_t person_id;		/* 0: anonymous */
	unsigned char hash[TOKEN_HASH_BYTES];
};

struct batch {
	const struct wave *wave;
	struct draft *drafts;
	size_t n;
};

static const char *
new_ticket(struct ctx *c, const char *base_url, unsigned char hash_r[TOKEN_HASH_BYTES])
{
	char ticket[TICKET_CHARS + 1];

	ticket_new(ticket);
	ticket_hash(ticket, hash_r);
	return arena_printf(c->arena, "%s/i/%s", base_url, ticket);
}

static bool
add_all(struct ctx *c, void *arg)
{
	const struct batch *b = arg;
	const struct wave *w = b->wave;

	for (size_t i = 0; i < b->n; i++)
		if (!q_invitation_add(c, w->alliance_id, w->wave_id, b->drafts[i].link->party,
			b->drafts[i].link->group, b->drafts[i].person_id,
			b->drafts[i].link->lang == NULL ? "" : b->drafts[i].link->lang,
			(struct db_bytes){ b->drafts[i].hash, TOKEN_HASH_BYTES }))
			return false;
	return q_audit_add(c, "links issued", w->alliance_id, arena_printf(c->arena, "%s: %zu", w->key, b->n));
}

static int
by_hash(const void *a, const void *b)
{
	return memcmp(((const struct draft *)a)->hash, ((const struct draft *)b)->hash, TOKEN_HASH_BYTES);
}

/* Random hashes give a random order: neither rows nor links stand in the order of people. */
static void
forget_people(struct ctx *c, struct batch *b, struct link **links)
{
	struct link *mixed = arena_make_n(c->arena, b->n, struct link);

	qsort(b->drafts, b->n, sizeof(*b->drafts), by_hash);
	for (size_t i = 0; i < b->n; i++) {
		mixed[i] = *b->drafts[i].link;
		mixed[i].name = mixed[i].email = mixed[i].lang = NULL;
		b->drafts[i].link = &mixed[i];
		b->drafts[i].person_id = 0;
	}
	*links = mixed;
}

static bool
refuse_second_batch(struct ctx *c, const struct wave *w)
{
	const struct q_invitation_any *row;

	if (!q_invitation_any(c, w->alliance_id, w->wave_id, &row))
		return false;
	return !row->issued || fail(c, E_CONFLICT, "the links of an anonymous wave are made once, all together");
}

static const char *
organisation_of(const struct alliance *a, const char *party)
{
	return alliance_party(a, party)->organisation;
}

bool
invitation_issue(struct ctx *c, const struct wave *w, const char *base_url, struct link **links_r, size_t *n_r)
{
	bool anonymous = str_eq(w->mode, "anonymous");
	struct q_invitation_missing *rows;
	struct alliance alliance;
	struct batch b = { .wave = w };

	if (w->state != WAVE_OPEN)
		return fail(c, E_CONFLICT, "the wave is %s: links are made while it is open", wave_state_name(w->state));
	if ((anonymous && !refuse_second_batch(c, w)) || !alliance_get(c, w->alliance_key, &alliance)
	    || !q_invitation_missing(c, w->alliance_id, w->wave_id, &rows, &b.n))
		return false;
	*n_r = b.n;
	*links_r = arena_make_n(c->arena, b.n, struct link);
	b.drafts = arena_make_n(c->arena, b.n, struct draft);
	for (size_t i = 0; i < b.n; i++) {
		b.drafts[i].link = &(*links_r)[i];
		b.drafts[i].person_id = rows[i].person_id;
		(*links_r)[i] = (struct link){ rows[i].party, organisation_of(&alliance, rows[i].party), rows[i].rater_group,
			rows[i].name, rows[i].email, rows[i].lang, new_ticket(c, base_url, b.drafts[i].hash) };
	}
	if (anonymous)
		forget_people(c, &b, links_r);
	return b.n == 0 || db_transaction(c, add_all, &b);
}

static bool
find_one(struct ctx *c, const struct wave *w, const char *email, const struct q_invitation_find **row_r)
{
	struct q_invitation_find *rows;
	size_t n;

	if (str_eq(w->mode, "anonymous"))
		return fail(c, E_CONFLICT, "in an anonymous wave nobody knows whose a link is");
	if (!q_invitation_find(c, w->alliance_id, w->wave_id, email, &rows, &n))
		return false;
	if (n == 0)
		return fail(c, E_MISSING, "%s has no invitation to this wave", email);
	if (n > 1)
		return fail(c, E_CONFLICT, "%s is in more than one party", email);
	*row_r = rows;
	return true;
}

/* One change of one invitation, with its entry in the log. */
struct change {
	const struct wave *wave;
	int64_t invitation_id;
	const unsigned char *hash;	/* NULL: withdraw */
	const char *lang;
};

static bool
apply(struct ctx *c, void *arg)
{
	const struct change *x = arg;
	const struct wave *w = x->wave;

	if (x->hash == NULL)
		return q_invitation_withdraw(c, w->alliance_id, x->invitation_id)
		    && q_audit_add(c, "link withdrawn", w->alliance_id, w->key);
	return q_invitation_reissue(c, w->alliance_id, x->invitation_id, x->lang,
	    (struct db_bytes){ x->hash, TOKEN_HASH_BYTES })
	    && q_audit_add(c, "link issued again", w->alliance_id, w->key);
}

bool
invitation_reissue(struct ctx *c, const struct wave *w, const char *base_url, const char *email, struct link *link_r)
{
	unsigned char hash[TOKEN_HASH_BYTES];
	const struct q_invitation_find *row;
	struct change x = { .wave = w, .hash = hash };
	struct alliance alliance;

	if (!find_one(c, w, email, &row) || !alliance_get(c, w->alliance_key, &alliance))
		return false;
	*link_r = (struct link){ row->party, organisation_of(&alliance, row->party), row->rater_group, row->name, row->email,
		row->lang, new_ticket(c, base_url, hash) };
	x.invitation_id = row->invitation_id;
	x.lang = row->lang;
	return db_transaction(c, apply, &x);
}

bool
invitation_withdraw(struct ctx *c, const struct wave *w, const char *email)
{
	struct change x = { .wave = w };
	const struct q_invitation_find *row;

	if (!find_one(c, w, email, &row))
		return false;
	x.invitation_id = row->invitation_id;
	return db_transaction(c, apply, &x);
}

bool
invitation_to_remind(struct ctx *c, const struct wave *w, struct link **links_r, size_t *n_r)
{
	struct q_invitation_to_remind *rows;
	struct alliance alliance;

	if (!alliance_get(c, w->alliance_key, &alliance)
	    || !q_invitation_to_remind(c, w->alliance_id, w->wave_id, &rows, n_r))
		return false;
	*links_r = arena_make_n(c->arena, *n_r, struct link);
	for (size_t i = 0; i < *n_r; i++)
		(*links_r)[i] = (struct link){ rows[i].party, organisation_of(&alliance, rows[i].party), rows[i].rater_group,
			rows[i].name, rows[i].email, rows[i].lang, NULL };
	return true;
}
