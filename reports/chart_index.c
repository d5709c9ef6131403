/* chart_index.c - the index on 0-100: where each side sees the alliance, the joint score, target and floor */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { WIDTH = 300, TOP = 20, STEP = 15 };

static const struct axis axis = { 0, 100, 8, WIDTH - 8 };

static void
limit(struct view *v, double value, double bottom, const char *anchor, const char *text)
{
	double x = axis_x(&axis, value);

	if (isnan(value))
		return;
	svg_dashed(v->html, x, TOP - 5, x, bottom, COLOUR_INK, 1);
	svg_text(v->html, x, TOP - 9, anchor, COLOUR_QUIET, text);
}

static void
side(struct view *v, const char *of, size_t party)
{
	const struct cell *cell = view_cell(v, MEASURE_SCORE, of, v->release->parties[party].id, NULL);
	const struct look *look = palette_party(party);
	double y = TOP + STEP * ((double)party + .5);

	if (cell == NULL || isnan(cell->value))
		return;
	svg_interval(v->html, &axis, cell->low, cell->high, y, look->colour);
	svg_shape(v->html, look->shape, axis_x(&axis, cell->value), y, 5.5, look->colour, false);
}

static void
scale(struct view *v, double bottom)
{
	svg_line(v->html, axis.left, bottom, axis.right, bottom, COLOUR_QUIET, 1);
	for (int tick = 0; tick <= 100; tick += 25) {
		double x = axis_x(&axis, tick);

		svg_line(v->html, x, bottom, x, bottom + 3, COLOUR_QUIET, 1);
		svg_text(v->html, x, bottom + 14, tick == 0 ? "start" : tick == 100 ? "end" : "middle",
			COLOUR_QUIET,
			words_number(v->arena, tick, 0));
	}
}

void
chart_index(struct view *v, const struct index *index)
{
	const struct cell *joint = view_cell(v, MEASURE_SCORE, index->id, "joint", NULL);
	double bottom = TOP + STEP * (double)v->release->n_parties + 4, target = v->release->target,
		floor_ = v->release->floor_;
	const char *desc = arena_printf(v->arena, _("%s of 100; target %s, floor %s"),
		words_number(v->arena, joint == NULL ? NAN : joint->value, 0),
		words_number(v->arena, target, 0),
		words_number(v->arena, floor_, 0));

	svg_open(v->html, WIDTH, bottom + 20, view_title(v, index->id), desc);
	limit(v, floor_, bottom, "end", arena_printf(v->arena, _("floor %s"),
		words_number(v->arena, floor_, 0)));
	limit(v, target, bottom, "start", arena_printf(v->arena, _("target %s"),
		words_number(v->arena, target, 0)));
	for (size_t i = 0; i < v->release->n_parties; i++)
		side(v, index->id, i);
	scale(v, bottom);
	svg_close(v->html);
}
