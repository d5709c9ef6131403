/* ticket.c - under which hash a ticket is stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/fieldwork/ticket.h"

#include <errno.h>
#include <string.h>

#include "base/check.h"
#include "base/conf.h"
#include "base/ctx.h"

static unsigned char process_key[TOKEN_KEY_BYTES];
static bool has_key;

void
ticket_use_key(const unsigned char key[TOKEN_KEY_BYTES])
{
	memcpy(process_key, key, TOKEN_KEY_BYTES);
	has_key = true;
}

bool
ticket_init(struct ctx *c, const struct conf *conf)
{
	unsigned char key[TOKEN_KEY_BYTES];

	if (!token_key_load(conf->ticket_key_file, key))
		return fail(c, E_SYSTEM, "%s: %s", conf->ticket_key_file, strerror(errno));
	ticket_use_key(key);
	return true;
}

void
ticket_hash(const char *ticket, unsigned char hash_r[TOKEN_HASH_BYTES])
{
	CHECK(has_key);
	token_hash(process_key, "ticket", ticket, hash_r);
}
