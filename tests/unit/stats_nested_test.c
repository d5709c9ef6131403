/* stats_nested_test.c - parties within alliances, against whole covariance matrices and by their laws */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/stats/groups/intercept.h"
#include "engine/stats/groups/nested.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/stats/portfolio.h"
#include "tests/stats/table.h"
#include "tests/unit/normal.h"

struct set {
	struct group *group;
	size_t *alliance;
	char (*side)[2];
	struct nested_data data;
};

/* Alliances 1.. of one data set; alliance 0 stays empty. */
static struct set
set_load(const char *name)
{
	struct table *t = table_load(arena, "nested_groups");
	struct set s = { arena_make_n(arena, t->rows, struct group), arena_make_n(arena, t->rows, size_t),
		arena_alloc(arena, 2 * t->rows), { NULL, NULL, 0, 61 } };

	for (size_t i = 0; i < t->rows; i++) {
		size_t at = s.data.parties;

		if (strcmp(table_text(t, i, "set"), name) != 0)
			continue;
		s.group[at] = (struct group){ (size_t)table_number(t, i, "n"), table_number(t, i, "mean"),
			table_number(t, i, "within") };
		s.alliance[at] = (size_t)table_number(t, i, "alliance");
		s.side[at][0] = table_text(t, i, "party")[0];
		s.data.parties++;
	}
	s.data.party = s.group;
	s.data.alliance = s.alliance;
	return s;
}

static void
components_agree_with_whole_matrices(void **state)
{
	struct table *t = table_load(arena, "nested");

	(void)state;
	assert_int_equal(t->rows, 3);
	for (size_t i = 0; i < t->rows; i++) {
		struct set s = set_load(table_text(t, i, "set"));
		struct nested f = nested_fit(&s.data);

		assert_int_equal(f.refused, REFUSED_NOT);
		assert_int_equal(f.alliances, 60);
		assert_int_equal(f.parties, s.data.parties);
		assert_true(f.convergence.iterations > 0);
		assert_true(f.convergence.gradient <= f.convergence.tolerance);
		assert_near(f.tau2_alliance, table_number(t, i, "tau2_alliance"), 1e-9);
		assert_near(f.tau2_party, table_number(t, i, "tau2_party"), 1e-9);
		assert_near(f.sigma2, table_number(t, i, "sigma2"), 1e-9);
		assert_near(f.mu, table_number(t, i, "mu"), 1e-10);
		assert_near(f.se_mu, table_number(t, i, "se_mu"), 1e-9);
		assert_near(f.log_likelihood, table_number(t, i, "log_likelihood"), 1e-12);
	}
	assert_true(table_number(t, 2, "tau2_alliance") == 0);
}

static const struct shrunken *
belief(const struct set *s, const struct shrunken joint[], const struct shrunken party[], size_t alliance,
	const char *which)
{
	if (strcmp(which, "joint") == 0)
		return &joint[alliance];
	for (size_t i = 0; i < s->data.parties; i++)
		if (s->alliance[i] == alliance && s->side[i][0] == which[0])
			return &party[i];
	abort();
}

static void
shrunken_means_agree_with_whole_matrices(void **state)
{
	struct table *t = table_load(arena, "nested_beliefs");
	const char *const sets[] = { "all", "ragged", "level" };
	size_t checked = 0;

	(void)state;
	for (size_t k = 0; k < 3; k++) {
		struct set s = set_load(sets[k]);
		struct nested f = nested_fit(&s.data);
		struct shrunken joint[61], party[120];

		nested_shrink(&f, &s.data, joint, party);
		assert_int_equal(joint[0].refused, REFUSED_EMPTY);
		assert_true(isnan(joint[0].mean) && isnan(joint[0].band80.hi));
		for (size_t i = 0; i < t->rows; i++) {
			const struct shrunken *b;

			if (strcmp(table_text(t, i, "set"), sets[k]) != 0)
				continue;
			b = belief(&s, joint, party, (size_t)table_number(t, i, "alliance"),
				table_text(t, i, "party"));
			assert_int_equal(b->refused, REFUSED_NOT);
			assert_near(b->mean, table_number(t, i, "mean"), 1e-9);
			assert_near(b->sd_given_mu, table_number(t, i, "sd_given_mu"), 1e-8);
			assert_near(b->sd, table_number(t, i, "sd"), 1e-8);
			assert_near(b->band80.hi - b->mean, 1.2815515655446004 * b->sd, 1e-12);
			assert_true(b->lambda > 0 && b->lambda < 1);
			checked++;
		}
	}
	assert_int_equal(checked, t->rows);
}

/* count alliances of `parties` parties of n people, drawn with known variances. */
static struct set
draw_set(uint64_t from, size_t count, size_t parties, size_t least, size_t most, double tau_alliance,
	double tau_party)
{
	size_t total = count * parties;
	struct set s = { arena_make_n(arena, total, struct group), arena_make_n(arena, total, size_t), NULL,
		{ NULL, NULL, total, count } };
	double *x = arena_make_n(arena, most, double);

	seed = from;
	for (size_t a = 0; a < count; a++) {
		double level = 3 + tau_alliance * draw_normal();

		for (size_t p = 0; p < parties; p++) {
			double own = level + tau_party * draw_normal();
			size_t n = least + draw(most - least + 1);

			for (size_t i = 0; i < n; i++)
				x[i] = own + .8 * draw_normal();
			s.group[a * parties + p] = group_of(x, n);
			s.alliance[a * parties + p] = a;
		}
	}
	s.data.party = s.group;
	s.data.alliance = s.alliance;
	return s;
}

/* Equal numbers everywhere: the nested analysis of variance, while its estimates are positive. */
static void
balanced_design_gives_anova(void **state)
{
	enum { COUNT = 25, PARTIES = 3, N = 6 };
	int inside = 0, boundary = 0;

	(void)state;
	for (uint64_t k = 0; k < 60; k++) {
		struct set s = draw_set(k, COUNT, PARTIES, N, N, .5 * (double)(k % 2), .3);
		struct nested f = nested_fit(&s.data);
		double within = 0, party = 0, alliance = 0, mean = 0, tau2_party, tau2_alliance;

		for (size_t i = 0; i < COUNT * PARTIES; i++)
			mean += s.group[i].mean / (COUNT * PARTIES);
		for (size_t a = 0; a < COUNT; a++) {
			double own = 0;

			for (size_t p = 0; p < PARTIES; p++)
				own += s.group[a * PARTIES + p].mean / PARTIES;
			for (size_t p = 0; p < PARTIES; p++) {
				const struct group *g = &s.group[a * PARTIES + p];

				within += g->within / (COUNT * PARTIES * (N - 1));
				party += N * pow(g->mean - own, 2) / (COUNT * (PARTIES - 1));
			}
			alliance += N * PARTIES * pow(own - mean, 2) / (COUNT - 1);
		}
		tau2_party = (party - within) / N;
		tau2_alliance = (alliance - party) / (N * PARTIES);
		assert_int_equal(f.refused, REFUSED_NOT);
		assert_near(f.mu, mean, 1e-12);
		if (tau2_party > 0 && tau2_alliance > 0) {
			inside++;
			assert_near(f.sigma2, within, 1e-9);
			assert_near(f.tau2_party, tau2_party, 1e-9);
			assert_near(f.tau2_alliance, tau2_alliance, 1e-9);
		} else if (tau2_alliance < 0) {
			boundary++;
			assert_near(f.tau2_alliance, 0, 0);
		}
	}
	assert_true(inside > 25 && boundary > 5);
}

/* Where parties of an alliance do not differ, alliances are groups of people. */
static void
without_party_variance_it_is_one_component(void **state)
{
	struct set s = draw_set(12, 80, 2, 1, 9, .5, 0);
	struct group whole[80];
	struct random_intercept one;
	struct nested f;
	size_t at_zero = 0;

	(void)state;
	for (uint64_t k = 0; k < 10; k++) {
		s = draw_set(k, 80, 2, 1, 9, .5, 0);
		f = nested_fit(&s.data);
		if (f.tau2_party > 0)
			continue;
		at_zero++;
		for (size_t a = 0; a < 80; a++) {
			const struct group *p = &s.group[2 * a], *q = p + 1;
			double n = (double)(p->n + q->n), apart = p->mean - q->mean;

			whole[a] = (struct group){ p->n + q->n,
				((double)p->n * p->mean + (double)q->n * q->mean) / n,
				p->within + q->within + apart * apart * (double)p->n * (double)q->n / n };
		}
		one = random_intercept_fit(whole, 80);
		assert_near(f.tau2_alliance, one.tau2, 1e-9);
		assert_near(f.sigma2, one.sigma2, 1e-9);
		assert_near(f.mu, one.mu, 1e-11);
		assert_near(f.log_likelihood, one.log_likelihood, 1e-12);
	}
	assert_true(at_zero >= 3);
}

static void
planted_variances_are_found(void **state)
{
	double alliance = 0, party = 0, people = 0;
	const int times = 60;

	(void)state;
	for (int k = 0; k < times; k++) {
		struct set s = draw_set((uint64_t)k, 100, 2, 2, 12, .5, .3);
		struct nested f = nested_fit(&s.data);

		assert_int_equal(f.refused, REFUSED_NOT);
		alliance += f.tau2_alliance / times;
		party += f.tau2_party / times;
		people += f.sigma2 / times;
	}
	assert_near(alliance, .25, .02);
	assert_near(party, .09, .01);
	assert_near(people, .64, .01);
}

static void
order_scale_and_empty_parties_do_not_matter(void **state)
{
	struct set s = draw_set(3, 40, 3, 1, 9, .5, .3);
	struct nested f = nested_fit(&s.data), g;
	struct group group[122];
	size_t alliance[122];

	(void)state;
	for (size_t i = 0; i < 120; i++) {
		group[121 - i] = s.group[i];
		group[121 - i].mean = 100 - 20 * s.group[i].mean;
		group[121 - i].within *= 400;
		alliance[121 - i] = 40 - s.alliance[i];
	}
	group[0] = group[1] = (struct group){ 0, NAN, NAN };
	alliance[0] = 0;
	alliance[1] = 7;
	g = nested_fit(&(struct nested_data){ group, alliance, 122, 41 });
	assert_int_equal(g.parties, 120);
	assert_int_equal(g.alliances, 40);
	assert_near(g.tau2_alliance, 400 * f.tau2_alliance, 1e-8);
	assert_near(g.tau2_party, 400 * f.tau2_party, 1e-8);
	assert_near(g.mu, 100 - 20 * f.mu, 1e-10);
	assert_near(g.icc_alliance, f.icc_alliance, 1e-9);
	assert_near(g.icc_party, f.icc_party, 1e-9);
}

static enum refusal
refusal_of(const struct group party[], const size_t alliance[], size_t n)
{
	struct nested_data data = { party, alliance, n, 3 };
	struct nested f = nested_fit(&data);
	struct shrunken joint[3], each[8];

	nested_shrink(&f, &data, joint, each);
	if (f.refused != REFUSED_NOT) {
		assert_true(isnan(f.tau2_party) && isnan(f.sigma2) && isnan(f.mu) && isnan(f.icc_alliance));
		assert_int_equal(joint[1].refused, f.refused);
		assert_true(n == 0 || each[0].refused == f.refused);
	}
	return f.refused;
}

static void
refusals(void **state)
{
	const size_t pairs[] = { 0, 0, 1, 1 }, single[] = { 0, 1, 2 };
	const struct group some[] = { { 4, 3, 2 }, { 5, 3.5, 2 }, { 3, 4, 1 }, { 6, 2, 3 } };
	const struct group nobody[] = { { 0, 3, 2 }, { 0, 3.5, 2 }, { 0, 4, 1 }, { 0, 2, 3 } };
	const struct group ones[] = { { 1, 3, 0 }, { 1, 3.5, 0 }, { 1, 4, 0 }, { 1, 2, 0 } };
	const struct group alike[] = { { 4, 3, 0 }, { 5, 3.5, 0 }, { 3, 4, 0 }, { 6, 2, 0 } };

	(void)state;
	assert_int_equal(refusal_of(some, pairs, 4), REFUSED_NOT);
	assert_int_equal(refusal_of(NULL, NULL, 0), REFUSED_EMPTY);
	assert_int_equal(refusal_of(nobody, pairs, 4), REFUSED_EMPTY);
	assert_int_equal(refusal_of(some, pairs, 2), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(some, single, 3), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(ones, pairs, 4), REFUSED_TOO_FEW);
	assert_int_equal(refusal_of(alike, pairs, 4), REFUSED_NO_SPREAD);
}

/* Whole answers of few people in few parties, many of them alike or alone: everything is answered with
 * figures in their range, or refused with none. */
static void
anything_small_is_answered_or_refused(void **state)
{
	size_t answered = 0;

	(void)state;
	seed = 2024;
	for (int k = 0; k < 20000; k++) {
		size_t parties = draw(9), alliances = 1 + draw(5), alliance[8];
		struct group party[8];
		struct nested_data data = { party, alliance, parties, alliances };
		struct shrunken joint[5], each[8];
		struct random_intercept one;
		struct nested f;

		for (size_t i = 0; i < parties; i++) {
			double x[4] = { (double)draw(4), (double)draw(3), (double)draw(2), (double)draw(5) };

			party[i] = group_of(x, draw(5));
			alliance[i] = draw(alliances);
		}
		one = random_intercept_fit(party, parties);
		f = nested_fit(&data);
		nested_shrink(&f, &data, joint, each);
		assert_true(one.refused != REFUSED_NOT_CONVERGED && f.refused != REFUSED_NOT_CONVERGED);
		assert_int_equal(one.people, f.people);
		if (one.refused != REFUSED_NOT || f.refused != REFUSED_NOT) {
			assert_true(f.refused != REFUSED_NOT && isnan(f.sigma2) && isnan(joint[0].mean));
			continue;
		}
		answered++;
		assert_true(one.icc >= 0 && one.icc < 1 && one.sigma2 > 0 && one.se_mu > 0 && one.df_mu > 0);
		assert_true(f.tau2_alliance >= 0 && f.tau2_party >= 0 && f.sigma2 > 0 && f.icc_party < 1);
		assert_true(one.mu >= 0 && one.mu <= 4 && f.mu >= 0 && f.mu <= 4);
		for (size_t i = 0; i < alliances; i++)
			assert_true(joint[i].refused == REFUSED_EMPTY || (joint[i].lambda >= 0 &&
				joint[i].lambda < 1 && joint[i].sd > 0 && isfinite(joint[i].mean)));
	}
	assert_true(answered > 5000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(components_agree_with_whole_matrices),
		cmocka_unit_test(shrunken_means_agree_with_whole_matrices),
		cmocka_unit_test(balanced_design_gives_anova),
		cmocka_unit_test(without_party_variance_it_is_one_component),
		cmocka_unit_test(planted_variances_are_found),
		cmocka_unit_test(order_scale_and_empty_parties_do_not_matter),
		cmocka_unit_test(refusals),
		cmocka_unit_test(anything_small_is_answered_or_refused),
	};

	return cmocka_run_group_tests_name("stats_nested", tests, begin, end);
}
