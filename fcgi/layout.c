/* layout.c - what every page has around its content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/layout.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"

static void
head(struct html *h, const struct layout *l)
{
	html_open(h, "head");
	html_void(h, "meta", "charset", "utf-8");
	html_void(h, "meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
	html_void(h, "meta", "name", "color-scheme", "content", "light dark");
	html_void(h, "meta", "name", "robots", "content", "noindex, nofollow");
	html_elem(h, "title", l->title);
	html_void(h, "link", "rel", "stylesheet",
		"href", arena_printf(h->out->arena, "/static/%s?%s", l->stylesheet, PACKAGE_VERSION));
	html_close(h, "head");
}

void
layout_begin(struct html *h, const struct layout *l)
{
	html_raw(h, "<!DOCTYPE html>\n");
	html_open(h, "html", "lang", lang_current());
	head(h, l);
	html_open(h, "body");
	html_elem(h, "a", _("Skip to the content"), "href", "#main", "class", "skip");
	if (l->above != NULL || l->beside != NULL) {
		html_open(h, "header", "class", "top");
		if (l->above != NULL)
			html_elem(h, "p", l->above, "class", "above");
		if (l->beside != NULL)
			html_elem(h, "p", l->beside, "class", "beside");
		html_close(h, "header");
	}
	html_open(h, "main", "id", "main", "tabindex", "-1");
}

void
layout_end(struct html *h)
{
	html_close(h, "main");
	html_close(h, "body");
	html_close(h, "html");
	html_raw(h, "\n");
}
