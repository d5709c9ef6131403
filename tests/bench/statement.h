/* statement.h - the statements of a respondent's page over bare libpq, to measure the product against */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_STATEMENT_H
#define BENCH_STATEMENT_H

#include <libpq-fe.h>
#include <stdbool.h>

/* Connected, both statements prepared. */
PGconn *statement_connect(const char *conninfo);
/* hash: of the ticket, 32 bytes, as stored. The ticket must be known. */
void statement_load(PGconn *, const unsigned char *hash);
/* codes: {2,4,...} of that page. False when another revision than this one stands there. */
bool statement_save(PGconn *, const unsigned char *hash, const char *page, int revision, const char *codes);

#endif
