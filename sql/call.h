/* call.h - one run of a statement; only for sql/ and the functions generated there */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SQL_CALL_H
#define SQL_CALL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "sql/value.h"

struct arena;
struct ctx;

struct statement {
	size_t number;
	const char *name, *text;
	int n_in;
	const unsigned *in;		/* type OIDs */
	int n_out;
	const unsigned *out;
	bool retry;			/* repeating it is harmless when the outcome is unknown */
	bool copy;			/* COPY ... TO STDOUT (FORMAT binary): cannot be prepared */
};
extern const struct statement statements[];
extern const size_t n_statements;

struct db {
	const char *database, *role;
	PGconn *conn;			/* NULL or broken: connect before use */
	bool *prepared;			/* one per statement, on this connection */
	bool in_transaction;
	unsigned long round_trips;
};

/* A script of several statements without parameters, as it stands. */
bool db_run_script(struct ctx *, const char *name, const char *text);
/* Log what the server said and record a failure of the right kind. */
bool db_failed(struct ctx *, const char *statement, const PGresult *);

struct db_field {
	const char *bytes;
	int n;				/* -1: NULL */
};

enum { CALL_MAX = 40 };			/* parameters or columns of one statement */

struct call {
	struct ctx *c;
	const struct statement *statement;
	int n;				/* parameters put so far */
	const char *values[CALL_MAX];
	int lengths[CALL_MAX], formats[CALL_MAX];
	PGresult *result;
	size_t n_rows;
	struct db_field fields[CALL_MAX];
};

void call_begin(struct call *, struct ctx *, const struct statement *);
bool call_run(struct call *);
const struct db_field *call_row(struct call *, size_t row);

struct db_copy {
	bool (*read)(struct ctx *, const struct db_field *, const struct db_copy *);
	void (*each)(void);		/* of the type the generated reader knows */
	void *arg;
};
bool call_copy(struct call *, const struct db_copy *);

void put_bigint(struct call *, int64_t);
void put_integer(struct call *, int32_t);
void put_smallint(struct call *, int16_t);
void put_boolean(struct call *, bool);
void put_text(struct call *, const char *);
void put_bytea(struct call *, struct db_bytes);
void put_double(struct call *, double);
void put_codes(struct call *, struct db_codes);
void put_texts(struct call *, struct db_texts);

int64_t get_bigint(struct arena *, struct db_field);
int32_t get_integer(struct arena *, struct db_field);
int16_t get_smallint(struct arena *, struct db_field);
bool get_boolean(struct arena *, struct db_field);
const char *get_text(struct arena *, struct db_field);
struct db_bytes get_bytea(struct arena *, struct db_field);
double get_double(struct arena *, struct db_field);
struct db_codes get_codes(struct arena *, struct db_field);
struct db_texts get_texts(struct arena *, struct db_field);

#endif
