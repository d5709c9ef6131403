/* pair.c - the two variance ratios at which a likelihood is largest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/pair.h"

#include <math.h>
#include <stdbool.h>

static const double rounding = 1e-14;

struct place {
	double x, y;
	struct jet at;
};

struct descent {
	struct jet (*deviance)(const void *data, double x, double y);
	const void *data;
	struct place now;
};

static struct place
look(const struct descent *d, double x, double y)
{
	return (struct place){ x, y, d->deviance(d->data, x, y) };
}

static void
start(struct descent *d)
{
	const double tried[] = { .01, .1, 1 };

	d->now = look(d, tried[0], tried[0]);
	for (size_t i = 1; i < 9; i++) {
		struct place p = look(d, tried[i / 3], tried[i % 3]);

		if (p.at.v < d->now.at.v)
			d->now = p;
	}
}

/* At 0 only a wish to go up counts, in units of the ratio. */
static double
steepness(double ratio, double derivative)
{
	return ratio > 0 ? fabs(ratio * derivative) : fmax(0, -derivative);
}

static double
gradient(const struct place *p, size_t people)
{
	return fmax(steepness(p->x, p->at.x), steepness(p->y, p->at.y)) / 2 / (double)people;
}

/* The deviance near a place as a parabola, bent until it is convex. A ratio that rests at 0 takes no part: its
 * curvature must not bend the other's. */
struct parabola {
	double x, y, xx, xy, yy;
};

static struct parabola
parabola_at(const struct place *p)
{
	bool x = p->x > 0 || p->at.x < 0, y = p->y > 0 || p->at.y < 0;
	struct parabola q = { p->at.x, p->at.y, x ? p->at.xx : 1, x && y ? p->at.xy : 0, y ? p->at.yy : 1 };
	double xx = q.xx, yy = q.yy, bend = 1e-3 * (fabs(q.xx) + fabs(q.yy) + fabs(q.xy)) + 1e-6;

	for (; isfinite(bend) && !(q.xx > 0 && q.xx * q.yy - q.xy * q.xy > 0); bend *= 4) {
		q.xx = xx + bend;
		q.yy = yy + bend;
	}
	return q;
}

static double
rise(const struct parabola *q, double x, double y)
{
	return q->x * x + q->y * y + (q->xx * x * x + 2 * q->xy * x * y + q->yy * y * y) / 2;
}

/* To the lowest point of the parabola where both ratios are at least 0: Newton's step, or else a point on one
 * of the two edges. Merely cutting off Newton's step there can lead uphill: the ratios pull at each other. */
static void
step(const struct place *p, double *x_r, double *y_r)
{
	struct parabola q = parabola_at(p);
	double determinant = q.xx * q.yy - q.xy * q.xy, along_x, along_y;

	*x_r = -(q.yy * q.x - q.xy * q.y) / determinant;
	*y_r = -(q.xx * q.y - q.xy * q.x) / determinant;
	if (p->x + *x_r >= 0 && p->y + *y_r >= 0)
		return;
	along_y = fmax(-p->y, (q.xy * p->x - q.y) / q.yy);
	along_x = fmax(-p->x, (q.xy * p->y - q.x) / q.xx);
	if (rise(&q, -p->x, along_y) <= rise(&q, along_x, -p->y)) {
		*x_r = -p->x;
		*y_r = along_y;
	} else {
		*x_r = along_x;
		*y_r = -p->y;
	}
}

/* One step, shortened until it does not go up by more than rounding; false when no step is left. */
static bool
descend(struct descent *d)
{
	double x, y, slack = 1e-13 * fabs(d->now.at.v);

	step(&d->now, &x, &y);
	for (double length = 1; length > 1e-9; length /= 2) {
		double to_x = fmax(0, d->now.x + length * x), to_y = fmax(0, d->now.y + length * y);
		struct place next = look(d, to_x, to_y);

		if (next.at.v <= d->now.at.v + slack) {
			bool moved = fabs(to_x - d->now.x) > 1e-14 * to_x ||
				fabs(to_y - d->now.y) > 1e-14 * to_y;

			d->now = next;
			return moved;
		}
	}
	return false;
}

struct pair
pair_minimise(struct jet (*deviance)(const void *data, double x, double y), const void *data, size_t people)
{
	struct descent d = { .deviance = deviance, .data = data };
	struct pair best = { REFUSED_NOT, NAN, NAN, { 0, NAN, 1e-11 } };

	start(&d);
	best.convergence.gradient = gradient(&d.now, people);
	while (best.convergence.gradient > rounding && best.convergence.iterations < 100 && descend(&d)) {
		best.convergence.iterations++;
		best.convergence.gradient = gradient(&d.now, people);
	}
	if (!(best.convergence.gradient <= best.convergence.tolerance)) {
		best.refused = REFUSED_NOT_CONVERGED;
		return best;
	}
	best.x = d.now.x;
	best.y = d.now.y;
	return best;
}
