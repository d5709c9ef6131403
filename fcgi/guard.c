/* guard.c - who is calling, and was it our own page that made the browser call? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/guard.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/token.h"
#include "fcgi/request.h"
#include "fcgi/site.h"

enum { TOKEN_CHARS = TOKEN_HASH_BYTES * 2 };

const char *
guard_token(struct arena *a, const struct site *site, const char *secret)
{
	unsigned char hash[TOKEN_HASH_BYTES];

	token_hash(site->key, "form", secret, hash);
	return token_hex(a, hash, sizeof(hash));
}

/* scheme://host:port of the base URL, which may have a path. */
static bool
is_own_origin(const struct site *site, const char *origin)
{
	size_t n = strlen(origin);

	return strncmp(site->base_url, origin, n) == 0
		&& (site->base_url[n] == '\0' || site->base_url[n] == '/');
}

bool
guard_is_own_site(const struct site *site, const struct request *r)
{
	if (r->fetch_site != NULL)
		return str_eq(r->fetch_site, "same-origin") || str_eq(r->fetch_site, "none");
	return r->origin == NULL || str_eq(r->origin, "null") || is_own_origin(site, r->origin);
}

bool
guard_is_own_form(struct arena *a, const struct site *site, const struct request *r, const char *secret)
{
	const char *given = fields_find(&r->posted, GUARD_FIELD);

	return given != NULL && strlen(given) == TOKEN_CHARS
		&& token_equal(given, guard_token(a, site, secret), TOKEN_CHARS)
		&& guard_is_own_site(site, r);
}

static const char *
cookie_name(const struct site *site)
{
	return site->secure ? "__Host-attune" : "attune";
}

const char *
guard_cookie(struct arena *a, const struct site *site, const struct request *r)
{
	return request_cookie(a, r, cookie_name(site));
}

const char *
guard_set_cookie(struct arena *a, const struct site *site, const char *value)
{
	return arena_printf(a, "%s=%s; Path=/; HttpOnly; SameSite=Lax%s", cookie_name(site), value,
		site->secure ? "; Secure" : "");
}
