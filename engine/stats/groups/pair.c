/* pair.c - the two variance ratios at which a likelihood is largest */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/pair.h"

#include <math.h>
#include <stdbool.h>

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

/* Newton's step in the ratios that are free to move. The Hessian is bent until it is positive definite. */
static void
step(const struct place *p, double *x_r, double *y_r)
{
	bool x = p->x > 0 || p->at.x < 0, y = p->y > 0 || p->at.y < 0;
	double xx = x ? p->at.xx : 1, yy = y ? p->at.yy : 1, xy = x && y ? p->at.xy : 0;
	double gx = x ? p->at.x : 0, gy = y ? p->at.y : 0;
	double bend = 1e-3 * (fabs(xx) + fabs(yy) + fabs(xy)) + 1e-6, more = 0;

	while (!(xx + more > 0 && (xx + more) * (yy + more) - xy * xy > 0))
		more = more > 0 ? 4 * more : bend;
	xx += more;
	yy += more;
	*x_r = -(yy * gx - xy * gy) / (xx * yy - xy * xy);
	*y_r = -(xx * gy - xy * gx) / (xx * yy - xy * xy);
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
	while (best.convergence.iterations < 100 && descend(&d))
		best.convergence.iterations++;
	best.convergence.gradient = gradient(&d.now, people);
	if (!(best.convergence.gradient <= best.convergence.tolerance)) {
		best.refused = REFUSED_NOT_CONVERGED;
		return best;
	}
	best.x = d.now.x;
	best.y = d.now.y;
	return best;
}
