/* site.h - what a process knows about the site it serves, the same for every request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_SITE_H
#define FCGI_SITE_H

#include <stdbool.h>

#include "base/token.h"

struct conf;
struct ctx;

struct site {
	const char *base_url;
	bool secure;			/* https: cookies get the __Host- prefix */
	unsigned char key[TOKEN_KEY_BYTES];
};

/* Fails with E_SYSTEM when the key cannot be read. */
bool site_open(struct ctx *, const struct conf *, struct site *site_r);

#endif
