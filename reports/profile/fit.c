/* fit.c - one profile, weighted for every kind of alliance, and why the kinds differ */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/role.h"
#include "reports/profile/section.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { HEIGHT = 22 };

static double
fit(const struct view *v, const char *set, const char *circle)
{
	const struct cell *cell = view_cell(v, MEASURE_FIT, set, circle, NULL);

	return cell == NULL ? NAN : cell->percent;
}

const struct weight_set *
role_of(const struct view *v)
{
	for (size_t i = 0; i < v->form->n_weight_sets; i++)
		if (str_eq(v->form->weight_sets[i].id, v->release->role))
			return &v->form->weight_sets[i];
	return NULL;
}

/* The two kinds held against each other: this alliance's and the one whose fit lies farthest from it; without
 * a declared kind the lowest and the highest. False when there are not two. */
static bool
find_pair(const struct view *v, const struct weight_set *pair_r[2])
{
	const struct weight_set *role = role_of(v);
	double farthest = -1;

	for (size_t i = 0; i < v->form->n_weight_sets; i++)
		for (size_t j = 0; j < v->form->n_weight_sets; j++) {
			const struct weight_set *a = &v->form->weight_sets[i], *b = &v->form->weight_sets[j];
			double apart = fabs(fit(v, a->id, circle_others) - fit(v, b->id, circle_others));

			if (i == j || (role != NULL && a != role) || !(apart > farthest))
				continue;
			farthest = apart;
			pair_r[0] = a;
			pair_r[1] = b;
		}
	return farthest >= 0;
}

/* By how many points the competency moves the fit from the second kind to the first. */
static double
carried(const struct view *v, const struct weight_set *const pair[2], const char *of)
{
	const struct cell *here = view_cell(v, MEASURE_FIT, pair[0]->id, circle_others, of);
	const struct cell *there = view_cell(v, MEASURE_FIT, pair[1]->id, circle_others, of);

	return here == NULL || there == NULL ? 0 : here->value - there->value;
}

/* The competency that carries most in the direction of sign; NULL when none does. */
static const struct dimension *
strongest(const struct view *v, const struct weight_set *const pair[2], int sign, const struct dimension *but)
{
	const struct dimension *best = NULL;
	double most = .05;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];

		if (d == but || sign * carried(v, pair, d->id) <= most)
			continue;
		most = sign * carried(v, pair, d->id);
		best = d;
	}
	return best;
}

/* 4, or 2.5 where a form has such weights. */
static const char *
weight(const struct view *v, const struct weight_set *set, size_t dimension)
{
	double w = set->weights[dimension];

	return words_number(v->arena, w, fabs(w - round(w)) < .05 ? 0 : 1);
}

/* "Delivery (weight 4 against 2, score 81)". */
static const char *
reason(const struct view *v, const struct weight_set *const pair[2], const struct dimension *d)
{
	size_t i = (size_t)(d - v->form->dimensions);

	return arena_printf(v->arena, _("%s (weight %s against %s, score %s)"), view_title(v, d->id),
		weight(v, pair[0], i), weight(v, pair[1], i),
		words_number(v->arena, circle_percent(v, d->id, circle_others), 0));
}

static const char *
set_title(const struct view *v, const struct weight_set *set)
{
	return view_text(v, &set->title, NO_PARTY);
}

const char *
role_it_depends(const struct view *v)
{
	const struct weight_set *pair[2];
	const struct dimension *first, *second;
	const char *reasons[2];
	double apart;
	size_t n = 0;

	if (!find_pair(v, pair))
		return NULL;
	apart = fit(v, pair[0]->id, circle_others) - fit(v, pair[1]->id, circle_others);
	if (fabs(apart) < .5)
		return _("It hardly depends: this profile fits every kind of alliance about equally well.");
	first = strongest(v, pair, apart > 0 ? 1 : -1, NULL);
	second = strongest(v, pair, apart > 0 ? 1 : -1, first);
	if (first == NULL)
		return NULL;
	reasons[n++] = reason(v, pair, first);
	if (second != NULL)
		reasons[n++] = reason(v, pair, second);
	return arena_printf(v->arena,
		_("It depends: the same answers make %s for \u201c%s\u201d and %s for \u201c%s\u201d. What "
		"carries the difference most: %s."),
		words_number(v->arena, fit(v, pair[0]->id, circle_others), 1), set_title(v, pair[0]),
		words_number(v->arena, fit(v, pair[1]->id, circle_others), 1), set_title(v, pair[1]),
		words_list(v->arena, reasons, n));
}

static void
picture(struct view *v, const char *title, const char *set)
{
	double others = fit(v, set, circle_others), self = fit(v, set, circle_self);
	const struct look *look = circle_look(circle_self);
	const char *desc = arena_printf(v->arena, _("Others: %s of 100; self: %s"),
		words_number(v->arena, others, 1), words_number(v->arena, self, 1));

	html_open(v->html, "td", "class", "picture");
	svg_open(v->html, CHART_WIDTH, HEIGHT, title, desc);
	svg_bar(v->html, CHART_EDGE, 6, CHART_WIDTH - 2 * CHART_EDGE, HEIGHT - 12, COLOUR_TRACK);
	if (!isnan(others))
		svg_bar(v->html, CHART_EDGE, 6, axis_x(&circle_axis, others) - CHART_EDGE, HEIGHT - 12,
			circle_look(circle_others)->colour);
	if (!isnan(self))
		svg_shape(v->html, look->shape, axis_x(&circle_axis, self), HEIGHT / 2.0, 5, look->colour,
			false);
	svg_close(v->html);
	html_close(v->html, "td");
}

static void
number(struct view *v, const char *set, const char *circle)
{
	if (view_cell(v, MEASURE_FIT, set, circle, NULL) == NULL)
		view_withheld(v, view_why(v, MEASURE_FIT, set, circle, NULL));
	else
		chart_number(v, words_group(circle), words_number(v->arena, fit(v, set, circle), 1));
}

static void
row(struct view *v, const char *set, const char *title, bool is_role)
{
	struct html *h = v->html;

	html_open(h, "tr", "class", is_role ? "index" : NULL);
	html_open(h, "th", "scope", "row", "class", "name");
	html_text(h, title);
	if (is_role)
		html_elem(h, "span", _("this alliance"), "class", "aside");
	html_close(h, "th");
	picture(v, title, set);
	number(v, set, circle_others);
	number(v, set, circle_self);
	number(v, set, circle_inside);
	number(v, set, circle_partner);
	html_close(h, "tr");
}

static void
fits(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart fits");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Kind of alliance"));
	chart_axis_cell(v, &circle_axis);
	circle_th(v, circle_others);
	circle_th(v, circle_self);
	chart_th(v, "figure", words_group(circle_inside));
	chart_th(v, "figure", words_group(circle_partner));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	row(v, "", _("Unweighted: every competency counts the same"), false);
	for (size_t i = 0; i < v->form->n_weight_sets; i++)
		row(v, v->form->weight_sets[i].id, set_title(v, &v->form->weight_sets[i]),
			&v->form->weight_sets[i] == role_of(v));
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}

static void
weight_row(struct view *v, size_t dimension)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", view_title(v, v->form->dimensions[dimension].id), "scope", "row", "class", "name");
	for (size_t i = 0; i < v->form->n_weight_sets; i++)
		chart_number(v, set_title(v, &v->form->weight_sets[i]),
			weight(v, &v->form->weight_sets[i], dimension));
	html_close(h, "tr");
}

static void
weights(struct view *v)
{
	struct html *h = v->html;

	html_elem(h, "h3", _("The weights"));
	html_open(h, "table", "class", "chart weights");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	for (size_t i = 0; i < v->form->n_weight_sets; i++)
		chart_th(v, "figure", set_title(v, &v->form->weight_sets[i]));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (circle_measured(v, i))
			weight_row(v, i);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
section_fit(struct view *v)
{
	const char *depends;

	if (!view_any(v, MEASURE_FIT) || v->form->n_weight_sets == 0)
		return;
	page_section(v, "fit", _("One profile, several kinds of alliance"),
		_("Each kind of alliance asks for other competencies. The same scores, weighted for each "
		"kind, from 0 to 100; the bar is what others see. The weights are a judgement about the "
		"role, not a measurement."));
	depends = role_it_depends(v);
	if (depends != NULL)
		html_elem(v->html, "p", depends, "class", "conclusion");
	fits(v);
	weights(v);
	html_close(v->html, "section");
}
