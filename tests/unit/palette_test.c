/* palette_test.c - colours of reports: readable on paper, and apart for every kind of colour vision */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "forms/form.h"
#include "reports/palette.h"

#include "reports/report.css.inc"

struct rgb {
	double c[3];		/* linear light, 0-1 */
};

static double
linear(unsigned value)
{
	double c = value / 255.0;

	return c <= .04045 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static struct rgb
parse(const char *hex)
{
	unsigned r, g, b;

	assert_int_equal(sscanf(hex, "#%2x%2x%2x", &r, &g, &b), 3);
	return (struct rgb){ { linear(r), linear(g), linear(b) } };
}

/* WCAG 2.1: (L1 + .05) / (L2 + .05) against white. */
static double
contrast(const char *hex)
{
	struct rgb x = parse(hex);

	return 1.05 / (.2126 * x.c[0] + .7152 * x.c[1] + .0722 * x.c[2] + .05);
}

/* Machado, Oliveira & Fernandes 2009, severity 1, on linear light; the first is ordinary vision. */
static const double visions[4][3][3] = {
	{ { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
	{ { .152286, 1.052583, -.204868 }, { .114503, .786281, .099216 }, { -.003882, -.048116, 1.051998 } },
	{ { .367322, .860646, -.227968 }, { .280085, .672501, .047413 }, { -.011820, .042940, .968881 } },
	{ { 1.255528, -.076749, -.178779 }, { -.078411, .930809, .147602 }, { .004733, .691367, .303900 } },
};

static double
root(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* CIE L*a*b* (D65) of what the eye gets. */
static void
lab(const char *hex, const double vision[3][3], double lab_r[3])
{
	struct rgb x = parse(hex);
	double seen[3];

	for (int i = 0; i < 3; i++)
		seen[i] = fmin(fmax(vision[i][0] * x.c[0] + vision[i][1] * x.c[1] + vision[i][2] * x.c[2], 0),
			1);
	double fx = root((.4124 * seen[0] + .3576 * seen[1] + .1805 * seen[2]) / .95047);
	double fy = root(.2126 * seen[0] + .7152 * seen[1] + .0722 * seen[2]);
	double fz = root((.0193 * seen[0] + .1192 * seen[1] + .9505 * seen[2]) / 1.08883);
	lab_r[0] = 116 * fy - 16;
	lab_r[1] = 500 * (fx - fy);
	lab_r[2] = 200 * (fy - fz);
}

static double
distance(const char *a, const char *b, const double vision[3][3])
{
	double x[3], y[3];

	lab(a, vision, x);
	lab(b, vision, y);
	return sqrt(pow(x[0] - y[0], 2) + pow(x[1] - y[1], 2) + pow(x[2] - y[2], 2));
}

static void
marks_are_readable_on_paper(void **state)
{
	static const char *const others[] = { COLOUR_INK, COLOUR_QUIET, COLOUR_GREEN, COLOUR_AMBER,
		COLOUR_RED };

	(void)state;
	for (size_t i = 0; i < FORM_MAX_PARTIES; i++)
		assert_true(contrast(palette_party(i)->colour) >= 4.5);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_true(contrast(others[i]) >= 4.5);
}

static void
text_of_the_page_is_readable(void **state)
{
	int n = 0;

	(void)state;
	for (const char *at = strstr(report_css, "color: #"); at != NULL; at = strstr(at + 1, "color: #")) {
		assert_true(contrast(at + strlen("color: ")) >= 4.5);
		n++;
	}
	assert_true(n > 5);
}

static double
least_distance(size_t i, size_t j)
{
	double least = INFINITY;

	for (size_t eye = 0; eye < 4; eye++)
		least = fmin(least, distance(palette_party(i)->colour, palette_party(j)->colour,
			visions[eye]));
	return least;
}

static void
sides_differ_for_every_eye(void **state)
{
	(void)state;
	assert_true(least_distance(0, 1) >= 40);
	assert_true(least_distance(0, 2) >= 20);
	for (size_t i = 0; i + 1 < FORM_MAX_PARTIES; i++)
		assert_true(least_distance(i, i + 1) >= 15);
}

static void
no_two_sides_share_a_shape(void **state)
{
	(void)state;
	for (size_t i = 0; i < FORM_MAX_PARTIES; i++)
		for (size_t j = 0; j < i; j++)
			assert_int_not_equal(palette_party(i)->shape, palette_party(j)->shape);
}

/* The background that the style sheet gives to this class. */
static const char *
background(const char *css_class)
{
	char rule[64];
	const char *at;

	snprintf(rule, sizeof(rule), ".%s { background: #", css_class);
	at = strstr(report_css, rule);
	assert_non_null(at);
	return at + strlen(rule) - 1;
}

static const char *const shades[2][3] = { { "low-1", "low-2", "low-3" }, { "high-1", "high-2", "high-3" } };

static double
lightness(const char *hex)
{
	double x[3];

	lab(hex, visions[0], x);
	return x[0];
}

static double
contrast_between(const char *dark, const char *light)
{
	return contrast(dark) / contrast(light);
}

/* Even steps of lightness, the same on both sides of the mean; numbers on them stay readable. */
static void
shades_of_the_heat_map_are_even(void **state)
{
	(void)state;
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < 3; i++) {
			double step = (i == 0 ? 91 + 11 : lightness(background(shades[side][i - 1])))
			    - lightness(background(shades[side][i]));

			assert_true(fabs(step - 11) < 1);
			assert_true(contrast_between(COLOUR_INK, background(shades[side][i])) >= 4.5);
		}
	assert_true(contrast_between(COLOUR_QUIET, background("none")) >= 4.5);
}

/* Below and above the mean differ for every eye, from the palest shade on. */
static void
shades_of_the_heat_map_tell_the_sides(void **state)
{
	static const double least[] = { 12, 25, 40 };

	(void)state;
	for (int i = 0; i < 3; i++)
		for (size_t eye = 0; eye < 4; eye++)
			assert_true(distance(background(shades[0][i]), background(shades[1][i]), visions[eye]) >= least[i]);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shades_of_the_heat_map_are_even),
		cmocka_unit_test(shades_of_the_heat_map_tell_the_sides),
		cmocka_unit_test(marks_are_readable_on_paper),
		cmocka_unit_test(text_of_the_page_is_readable),
		cmocka_unit_test(sides_differ_for_every_eye),
		cmocka_unit_test(no_two_sides_share_a_shape),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
