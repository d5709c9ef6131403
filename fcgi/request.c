/* request.c - one request, copied and bounded, so that nothing later meets the outside world */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/request.h"

#include <string.h>

#include "base/arena.h"
#include "base/str.h"

static const char form_type[] = "application/x-www-form-urlencoded";

/* A copy, or NULL when absent or longer than anything we use. */
static const char *
copied(struct arena *a, const struct request_source *from, const char *name)
{
	const char *value = from->param(from->arg, name);
	size_t n = value == NULL ? 0 : strnlen(value, REQUEST_MAX_PARAM + 1);

	if (n == 0 || n > REQUEST_MAX_PARAM || !str_is_text(value, n))
		return NULL;
	return arena_strndup(a, value, n);
}

static int
read_posted(struct arena *a, const struct request_source *from, struct request *r)
{
	const char *type = copied(a, from, "CONTENT_TYPE"), *length = copied(a, from, "CONTENT_LENGTH");
	int64_t n;
	char *body;

	if (length == NULL || !str_to_int(length, 0, INT64_MAX, &n))
		return 411;
	if (n > REQUEST_MAX_BODY)
		return 413;
	if (type == NULL || strncasecmp(type, form_type, sizeof(form_type) - 1) != 0)
		return 415;
	body = arena_alloc(a, (size_t)n + 1);
	if (!from->body(from->arg, body, (size_t)n) || !urlenc_parse(a, body, (size_t)n, &r->posted))
		return 400;
	return 0;
}

static int
read_method(struct arena *a, const struct request_source *from, struct request *r)
{
	const char *method = copied(a, from, "REQUEST_METHOD");

	r->head = str_eq(method, "HEAD");
	r->method = str_eq(method, "POST") ? METHOD_POST : METHOD_GET;
	return r->head || r->method == METHOD_POST || str_eq(method, "GET") ? 0 : 405;
}

int
request_read(struct arena *a, const struct request_source *from, struct request *r)
{
	const char *query = copied(a, from, "QUERY_STRING");
	int status;

	*r = (struct request){ .id = copied(a, from, "REQUEST_ID") };
	status = read_method(a, from, r);
	if (status != 0)
		return status;
	r->path = copied(a, from, "DOCUMENT_URI");
	r->cookies = copied(a, from, "HTTP_COOKIE");
	r->origin = copied(a, from, "HTTP_ORIGIN");
	r->fetch_site = copied(a, from, "HTTP_SEC_FETCH_SITE");
	r->accept_language = copied(a, from, "HTTP_ACCEPT_LANGUAGE");
	if (r->path == NULL || *r->path != '/')
		return 400;
	if (query != NULL && !urlenc_parse(a, query, strlen(query), &r->query))
		return 400;
	return r->method == METHOD_POST ? read_posted(a, from, r) : 0;
}

const char *
request_cookie(struct arena *a, const struct request *r, const char *name)
{
	const char *found = NULL;
	size_t width = strlen(name);

	for (const char *s = r->cookies; s != NULL && *s != '\0'; ) {
		size_t n;

		s += strspn(s, "; ");
		n = strcspn(s, ";");
		if (n > width + 1 && strncmp(s, name, width) == 0 && s[width] == '=') {
			if (found != NULL)
				return NULL;
			found = str_trim(a, arena_strndup(a, s + width + 1, n - width - 1));
		}
		s += n;
	}
	return found;
}
