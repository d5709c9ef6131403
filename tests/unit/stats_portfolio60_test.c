/* stats_portfolio60_test.c - the figures of sixty alliances agree with R */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdbool.h>
#include <stdio.h>

#include "engine/stats/portfolio/portfolio.h"
#include "tests/stats/fixture.h"
#include "tests/stats/health.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"

/* portfolio60.csv as columns s1_1 .. s4_5: `twice` gives each alliance all its people on both sides; otherwise
 * the sides are as they are. complete_only: people who answered all 20 items. */
static struct columns
sixty(const struct table *t, unsigned min_valid, bool twice, bool complete_only)
{
	static const size_t column[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19 };
	static const bool reversed[5];
	struct scale *scales = arena_make_n(arena, 4, struct scale);
	uint8_t **x = arena_make_n(arena, 20, uint8_t *);
	size_t *first = arena_make_n(arena, 121, size_t), n = 0;

	for (size_t i = 0; i < 20; i++)
		x[i] = arena_make_n(arena, 2 * t->rows + 1, uint8_t);
	for (size_t g = 0; g < 120; g++) {
		for (size_t row = 0; row < t->rows; row++) {
			size_t answered = 0;

			if (table_number(t, row, "alliance") != (double)(g / 2 + 1) ||
			    (!twice && table_number(t, row, "sideB") != (double)(g % 2)))
				continue;
			for (size_t i = 0; i < 20; i++) {
				double code = table_number(t, row,
				    arena_printf(arena, "s%zu_%zu", i / 5 + 1, i % 5 + 1));

				x[i][n] = isnan(code) ? 0 : (uint8_t)code;
				answered += isnan(code) ? 0 : 1;
			}
			n += answered == 20 || !complete_only ? 1 : 0;
		}
		first[g + 1] = n;
	}
	for (size_t s = 0; s < 4; s++)
		scales[s] = (struct scale){ { 5, 5, min_valid }, column + 5 * s, reversed };
	return (struct columns){ (const uint8_t *const *)x, 20, n, 120, first, scales, 4 };
}

static void
percentiles_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "percentile_ranks");
	struct columns c = sixty(table_load(arena, "portfolio60"), 1, true, false);
	struct portfolio p = portfolio_pass(arena, &c, 2);

	(void)state;
	assert_int_equal(t->rows, 60);
	for (size_t i = 0; i < 60; i++) {
		size_t alliance = (size_t)table_number(t, i, "alliance") - 1;

		assert_near(p.gaps[0][alliance].joint, table_number(t, i, "score"), 1e-13);
		assert_near(p.gaps[0][alliance].percentile, table_number(t, i, "mid_p"), 1e-13);
	}
}

/* R's package psych, of the 443 people who answered everything. */
static void
alphas_agree_with_r(void **state)
{
	static const double expected[] = { 0.803084409213986, 0.820692782031475, 0.799773998935427, 0.771429216218522 };
	struct columns c = sixty(table_load(arena, "portfolio60"), 3, false, true);
	struct portfolio p = portfolio_pass(arena, &c, 1);

	(void)state;
	for (size_t s = 0; s < 4; s++) {
		assert_int_equal(p.alphas[s].people, 443);
		assert_near(p.alphas[s].alpha, expected[s], 1e-13);
	}
}

static void
agreement_agrees_with_r(void **state)
{
	struct table *t = table_load(arena, "rwg_portfolio60");
	struct columns c = sixty(table_load(arena, "portfolio60"), 3, false, false);
	struct portfolio p = portfolio_pass(arena, &c, 1);
	size_t compared = 0;

	(void)state;
	for (size_t i = 0; i < t->rows; i++) {
		unsigned alliance, side_b, scale;
		const struct side *side;

		assert_int_equal(sscanf(table_text(t, i, "group"), "%u_%u", &alliance, &side_b), 2);
		assert_int_equal(sscanf(table_text(t, i, "scale"), "s%u", &scale), 1);
		side = &p.sides[scale - 1][2 * (alliance - 1) + side_b];
		if (isnan(table_number(t, i, "available")) || side->spread.items < 5)
			continue;
		assert_near(side->spread.variance, table_number(t, i, "mean_variance"), 1e-12);
		assert_near(side->spread.rwg, fmax(0, table_number(t, i, "available")), 1e-11);
		compared++;
	}
	assert_in_range(compared, 200, 240);
}

static void
gaps_agree_with_r(void **state)
{
	struct table *t = table_load(arena, "gap_portfolio60"), *data = table_load(arena, "portfolio60");
	struct moments sides[120] = { { 0, 0, 0 } };
	struct gap gaps[60];
	int64_t unit = 0;

	(void)state;
	for (size_t i = 0; i < 120; i++) {
		struct scores s = health_of_side(arena, data, table_text(t, i / 2, "alliance"), i % 2 ? "1" : "0");

		unit = s.unit;
		for (size_t k = 0; k < s.n; k++)
			moments_add(&sides[i], s.x[k]);
	}
	gaps_of(sides, 60, unit, gaps);
	gaps_compare(gaps, 60);
	for (size_t i = 0; i < 60; i++) {
		assert_near(25 * (gaps[i].joint - 1), table_number(t, i, "health"), 1e-12);
		assert_near(25 * gaps[i].value, table_number(t, i, "gap"), 1e-11);
		assert_near(25 * gaps[i].se, table_number(t, i, "se"), 1e-12);
		assert_near(gaps[i].df, table_number(t, i, "df"), 1e-11);
		assert_near(gaps[i].t, table_number(t, i, "t"), 1e-11);
		assert_near(gaps[i].p / table_number(t, i, "p"), 1, 1e-10);
		assert_near(gaps[i].adjusted / table_number(t, i, "bh"), 1, 1e-10);
	}
}

/* 1/2 + 1/2, 1/3 + 2/3, 2/6 + 2/3 and 3/7 + 4/7 are all 1. */
static void
equal_scores_of_unlike_groups_tie(void **state)
{
	const struct moments sides[] = { { 2, 1, 1 }, { 2, 1, 1 }, { 3, 1, 1 }, { 3, 2, 2 }, { 6, 2, 2 }, { 3, 2, 2 },
		{ 7, 3, 3 }, { 7, 4, 4 }, { 7, 3, 3 }, { 7, 5, 5 } };
	struct gap gaps[5];

	(void)state;
	gaps_of(sides, 5, 1, gaps);
	gaps_compare(gaps, 5);
	for (size_t i = 0; i < 4; i++)
		assert_near(gaps[i].percentile, 40, 0);
	assert_near(gaps[4].percentile, 90, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(percentiles_agree_with_r),
		cmocka_unit_test(alphas_agree_with_r),
		cmocka_unit_test(agreement_agrees_with_r),
		cmocka_unit_test(gaps_agree_with_r),
		cmocka_unit_test(equal_scores_of_unlike_groups_tie),
	};

	return cmocka_run_group_tests_name("stats_portfolio60", tests, begin, end);
}
