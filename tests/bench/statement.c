/* statement.c - the statements of a respondent's page over bare libpq, to measure the product against */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/bench/statement.h"

#include <stdio.h>

#include "base/check.h"
#include "base/token.h"

static void
prepare(PGconn *db, const char *name, const char *sql)
{
	PGresult *r = PQprepare(db, name, sql, 0, NULL);

	CHECK(PQresultStatus(r) == PGRES_COMMAND_OK);
	PQclear(r);
}

PGconn *
statement_connect(const char *conninfo)
{
	PGconn *db = PQconnectdb(conninfo);

	CHECK(PQstatus(db) == CONNECTION_OK);
	prepare(db, "load", "SELECT * FROM answer_load($1)");
	prepare(db, "save", "SELECT * FROM answer_save($1, $2, $3, $4, NULL)");
	return db;
}

void
statement_load(PGconn *db, const unsigned char *hash)
{
	const char *values[] = { (const char *)hash };
	const int lengths[] = { TOKEN_HASH_BYTES }, formats[] = { 1 };
	PGresult *r = PQexecPrepared(db, "load", 1, values, lengths, formats, 1);

	CHECK(PQntuples(r) > 0);
	PQclear(r);
}

bool
statement_save(PGconn *db, const unsigned char *hash, const char *page, int revision, const char *codes)
{
	char seen[16];
	const char *values[] = { (const char *)hash, page, seen, codes };
	const int lengths[] = { TOKEN_HASH_BYTES, 0, 0, 0 }, formats[] = { 1, 0, 0, 0 };
	PGresult *r;
	bool saved;

	snprintf(seen, sizeof(seen), "%d", revision);
	r = PQexecPrepared(db, "save", 4, values, lengths, formats, 1);
	CHECK(PQresultStatus(r) == PGRES_TUPLES_OK && PQntuples(r) == 1);
	saved = PQgetisnull(r, 0, 1) == 0;
	PQclear(r);
	return saved;
}
