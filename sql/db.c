/* db.c - the connection of a process to its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sql/db.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/str.h"
#include "sql/call.h"

static void
end(void *object)
{
	struct db *db = object;

	PQfinish(db->conn);
	db->conn = NULL;
}

struct db *
db_new(struct arena *a, const char *database, const char *role)
{
	struct db *db = arena_make(a, struct db);

	db->database = arena_strdup(a, database);
	db->role = role == NULL ? NULL : arena_strdup(a, role);
	db->prepared = arena_make_n(a, n_statements, bool);
	arena_defer(a, end, db);
	return db;
}

static void
ignore_notice(void *arg, const PGresult *result)
{
	(void)arg;
	(void)result;
}

static PGconn *
connect_as(const char *database, const char *role)
{
	const char *names[] = { "dbname", "fallback_application_name", "client_encoding", "connect_timeout",
		role == NULL ? NULL : "user", NULL };
	const char *values[] = { database, "attune", "UTF8", "5", role, NULL };
	PGconn *conn = PQconnectdbParams(names, values, 1);

	CHECK(conn != NULL);
	PQsetNoticeReceiver(conn, ignore_notice, NULL);
	return conn;
}

/* An acknowledged answer must survive a crash: the server may not run with the settings that give this up. */
static bool
check_durable(struct ctx *c)
{
	static const char *const needed[] = { "fsync", "full_page_writes", "synchronous_commit" };
	PGresult *result = PQexec(c->db->conn, "SELECT current_setting('fsync'), current_setting('full_page_writes'), "
	    "CASE current_setting('synchronous_commit') WHEN 'remote_apply' THEN 'on' ELSE current_setting('synchronous_commit') END");
	bool good = PQresultStatus(result) == PGRES_TUPLES_OK;

	for (int i = 0; i < 3 && good; i++)
		if (!str_eq(PQgetvalue(result, 0, i), "on"))
			good = fail(c, E_DATABASE, "the database must run with %s = on", needed[i]);
	PQclear(result);
	return good || fail(c, E_DATABASE, "the database cannot be asked for its settings");
}

bool
db_ready(struct ctx *c)
{
	struct db *db = c->db;

	if (db->conn != NULL && PQstatus(db->conn) == CONNECTION_OK)
		return true;
	if (db->in_transaction)
		return fail(c, E_DATABASE, "the connection to the database broke");
	PQfinish(db->conn);
	memset(db->prepared, 0, n_statements * sizeof(*db->prepared));
	db->conn = connect_as(db->database, db->role);
	if (PQstatus(db->conn) == CONNECTION_OK && check_durable(c))
		return true;
	log_error("database_away", "role", db->role, "message", PQerrorMessage(db->conn));
	PQfinish(db->conn);
	db->conn = NULL;
	return fail(c, E_DATABASE, "the database cannot be reached");
}

/* Codes of class AT are raised by our own functions and triggers, in words for people. */
static bool
fail_as(struct ctx *c, const char *code, const char *message)
{
	if (str_starts(code, "AT"))
		return fail(c, E_CONFLICT, "%s", message);
	if (str_eq(code, "23505"))
		return fail(c, E_CONFLICT, "there is one of this name already");
	if (str_starts(code, "22") || str_starts(code, "23"))
		return fail(c, E_INVALID, "the database refused this value");
	if (str_eq(code, "42501"))
		return fail(c, E_DENIED, "this program's database role may not do that");
	if (str_starts(code, "40"))
		return fail(c, E_BUSY, "somebody else was changing the same thing");
	return fail(c, E_DATABASE, "the database refused");
}

bool
db_failed(struct ctx *c, const char *statement, const PGresult *result)
{
	const char *code = result == NULL ? NULL : PQresultErrorField(result, PG_DIAG_SQLSTATE);
	const char *message = code == NULL ? PQerrorMessage(c->db->conn) : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);

	log_error("database", "statement", statement, "sqlstate", code, "message", message);
	if (code == NULL || PQstatus(c->db->conn) != CONNECTION_OK)
		return fail(c, E_DATABASE, "the connection to the database broke");
	return fail_as(c, code, message == NULL ? "" : message);
}

bool
db_run_script(struct ctx *c, const char *name, const char *text)
{
	PGresult *result;
	bool good;

	if (!db_ready(c))
		return false;
	result = PQexec(c->db->conn, text);
	good = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
	if (!good)
		db_failed(c, name, result);
	PQclear(result);
	return good;
}

/* COMMIT of a failed transaction succeeds with the tag ROLLBACK, so the tag decides. */
static bool
commit(struct ctx *c)
{
	PGresult *result = PQexec(c->db->conn, "COMMIT");
	bool good = PQresultStatus(result) == PGRES_COMMAND_OK && str_eq(PQcmdStatus(result), "COMMIT");

	c->db->round_trips++;
	if (!good && PQresultStatus(result) == PGRES_COMMAND_OK)
		fail(c, E_DATABASE, "the database rolled the transaction back");
	else if (!good)
		db_failed(c, "commit", result);
	PQclear(result);
	return good;
}

/* A restarted server shows itself here, when nothing has happened yet: connect again and begin. */
static bool
begin(struct ctx *c)
{
	if (db_run_script(c, "begin", "BEGIN"))
		return true;
	if (c->db->conn == NULL || PQstatus(c->db->conn) == CONNECTION_OK)
		return false;
	fail_clear(c);
	return db_run_script(c, "begin", "BEGIN");
}

bool
db_transaction(struct ctx *c, bool (*body)(struct ctx *, void *), void *arg)
{
	bool done;

	CHECK(!c->db->in_transaction && c->failure == E_NONE);
	if (!begin(c))
		return false;
	c->db->round_trips++;
	c->db->in_transaction = true;
	done = body(c, arg) && commit(c);
	if (!done && PQstatus(c->db->conn) == CONNECTION_OK)
		PQclear(PQexec(c->db->conn, "ROLLBACK"));
	c->db->in_transaction = false;
	return done;
}

unsigned long
db_round_trips(const struct db *db)
{
	return db->round_trips;
}
