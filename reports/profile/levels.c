/* levels.c - the level reached in each competency, and the next one as advice */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/page.h"
#include "reports/profile/advice.h"
#include "reports/profile/circle.h"
#include "reports/profile/level.h"
#include "reports/profile/section.h"
#include "reports/svg.h"
#include "reports/words.h"

static const char *
words_of_point(const struct view *v, const struct scale *scale, size_t point)
{
	return view_text(v, &scale->points[point].label, NO_PARTY);
}

/* Index of the point with this value; n_valued when there is none. */
static size_t
find_point(const struct scale *scale, double value)
{
	size_t i = 0;

	while (i < scale->n_valued && scale->points[i].code != lround(value))
		i++;
	return i;
}

bool
level_of(const struct view *v, const struct dimension *d, const char *circle, struct level *level_r)
{
	const struct cell *cell = view_cell(v, MEASURE_LEVEL, d->id, circle, NULL);
	const struct scale *scale;
	size_t point;

	if (cell == NULL || d->levels < 0)
		return false;
	scale = v->form->items[d->levels].scale;
	point = find_point(scale, cell->value);
	if (point == scale->n_valued)
		return false;
	*level_r = (struct level){ point + 1, scale->n_valued, words_of_point(v, scale, point),
		point + 1 < scale->n_valued ? words_of_point(v, scale, point + 1) : NULL };
	return true;
}

/* As many fields as there are levels, filled up to the one reached. */
static void
ladder(struct view *v, const struct level *level)
{
	enum { STEP = 15, FIELD = 12 };

	svg_open_silent(v->html, "ladder", (double)level->of * STEP, FIELD);
	for (size_t i = 0; i < level->of; i++)
		svg_bar(v->html, (double)i * STEP, 0, FIELD, FIELD,
			i < level->number ? circle_look(circle_others)->colour : COLOUR_RULE);
	svg_close(v->html);
}

/* "Self 4, Manager 3" of those who answer under their name. */
static const char *
named_levels(const struct view *v, const struct dimension *d)
{
	static const char *const named[] = { "self", "manager", "counterpart" };
	const char *said[sizeof(named) / sizeof(*named)];
	size_t n = 0;

	for (size_t i = 0; i < sizeof(named) / sizeof(*named); i++) {
		struct level level;

		if (level_of(v, d, named[i], &level))
			said[n++] = arena_printf(v->arena, "%s %zu", words_group(named[i]), level.number);
	}
	return n == 0 ? NULL : words_list(v->arena, said, n);
}

static void
description(struct view *v, const char *css_class, const char *heading, const char *text)
{
	html_open(v->html, "p", "class", css_class);
	html_elem(v->html, "span", heading, "class", "label");
	html_text(v->html, text);
	html_close(v->html, "p");
}

static void
competency(struct view *v, const struct dimension *d)
{
	struct html *h = v->html;
	struct level level;
	const char *named = named_levels(v, d);

	html_open(h, "li");
	html_elem(h, "h3", view_text(v, &d->title, NO_PARTY));
	if (level_of(v, d, circle_others, &level)) {
		html_open(h, "p", "class", "reached");
		ladder(v, &level);
		html_textf(h, _("Others: level %zu of %zu"), level.number, level.of);
		if (named != NULL)
			html_elem(h, "span", named, "class", "aside");
		html_close(h, "p");
		description(v, "today", _("Seen today"), level.reached);
		description(v, "next", _("The next level"), level.next != NULL ? level.next
			: _("This is the highest level described. Who could learn it from here?"));
	} else {
		enum shown why = view_why(v, MEASURE_LEVEL, d->id, circle_others, NULL);

		html_elem(h, "p", words_hidden(v->arena, why, v->release->k), "class", "why");
		if (named != NULL)
			html_elem(h, "p", named);
	}
	html_close(h, "li");
}

static void
plan_row(struct view *v, const char *about)
{
	html_open(v->html, "tr");
	page_blank(v, _("About"), about);
	page_blank(v, _("What I will try"), NULL);
	page_blank(v, _("Who tells me how it goes"), NULL);
	page_blank(v, _("By when"), NULL);
	html_close(v->html, "tr");
}

/* To be filled in by the person. */
static void
plan(struct view *v)
{
	struct advice found[ADVICE_MAX];
	size_t n = advice_find(v, found);
	struct html *h = v->html;

	html_elem(h, "h3", _("My plan"));
	html_open(h, "table", "class", "actions");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "topic", _("About"));
	chart_th(v, "action", _("What I will try"));
	chart_th(v, NULL, _("Who tells me how it goes"));
	chart_th(v, "when", _("By when"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < ADVICE_MAX; i++)
		plan_row(v, i < n ? view_text(v, &found[i].dimension->title, NO_PARTY) : NULL);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
section_levels(struct view *v)
{
	if (!view_any(v, MEASURE_LEVEL))
		return;
	page_section(v, "levels", _("The level reached, and the next one"),
		_("The level that at least half of the others see reached, in the words of the "
		"questionnaire. The words of the next level say what to try."));
	html_open(v->html, "ol", "class", "levels");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (view_has(v, MEASURE_LEVEL, v->form->dimensions[i].id, NULL, NULL))
			competency(v, &v->form->dimensions[i]);
	html_close(v->html, "ol");
	plan(v);
	html_close(v->html, "section");
}
