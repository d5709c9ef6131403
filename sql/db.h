/* db.h - the connection of a process to its database */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SQL_DB_H
#define SQL_DB_H

#include <stdbool.h>

struct arena;
struct ctx;
struct db;

/* Connects when first used, and again after the server was restarted; statements are prepared on demand on each connection.
 * database is a libpq connection string; role may be NULL: then who runs the program. A server that does not run with fsync,
 * full_page_writes and synchronous_commit on is refused. Ends with the arena, which must outlive every request. */
struct db *db_new(struct arena *, const char *database, const char *role);

/* Connect now. Fails with E_DATABASE. */
bool db_ready(struct ctx *);

/* body between BEGIN and COMMIT. True only when the server said COMMIT: when body fails, all is rolled back and its failure stays.
 * When the connection breaks during COMMIT the outcome is unknown and this fails with E_DATABASE. */
bool db_transaction(struct ctx *, bool (*body)(struct ctx *, void *), void *arg);

/* Statements sent over this connection so far, each being one round trip; preparing is not counted. */
unsigned long db_round_trips(const struct db *);

#endif
