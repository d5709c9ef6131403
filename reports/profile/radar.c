/* radar.c - two views of all competencies as shapes over one another */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/profile/radar.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/profile/circle.h"
#include "reports/svg.h"
#include "reports/words.h"

enum { WIDTH = 440, HEIGHT = 330, RADIUS = 108, LINE = 13, LINE_CHARACTERS = 18, MAX_LINES = 4 };

struct spoke {
	const char *of;
	double sine, cosine;		/* 0 turns is up */
};

static size_t
find_spokes(const struct view *v, const char *const circles[2], struct spoke *spokes)
{
	size_t n = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;

		if (circle_score(v, of, circles[0]) != NULL && circle_score(v, of, circles[1]) != NULL)
			spokes[n++].of = of;
	}
	for (size_t i = 0; i < n; i++) {
		spokes[i].sine = sin(2 * M_PI * (double)i / (double)n);
		spokes[i].cosine = cos(2 * M_PI * (double)i / (double)n);
	}
	return n;
}

static void
place(const struct spoke *s, double percent, double at_r[2])
{
	at_r[0] = WIDTH / 2.0 + s->sine * RADIUS * percent / 100;
	at_r[1] = HEIGHT / 2.0 - s->cosine * RADIUS * percent / 100;
}

/* Words into lines as even as they come; the last one takes what is left. */
static size_t
into_lines(const struct view *v, const char *text, const char *lines_r[MAX_LINES])
{
	size_t n_words, n = 0;
	char **words = str_words(v->arena, text, &n_words);

	for (size_t i = 0; i < n_words; i++) {
		const char *joined = NULL;

		if (n > 0)
			joined = arena_printf(v->arena, "%s %s", lines_r[n - 1], words[i]);

		if (joined != NULL && (str_length(joined) <= LINE_CHARACTERS || n == MAX_LINES))
			lines_r[n - 1] = joined;
		else
			lines_r[n++] = words[i];
	}
	return n;
}

static void
label(struct view *v, const struct spoke *s)
{
	const char *lines[MAX_LINES];
	size_t n = into_lines(v, view_title(v, s->of), lines);
	const char *anchor = fabs(s->sine) < .1 ? "middle" : s->sine > 0 ? "start" : "end";
	double at[2], first;

	place(s, 100 * (RADIUS + 9.0) / RADIUS, at);
	/* From all below the rim to all above it. */
	first = at[1] + 4 - (double)(n - 1) * LINE * (1 + s->cosine) / 2;
	first -= 3 * (1 - fabs(s->sine)) * s->cosine;
	for (size_t i = 0; i < n; i++)
		svg_text(v->html, at[0], first + LINE * (double)i, anchor, COLOUR_INK, lines[i]);
}

static void
web(struct view *v, const struct spoke *spokes, size_t n)
{
	double *points = arena_make_n(v->arena, 2 * n, double);

	for (int ring = 25; ring <= 100; ring += 25) {
		for (size_t i = 0; i < n; i++)
			place(&spokes[i], ring, &points[2 * i]);
		svg_polygon(v->html, points, n, ring == 100 ? COLOUR_QUIET : COLOUR_RULE, false);
	}
	for (size_t i = 0; i < n; i++)
		svg_line(v->html, WIDTH / 2.0, HEIGHT / 2.0, points[2 * i], points[2 * i + 1], COLOUR_RULE,
			1);
}

/* Over the shapes, left of the spoke that points up. */
static void
ring_numbers(struct view *v)
{
	for (int ring = 50; ring <= 100; ring += 50)
		svg_text(v->html, WIDTH / 2.0 - 5, HEIGHT / 2.0 - RADIUS * ring / 100.0 + 12, "end",
			COLOUR_INK, words_number(v->arena, ring, 0));
}

static void
shape(struct view *v, const struct spoke *spokes, size_t n, const char *circle)
{
	const struct look *look = circle_look(circle);
	double *points = arena_make_n(v->arena, 2 * n, double);

	for (size_t i = 0; i < n; i++)
		place(&spokes[i], circle_percent(v, spokes[i].of, circle), &points[2 * i]);
	svg_polygon(v->html, points, n, look->colour, true);
	for (size_t i = 0; i < n; i++)
		svg_shape(v->html, look->shape, points[2 * i], points[2 * i + 1], 3.8, look->colour, false);
}

void
radar_render(struct view *v, const char *title, const char *const circles[2])
{
	struct spoke *spokes = arena_make_n(v->arena, v->form->n_dimensions, struct spoke);
	size_t n = find_spokes(v, circles, spokes);
	const char *desc = arena_printf(v->arena,
		_("%s and %s on %zu competencies, from 0 in the middle to 100 at the rim"),
		words_group(circles[0]), words_group(circles[1]), n);

	if (n < 3)
		return;
	html_open(v->html, "figure", "class", "radar");
	circle_legend(v, circles);
	svg_open(v->html, WIDTH, HEIGHT, title, desc);
	web(v, spokes, n);
	shape(v, spokes, n, circles[0]);
	shape(v, spokes, n, circles[1]);
	ring_numbers(v);
	for (size_t i = 0; i < n; i++)
		label(v, &spokes[i]);
	svg_close(v->html);
	html_close(v->html, "figure");
}
