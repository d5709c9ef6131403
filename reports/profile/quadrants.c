/* quadrants.c - self and others in one picture: strengths, needs, blind spots, hidden strengths */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/section.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { SIZE = 400, LEFT = 34, RIGHT = SIZE - 4, TOP = 24, BOTTOM = SIZE - 44, EDGE = 12, MARK = 5,
	NUMBER_HEIGHT = 11 };

struct spot {
	const char *of;
	double x, y;			/* where the mark stands */
	double label_x, label_y;	/* middle of its number */
	bool certain;
};

struct plane {
	struct axis others, self;	/* self grows upwards */
	double strength, leniency;
	struct spot *spots;
	size_t n;
};

static const struct cell *
quadrant_of(const struct view *v, const char *of)
{
	const struct cell *cell = circle_cell(v, MEASURE_QUADRANT, of);

	if (circle_score(v, of, circle_self) == NULL || circle_score(v, of, circle_others) == NULL)
		return NULL;
	return cell;
}

/* Tens around everything there is, the line of strength well inside. */
static void
find_axes(const struct view *v, struct plane *p)
{
	double low = p->strength - 15, high = p->strength + p->leniency + 15;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;
		double self = circle_percent(v, of, circle_self);
		double others = circle_percent(v, of, circle_others);

		if (quadrant_of(v, of) == NULL)
			continue;
		low = fmin(low, fmin(self, others));
		high = fmax(high, fmax(self, others));
	}
	low = fmax(10 * floor((low - 3) / 10), 0);
	high = fmin(10 * ceil((high + 3) / 10), 100);
	p->others = (struct axis){ low, high, LEFT + EDGE, RIGHT - EDGE };
	p->self = (struct axis){ low, high, BOTTOM - EDGE, TOP + EDGE };
}

static bool
is_free(const struct plane *p, double x, double y)
{
	if (x < LEFT + 8 || x > RIGHT - 8 || y < TOP + 8 || y > BOTTOM - 8)
		return false;
	for (size_t i = 0; i < p->n; i++) {
		const struct spot *s = &p->spots[i];

		if (hypot(s->x - x, s->y - y) < MARK + 7)
			return false;
		if (fabs(s->label_x - x) < 14 && fabs(s->label_y - y) < NUMBER_HEIGHT)
			return false;
	}
	return true;
}

/* Round its mark, then further out, until the number covers nothing. */
static void
place_number(const struct plane *p, struct spot *s)
{
	for (double distance = 13; distance < 40; distance += 6)
		for (int i = 0; i < 12; i++) {
			double x = s->x + distance * cos(M_PI * i / 6),
				y = s->y - distance * sin(M_PI * i / 6);

			if (!is_free(p, x, y))
				continue;
			s->label_x = x;
			s->label_y = y;
			return;
		}
	s->label_x = s->x + 13;
	s->label_y = s->y;
}

static struct plane
plane_of(const struct view *v)
{
	struct plane p = { .strength = circle_strength(v), .leniency = circle_leniency(v),
		.spots = arena_make_n(v->arena, v->form->n_dimensions, struct spot) };

	find_axes(v, &p);
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;
		const struct cell *quadrant = quadrant_of(v, of);

		if (quadrant != NULL)
			p.spots[p.n++] = (struct spot){ .of = of, .label_x = NAN, .label_y = NAN,
				.x = axis_x(&p.others, circle_percent(v, of, circle_others)),
				.y = axis_x(&p.self, circle_percent(v, of, circle_self)),
				.certain = !str_eq(quadrant->word, "unclear") };
	}
	for (size_t i = 0; i < p.n; i++)
		place_number(&p, &p.spots[i]);
	return p;
}

static void
scales(struct view *v, const struct plane *p)
{
	for (double tick = p->others.from; tick <= p->others.to; tick += 10) {
		double x = axis_x(&p->others, tick), y = axis_x(&p->self, tick);

		svg_line(v->html, x, TOP, x, BOTTOM, COLOUR_TRACK, 1);
		svg_line(v->html, LEFT, y, RIGHT, y, COLOUR_TRACK, 1);
		svg_text(v->html, x, BOTTOM + 16, "middle", COLOUR_QUIET, words_number(v->arena, tick, 0));
		svg_text(v->html, LEFT - 6, y + 4, "end", COLOUR_QUIET, words_number(v->arena, tick, 0));
	}
	svg_text(v->html, (LEFT + RIGHT) / 2.0, BOTTOM + 36, "middle", COLOUR_INK,
		arena_printf(v->arena, "%s →", words_group(circle_others)));
}

static void
borders(struct view *v, const struct plane *p)
{
	double x = axis_x(&p->others, p->strength), y = axis_x(&p->self, p->strength + p->leniency);

	svg_line(v->html, x, TOP, x, BOTTOM, COLOUR_INK, 1.2);
	svg_line(v->html, LEFT, y, RIGHT, y, COLOUR_INK, 1.2);
	svg_dashed(v->html, axis_x(&p->others, p->others.from), axis_x(&p->self, p->self.from + p->leniency),
		axis_x(&p->others, p->others.to - p->leniency), axis_x(&p->self, p->self.to), COLOUR_QUIET,
		1.2);
	svg_text(v->html, LEFT, TOP - 8, "start", COLOUR_QUIET, words_key("blind-spot"));
	svg_text(v->html, RIGHT, TOP - 8, "end", COLOUR_QUIET, words_key("agreed-strength"));
	svg_text(v->html, LEFT, BOTTOM + 36, "start", COLOUR_QUIET, words_key("agreed-need"));
	svg_text(v->html, RIGHT, BOTTOM + 36, "end", COLOUR_QUIET, words_key("hidden-strength"));
}

static void
picture(struct view *v, const struct plane *p)
{
	html_open(v->html, "figure", "class", "quadrants");
	html_open(v->html, "figcaption", "class", "legend");
	html_textf(v->html, "↑ %s", words_group(circle_self));
	html_close(v->html, "figcaption");
	svg_open(v->html, SIZE, SIZE, _("Self-rating and others"),
		_("Each number is a competency of the table: to the right others rate it higher, upwards the "
		"person does. A hollow mark is not certain."));
	scales(v, p);
	borders(v, p);
	for (size_t i = 0; i < p->n; i++)
		svg_shape(v->html, SHAPE_CIRCLE, p->spots[i].x, p->spots[i].y, MARK,
			p->spots[i].certain ? COLOUR_INK : COLOUR_QUIET, !p->spots[i].certain);
	for (size_t i = 0; i < p->n; i++)
		svg_text(v->html, p->spots[i].label_x, p->spots[i].label_y + 4, "middle", COLOUR_INK,
			words_number(v->arena, (double)i + 1, 0));
	svg_close(v->html);
	html_close(v->html, "figure");
}

static void
row(struct view *v, size_t number, const char *of)
{
	struct html *h = v->html;
	const char *word = quadrant_of(v, of)->word;

	html_open(h, "tr");
	html_open(h, "th", "scope", "row", "class", "name");
	html_textf(h, "%zu\u2002%s", number, view_title(v, of));
	html_close(h, "th");
	circle_figure_cell(v, of, circle_self);
	circle_figure_cell(v, of, circle_others);
	html_elem(h, "td", words_key(word), "class", str_eq(word, "unclear") ? "verdict" : "verdict told",
		"data-label", _("Where it lies"));
	html_close(h, "tr");
}

static void
table(struct view *v, const struct plane *p)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart places");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	chart_th(v, "figure", words_group(circle_self));
	chart_th(v, "figure", words_group(circle_others));
	chart_th(v, "verdict", _("Where it lies"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < p->n; i++)
		row(v, i + 1, p->spots[i].of);
	html_close(h, "tbody");
	html_close(h, "table");
}

void
section_quadrants(struct view *v)
{
	struct plane p;

	if (!view_any(v, MEASURE_QUADRANT))
		return;
	p = plane_of(v);
	if (p.n == 0)
		return;
	page_section(v, "quadrants", _("Strengths, needs, blind spots, hidden strengths"),
		arena_printf(v->arena,
		_("Right of the upright line, others see a strength (%s or more); above the level line, the "
		"person does. The level line lies %s points higher, because people usually rate themselves "
		"that much higher; the dashed line joins what is usual. A hollow mark lies too near to "
		"call."),
		words_number(v->arena, p.strength, 1), words_number(v->arena, p.leniency, 0)));
	html_open(v->html, "div", "class", "beside");
	picture(v, &p);
	html_open(v->html, "div");
	table(v, &p);
	html_close(v->html, "div");
	html_close(v->html, "div");
	html_close(v->html, "section");
}
