/* respondent.h - who answers in a benchmark: a list in a file, one per line */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_RESPONDENT_H
#define BENCH_RESPONDENT_H

#include <stddef.h>

#include "base/token.h"

struct arena;
struct buf;

struct respondent_line {
	char ticket[TICKET_CHARS + 1];
	char token[2 * TOKEN_HASH_BYTES + 1];	/* of our forms */
	char hash[2 * TOKEN_HASH_BYTES + 1];	/* of the ticket, as stored */
	int revision;				/* of the one page that is saved again and again */
};

struct respondent_line *respondent_read(struct arena *, const char *path, size_t *n_r);
void respondent_write(struct arena *, const char *path, const struct respondent_line *, size_t n);

/* The request of this respondent: @TICKET@, @TOKEN@, @HASH@ and @REVISION@ are replaced, @CODE@ by 2 or 4 in turn, so
 * that every save changes something. The template is a head and a body with an empty line between; Content-Length is
 * filled in. */
void respondent_request(const struct respondent_line *, const char *template, struct buf *out);

#endif
