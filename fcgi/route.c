/* route.c - which page answers which address, and what it demands of the visitor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/route.h"

#include <string.h>

#include "base/arena.h"
#include "base/ctx.h"
#include "fcgi/reply.h"

static bool
matches(struct arena *a, const char *pattern, const char *path, const char **args)
{
	size_t n_args = 0;

	for (; *pattern != '\0'; pattern++) {
		size_t n = strcspn(path, "/");

		if (*pattern != '*') {
			if (*path++ != *pattern)
				return false;
			continue;
		}
		if (n == 0)
			return false;
		args[n_args++] = arena_strndup(a, path, n);
		path += n;
	}
	return *path == '\0';
}

/* NULL with status 404, or 405 when only the method does not fit. */
static const struct route *
find(const struct program *p, struct visit *v, int *status_r)
{
	*status_r = 404;
	for (const struct route *route = p->routes; route->pattern != NULL; route++) {
		if (!matches(v->c->arena, route->pattern, v->request->path, v->args))
			continue;
		if (route->method == v->request->method)
			return route;
		*status_r = 405;
	}
	return NULL;
}

const char *
route_answer(const struct program *p, struct visit *v, int status)
{
	const struct route *route = status == 0 ? find(p, v, &status) : NULL;

	if (route == NULL) {
		p->explain(v, status);
		return "-";
	}
	if ((route->guard == NULL || route->guard(v)) && route->handle(v))
		return route->pattern;
	if (v->c->failure != E_NONE)
		p->explain(v, failure_http_status(v->c->failure));
	return route->pattern;
}
