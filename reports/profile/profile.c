/* profile.c - the competency profile of a person as one HTML file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/lang.h"
#include "reports/page.h"
#include "reports/profile/section.h"
#include "reports/report.h"

static const char *
title(struct view *v)
{
	return arena_printf(v->arena, _("%s: competency profile, %s"), v->release->person, v->release->wave);
}

static void
content(struct view *v)
{
	section_summary(v);
	section_scores(v);
	section_quadrants(v);
	section_views(v);
	section_levels(v);
	section_behaviours(v);
	section_fit(v);
	section_change(v);
	section_items(v);
	page_comments(v,
		_("Word for word. The group is told of people who knew that they are named; the others stand "
		"in random order."));
	section_response(v);
	section_method(v);
}

void
report_profile_html(const struct release *r, const struct form *f, const char *lang, struct buf *out)
{
	static const struct page_kind profile = { title, content };

	CHECK(r->person != NULL);
	page_render(&profile, r, f, lang, out);
}
