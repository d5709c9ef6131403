/* html_check.c - are these bytes HTML as our writer makes it? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/html_check.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/check.h"

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
static const char name_letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

struct open_tag {
	const char *name;
	size_t n;
};

struct reader {
	const char *at;
	struct open_tag open[64];
	size_t depth;
};

static bool
is(struct open_tag tag, const char *name)
{
	return strlen(name) == tag.n && memcmp(tag.name, name, tag.n) == 0;
}

static bool
is_void(struct open_tag tag)
{
	static const char *const names[] = { "br", "hr", "img", "input", "link", "meta" };

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (is(tag, names[i]))
			return true;
	return false;
}

static struct open_tag
name(struct reader *r)
{
	struct open_tag tag = { r->at, strspn(r->at, name_letters) };

	CHECK(tag.n > 0 && strchr(letters, *r->at) != NULL);
	CHECK(!is(tag, "script") && !is(tag, "style") && !is(tag, "iframe"));
	r->at += tag.n;
	return tag;
}

static void
entity(const char *s)
{
	size_t n = strspn(s + 1, "#abcdefghijklmnopqrstuvwxyz0123456789");

	CHECK(n > 0 && s[n + 1] == ';');
}

static void
attribute(struct reader *r)
{
	struct open_tag attr = name(r);

	CHECK(strncmp(attr.name, "on", 2) != 0);
	CHECK(r->at[0] == '=' && r->at[1] == '"');
	for (r->at += 2; *r->at != '"'; r->at++) {
		CHECK(*r->at != '\0' && *r->at != '<');
		if (*r->at == '&')
			entity(r->at);
	}
	r->at++;
}

static void
start_tag(struct reader *r)
{
	struct open_tag tag = name(r);

	while (*r->at == ' ') {
		r->at++;
		attribute(r);
	}
	r->at += *r->at == '/';
	CHECK(*r->at++ == '>');
	if (!is_void(tag)) {
		CHECK(r->depth < sizeof(r->open) / sizeof(*r->open));
		r->open[r->depth++] = tag;
	}
}

static void
end_tag(struct reader *r)
{
	struct open_tag tag = name(r), *opened;

	CHECK(r->depth > 0);
	opened = &r->open[--r->depth];
	CHECK(opened->n == tag.n && memcmp(opened->name, tag.name, tag.n) == 0);
	CHECK(*r->at++ == '>');
}

void
html_check(const char *html)
{
	struct reader r = { .at = html };

	while (*(r.at += strcspn(r.at, "<&>")) != '\0') {
		CHECK(*r.at != '>');
		if (*r.at == '&')
			entity(r.at++);
		else if (r.at[1] == '/') {
			r.at += 2;
			end_tag(&r);
		} else {
			r.at++;
			start_tag(&r);
		}
	}
	CHECK(r.depth == 0);
}
