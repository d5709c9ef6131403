/* call.c - one run of a statement: prepare on demand, run, hand out fields */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/ctx.h"
#include "sql/call.h"
#include "sql/db.h"

void
call_begin(struct call *call, struct ctx *c, const struct statement *s)
{
	CHECK(s->n_in <= CALL_MAX && s->n_out <= CALL_MAX);
	*call = (struct call){ .c = c, .statement = s };
}

static bool
prepare(struct ctx *c, const struct statement *s)
{
	PGresult *result;

	if (!db_ready(c))
		return false;
	if (c->db->prepared[s->number])
		return true;
	result = PQprepare(c->db->conn, s->name, s->text, s->n_in, s->in);
	c->db->prepared[s->number] = PQresultStatus(result) == PGRES_COMMAND_OK;
	if (!c->db->prepared[s->number])
		db_failed(c, s->name, result);
	PQclear(result);
	return c->db->prepared[s->number];
}

static bool
run_once(struct call *call)
{
	struct ctx *c = call->c;
	const struct statement *s = call->statement;
	ExecStatusType status;

	if (!prepare(c, s))
		return false;
	call->result = PQexecPrepared(c->db->conn, s->name, s->n_in, call->values, call->lengths, call->formats, 1);
	c->db->round_trips++;
	status = PQresultStatus(call->result);
	if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
		return true;
	db_failed(c, s->name, call->result);
	PQclear(call->result);
	return false;
}

/* A restarted server shows itself as a broken connection at the first use after it. */
static bool
connection_broke(const struct db *db)
{
	return !db->in_transaction && db->conn != NULL && PQstatus(db->conn) != CONNECTION_OK;
}

static void
clear(void *result)
{
	PQclear(result);
}

bool
call_run(struct call *call)
{
	struct ctx *c = call->c;
	bool was_connected = c->db->conn != NULL, done;

	CHECK(call->n == call->statement->n_in && c->failure == E_NONE);
	done = run_once(call);
	if (!done && call->statement->retry && was_connected && connection_broke(c->db)) {
		fail_clear(c);
		done = run_once(call);
	}
	if (!done)
		return false;
	arena_defer(c->arena, clear, call->result);
	call->n_rows = (size_t)PQntuples(call->result);
	CHECK(PQnfields(call->result) == call->statement->n_out || call->statement->n_out == 0);
	for (int i = 0; i < call->statement->n_out; i++)
		CHECK(PQftype(call->result, i) == call->statement->out[i]);
	return true;
}

const struct db_field *
call_row(struct call *call, size_t row)
{
	for (int i = 0; i < call->statement->n_out; i++) {
		bool null = PQgetisnull(call->result, (int)row, i);

		call->fields[i].bytes = PQgetvalue(call->result, (int)row, i);
		call->fields[i].n = null ? -1 : PQgetlength(call->result, (int)row, i);
	}
	return call->fields;
}

/* Binary COPY: a signature of 11 bytes, flags and the length of an extension, then rows of (number of fields, fields),
 * each field with its length, -1 for NULL; at the end a row with -1 fields. */
enum { COPY_SIGNATURE = 11, COPY_HEADER = COPY_SIGNATURE + 8 };

static int32_t
copied_integer(const char **s)
{
	*s += 4;
	return get_integer(NULL, (struct db_field){ *s - 4, 4 });
}

static bool
copy_row(struct call *call, const struct db_copy *to, const char *s)
{
	int n = get_smallint(NULL, (struct db_field){ s, 2 });

	if (n < 0)
		return true;
	CHECK(n == call->statement->n_out);
	s += 2;
	for (int i = 0; i < n; i++) {
		call->fields[i].n = copied_integer(&s);
		call->fields[i].bytes = s;
		s += call->fields[i].n < 0 ? 0 : call->fields[i].n;
	}
	return to->read(call->c, call->fields, to);
}

static bool
copy_rows(struct call *call, const struct db_copy *to)
{
	PGconn *conn = call->c->db->conn;
	bool first = true, good = true;
	char *message;
	int n;

	while ((n = PQgetCopyData(conn, &message, 0)) > 0) {
		const char *s = message;

		if (first) {
			CHECK(n >= COPY_HEADER && memcmp(s, "PGCOPY\n\377\r\n", COPY_SIGNATURE) == 0);
			s += COPY_HEADER;
			first = false;
		}
		if (good && s < message + n)
			good = copy_row(call, to, s);
		PQfreemem(message);
	}
	return good;
}

bool
call_copy(struct call *call, const struct db_copy *to)
{
	struct ctx *c = call->c;
	PGresult *result;
	bool good;

	if (!db_ready(c))
		return false;
	result = PQexec(c->db->conn, call->statement->text);
	c->db->round_trips++;
	good = PQresultStatus(result) == PGRES_COPY_OUT;
	if (!good)
		db_failed(c, call->statement->name, result);
	PQclear(result);
	if (!good)
		return false;
	good = copy_rows(call, to);
	while ((result = PQgetResult(c->db->conn)) != NULL) {
		if (PQresultStatus(result) != PGRES_COMMAND_OK)
			good = db_failed(c, call->statement->name, result);
		PQclear(result);
	}
	return good;
}
