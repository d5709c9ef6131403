/* nomination.c - who is asked about an alliance manager, and in which rater group */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/nomination.h"

#include <strings.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/fieldwork/wave.h"
#include "forms/group.h"
#include "sql/db.h"
#include "sql/q.h"

struct proposal {
	int line;
	const char *email, *group;
	int64_t person_id;
};

struct proposals {
	struct ctx *c;
	const struct wave *wave;
	struct msgs *msgs;
	const char *own_party;		/* of the person who is assessed */
	struct proposal *list;
	size_t n;
};

bool
nomination_member(struct ctx *c, int64_t alliance_id, const char *email, int64_t *person_id_r)
{
	struct q_nomination_member *rows;
	size_t n;

	if (!q_nomination_member(c, alliance_id, email, &rows, &n))
		return false;
	if (n == 0)
		return fail(c, E_MISSING, "%s is no member of this alliance: import people first", email);
	if (n > 1)
		return fail(c, E_CONFLICT, "%s is in more than one party", email);
	*person_id_r = rows[0].person_id;
	return true;
}

/* Every group but self: that one is the person who is assessed, and is there already. */
static bool
check_group(struct proposals *p, const struct proposal *row, const char *party)
{
	int group = group_find(row->group);

	if (group < 0 || group == GROUP_SELF) {
		msgs_error(p->msgs, row->line, "group", "\"%s\" is no rater group: manager, colleagues, executives, "
			"counterpart, partner_team or partner_executives.", row->group);
		return false;
	}
	if (group_is_partner((enum rater_group)group) == !str_eq(party, p->own_party))
		return true;
	msgs_error(p->msgs, row->line, "group", group_is_partner((enum rater_group)group)
		? "%s is of the own organisation, %s are of the other."
		: "%s is of the other organisation, %s are of the own.", row->email, row->group);
	return false;
}

static void
check_unique(struct proposals *p, const struct proposal *row)
{
	for (const struct proposal *earlier = p->list; earlier < row; earlier++)
		if (strcasecmp(earlier->email, row->email) == 0)
			msgs_error(p->msgs, row->line, "email", "%s is in line %d already.", row->email, earlier->line);
}

/* False only when the database failed. */
static bool
check_row(struct proposals *p, struct proposal *row)
{
	struct q_nomination_member *rows;
	size_t n;

	check_unique(p, row);
	if (!q_nomination_member(p->c, p->wave->alliance_id, row->email, &rows, &n))
		return false;
	if (n != 1)
		msgs_error(p->msgs, row->line, "email", n == 0 ? "%s is no member of this alliance."
			: "%s is in more than one party.", row->email);
	else if (rows[0].person_id == p->wave->about)
		msgs_error(p->msgs, row->line, "email", "%s is the person who is assessed.", row->email);
	else if (check_group(p, row, rows[0].party))
		row->person_id = rows[0].person_id;
	return true;
}

static bool
read_rows(struct proposals *p, const char *bytes, size_t n)
{
	struct csv csv;
	int email, group;

	if (!csv_read(p->c->arena, bytes, n, p->msgs, &csv))
		return true;
	email = csv_column(&csv, "email");
	group = csv_column(&csv, "group");
	if (email < 0)
		msgs_error(p->msgs, 1, "email", "This column is missing.");
	if (group < 0)
		msgs_error(p->msgs, 1, "group", "This column is missing.");
	p->list = arena_make_n(p->c->arena, csv.n_rows, struct proposal);
	for (; email >= 0 && group >= 0 && p->n < csv.n_rows; p->n++) {
		const struct csv_row *row = &csv.rows[p->n];

		p->list[p->n] = (struct proposal){ row->line, str_trim(p->c->arena, row->cells[email]),
			str_trim(p->c->arena, row->cells[group]), 0 };
		if (!check_row(p, &p->list[p->n]))
			return false;
	}
	return true;
}

static bool
put_all(struct ctx *c, void *arg)
{
	const struct proposals *p = arg;
	const struct wave *w = p->wave;

	for (size_t i = 0; i < p->n; i++)
		if (!q_nomination_put(c, w->alliance_id, w->wave_id, p->list[i].person_id, p->list[i].group, false))
			return false;
	return q_audit_add(c, "raters proposed", w->alliance_id, arena_printf(c->arena, "%s: %zu", w->key, p->n));
}

static bool
refuse_other_waves(struct ctx *c, const struct wave *w)
{
	return w->about != 0 || fail(c, E_CONFLICT, "%s/%s is not about a person: everybody of the alliance is asked",
		w->alliance_key, w->key);
}

bool
nomination_import(struct ctx *c, const struct wave *w, const char *csv, size_t n, struct msgs *m, size_t *n_r)
{
	struct proposals p = { .c = c, .wave = w, .msgs = m, .own_party = w->person_party };

	if (!refuse_other_waves(c, w) || !read_rows(&p, csv, n))
		return false;
	msgs_sort(m);
	*n_r = p.n;
	if (m->n_errors > 0)
		return fail(c, E_INVALID, "nobody was proposed: mend the rows named above");
	return db_transaction(c, put_all, &p);
}

bool
nomination_approve(struct ctx *c, const struct wave *w, const char *email, size_t *n_r)
{
	struct q_nomination_approve *rows;
	int64_t person_id = 0;

	if (!refuse_other_waves(c, w) || (email != NULL && !nomination_member(c, w->alliance_id, email, &person_id))
	    || !q_nomination_approve(c, w->alliance_id, w->wave_id, person_id, &rows, n_r))
		return false;
	if (email != NULL && *n_r == 0)
		return fail(c, E_MISSING, "%s was not proposed", email);
	return q_audit_add(c, "raters approved", w->alliance_id, arena_printf(c->arena, "%s: %zu", w->key, *n_r));
}

bool
nomination_list(struct ctx *c, const struct wave *w, struct nomination **list_r, size_t *n_r)
{
	struct q_nomination_list *rows;

	if (!refuse_other_waves(c, w) || !q_nomination_list(c, w->alliance_id, w->wave_id, &rows, n_r))
		return false;
	*list_r = arena_make_n(c->arena, *n_r, struct nomination);
	for (size_t i = 0; i < *n_r; i++)
		(*list_r)[i] = (struct nomination){ rows[i].party, rows[i].name, rows[i].email, rows[i].rater_group,
			rows[i].approved, rows[i].invited };
	return true;
}
