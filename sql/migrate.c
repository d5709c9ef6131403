/* migrate.c - bringing a database to the shape this program needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql/migrate.h"

#include <string.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/str.h"
#include "base/token.h"
#include "sql/call.h"
#include "sql/db.h"
#include "sql/q.h"
#include "sql/script.h"

static const char *
checksum_of(struct ctx *c, const struct script *s)
{
	unsigned char hash[32];

	token_sha256(s->text, strlen(s->text), hash);
	return token_hex(c->arena, hash, sizeof(hash));
}

static bool
apply(struct ctx *c, void *arg)
{
	const struct script *s = arg;

	return db_run_script(c, s->name, s->text) && q_migration_add(c, s->name, checksum_of(c, s));
}

static bool
apply_if_missing(struct ctx *c, const struct script *s, int *applied_r)
{
	const struct q_migration_find *found;
	struct script copy = *s;

	if (!q_migration_find(c, s->name, &found))
		return false;
	if (found != NULL && !str_eq(found->checksum, checksum_of(c, s)))
		return fail(c, E_CONFLICT, "migration %s was changed after it was applied", s->name);
	if (found != NULL)
		return true;
	if (!db_transaction(c, apply, &copy))
		return fail(c, E_DATABASE, "migration %s failed", s->name);
	log_info("migrated", "name", s->name);
	++*applied_r;
	return true;
}

static bool
is_ours(const char *name)
{
	for (size_t i = 1; i < n_scripts; i++)
		if (str_eq(scripts[i].name, name))
			return true;
	return false;
}

static bool
refuse_newer(struct ctx *c)
{
	struct q_migration_list *applied;
	size_t n;

	if (!q_migration_list(c, &applied, &n))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_ours(applied[i].name))
			return fail(c, E_CONFLICT, "the database is newer than this program: it has migration %s",
			    applied[i].name);
	return true;
}

bool
migrate(struct ctx *c, int *applied_r)
{
	*applied_r = 0;
	if (!q_migration_lock(c) || !db_run_script(c, scripts[0].name, scripts[0].text) || !refuse_newer(c))
		return false;
	for (size_t i = 1; i < n_scripts; i++)
		if (!apply_if_missing(c, &scripts[i], applied_r))
			return false;
	return q_migration_unlock(c);
}

static bool
types_agree(const struct statement *s, const PGresult *described)
{
	if (PQresultStatus(described) != PGRES_COMMAND_OK || (s->n_out > 0 && PQnfields(described) != s->n_out))
		return false;
	for (int i = 0; i < s->n_out; i++)
		if (PQftype(described, i) != s->out[i])
			return false;
	return true;
}

/* A COPY cannot be prepared, but the query in its parentheses can be explained. */
static bool
copy_agrees(struct ctx *c, const struct statement *s)
{
	const char *begin = strchr(s->text, '('), *close = strrchr(s->text, ')');

	for (close--; *close != ')'; close--)
		;
	return db_run_script(c, s->name, arena_printf(c->arena, "EXPLAIN %.*s", (int)(close - begin - 1), begin + 1));
}

static bool
prepares(struct ctx *c, const struct statement *s)
{
	PGresult *result, *described;
	bool good;

	if (s->copy)
		return copy_agrees(c, s);
	result = PQprepare(c->db->conn, "", s->text, s->n_in, s->in);
	described = PQdescribePrepared(c->db->conn, "");
	good = PQresultStatus(result) == PGRES_COMMAND_OK && types_agree(s, described);
	if (!good)
		log_error("statement", "name", s->name, "message", PQresultErrorMessage(result));
	PQclear(result);
	PQclear(described);
	return good;
}

bool
migrate_check_statements(struct ctx *c)
{
	bool good = db_ready(c);

	for (size_t i = 0; i < n_statements && PQstatus(c->db->conn) == CONNECTION_OK; i++)
		good &= prepares(c, &statements[i]);
	return good;
}
