/* published.c - published form versions: frozen, and loaded once per process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/published.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/form.h"
#include "forms/load.h"
#include "sql/db.h"
#include "sql/q.h"

/* Forms never change, so they are kept; newest first, because the wave in the field is asked for most. */
static struct kept {
	const struct form *form;
	struct kept *next;
} *kept_forms;

static const struct form *
kept(const unsigned char fingerprint[32])
{
	for (const struct kept *k = kept_forms; k != NULL; k = k->next)
		if (memcmp(k->form->fingerprint, fingerprint, 32) == 0)
			return k->form;
	return NULL;
}

/* A later program may be stricter than the one that published the form: then it says so instead of serving it. */
static bool
keep(struct ctx *c, const char *xml)
{
	struct arena *a = arena_new();
	struct kept *k = arena_make(a, struct kept);

	k->form = form_load(a, xml, strlen(xml), msgs_new(a, NULL));
	if (k->form == NULL) {
		arena_free(a);
		return fail(c, E_SYSTEM, "this program cannot read the published form any more");
	}
	k->next = kept_forms;
	kept_forms = k;
	return true;
}

bool
published_get(struct ctx *c, const unsigned char fingerprint[32], const struct form **form_r)
{
	const struct q_answer_form *row;

	*form_r = kept(fingerprint);
	if (*form_r != NULL)
		return true;
	if (!q_answer_form(c, (struct db_bytes){ fingerprint, 32 }, &row))
		return false;
	if (row == NULL || row->xml == NULL)
		return fail(c, E_MISSING, "there is no such form");
	if (!keep(c, row->xml))
		return false;
	*form_r = kept(fingerprint);
	CHECK(*form_r != NULL);
	return true;
}

bool
published_find(struct ctx *c, const char *name, const struct form **form_r)
{
	const char *at = strchr(name, '@');
	const char *id = at == NULL ? name : arena_strndup(c->arena, name, (size_t)(at - name));
	const struct q_form_find *row;
	int64_t version = 0;

	if (at != NULL && !str_to_int(at + 1, 1, INT32_MAX, &version))
		return fail(c, E_INVALID, "%s: a version is written id@number", name);
	if (!q_form_find(c, id, (int32_t)version, &row))
		return false;
	if (row == NULL)
		return fail(c, E_MISSING, "no form %s has been published", name);
	return published_get(c, row->fingerprint.bytes, form_r);
}

/* Where one slot of an item stands: for people who read answers in SQL. */
static bool
add_slot(struct ctx *c, const struct form *f, const struct item *item, size_t i)
{
	const struct page *page = &f->pages[item->page];
	size_t slot = item->slot + i;
	int16_t option = item->n_slots > 1 ? item->scale->points[i].code : 0;
	int text = i == 0 ? item->text_slot : -1;

	return q_form_item_add(c, (struct db_bytes){ f->fingerprint, 32 }, (int16_t)(slot + 1), (int16_t)item->page,
	    (int16_t)(slot - page->first_slot + 1), item->id, item->n_slots > 1, option, (int16_t)(text + 1),
	    (int16_t)(text < 0 ? 0 : text - (int)page->first_text + 1));
}

struct publication {
	const struct form *form;
	const char *xml;
};

static bool
add(struct ctx *c, void *arg)
{
	const struct publication *p = arg;
	const struct form *f = p->form;

	if (!q_form_add(c, (struct db_bytes){ f->fingerprint, 32 }, f->id, f->version,
		f->subject == SUBJECT_MANAGER ? "manager" : "alliance", p->xml))
		return false;
	for (size_t i = 0; i < f->n_items; i++)
		for (size_t k = 0; k < f->items[i].n_slots; k++)
			if (!add_slot(c, f, &f->items[i], k))
				return false;
	return q_audit_add(c, "form published", 0, arena_printf(c->arena, "%s version %d %s", f->id, f->version,
	    token_hex(c->arena, f->fingerprint, 32)));
}

bool
published_add(struct ctx *c, const char *xml, size_t n, struct msgs *m, const struct form **form_r)
{
	struct publication p = { form_load(c->arena, xml, n, m), xml };
	const struct q_form_find *row;

	*form_r = p.form;
	if (p.form == NULL)
		return fail(c, E_INVALID, "the form is not published: it has problems");
	if (!q_form_find(c, p.form->id, p.form->version, &row))
		return false;
	if (row == NULL)
		return db_transaction(c, add, &p);
	return memcmp(row->fingerprint.bytes, p.form->fingerprint, 32) == 0
	    || fail(c, E_CONFLICT, "another form %s version %d is published: raise the version", p.form->id, p.form->version);
}
