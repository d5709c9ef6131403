/* request_fuzz.c - any parameters and body from the web server make a bounded request or a status */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "fcgi/request.h"
#include "tests/fuzz/fuzz.h"

/* Lines NAME=value up to an empty one, then the body. */
struct input {
	struct arena *arena;
	const char *head, *body;
	size_t n_body;
};

static const char *
param(void *arg, const char *wanted)
{
	struct input *in = arg;
	size_t width = strlen(wanted);

	for (const char *line = in->head; *line != '\0'; line += strcspn(line, "\n"), line += *line == '\n')
		if (strncmp(line, wanted, width) == 0 && line[width] == '=')
			return arena_strndup(in->arena, line + width + 1, strcspn(line + width + 1, "\n"));
	return NULL;
}

static bool
body(void *arg, char *bytes, size_t n)
{
	struct input *in = arg;

	if (n > in->n_body)
		return false;
	memcpy(bytes, in->body, n);
	return true;
}

static void
check_text(const char *s)
{
	CHECK(s == NULL || (str_is_text(s, strlen(s)) && strlen(s) <= REQUEST_MAX_PARAM));
}

static void
check_request(struct arena *a, const struct request *r)
{
	CHECK(r->path != NULL && r->path[0] == '/');
	check_text(r->path);
	check_text(r->cookies);
	check_text(r->origin);
	check_text(r->fetch_site);
	check_text(r->accept_language);
	check_text(request_cookie(a, r, "__Host-attune"));
	for (size_t i = 0; i < r->posted.n; i++)
		CHECK(str_is_text(r->posted.list[i].value, strlen(r->posted.list[i].value)));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	const uint8_t *gap = n == 0 ? NULL : memmem(bytes, n, "\n\n", 2);
	size_t head = gap == NULL ? n : (size_t)(gap - bytes), rest = gap == NULL ? n : head + 2;
	const char *text = (const char *)bytes;
	struct input in = { a, arena_strndup(a, text, head), text + rest, n - rest };
	struct request_source source = { param, body, &in };
	struct request request;
	int status = request_read(a, &source, &request);

	CHECK(status == 0 || (status >= 400 && status < 500));
	check_text(request.id);
	if (status == 0)
		check_request(a, &request);
	arena_free(a);
	return 0;
}
