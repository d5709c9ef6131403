/* ticket.h - under which hash a ticket is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_TICKET_H
#define FIELDWORK_TICKET_H

#include <stdbool.h>

#include "base/token.h"

struct ctx;
struct conf;

/* Once per process, before any ticket is issued or looked up: the key of conf->ticket_key_file. Fails with E_SYSTEM. */
bool ticket_init(struct ctx *, const struct conf *);
/* The same with a key at hand. */
void ticket_use_key(const unsigned char key[TOKEN_KEY_BYTES]);

void ticket_hash(const char *ticket, unsigned char hash_r[TOKEN_HASH_BYTES]);

#endif
