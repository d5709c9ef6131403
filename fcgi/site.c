/* site.c - what a process knows about the site it serves, the same for every request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/site.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/str.h"

bool
site_open(struct ctx *c, const struct conf *conf, struct site *site_r)
{
	site_r->base_url = arena_strdup(c->arena, conf->base_url);
	site_r->secure = str_starts(conf->base_url, "https://");
	if (!token_key_load(conf->ticket_key_file, site_r->key))
		return fail(c, E_SYSTEM, "%s: %s", conf->ticket_key_file, strerror(errno));
	return true;
}
