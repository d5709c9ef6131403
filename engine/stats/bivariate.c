/* bivariate.c - two standard normal variables that are correlated */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/bivariate.h"

#include <math.h>
#include <stdbool.h>

#include "base/check.h"
#include "engine/stats/distribution.h"

#define NEAR_ONE .925
#define NEGLIGIBLE (-100.)
#define NODES_MAX 20

/* The positive nodes of Gauss-Legendre rules on -1 .. 1; the others are their mirror images. */
struct half_rule {
	double below;
	size_t n;
	double node[NODES_MAX / 2], weight[NODES_MAX / 2];
};

static const struct half_rule rules[] = {
	{ .3, 3,
	{ .93246951420315203, .66120938646626451, .23861918608319691 },
	{ .17132449237917035, .36076157304813861, .46791393457269105 } },
	{ .75, 6,
	{ .98156063424671925, .90411725637047486, .76990267419430469,
	  .58731795428661745, .36783149899818019, .12523340851146892 },
	{ .047175336386511827, .10693932599531843, .16007832854334623,
	  .20316742672306592, .23349253653835481, .24914704581340279 } },
	{ 2, 10,
	{ .99312859918509492, .96397192727791379, .91223442825132591, .83911697182221882, .74633190646015079,
	  .6360536807265150, .5108670019508271, .37370608871541956, .22778585114164508, .076526521133497334 },
	{ .017614007139152118, .040601429800386941, .062672048334109064, .083276741576704749, .10193011981724044,
	  .11819453196151842, .13168863844917663, .14209610931838205, .14917298647260375, .15275338713072585 } },
};

/* A rule on 0 .. 1. */
struct rule {
	size_t n;
	double node[NODES_MAX], weight[NODES_MAX];
};

static struct rule
rule_for(double r)
{
	const struct half_rule *half = rules;
	struct rule rule = { 0 };

	while (fabs(r) >= half->below)
		half++;
	for (size_t i = 0; i < half->n; i++) {
		rule.node[rule.n] = (1 - half->node[i]) / 2;
		rule.weight[rule.n++] = half->weight[i] / 2;
		rule.node[rule.n] = (1 + half->node[i]) / 2;
		rule.weight[rule.n++] = half->weight[i] / 2;
	}
	return rule;
}

/* The integrand at angle a is exp(-(h^2 + k^2 - 2 h k sin a) / (2 cos^2 a)) / (2 pi): turn the nodes into
 * sin a and 1 / cos^2 a, which are the same for all corners. */
struct arc {
	size_t n;
	double sine[NODES_MAX], scale[NODES_MAX], weight[NODES_MAX];
};

static struct arc
arc_to(double r)
{
	struct rule rule = rule_for(r);
	struct arc arc = { .n = rule.n };

	for (size_t i = 0; i < rule.n; i++) {
		arc.sine[i] = sin(asin(r) * rule.node[i]);
		arc.scale[i] = 1 / ((1 - arc.sine[i]) * (1 + arc.sine[i]));
		arc.weight[i] = rule.weight[i] * asin(r) / (2 * M_PI);
	}
	return arc;
}

static double
along_arc(const struct arc *arc, double h, double k)
{
	double product = h * k, squares = (h * h + k * k) / 2, sum = 0;

	for (size_t i = 0; i < arc->n; i++)
		sum += arc->weight[i] * exp((arc->sine[i] * product - squares) * arc->scale[i]);
	return sum;
}

/* What the steep part of the integral from r to 1 has in closed form: in x^2 = 1 - s^2 the integrand is
 * exp(-(gap / x^2 + product) / 2) times a series that begins 1 + c x^2 (1 + 5 d x^2); this is the integral of
 * these terms. */
static double
steep_part(double width, double gap, double product, double c, double d)
{
	double square = width * width, exponent = -(gap / square + product) / 2, sum = 0;

	if (exponent > NEGLIGIBLE)
		sum = width * exp(exponent)
		    * (1 - c * (gap - square) * (1 - d * gap) / 3 + c * d * square * square);
	if (product > NEGLIGIBLE) {
		double root = sqrt(gap);

		sum -= exp(-product / 2) * sqrt(2 * M_PI) * normal_p(-root / width) * root
		    * (1 - c * gap * (1 - d * gap) / 3);
	}
	return sum;
}

/* P(X <= h, Y <= k) at correlation 1 minus that at r, .925 <= r < 1 (Genz 2004): x = sqrt(1 - s^2) runs
 * from 0 to width, the series is taken off the integrand and its integral added. */
static double
missing_to_one(const struct rule *rule, double h, double k, double r)
{
	double product = h * k, gap = (h - k) * (h - k), width = sqrt((1 - r) * (1 + r));
	double c = (4 - product) / 8, d = (12 - product) / 80;
	double sum = steep_part(width, gap, product, c, d);

	for (size_t i = 0; i < rule->n; i++) {
		double x = width * rule->node[i], square = x * x, s = sqrt(1 - square);
		double exponent = -(gap / square + product) / 2, series = 1 + c * square * (1 + 5 * d * square);

		if (exponent > NEGLIGIBLE)
			sum += width * rule->weight[i] * exp(exponent)
			    * (exp(-product / 2 * square / ((1 + s) * (1 + s))) / s - series);
	}
	return sum / (2 * M_PI);
}

/* P(from < X <= to) of one variable, 0 if they are the wrong way round, from the tail that is smaller. */
static double
normal_between(double from, double to)
{
	if (from >= to)
		return 0;
	return from > 0 ? normal_p(-from) - normal_p(-to) : normal_p(to) - normal_p(from);
}

/* At r < 0: P(X <= h, Y <= k) = P(X <= h) - P(X <= h, -Y <= -k), the latter at -r. */
static double
near_one(const struct rule *rule, double h, double k, double r)
{
	double other = r < 0 ? -k : k;
	double missing = fabs(r) < 1 ? missing_to_one(rule, h, other, fabs(r)) : 0;

	return r < 0 ? normal_between(other, h) + missing : normal_p(fmin(h, k)) - missing;
}

static double
corner(const struct rule *rule, const struct arc *arc, double h, double k, double r)
{
	double p;

	CHECK(!isnan(h) && !isnan(k));
	if (isinf(h) || isinf(k) || r == 0)
		return normal_p(h) * normal_p(k);
	if (fabs(r) < NEAR_ONE)
		p = normal_p(h) * normal_p(k) + along_arc(arc, h, k);
	else
		p = near_one(rule, h, k, r);
	return fmin(1, fmax(0, p));
}

void
bivariate_corners(const double h[], size_t rows, const double k[], size_t columns, double r, double p_r[])
{
	struct rule rule = { 0 };
	struct arc arc = { 0 };

	CHECK(r >= -1 && r <= 1);
	if (fabs(r) < NEAR_ONE)
		arc = arc_to(r);
	else
		rule = rule_for(r);
	for (size_t i = 0; i < rows; i++)
		for (size_t j = 0; j < columns; j++)
			p_r[i * columns + j] = corner(&rule, &arc, h[i], k[j], r);
}

double
bivariate_p(double h, double k, double r)
{
	double p;

	bivariate_corners(&h, 1, &k, 1, r, &p);
	return p;
}

double
bivariate_rectangle(double from_x, double to_x, double from_y, double to_y, double r)
{
	bool mirror_x = from_x + to_x > 0, mirror_y = from_y + to_y > 0;
	double x[2] = { mirror_x ? -to_x : from_x, mirror_x ? -from_x : to_x };
	double y[2] = { mirror_y ? -to_y : from_y, mirror_y ? -from_y : to_y };
	double p[4];

	CHECK(from_x <= to_x && from_y <= to_y);
	bivariate_corners(x, 2, y, 2, mirror_x == mirror_y ? r : -r, p);
	return fmax(0, p[3] - p[2] - (p[1] - p[0]));
}

double
bivariate_density(double h, double k, double r)
{
	double left = (1 - r) * (1 + r);

	CHECK(left > 0 && !isnan(h) && !isnan(k));
	if (isinf(h) || isinf(k))
		return 0;
	return exp(-(h * h + k * k - 2 * r * h * k) / (2 * left)) / (2 * M_PI * sqrt(left));
}
