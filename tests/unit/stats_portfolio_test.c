/* stats_portfolio_test.c - the pass over a portfolio: the same as counting by hand, whoever counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "engine/stats/agreement/agreement.h"
#include "engine/stats/covariance.h"
#include "engine/stats/gap/multiplicity.h"
#include "engine/stats/gap/welch.h"
#include "engine/stats/portfolio/counting.h"
#include "engine/stats/portfolio/encoding.h"
#include "engine/stats/portfolio/portfolio.h"
#include "tests/stats/fixture.h"
#include "tests/stats/near.h"
#include "tests/unit/answers.h"
#include "tests/unit/draw.h"

static void
assert_same_tallies(const struct tallies *t, const struct tallies *u)
{
	assert_int_equal(t->n_scales, u->n_scales);
	assert_int_equal(t->groups, u->groups);
	for (size_t s = 0; s < t->n_scales; s++)
		assert_memory_equal(t->scales[s], u->scales[s], t->groups * tally_size(&t->shapes[s]));
}

/* All from this member on: between the members of a structure there may be anything. */
#define assert_same_from(member, p, q) \
	assert_memory_equal(&(p)->member, &(q)->member, \
	    sizeof *(p) - (size_t)((const char *)&(p)->member - (const char *)(p)))

static void
assert_same_sides(const struct side *x, const struct side *y)
{
	assert_memory_equal(&x->score, &y->score, sizeof x->score);
	assert_int_equal(x->spread.refused, y->spread.refused);
	assert_same_from(items, &x->spread, &y->spread);
}

static void
assert_same_gaps(const struct gap *x, const struct gap *y)
{
	assert_int_equal(x->refused, y->refused);
	assert_same_from(value, x, y);
}

/* Bytes, so that NANs are equal too. */
static void
assert_same(const struct portfolio *p, const struct portfolio *q)
{
	assert_same_tallies(&p->tallies, &q->tallies);
	for (size_t s = 0; s < p->tallies.n_scales; s++) {
		for (size_t g = 0; g < p->tallies.groups; g++)
			assert_same_sides(&p->sides[s][g], &q->sides[s][g]);
		for (size_t i = 0; i < p->tallies.groups / 2; i++)
			assert_same_gaps(&p->gaps[s][i], &q->gaps[s][i]);
		assert_memory_equal(p->pools[s], q->pools[s], tally_size(&p->tallies.shapes[s]));
		assert_int_equal(p->alphas[s].refused, q->alphas[s].refused);
		assert_same_from(people, &p->alphas[s], &q->alphas[s]);
	}
}

static void
check_shape(struct shape s, size_t groups, size_t most, size_t missing)
{
	struct arena *a = arena_new();
	struct columns c = answers_random(a, s.items * 1000 + s.points, &s, 1, groups, most, missing);
	struct tallies expected = answers_tallies(a, &c), plainly = tallies_new(a, &s, 1, groups);
	struct portfolio p = portfolio_pass(a, &c, 1);
	struct counting counting = counting_new(a, &c, c.scales);

	for (size_t g = 0; g < groups; g++)
		counting_add_plainly(&counting, c.first[g], c.first[g + 1], tallies_at(&plainly, 0, g));
	assert_same_tallies(&p.tallies, &expected);
	assert_same_tallies(&plainly, &expected);
	arena_free(a);
}

static void
every_shape_is_counted_as_by_hand(void **state)
{
	(void)state;
	for (unsigned items = 1; items <= 15; items++)
		for (unsigned points = 2; points <= 11; points++)
			check_shape((struct shape){ items, points, items * 3 / 5 + 1 }, 8, 150, items * points % 20);
}

/* On both sides of what fits in the lanes, and the largest there are. */
static void
odd_shapes_are_counted_as_by_hand(void **state)
{
	const struct shape shapes[] = { { 1, 22, 1 }, { 1, 23, 1 }, { 11, 22, 1 }, { 12, 22, 12 }, { 32, 7, 20 },
		{ 33, 7, 33 }, { 63, 4, 1 }, { 3, 101, 2 }, { 100, 101, 60 }, { 100, 2, 50 } };

	(void)state;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		check_shape(shapes[i], 4, 140, 30);
	check_shape((struct shape){ 5, 5, 3 }, 2, 5000, 10);
	check_shape((struct shape){ 5, 5, 3 }, 400, 3, 3);
	check_shape((struct shape){ 2, 22, 1 }, 2, 500, 0);
}

/* The largest sums the bytes and words of the lanes have to hold. */
static void
extreme_answers_do_not_overflow(void **state)
{
	const struct shape shapes[] = { { 11, 22, 1 }, { 5, 5, 3 }, { 15, 11, 9 } };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct columns c = answers_random(arena, 1, &shapes[i], 1, 2, 1000, 0);
		struct tallies expected;
		struct portfolio p;

		for (size_t column = 0; column < c.n_columns; column++)
			memset((uint8_t *)(uintptr_t)c.column[column], c.scales->reversed[column] ? 1 :
			    (int)shapes[i].points, c.people);
		expected = answers_tallies(arena, &c);
		p = portfolio_pass(arena, &c, 1);
		assert_same_tallies(&p.tallies, &expected);
		assert_near(p.sides[0][0].score.mean, shapes[i].points, 0);
		assert_near(p.sides[0][0].score.variance, 0, 0);
	}
}

static const struct shape mixed[] = { { 5, 5, 3 }, { 1, 11, 1 }, { 4, 7, 2 }, { 13, 5, 8 }, { 2, 50, 1 } };
enum { MIXED = sizeof mixed / sizeof *mixed };

static void
any_number_of_threads_gives_the_same_bytes(void **state)
{
	struct columns c = answers_random(arena, 7, mixed, MIXED, 1000, 40, 25);
	struct portfolio one = portfolio_pass(arena, &c, 1), from;

	(void)state;
	for (unsigned threads = 2; threads <= 100; threads = threads < 4 ? threads + 1 : threads * 5) {
		struct portfolio p = portfolio_pass(arena, &c, threads);

		assert_same(&one, &p);
		from = portfolio_from(arena, &one.tallies, threads);
		assert_same(&one, &from);
	}
}

/* Each group's people in another order. */
static struct columns
shuffled(const struct columns *c)
{
	struct columns d = *c;
	const uint8_t **columns = arena_make_n(arena, c->n_columns, const uint8_t *);
	size_t *at = arena_make_n(arena, c->people, size_t);

	for (size_t g = 0; g < c->groups; g++)
		for (size_t p = c->first[g]; p < c->first[g + 1]; p++) {
			size_t other = c->first[g] + draw(p - c->first[g] + 1);

			at[p] = at[other];
			at[other] = p;
		}
	for (size_t i = 0; i < c->n_columns; i++) {
		uint8_t *x = arena_make_n(arena, c->people, uint8_t);

		for (size_t p = 0; p < c->people; p++)
			x[p] = c->column[i][at[p]];
		columns[i] = x;
	}
	d.column = columns;
	return d;
}

static void
the_order_of_people_in_a_group_is_irrelevant(void **state)
{
	struct columns c = answers_random(arena, 11, mixed, MIXED, 60, 90, 9), d = shuffled(&c);
	struct portfolio p = portfolio_pass(arena, &c, 2), q = portfolio_pass(arena, &d, 1);

	(void)state;
	assert_memory_not_equal(c.column[0], d.column[0], c.people);
	assert_same(&p, &q);
}

/* The people before `cut` of every group, or those from it on. */
static struct tallies
part(const struct columns *c, size_t cut, bool before)
{
	struct shape *shapes = arena_make_n(arena, c->n_scales, struct shape);
	struct tallies t;

	for (size_t s = 0; s < c->n_scales; s++)
		shapes[s] = c->scales[s].shape;
	t = tallies_new(arena, shapes, c->n_scales, c->groups);
	for (size_t s = 0; s < c->n_scales; s++) {
		struct counting counting = counting_new(arena, c, &c->scales[s]);

		for (size_t g = 0; g < c->groups; g++) {
			size_t from = c->first[g], to = c->first[g + 1], middle = from + cut < to ? from + cut : to;

			counting_add(&counting, before ? from : middle, before ? middle : to, tallies_at(&t, s, g));
		}
	}
	return t;
}

static void
parts_add_up_to_the_whole_at_every_cut(void **state)
{
	struct columns c = answers_random(arena, 13, mixed, MIXED, 6, 140, 15);
	struct portfolio whole = portfolio_pass(arena, &c, 1);

	(void)state;
	for (size_t cut = 0; cut <= 140; cut++) {
		struct tallies first = part(&c, cut, true), rest = part(&c, cut, false);
		struct portfolio p;

		assert_true(tallies_merge(&first, 0, &rest));
		assert_same_tallies(&first, &whole.tallies);
		p = portfolio_from(arena, &first, 1);
		assert_same(&p, &whole);
	}
}

/* Stored one by one and put together again. */
static void
alliances_make_up_the_portfolio(void **state)
{
	struct columns c = answers_random(arena, 31, mixed, MIXED, 90, 25, 15);
	struct portfolio whole = portfolio_pass(arena, &c, 2), again;
	struct tallies all = tallies_new(arena, mixed, MIXED, 90);

	(void)state;
	for (size_t i = 45; i-- > 0;) {
		struct tallies alliance = tallies_slice(arena, &whole.tallies, 2 * i, 2), back;
		struct buf *stored = buf_new(arena);

		encoding_write(&alliance, stored);
		assert_int_equal(encoding_read(arena, (const uint8_t *)stored->bytes, stored->n, &back), ENCODING_READ);
		assert_int_equal(back.groups, 2);
		assert_true(tallies_merge(&all, 2 * i, &back));
	}
	again = portfolio_from(arena, &all, 1);
	assert_same(&whole, &again);
}

static void
sums_of_the_most_people_fit(void **state)
{
	const struct shape five = { 5, 5, 3 }, longest = { 100, 101, 60 };
	int64_t n = shape_people_max(&longest), score = shape_unit(&longest) * 101, sum;

	(void)state;
	assert_int_equal(shape_people_max(&five), 1 << 28);
	assert_in_range(n, 1100000, 1200000);
	assert_false(__builtin_mul_overflow(n, score * score, &sum));
	assert_true(__builtin_mul_overflow(n + 1, score * score, &sum));
}

static void
unlike_or_too_many_tallies_are_not_added(void **state)
{
	struct shape five = { 5, 5, 3 }, four = { 5, 4, 3 };
	struct tallies t = tallies_new(arena, &five, 1, 4), u = tallies_new(arena, &four, 1, 4);
	struct tallies fewer = tallies_new(arena, &five, 1, 2), more = tallies_new(arena, mixed, 2, 4), v;

	(void)state;
	assert_false(tallies_merge(&t, 0, &u));
	assert_false(tallies_merge(&t, 3, &fewer));
	assert_false(tallies_merge(&t, SIZE_MAX, &fewer));
	assert_true(tallies_merge(&t, 2, &fewer));
	assert_false(tallies_merge(&t, 0, &more));
	v = tallies_new(arena, &five, 1, 4);
	tallies_at(&t, 0, 3)->people = shape_people_max(&five) - 5;
	tallies_at(&v, 0, 0)->people = 9;
	tallies_at(&v, 0, 3)->people = 6;
	assert_false(tallies_merge(&t, 0, &v));
	assert_false(tally_merge(&five, tallies_at(&t, 0, 3), tallies_at(&v, 0, 3)));
	assert_int_equal(tallies_at(&t, 0, 0)->people, 0);
	tallies_at(&v, 0, 3)->people = 5;
	assert_true(tallies_merge(&t, 0, &v));
	assert_int_equal(tallies_at(&t, 0, 0)->people, 9);
	assert_int_equal(tallies_at(&t, 0, 3)->people, shape_people_max(&five));
}

/* Every figure of every side and pair against the functions that small groups are reported by. */
static void
figures_agree_with_the_functions_for_one_alliance(void **state)
{
	struct columns c = answers_random(arena, 17, mixed, MIXED, 200, 14, 12);
	struct portfolio p = portfolio_pass(arena, &c, 2);

	(void)state;
	for (size_t s = 0; s < MIXED; s++) {
		double ps[100], adjusted[100];

		for (size_t g = 0; g < 200; g++) {
			const struct side *side = &p.sides[s][g];
			struct agreement a = agreement_of(tally_counts(&mixed[s], tallies_at(&p.tallies, s, g)),
			    mixed[s].items, mixed[s].points);

			assert_int_equal(side->spread.refused, a.refused);
			assert_int_equal(side->spread.items, a.items);
			if (a.refused != REFUSED_NOT) {
				assert_true(isnan(side->spread.ad) && isnan(side->spread.variance));
				assert_true(isnan(side->spread.rwg));
				continue;
			}
			assert_near(side->spread.ad, a.ad, 1e-13);
			assert_near(side->spread.variance, a.variance, 1e-12);
			assert_near(side->spread.rwg, a.rwg, 1e-11);
		}
		for (size_t i = 0; i < 100; i++) {
			const struct summary *x = &p.sides[s][2 * i].score, *y = &p.sides[s][2 * i + 1].score;
			struct estimate e = welch_difference(x, y);
			const struct gap *g = &p.gaps[s][i];

			assert_int_equal(g->refused, e.refused);
			ps[i] = e.p;
			assert_int_equal(isnan(g->p), isnan(e.p));
			assert_int_equal(isnan(g->joint), x->n == 0 || y->n == 0);
			if (x->n > 0 && y->n > 0) {
				assert_near(g->value, e.value, 1e-14);
				assert_near(g->joint, (x->mean + y->mean) / 2, 1e-14);
			}
			if (e.refused != REFUSED_NOT)
				continue;
			assert_near(g->se, e.se, 1e-14);
			assert_near(g->df, e.df, 1e-13);
			assert_near(g->t, e.t, 1e-12);
			assert_near(g->p / e.p, 1, 1e-10);
		}
		multiplicity_benjamini_hochberg(ps, 100, adjusted);
		for (size_t i = 0; i < 100; i++)
			if (!isnan(adjusted[i]))
				assert_near(p.gaps[s][i].adjusted, adjusted[i], 1e-10);
	}
}

/* All answers one point higher on a longer scale: the same gaps and spreads, means one higher. */
static void
shifted_answers_shift_the_means_only(void **state)
{
	struct shape five = { 5, 5, 3 }, six = { 5, 6, 3 };
	struct columns c = answers_random(arena, 19, &five, 1, 80, 30, 20), d = c;
	const uint8_t **columns = arena_make_n(arena, c.n_columns, const uint8_t *);
	bool *turned = arena_make_n(arena, 5, bool);
	struct scale up = { six, c.scales->column, turned }, plain = { five, c.scales->column, turned };
	struct portfolio p, q;

	(void)state;
	for (size_t i = 0; i < c.n_columns; i++) {
		uint8_t *x = arena_make_n(arena, c.people, uint8_t);

		for (size_t k = 0; k < c.people; k++)
			x[k] = (uint8_t)(c.column[i][k] + (c.column[i][k] > 0 ? 1 : 0));
		columns[i] = x;
	}
	c.scales = &plain;
	d.column = columns;
	d.scales = &up;
	p = portfolio_pass(arena, &c, 1);
	q = portfolio_pass(arena, &d, 1);
	assert_near(q.alphas[0].alpha, p.alphas[0].alpha, 1e-12);
	for (size_t g = 0; g < 80; g++) {
		if (p.sides[0][g].score.n > 0)
			assert_near(q.sides[0][g].score.mean, p.sides[0][g].score.mean + 1, 1e-14);
		if (p.sides[0][g].spread.refused == REFUSED_NOT)
			assert_near(q.sides[0][g].spread.ad, p.sides[0][g].spread.ad, 1e-13);
		if (p.gaps[0][g / 2].refused == REFUSED_NOT) {
			assert_near(q.gaps[0][g / 2].p, p.gaps[0][g / 2].p, 1e-11);
			assert_near(q.gaps[0][g / 2].percentile, p.gaps[0][g / 2].percentile, 0);
		}
	}
}

/* Groups: nobody and one person; all alike and all alike; all missing and three people. */
static void
empty_single_and_equal_groups(void **state)
{
	const uint8_t one[] = { 4, 3, 3, 5, 5, 0, 0, 1, 2, 5 }, two[] = { 2, 3, 3, 5, 5, 0, 0, 1, 0, 5 };
	const size_t first[] = { 0, 0, 1, 3, 5, 7, 10 }, column[] = { 0, 1 };
	const struct scale scale = { { 2, 5, 2 }, column, (bool[]){ false, false } };
	const struct columns c = { (const uint8_t *const[]){ one, two }, 2, 10, 6, first, &scale, 1 };
	struct portfolio p = portfolio_pass(arena, &c, 3);
	const struct gap *g = p.gaps[0];

	(void)state;
	assert_int_equal(g[0].refused, REFUSED_EMPTY);
	assert_true(isnan(g[0].value) && isnan(g[0].joint) && isnan(g[0].percentile) && isnan(g[0].adjusted));
	assert_true(isnan(p.sides[0][0].score.mean) && p.sides[0][1].score.mean == 3);
	assert_true(isnan(p.sides[0][1].score.variance));
	assert_int_equal(p.sides[0][1].spread.refused, REFUSED_EMPTY);
	assert_int_equal(g[1].refused, REFUSED_NO_SPREAD);
	assert_true(g[1].value == -2 && g[1].se == 0 && isnan(g[1].p) && g[1].joint == 4);
	assert_near(g[1].percentile, 50, 0);
	assert_near(p.sides[0][2].spread.rwg, 1, 0);
	assert_near(p.sides[0][2].spread.ad, 0, 0);
	assert_int_equal(g[2].refused, REFUSED_EMPTY);
	assert_int_equal(tallies_at(&p.tallies, 0, 4)->people, 2);
	assert_int_equal(p.sides[0][4].score.n, 0);
	assert_int_equal(p.sides[0][5].score.n, 2);
	assert_int_equal(p.pools[0]->complete, 7);
	assert_int_equal(p.pools[0]->people, 10);
}

/* Against the one that is computed from the answers themselves, to the last bit. */
static void
covariances_agree_with_those_of_answers(void **state)
{
	const struct shape shape = { 7, 6, 4 };
	struct columns c = answers_random(arena, 29, &shape, 1, 4, 900, 30);
	struct portfolio p = portfolio_pass(arena, &c, 2);
	const uint8_t *column[7];
	struct covariance expected, actual = tally_covariance(arena, &shape, p.pools[0]);

	(void)state;
	for (size_t i = 0; i < 7; i++) {
		uint8_t *x = arena_make_n(arena, c.people, uint8_t);

		for (size_t k = 0; k < c.people; k++) {
			uint8_t code = c.column[c.scales->column[i]][k];

			x[k] = code > 0 && c.scales->reversed[i] ? (uint8_t)(7 - code) : code;
		}
		column[i] = x;
	}
	expected = covariance_listwise(arena, &(struct ratings){ column, c.people, 7, 6 });
	assert_int_equal(actual.refused, REFUSED_NOT);
	assert_int_equal(actual.people, expected.people);
	assert_memory_equal(actual.mean, expected.mean, 7 * sizeof(double));
	assert_memory_equal(actual.matrix, expected.matrix, 49 * sizeof(double));
}

static struct alpha
pooled_alpha(size_t items, const uint8_t *const *columns, size_t people)
{
	const size_t first[] = { 0, people, people }, column[] = { 0, 1 };
	const struct scale scale = { { items, 5, 1 }, column, (bool[]){ false, false } };
	const struct columns c = { columns, items, people, 2, first, &scale, 1 };

	return portfolio_pass(arena, &c, 1).alphas[0];
}

static void
alphas_are_refused(void **state)
{
	const uint8_t one[] = { 1, 4, 2, 5 }, turned[] = { 5, 2, 4, 1 }, none[] = { 0, 0, 0, 0 };
	const uint8_t *const same[] = { one, one }, *const opposite[] = { one, turned }, *const empty[] = { one, none };

	(void)state;
	assert_near(pooled_alpha(2, same, 4).alpha, 1, 1e-15);
	assert_int_equal(pooled_alpha(2, same, 4).people, 4);
	assert_int_equal(pooled_alpha(2, opposite, 4).refused, REFUSED_NO_SPREAD);
	assert_true(isnan(pooled_alpha(2, opposite, 4).alpha));
	assert_int_equal(pooled_alpha(2, empty, 4).refused, REFUSED_EMPTY);
	assert_int_equal(pooled_alpha(2, same, 1).refused, REFUSED_TOO_FEW);
	assert_int_equal(pooled_alpha(1, same, 4).refused, REFUSED_TOO_FEW);
}

static void
assert_aborts(const struct columns *c)
{
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		if (freopen("/dev/null", "w", stderr) != NULL)
			portfolio_pass(arena, c, 1);
		_exit(0);
	}
	assert_true(waitpid(child, &status, 0) == child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
}

/* One code above the points, in a shape for the lanes and in one that is counted plainly; groups that do not
 * cover the people; an odd number of groups; a question that is not there. */
static void
impossible_columns_abort(void **state)
{
	const struct shape shapes[] = { { 5, 5, 3 }, { 40, 7, 20 } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct columns c = answers_random(arena, 23, &shapes[i], 1, 4, 90, 5), d = c;
		size_t *column = arena_memdup(arena, c.scales->column, shapes[i].items * sizeof(size_t));
		struct scale scale = { shapes[i], column, c.scales->reversed };

		d.people++;
		assert_aborts(&d);
		d = c;
		d.groups = 3;
		assert_aborts(&d);
		d = c;
		d.scales = &scale;
		column[0] = c.n_columns;
		assert_aborts(&d);
		((uint8_t *)(uintptr_t)c.column[2])[c.people - 1] = (uint8_t)(shapes[i].points + 1);
		assert_aborts(&c);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_shape_is_counted_as_by_hand),
		cmocka_unit_test(odd_shapes_are_counted_as_by_hand),
		cmocka_unit_test(extreme_answers_do_not_overflow),
		cmocka_unit_test(any_number_of_threads_gives_the_same_bytes),
		cmocka_unit_test(the_order_of_people_in_a_group_is_irrelevant),
		cmocka_unit_test(parts_add_up_to_the_whole_at_every_cut),
		cmocka_unit_test(alliances_make_up_the_portfolio),
		cmocka_unit_test(sums_of_the_most_people_fit),
		cmocka_unit_test(unlike_or_too_many_tallies_are_not_added),
		cmocka_unit_test(figures_agree_with_the_functions_for_one_alliance),
		cmocka_unit_test(shifted_answers_shift_the_means_only),
		cmocka_unit_test(empty_single_and_equal_groups),
		cmocka_unit_test(covariances_agree_with_those_of_answers),
		cmocka_unit_test(alphas_are_refused),
		cmocka_unit_test(impossible_columns_abort),
	};

	return cmocka_run_group_tests_name("stats_portfolio", tests, begin, end);
}
