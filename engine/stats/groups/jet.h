/* jet.h - a number with its first and second derivatives in two variables */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_JET_H
#define ENGINE_STATS_JET_H

#include <math.h>

/* v = f(x, y), x = df/dx, xy = d2f/dxdy and so on, exact to rounding (forward differentiation: Wengert 1964).
 * A likelihood written once in jets gives what Newton's method and standard errors need, and cannot
 * contradict itself as hand-written derivatives do. */
struct jet {
	double v, x, y, xx, xy, yy;
};

static inline struct jet
jet_constant(double v)
{
	return (struct jet){ .v = v };
}

static inline struct jet
jet_x(double v)
{
	return (struct jet){ .v = v, .x = 1 };
}

static inline struct jet
jet_y(double v)
{
	return (struct jet){ .v = v, .y = 1 };
}

/* a + c b */
static inline struct jet
jet_add(struct jet a, double c, struct jet b)
{
	return (struct jet){ a.v + c * b.v, a.x + c * b.x, a.y + c * b.y, a.xx + c * b.xx, a.xy + c * b.xy,
		a.yy + c * b.yy };
}

static inline struct jet
jet_scale(struct jet a, double c)
{
	return (struct jet){ c * a.v, c * a.x, c * a.y, c * a.xx, c * a.xy, c * a.yy };
}

static inline struct jet
jet_multiply(struct jet a, struct jet b)
{
	return (struct jet){ a.v * b.v, a.x * b.v + a.v * b.x, a.y * b.v + a.v * b.y,
		a.xx * b.v + 2 * a.x * b.x + a.v * b.xx, a.xy * b.v + a.x * b.y + a.y * b.x + a.v * b.xy,
		a.yy * b.v + 2 * a.y * b.y + a.v * b.yy };
}

/* f(a) for a function of one variable with these derivatives at a.v. */
static inline struct jet
jet_chain(struct jet a, double f, double first, double second)
{
	return (struct jet){ f, first * a.x, first * a.y, first * a.xx + second * a.x * a.x,
		first * a.xy + second * a.x * a.y, first * a.yy + second * a.y * a.y };
}

static inline struct jet
jet_inverse(struct jet a)
{
	double i = 1 / a.v;

	return jet_chain(a, i, -i * i, 2 * i * i * i);
}

static inline struct jet
jet_log(struct jet a)
{
	double i = 1 / a.v;

	return jet_chain(a, log(a.v), i, -i * i);
}

#endif
