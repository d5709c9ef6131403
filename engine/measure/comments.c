/* comments.c - which comments may be shown, by whom, and in an order that tells nothing */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/token.h"
#include "engine/measure/measuring.h"
#include "engine/measure/show.h"

struct drawn {
	unsigned char order[TOKEN_HASH_BYTES];
	size_t party;
	struct comment comment;
};

static int
by_order(const void *a, const void *b)
{
	const struct drawn *x = a, *y = b;
	int order = memcmp(x->order, y->order, sizeof(x->order));

	return order != 0 ? order : (x->party > y->party) - (x->party < y->party);
}

const char *
comment_text(const struct measuring *m, const struct item *item, const struct answers *answers)
{
	const char *text = answers->texts[item->text_slot];

	return text != NULL && *str_trim(m->arena, text) != '\0' ? text : NULL;
}

/* People of the party, if anybody of it was asked: a question that only one side saw tells the side by
 * itself. */
static size_t
people_asked(const struct measuring *m, const struct item *item, size_t p)
{
	size_t people = 0;
	bool asked = false;

	for (size_t r = 0; r < m->wave->n_responses; r++) {
		if (m->wave->responses[r].party != p)
			continue;
		people++;
		asked |= m->wave->responses[r].answers->codes[item->slot] != MISSING_NOT_SHOWN;
	}
	return asked ? people : 0;
}

/* Enough people altogether; by_party_r: enough in each party that was asked. */
static bool
may_show(const struct measuring *m, const struct item *item, bool *by_party_r)
{
	size_t total = 0;

	*by_party_r = true;
	for (size_t p = 0; p < m->wave->n_parties; p++) {
		size_t people = people_asked(m, item, p);

		total += people;
		if (people > 0 && !show_at(SHOWING_COMMENT, people, m->wave->k))
			*by_party_r = false;
	}
	return show_at(SHOWING_COMMENT, total, m->wave->k);
}

/* The text itself decides the order, under the wave's key and apart for each question: nothing follows the
 * respondents. */
static struct drawn
draw(const struct measuring *m, const struct item *item, size_t party, bool by_party, const char *text)
{
	unsigned char key[TOKEN_KEY_BYTES] = { 0 };
	struct drawn d = { .party = party,
		.comment = { item->id, by_party ? m->wave->parties[party].id : NULL, text } };

	memcpy(key, m->wave->shuffle_key, sizeof(m->wave->shuffle_key));
	token_hash(key, item->id, text, d.order);
	return d;
}

static size_t
draw_item(const struct measuring *m, const struct item *item, struct drawn *drawn)
{
	size_t n = 0;
	bool by_party;

	if (!may_show(m, item, &by_party))
		return 0;
	for (size_t r = 0; r < m->wave->n_responses; r++) {
		const char *text = comment_text(m, item, m->wave->responses[r].answers);

		if (text != NULL)
			drawn[n++] = draw(m, item, m->wave->responses[r].party, by_party, text);
	}
	qsort(drawn, n, sizeof(*drawn), by_order);
	return n;
}

static bool
is_comment(const struct measuring *m, size_t item)
{
	return m->form->questions[m->form->items[item].question].kind == KIND_TEXT;
}

struct comment *
measure_comments(const struct measuring *m, size_t *n_r)
{
	struct drawn *drawn = arena_make_n(m->arena, m->wave->n_responses, struct drawn);
	struct comment *comments;
	size_t n_items = 0;

	for (size_t i = 0; i < m->form->n_items; i++)
		n_items += is_comment(m, i);
	comments = arena_make_n(m->arena, n_items * m->wave->n_responses, struct comment);
	*n_r = 0;
	for (size_t i = 0; i < m->form->n_items; i++) {
		size_t n = is_comment(m, i) ? draw_item(m, &m->form->items[i], drawn) : 0;

		for (size_t j = 0; j < n; j++)
			comments[(*n_r)++] = drawn[j].comment;
	}
	return comments;
}
