/* person.c - the people of an alliance's organisations */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/person.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/fieldwork/alliance.h"
#include "sql/db.h"
#include "sql/q.h"

enum column { ALLIANCE, PARTY, NAME, EMAIL, LANGUAGE, FUNCTION, LEVEL, N_COLUMNS, N_REQUIRED = EMAIL + 1 };
static const char *const column_names[N_COLUMNS] = { "alliance", "party", "name", "email", "language", "function", "level" };

struct entry {
	int line;
	const char *cells[N_COLUMNS];
	int64_t alliance_id;
	const struct party *party;	/* NULL: the row is bad */
};

struct import {
	struct ctx *c;
	struct msgs *msgs;
	struct csv csv;
	int columns[N_COLUMNS];		/* in the file; -1 absent */
	struct entry *entries;
	struct alliance alliance;	/* of the row before: files are mostly sorted by alliance */
};

static bool
find_columns(struct import *im)
{
	bool complete = true;

	for (size_t i = 0; i < N_COLUMNS; i++) {
		im->columns[i] = csv_column(&im->csv, column_names[i]);
		if (im->columns[i] < 0 && i < N_REQUIRED) {
			msgs_error(im->msgs, 1, column_names[i], "This column is missing.");
			complete = false;
		}
	}
	for (size_t i = 0; i < im->csv.n_columns; i++) {
		size_t k = 0;

		while (k < N_COLUMNS && im->columns[k] != (int)i)
			k++;
		if (k == N_COLUMNS)
			msgs_warn(im->msgs, 1, im->csv.columns[i], "This column is not used.");
	}
	return complete;
}

bool
person_email_is_valid(const char *s)
{
	const char *at = strchr(s, '@');

	return at != NULL && at > s && at[1] != '\0' && strchr(at + 1, '@') == NULL && strchr(at + 2, '.') != NULL && strlen(s) <= 254
	    && str_is_text(s, strlen(s)) && strpbrk(s, " \t\r\n<>,;:\"()[]\\") == NULL && !str_ends(s, ".");
}

/* A language tag such as de or pt-BR. */
static bool
is_language(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");

	return n >= 2 && n <= 3 && (s[n] == '\0' || (s[n] == '-' && strlen(s) <= 10));
}

static bool
is_line(const char *s, size_t most)
{
	return str_length(s) <= most && strpbrk(s, "\r\n\t") == NULL;
}

static void
check_cells(struct import *im, const struct entry *e)
{
	if (*e->cells[NAME] == '\0' || !is_line(e->cells[NAME], 200))
		msgs_error(im->msgs, e->line, "name", "A name has 1 to 200 characters on one line.");
	if (!person_email_is_valid(e->cells[EMAIL]))
		msgs_error(im->msgs, e->line, "email", "\"%s\" is not an e-mail address.", e->cells[EMAIL]);
	if (*e->cells[LANGUAGE] != '\0' && !is_language(e->cells[LANGUAGE]))
		msgs_error(im->msgs, e->line, "language", "\"%s\" is not a language such as en, de or pt-BR.", e->cells[LANGUAGE]);
	if (!is_line(e->cells[FUNCTION], 200))
		msgs_error(im->msgs, e->line, "function", "A function has at most 200 characters on one line.");
	if (!is_line(e->cells[LEVEL], 200))
		msgs_error(im->msgs, e->line, "level", "A level has at most 200 characters on one line.");
}

/* False only when the database failed; an unknown alliance or party is a message. */
static bool
find_party(struct import *im, struct entry *e)
{
	const char *key = e->cells[ALLIANCE];

	if (!str_eq(im->alliance.key, key) && !alliance_get(im->c, key, &im->alliance)) {
		if (im->c->failure != E_MISSING)
			return false;
		fail_clear(im->c);
		im->alliance.key = NULL;
		msgs_error(im->msgs, e->line, "alliance", "There is no alliance \"%s\".", key);
		return true;
	}
	e->alliance_id = im->alliance.alliance_id;
	e->party = alliance_party(&im->alliance, e->cells[PARTY]);
	if (e->party == NULL)
		msgs_error(im->msgs, e->line, "party", "Alliance %s has no party \"%s\".", key, e->cells[PARTY]);
	return true;
}

static void
check_unique(struct import *im, size_t i)
{
	const struct entry *e = &im->entries[i];

	for (size_t k = 0; k < i; k++)
		if (str_eq(im->entries[k].cells[ALLIANCE], e->cells[ALLIANCE])
		    && strcasecmp(im->entries[k].cells[EMAIL], e->cells[EMAIL]) == 0) {
			msgs_error(im->msgs, e->line, "email", "%s is in line %d already.", e->cells[EMAIL],
			    im->entries[k].line);
			return;
		}
}

static bool
check_row(struct import *im, size_t i)
{
	const struct csv_row *row = &im->csv.rows[i];
	struct entry *e = &im->entries[i];

	e->line = row->line;
	for (size_t k = 0; k < N_COLUMNS; k++)
		e->cells[k] = im->columns[k] < 0 ? "" : str_trim(im->c->arena, row->cells[im->columns[k]]);
	check_cells(im, e);
	check_unique(im, i);
	return find_party(im, e);
}

static bool
put(struct ctx *c, const struct entry *e)
{
	const struct q_person_put *row;

	return q_person_put(c, e->party->organisation_id, e->cells[NAME], e->cells[EMAIL], &row)
	    && q_membership_put(c, e->alliance_id, e->party->id, e->party->organisation_id, row->person_id,
		e->cells[FUNCTION], e->cells[LEVEL], e->cells[LANGUAGE]);
}

static bool
put_all(struct ctx *c, void *arg)
{
	const struct import *im = arg;

	for (size_t i = 0; i < im->csv.n_rows; i++)
		if (!put(c, &im->entries[i]))
			return false;
	return q_audit_add(c, "people imported", 0, arena_printf(c->arena, "%zu rows", im->csv.n_rows));
}

bool
person_import(struct ctx *c, const char *csv, size_t n, struct msgs *m, size_t *n_r)
{
	struct import im = { .c = c, .msgs = m };

	if (csv_read(c->arena, csv, n, m, &im.csv) && find_columns(&im)) {
		im.entries = arena_make_n(c->arena, im.csv.n_rows, struct entry);
		for (size_t i = 0; i < im.csv.n_rows; i++)
			if (!check_row(&im, i))
				return false;
	}
	msgs_sort(m);
	*n_r = im.csv.n_rows;
	if (m->n_errors > 0)
		return fail(c, E_INVALID, "nobody was imported: mend the rows named above");
	return db_transaction(c, put_all, &im);
}
