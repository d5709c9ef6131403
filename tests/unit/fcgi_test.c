/* fcgi_test.c - requests, routes, guards and replies, without a web server */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/str.h"
#include "base/token.h"
#include "fcgi/guard.h"
#include "fcgi/reply.h"
#include "fcgi/request.h"
#include "fcgi/route.h"
#include "fcgi/site.h"

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* A browser: parameters in pairs, and a body of which the web server may have sent less than promised. */
struct browser {
	const char *const *params;
	const char *body;
	size_t sent;
};

static const char *
param(void *arg, const char *name)
{
	const struct browser *b = arg;

	for (size_t i = 0; b->params[i] != NULL; i += 2)
		if (str_eq(b->params[i], name))
			return b->params[i + 1];
	return NULL;
}

static bool
body(void *arg, char *bytes, size_t n)
{
	const struct browser *b = arg;

	if (n > b->sent)
		return false;
	memcpy(bytes, b->body, n);
	return true;
}

static int
ask(const char *const *params, const char *sent, struct request *r)
{
	struct browser browser = { params, sent, strlen(sent) };
	struct request_source source = { param, body, &browser };

	return request_read(arena, &source, r);
}

#define ask_with(r, sent, ...) ask((const char *const[]){ __VA_ARGS__, NULL }, (sent), (r))
#define POSTED "REQUEST_METHOD", "POST", "DOCUMENT_URI", "/p/x", "CONTENT_TYPE", "application/x-www-form-urlencoded"

static void
a_get_is_read(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", "/check", "QUERY_STRING",
		"lang=de&more"), 0);
	assert_int_equal(r.method, METHOD_GET);
	assert_string_equal(r.path, "/check");
	assert_string_equal(fields_find(&r.query, "lang"), "de");
	assert_non_null(fields_find(&r.query, "more"));
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "HEAD", "DOCUMENT_URI", "/"), 0);
	assert_true(r.head);
}

static void
a_form_is_read(void **state)
{
	struct request r;

	(void)state;
	assert_int_equal(ask_with(&r, "a=1&a=2&t=x%0Ay", POSTED, "CONTENT_LENGTH", "15"), 0);
	assert_int_equal(r.method, METHOD_POST);
	assert_int_equal(r.posted.n, 3);
	assert_string_equal(fields_find(&r.posted, "t"), "x\ny");
}

static void
hostile_requests_are_refused(void **state)
{
	static const char long_path[] = "/p/";
	char *path = arena_alloc(arena, REQUEST_MAX_PARAM + 10);
	struct request r;

	(void)state;
	memset(path, 'x', REQUEST_MAX_PARAM + 9);
	memcpy(path, long_path, 3);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", path), 400);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", "/\x01"), 400);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", "/\xff"), 400);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", "check"), 400);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "PUT", "DOCUMENT_URI", "/"), 405);
	assert_int_equal(ask_with(&r, "", "DOCUMENT_URI", "/"), 405);
	assert_int_equal(ask_with(&r, "", "REQUEST_METHOD", "GET", "DOCUMENT_URI", "/", "QUERY_STRING", "a=%00"),
		400);
	assert_int_equal(ask_with(&r, "", POSTED), 411);
	assert_int_equal(ask_with(&r, "", POSTED, "CONTENT_LENGTH", "-1"), 411);
	assert_int_equal(ask_with(&r, "", POSTED, "CONTENT_LENGTH", "99999999999999999999"), 411);
	assert_int_equal(ask_with(&r, "", POSTED, "CONTENT_LENGTH", "1048577"), 413);
	assert_int_equal(ask_with(&r, "a=1", POSTED, "CONTENT_LENGTH", "4"), 400);
	assert_int_equal(ask_with(&r, "a=%zz", POSTED, "CONTENT_LENGTH", "5"), 400);
	assert_int_equal(ask_with(&r, "a=%ff", POSTED, "CONTENT_LENGTH", "5"), 400);
	assert_int_equal(ask_with(&r, "a=1", "REQUEST_METHOD", "POST", "DOCUMENT_URI", "/", "CONTENT_TYPE",
		"text/plain",
		"CONTENT_LENGTH", "3"), 415);
}

static void
cookies_are_found_by_their_whole_name(void **state)
{
	struct request r = { .cookies = "xattune=1; attune=two; attunex=3" };

	(void)state;
	assert_string_equal(request_cookie(arena, &r, "attune"), "two");
	assert_null(request_cookie(arena, &r, "att"));
	r.cookies = "attune=1;attune=2";
	assert_null(request_cookie(arena, &r, "attune"));
	r.cookies = "attune=";
	assert_null(request_cookie(arena, &r, "attune"));
	r.cookies = NULL;
	assert_null(request_cookie(arena, &r, "attune"));
}

static bool
let_in(struct visit *v)
{
	return !str_eq(v->args[0], "shut") || fail(v->c, E_MISSING, "no");
}

static bool
handle(struct visit *v)
{
	v->reply->status = 200;
	buf_puts(v->reply->body, v->args[0]);
	return true;
}

static void
explain(struct visit *v, int status)
{
	v->reply->status = status;
}

static const struct route routes[] = {
	{ METHOD_GET, "/p/*", let_in, handle },
	{ METHOD_POST, "/submit", NULL, handle },
	{ METHOD_GET, NULL, NULL, NULL },
};
static const struct program program = { "test", routes, explain };

static int
visit(const char *path, enum method method, const char *pattern)
{
	struct ctx c = { .arena = arena };
	struct request request = { .method = method, .path = path };
	struct reply reply = { .body = buf_new(arena) };
	struct visit v = { .c = &c, .request = &request, .reply = &reply };

	assert_string_equal(route_answer(&program, &v, 0), pattern);
	return reply.status;
}

static void
routes_are_found_and_guarded(void **state)
{
	(void)state;
	assert_int_equal(visit("/p/open", METHOD_GET, "/p/*"), 200);
	assert_int_equal(visit("/p/shut", METHOD_GET, "/p/*"), 404);
	assert_int_equal(visit("/p/open", METHOD_POST, "-"), 405);
	assert_int_equal(visit("/p/", METHOD_GET, "-"), 404);
	assert_int_equal(visit("/p/a/b", METHOD_GET, "-"), 404);
	assert_int_equal(visit("/p", METHOD_GET, "-"), 404);
	assert_int_equal(visit("/submitx", METHOD_POST, "-"), 404);
}

static void
only_our_own_forms_are_accepted(void **state)
{
	static const char ticket[] = "abcdefghijklmnopqrstuvwxyz234567";
	struct site site = { .base_url = "https://survey.example.org", .key = { 7 } };
	const char *token = guard_token(arena, &site, ticket);
	struct field field = { GUARD_FIELD, token };
	struct request r = { .posted = { 1, &field } };

	(void)state;
	assert_null(strstr(token, "abcdef"));
	assert_true(guard_is_own_form(arena, &site, &r, ticket));
	assert_false(guard_is_own_form(arena, &site, &r, "zbcdefghijklmnopqrstuvwxyz234567"));
	r.fetch_site = "same-origin";
	assert_true(guard_is_own_form(arena, &site, &r, ticket));
	r.fetch_site = "cross-site";
	assert_false(guard_is_own_form(arena, &site, &r, ticket));
	r.fetch_site = "same-site";
	assert_false(guard_is_own_form(arena, &site, &r, ticket));
	r.fetch_site = NULL;
	r.origin = "https://survey.example.org";
	assert_true(guard_is_own_form(arena, &site, &r, ticket));
	r.origin = "https://survey.example.or";
	assert_false(guard_is_own_form(arena, &site, &r, ticket));
	r.origin = "https://survey.example.org.evil.example";
	assert_false(guard_is_own_form(arena, &site, &r, ticket));
	r.origin = "null";
	field.value = "";
	assert_false(guard_is_own_form(arena, &site, &r, ticket));
}

static void
the_cookie_is_locked_to_https(void **state)
{
	struct site site = { .base_url = "https://survey.example.org", .secure = true };

	(void)state;
	assert_string_equal(guard_set_cookie(arena, &site, "t"),
		"__Host-attune=t; Path=/; HttpOnly; SameSite=Lax; Secure");
	site.secure = false;
	assert_string_equal(guard_set_cookie(arena, &site, "t"), "attune=t; Path=/; HttpOnly; SameSite=Lax");
}

static void
a_reply_has_its_headers_and_one_body(void **state)
{
	struct reply r = { .status = 503, .retry_after = 10, .body = buf_new(arena) };
	struct buf *out = buf_new(arena), *head = buf_new(arena);

	(void)state;
	buf_puts(r.body, "<p>later</p>");
	reply_emit(&r, false, out);
	assert_true(str_starts(out->bytes, "Status: 503\r\n"));
	assert_true(str_ends(out->bytes, "\r\n\r\n<p>later</p>"));
	assert_non_null(strstr(out->bytes, "\r\nRetry-After: 10\r\n"));
	assert_non_null(strstr(out->bytes, "\r\nCache-Control: no-store\r\n"));
	assert_null(strstr(out->bytes, "Set-Cookie"));
	assert_null(strstr(out->bytes, "unsafe"));
	reply_emit(&r, true, head);
	assert_true(str_ends(head->bytes, "\r\n\r\n"));
}

int
main(void)
{
#define ready(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		ready(a_get_is_read),
		ready(a_form_is_read),
		ready(hostile_requests_are_refused),
		ready(cookies_are_found_by_their_whole_name),
		ready(routes_are_found_and_guarded),
		ready(only_our_own_forms_are_accepted),
		ready(the_cookie_is_locked_to_https),
		ready(a_reply_has_its_headers_and_one_body),
	};

	token_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
