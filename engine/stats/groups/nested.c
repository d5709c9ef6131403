/* nested.c - how much alliances differ, and the parties within them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/groups/nested.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/groups/jet.h"
#include "engine/stats/groups/pair.h"

/* The parties with people, those of one alliance together: alliance i has first[i] .. first[i + 1] - 1. mean:
 * about the mean of all people. */
struct ordered {
	size_t alliances, parties, people, occupied;
	size_t *first;
	double *n, *mean;
	double centre, within;
};

static void
count(struct ordered *o, const struct nested_data *data)
{
	for (size_t i = 0; i < data->parties; i++) {
		const struct group *g = &data->party[i];

		CHECK(data->alliance[i] < data->alliances);
		if (g->n == 0)
			continue;
		o->parties++;
		o->people += g->n;
		o->within += g->within;
		o->centre += (double)g->n * g->mean;
		o->occupied += o->first[data->alliance[i] + 1]++ == 0;
	}
	for (size_t i = 0; i < o->alliances; i++)
		o->first[i + 1] += o->first[i];
	if (o->people > 0)
		o->centre /= (double)o->people;
}

static struct ordered *
order(struct arena *arena, const struct nested_data *data)
{
	struct ordered *o = arena_make(arena, struct ordered);
	size_t *next = arena_make_n(arena, data->alliances, size_t);

	o->alliances = data->alliances;
	o->first = arena_make_n(arena, data->alliances + 1, size_t);
	o->n = arena_make_n(arena, data->parties, double);
	o->mean = arena_make_n(arena, data->parties, double);
	count(o, data);
	for (size_t i = 0; i < data->parties; i++) {
		size_t at = data->alliance[i];

		if (data->party[i].n == 0)
			continue;
		at = o->first[at] + next[at]++;
		o->n[at] = (double)data->party[i].n;
		o->mean[at] = data->party[i].mean - o->centre;
	}
	return o;
}

/* 1'V1, 1'Vy, y'Vy of the inverse covariance matrix, sigma2 taken out, and the log of its determinant. */
struct sums {
	struct jet ones, ones_y, y, log_determinant;
};

/* One alliance's parties: each weighs w = n / (1 + n y), y the party ratio; together they share the
 * alliance's x (the matrix inversion lemma twice). */
static void
add_alliance(const struct ordered *o, size_t alliance, struct jet x, double y, struct sums *s)
{
	struct jet weight = jet_constant(0), product = weight, square = weight, spread, share;

	for (size_t i = o->first[alliance]; i < o->first[alliance + 1]; i++) {
		double d = 1 + o->n[i] * y, w = o->n[i] / d;
		struct jet party = { .v = w, .y = -w * w, .yy = 2 * w * w * w };

		weight = jet_add(weight, 1, party);
		product = jet_add(product, o->mean[i], party);
		square = jet_add(square, o->mean[i] * o->mean[i], party);
		s->log_determinant.v += log(d);
		s->log_determinant.y += w;
		s->log_determinant.yy -= w * w;
	}
	spread = jet_add(jet_constant(1), 1, jet_multiply(weight, x));
	share = jet_inverse(spread);
	s->log_determinant = jet_add(s->log_determinant, 1, jet_log(spread));
	s->ones = jet_add(s->ones, 1, jet_multiply(weight, share));
	share = jet_multiply(product, share);
	s->ones_y = jet_add(s->ones_y, 1, share);
	s->y = jet_add(s->y, 1, jet_add(square, -1, jet_multiply(x, jet_multiply(product, share))));
}

static struct sums
sums_at(const struct ordered *o, double x, double y)
{
	struct sums s = { .y = jet_constant(o->within) };
	struct jet ratio = jet_x(x);

	for (size_t i = 0; i < o->alliances; i++)
		if (o->first[i + 1] > o->first[i])
			add_alliance(o, i, ratio, y, &s);
	return s;
}

static struct jet
residual(const struct sums *s)
{
	return jet_add(s->y, -1, jet_multiply(jet_multiply(s->ones_y, s->ones_y), jet_inverse(s->ones)));
}

static struct jet
deviance(const void *data, double x, double y)
{
	const struct ordered *o = data;
	struct sums s = sums_at(o, x, y);
	struct jet constants = jet_add(s.log_determinant, 1, jet_log(s.ones));

	return jet_add(constants, (double)(o->people - 1), jet_log(residual(&s)));
}

static enum refusal
refuse(const struct ordered *o)
{
	double between = 0;

	if (o->people == 0)
		return REFUSED_EMPTY;
	if (o->occupied < 2 || o->parties == o->occupied || o->people == o->parties)
		return REFUSED_TOO_FEW;
	for (size_t i = 0; i < o->parties; i++)
		between += o->n[i] * o->mean[i] * o->mean[i];
	return o->within > 1e-9 * between ? REFUSED_NOT : REFUSED_NO_SPREAD;
}

static void
conclude(const struct ordered *o, const struct pair *best, struct nested *f)
{
	struct sums s = sums_at(o, best->x, best->y);
	double freedom = (double)(o->people - 1), total = 1 + best->x + best->y, constants;

	f->sigma2 = residual(&s).v / freedom;
	f->tau2_alliance = best->x * f->sigma2;
	f->tau2_party = best->y * f->sigma2;
	f->icc_alliance = best->x / total;
	f->icc_party = (best->x + best->y) / total;
	f->mu = o->centre + s.ones_y.v / s.ones.v;
	f->se_mu = sqrt(f->sigma2 / s.ones.v);
	constants = s.log_determinant.v + log(s.ones.v);
	f->log_likelihood = -(freedom * (log(2 * M_PI * f->sigma2) + 1) + constants) / 2;
}

struct nested
nested_fit(const struct nested_data *data)
{
	struct arena *scratch = arena_new();
	const struct ordered *o = order(scratch, data);
	struct nested f = { refuse(o), o->occupied, o->parties, o->people, NAN, NAN, NAN, NAN, NAN, NAN, NAN,
		NAN, { 0, NAN, NAN } };

	if (f.refused == REFUSED_NOT) {
		struct pair best = pair_minimise(deviance, o, o->people);

		f.refused = best.refused;
		f.convergence = best.convergence;
		if (f.refused == REFUSED_NOT)
			conclude(o, &best, &f);
	}
	arena_free(scratch);
	return f;
}

/* What an alliance's parties say about A, weights in units of 1 / points squared. */
struct evidence {
	double weight, sum, parties, own;
};

static double
party_weight(const struct nested *f, const struct group *g)
{
	double n = (double)g->n;

	return n / (f->sigma2 + n * f->tau2_party);
}

static struct shrunken
believe(const struct nested *f, double mean, double variance, double weight_of_mu)
{
	struct shrunken s = { REFUSED_NOT, 1 - weight_of_mu, mean, sqrt(variance), NAN, { NAN, NAN } };

	s.sd = hypot(s.sd_given_mu, weight_of_mu * f->se_mu);
	s.band80 = shrink_band80(s.mean, s.sd);
	return s;
}

static struct evidence *
gather(struct arena *scratch, const struct nested *f, const struct nested_data *data)
{
	struct evidence *all = arena_make_n(scratch, data->alliances, struct evidence);

	for (size_t i = 0; i < data->parties; i++) {
		const struct group *g = &data->party[i];
		struct evidence *e = &all[data->alliance[i]];
		double w = party_weight(f, g);

		if (g->n == 0)
			continue;
		e->weight += w;
		e->sum += w * (g->mean - f->mu);
		e->parties++;
	}
	return all;
}

/* Given A, a party keeps the share `own` = 1 - tau2_party w of what is believed of mu + A, and knows the
 * rest. */
static void
add_party(const struct nested *f, const struct group *g, const struct evidence *e, struct shrunken *party_r,
	struct shrunken *joint)
{
	double from_alliance = 1 - f->tau2_party * party_weight(f, g);
	double by_itself = f->tau2_party * from_alliance;
	double share = 1 / (1 + f->tau2_alliance * e->weight), variance = f->tau2_alliance * share;
	double base = f->mu + f->tau2_alliance * e->sum * share;
	double mean = from_alliance * base + (1 - from_alliance) * g->mean;

	variance = from_alliance * from_alliance * variance + by_itself;
	*party_r = believe(f, mean, variance, from_alliance * share);
	joint->mean += mean / e->parties;
	joint->lambda += from_alliance / e->parties;
	joint->sd_given_mu += by_itself / (e->parties * e->parties);
}

void
nested_shrink(const struct nested *f, const struct nested_data *data, struct shrunken joint_r[],
	struct shrunken party_r[])
{
	enum refusal why = f->refused == REFUSED_NOT ? REFUSED_EMPTY : f->refused;
	const struct shrunken none = { why, NAN, NAN, NAN, NAN, { NAN, NAN } };
	struct arena *scratch = arena_new();
	struct evidence *all = gather(scratch, f, data);
	struct shrunken *sum = arena_make_n(scratch, data->alliances, struct shrunken);

	for (size_t i = 0; i < data->parties; i++) {
		party_r[i] = none;
		if (f->refused == REFUSED_NOT && data->party[i].n > 0)
			add_party(f, &data->party[i], &all[data->alliance[i]], &party_r[i],
				&sum[data->alliance[i]]);
	}
	for (size_t i = 0; i < data->alliances; i++) {
		double share = 1 / (1 + f->tau2_alliance * all[i].weight), kept = sum[i].lambda;
		double variance = sum[i].sd_given_mu + kept * kept * f->tau2_alliance * share;

		joint_r[i] = none;
		if (f->refused == REFUSED_NOT && all[i].parties > 0)
			joint_r[i] = believe(f, sum[i].mean, variance, kept * share);
	}
	arena_free(scratch);
}
