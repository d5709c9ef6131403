/* alliance.c - relationships of two or more organisations */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/alliance.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/str.h"
#include "forms/form.h"
#include "sql/db.h"
#include "sql/q.h"

bool
key_is_valid(const char *key)
{
	size_t n = strlen(key);

	return n >= 1 && n <= 63 && key[0] != '-' && key[0] != '_'
	    && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789-_") == n;
}

static bool
is_name(const char *name)
{
	return *name != '\0' && str_length(name) <= 200 && str_is_text(name, strlen(name)) && strpbrk(name, "\r\n\t") == NULL;
}

static const char *const types[] = { "reseller", "codevelopment", "technology", "licensing", "venture", "consortium", NULL };
static const char *const stages[] = { "start", "build", "run", "renew", NULL };

static bool
check_word(struct ctx *c, const char *what, const char *word, const char *const *words)
{
	struct buf *list = buf_new(c->arena);

	if (word == NULL || *word == '\0')
		return true;
	for (size_t i = 0; words[i] != NULL; i++) {
		if (str_eq(words[i], word))
			return true;
		buf_printf(list, "%s%s", i > 0 ? ", " : "", words[i]);
	}
	return fail(c, E_INVALID, "%s: the %s of an alliance is one of %s", word, what, list->bytes);
}

bool
alliance_kind_check(struct ctx *c, const struct alliance_kind *kind)
{
	return check_word(c, "type", kind->type, types) && check_word(c, "stage", kind->stage, stages);
}

struct wanted {
	const char *key, *name;
	struct alliance_kind kind;
	const char *const *organisations;
	size_t n;
};

static bool
add_party(struct ctx *c, int64_t alliance_id, const char *organisation, size_t i)
{
	const struct q_organisation_put *row;
	const char id[] = { (char)('a' + i), '\0' };

	return q_organisation_put(c, organisation, &row) && q_party_add(c, alliance_id, id, row->organisation_id);
}

static const char *
told(const char *word)
{
	return word == NULL ? "" : word;
}

static bool
add(struct ctx *c, void *arg)
{
	const struct wanted *w = arg;
	const struct q_alliance_add *row;

	if (!q_alliance_add(c, w->key, w->name, told(w->kind.type), told(w->kind.stage), &row))
		return false;
	for (size_t i = 0; i < w->n; i++)
		if (!add_party(c, row->alliance_id, w->organisations[i], i))
			return false;
	return q_audit_add(c, "alliance added", row->alliance_id, w->key);
}

static bool
check(struct ctx *c, const struct wanted *w)
{
	if (!key_is_valid(w->key))
		return fail(c, E_INVALID, "%s: a key has lower-case letters, digits, - and _, at most 63", w->key);
	if (!is_name(w->name))
		return fail(c, E_INVALID, "the alliance's name is empty, too long or not plain text");
	if (!alliance_kind_check(c, &w->kind))
		return false;
	if (w->n < 2 || w->n > FORM_MAX_PARTIES)
		return fail(c, E_INVALID, "an alliance has 2 to %d organisations", FORM_MAX_PARTIES);
	for (size_t i = 0; i < w->n; i++) {
		if (!is_name(w->organisations[i]))
			return fail(c, E_INVALID, "the name of organisation %zu is empty, too long or not plain text", i + 1);
		for (size_t j = 0; j < i; j++)
			if (str_eq(w->organisations[i], w->organisations[j]))
				return fail(c, E_INVALID, "%s cannot be its own partner", w->organisations[i]);
	}
	return true;
}

bool
alliance_add(struct ctx *c, const char *key, const char *name, const struct alliance_kind *kind,
	const char *const *organisations, size_t n, struct alliance *alliance_r)
{
	struct wanted w = { key, name, *kind, organisations, n };

	return check(c, &w) && db_transaction(c, add, &w) && alliance_get(c, key, alliance_r);
}

struct setting {
	struct alliance alliance;
	const char *type, *stage;
};

static bool
set(struct ctx *c, void *arg)
{
	const struct setting *s = arg;

	return q_alliance_set(c, s->alliance.alliance_id, s->type, s->stage)
	    && q_audit_add(c, "alliance set", s->alliance.alliance_id,
		arena_printf(c->arena, "%s: type %s, stage %s", s->alliance.key, s->type, s->stage));
}

bool
alliance_set(struct ctx *c, const char *key, const struct alliance_kind *kind)
{
	struct setting s;

	if (!alliance_kind_check(c, kind) || !alliance_get(c, key, &s.alliance))
		return false;
	s.type = kind->type == NULL ? s.alliance.type : kind->type;
	s.stage = kind->stage == NULL ? s.alliance.stage : kind->stage;
	return db_transaction(c, set, &s);
}

bool
alliance_get(struct ctx *c, const char *key, struct alliance *alliance_r)
{
	const struct q_alliance_find *row;
	struct q_party_list *rows;
	struct party *parties;
	size_t n;

	if (!q_alliance_find(c, key, &row))
		return false;
	if (row == NULL)
		return fail(c, E_MISSING, "there is no alliance %s", key);
	if (!q_party_list(c, row->alliance_id, &rows, &n))
		return false;
	parties = arena_make_n(c->arena, n, struct party);
	for (size_t i = 0; i < n; i++)
		parties[i] = (struct party){ rows[i].party, rows[i].organisation, rows[i].organisation_id, rows[i].people };
	*alliance_r = (struct alliance){ row->alliance_id, arena_strdup(c->arena, key), row->name, row->type, row->stage, n,
		parties };
	return true;
}

const struct party *
alliance_party(const struct alliance *a, const char *id)
{
	for (size_t i = 0; i < a->n_parties; i++)
		if (str_eq(a->parties[i].id, id))
			return &a->parties[i];
	return NULL;
}
