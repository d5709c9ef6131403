/* circle.c - whose view a figure is: the person's own, that of all others, each side's, one rater group's */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/profile/circle.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/group.h"
#include "reports/svg.h"
#include "reports/words.h"

const char *const circle_self = "self", *const circle_others = "others", *const circle_inside = "inside",
	*const circle_partner = "partner";

const struct axis circle_axis = { 0, 100, CHART_EDGE, CHART_WIDTH - CHART_EDGE };

const struct look *
circle_look(const char *id)
{
	const char *const order[] = { circle_others, circle_self, circle_inside, circle_partner };
	size_t i = 0;

	while (i + 1 < sizeof(order) / sizeof(*order) && !str_eq(order[i], id))
		i++;
	return palette_party(i);
}

void
circle_named(struct view *v, const char *id)
{
	html_open(v->html, "span");
	chart_mark(v, circle_look(id));
	html_text(v->html, words_group(id));
	html_close(v->html, "span");
}

void
circle_legend(struct view *v, const char *const ids[2])
{
	html_open(v->html, "p", "class", "legend");
	circle_named(v, ids[0]);
	circle_named(v, ids[1]);
	html_close(v->html, "p");
}

void
circle_th(struct view *v, const char *id)
{
	const struct voice voice = { id, words_group(id), circle_look(id) };

	chart_voice_th(v, &voice);
}

bool
circle_measured(const struct view *v, size_t dimension)
{
	return view_has(v, MEASURE_SCORE, v->form->dimensions[dimension].id, circle_others, NULL);
}

bool
circle_seen(const struct view *v, const char *group)
{
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (circle_score(v, v->form->dimensions[i].id, group) != NULL)
			return true;
	return false;
}

const char **
circle_groups(const struct view *v, size_t *n_r)
{
	const char **groups = arena_make_n(v->arena, N_GROUPS, const char *);

	*n_r = 0;
	for (size_t g = GROUP_MANAGER; g < N_GROUPS; g++)
		if (circle_seen(v, group_names[g]))
			groups[(*n_r)++] = group_names[g];
	return groups;
}

const struct cell *
circle_cell(const struct view *v, enum measure measure, const char *of)
{
	return view_cell(v, measure, of, circle_others, NULL);
}

const struct cell *
circle_score(const struct view *v, const char *of, const char *circle)
{
	return view_cell(v, MEASURE_SCORE, of, circle, NULL);
}

double
circle_percent(const struct view *v, const char *of, const char *circle)
{
	const struct cell *cell = circle_score(v, of, circle);

	return cell == NULL ? NAN : cell->percent;
}

const char *
circle_figure(const struct view *v, const struct cell *score)
{
	const char *figure = words_number(v->arena, score->percent, 0);

	return score->capped ? arena_printf(v->arena, "≈\u00a0%s", figure) : figure;
}

const char *
circle_interval(const struct view *v, const char *of, const struct cell *score)
{
	double low = view_percent(v, of, score->low), high = view_percent(v, of, score->high);

	if (isnan(low))
		return words_interval(v->arena, low, high, 0);
	return words_interval(v->arena, fmax(low, 0), fmin(high, 100), 0);
}

void
circle_figure_cell(struct view *v, const char *of, const char *circle)
{
	const struct cell *cell = circle_score(v, of, circle);

	if (cell == NULL)
		view_withheld(v, view_why(v, MEASURE_SCORE, of, circle, NULL));
	else
		chart_number(v, words_group(circle), circle_figure(v, cell));
}

double
circle_strength(const struct view *v)
{
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct cell *cell = circle_cell(v, MEASURE_QUADRANT, v->form->dimensions[i].id);

		if (cell != NULL)
			return cell->percent;
	}
	return NAN;
}

double
circle_leniency(const struct view *v)
{
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;
		const struct cell *cell = circle_cell(v, MEASURE_SELF_GAP, of);

		if (cell != NULL)
			return view_points(v, of, cell->value - cell->effect);
	}
	return NAN;
}

static const char *
in_words(struct view *v, const char *of, const char *const ids[2])
{
	struct buf *out = buf_new(v->arena);

	for (size_t i = 0; i < 2; i++) {
		const struct cell *cell = circle_score(v, of, ids[i]);

		buf_puts(out, i > 0 ? "; " : "");
		if (cell == NULL)
			buf_printf(out, "%s: %s", words_group(ids[i]),
				words_hidden(v->arena, view_why(v, MEASURE_SCORE, of, ids[i], NULL),
				v->release->k));
		else if (isnan(cell->low))
			buf_printf(out, _("%s: %s of 100"), words_group(ids[i]), circle_figure(v, cell));
		else
			buf_printf(out, _("%s: %s of 100, interval %s"), words_group(ids[i]),
				circle_figure(v, cell), circle_interval(v, of, cell));
	}
	return out->bytes;
}

static void
upright(struct view *v, double percent, double height)
{
	double x = axis_x(&circle_axis, percent);

	svg_line(v->html, x, 0, x, height, COLOUR_TRACK, 1);
}

static void
mark(struct view *v, const char *of, const char *id, double y)
{
	const struct cell *cell = circle_score(v, of, id);
	const struct look *look = circle_look(id);

	if (cell == NULL)
		return;
	svg_interval(v->html, &circle_axis, view_percent(v, of, cell->low), view_percent(v, of, cell->high),
		y, look->colour);
	svg_shape(v->html, look->shape, axis_x(&circle_axis, cell->percent), y, 4.6, look->colour, false);
}

void
circle_picture(struct view *v, const char *of, const char *const ids[2])
{
	enum { HEIGHT = 34 };
	double strength = circle_strength(v);

	html_open(v->html, "td", "class", "picture");
	svg_open(v->html, CHART_WIDTH, HEIGHT, view_title(v, of), in_words(v, of, ids));
	for (int tick = 0; tick <= 100; tick += 25)
		upright(v, tick, HEIGHT);
	if (!isnan(strength))
		svg_dashed(v->html, axis_x(&circle_axis, strength), 0, axis_x(&circle_axis, strength), HEIGHT,
			COLOUR_INK, 1.1);
	mark(v, of, ids[0], .3 * HEIGHT);
	mark(v, of, ids[1], .7 * HEIGHT);
	svg_close(v->html);
	html_close(v->html, "td");
}
