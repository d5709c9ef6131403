/* profile_test.c - a competency assessment measured: reference figures, who counts, what is said */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "engine/stats/similarity.h"
#include "forms/form.h"
#include "tests/stats/near.h"
#include "tests/stats/table.h"
#include "tests/unit/assessment.h"

#define RATERS(...) (struct raters[]){ __VA_ARGS__ }, sizeof((struct raters[]){ __VA_ARGS__ }) / sizeof(struct raters)
#define CODES(...) (int[]){ __VA_ARGS__ }
#define MEASURED(s) measure_profile((s).arena, &(s).wave)

static void
assert_word(const struct cell *cell, const char *word)
{
	assert_int_equal(cell->shown, SHOWN);
	assert_string_equal(cell->word, word);
}

/* Fourteen competencies of two behaviours each, as a form. */
static const struct form *
m360_form(struct arena *a)
{
	struct buf *xml = buf_new(a);

	buf_puts(xml, "<form xmlns='urn:attune:form:1' id='m360' version='1' xml:lang='en' langs='en' subject='manager'>"
		"<title><t>m360</t></title><scale id='s'>");
	for (int i = 1; i <= 5; i++)
		buf_printf(xml, "<point value='%d'><t>%d</t></point>", i, i);
	buf_puts(xml, "</scale><page id='p'>");
	for (int i = 1; i <= 14; i++)
		buf_printf(xml, "<battery id='b%02d' scale='s'><item id='x%02d'><t>x</t><t for='self'>x</t></item>"
			"<item id='y%02d'><t>y</t><t for='self'>y</t></item></battery>", i, i, i);
	buf_puts(xml, "</page>");
	for (int i = 1; i <= 14; i++)
		buf_printf(xml, "<dimension id='c%02d' items='x%02d y%02d'><title><t>c</t></title></dimension>", i, i, i);
	buf_puts(xml, "</form>");
	return assessment_form(a, xml->bytes, xml->n);
}

static const struct wave_party m360_groups[] = {
	{ "self", "self", 1, true }, { "manager", "manager", 1, true }, { "counterpart", "counterpart", 1, true },
	{ "colleagues", "colleagues", 9, false }, { "partner_team", "partner_team", 9, false },
};

static size_t
m360_group(const char *role)
{
	static const char *const roles[] = { "self", "boss", "pboss", "peer", "counterpart" };
	size_t i = 0;

	while (!str_eq(roles[i], role))
		i++;
	return i;
}

/* A rating of a competency is the answer to both of its behaviours. Groups of two would be left out, and the
 * reference pools everybody: so peers and counterparts go into one group. */
static struct release *
m360_release(struct arena *a, const struct form *form, const struct table *data, const char *target)
{
	struct profile_wave wave = { .person = "manager", .answers = { .form = form, .wave = "w", .alliance = "a",
		.mode = "confidential", .k = 3, .target = NAN, .floor_ = NAN, .n_parties = 5, .parties = m360_groups } };
	struct wave_response *responses = arena_make_n(a, data->rows, struct wave_response);

	for (size_t i = 0; i < data->rows; i++) {
		size_t group = m360_group(table_text(data, i, "role"));
		struct answers *answers;

		if (!str_eq(table_text(data, i, "target"), target))
			continue;
		answers = arena_make(a, struct answers);
		*answers = answers_new(a, form);
		for (size_t c = 0; c < 14; c++) {
			double x = table_number(data, i, arena_printf(a, "c%02zu", c + 1));
			int code = isnan(x) ? ANSWER_NONE : (int)x;

			answers->codes[2 * c] = answers->codes[2 * c + 1] = (int16_t)code;
		}
		responses[wave.answers.n_responses++] = (struct wave_response){ group > 2 ? 3 : group, answers };
	}
	wave.answers.responses = responses;
	return measure_profile(a, &wave);
}

/* Those of the competencies that both have. */
static size_t
shown_scores(const struct release *release, const struct form *form, double *self_r, double *others_r)
{
	size_t n = 0;

	for (size_t i = 0; i < form->n_dimensions; i++) {
		const char *id = form->dimensions[i].id;

		self_r[n] = assessment_cell(release, MEASURE_SCORE, id, "self")->value;
		others_r[n] = assessment_cell(release, MEASURE_SCORE, id, "others")->value;
		n += !isnan(self_r[n]) && !isnan(others_r[n]);
	}
	return n;
}

static double
mean(const double *x, size_t n)
{
	double sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += x[i] / (double)n;
	return sum;
}

static void
self_and_others_agree_with_r(void **state)
{
	struct arena *a = arena_new();
	const struct table *expected = table_load(a, "m360_selfother"), *data = table_load(a, "m360");
	const struct form *form = m360_form(a);
	size_t complete = 0;

	(void)state;
	assert_int_equal(expected->rows, 10);
	for (size_t i = 0; i < expected->rows; i++) {
		struct release *release = m360_release(a, form, data, table_text(expected, i, "target"));
		const struct cell *gap = assessment_cell(release, MEASURE_SELF_GAP, "", "others");
		const struct cell *match = assessment_cell(release, MEASURE_MATCH, "", "others");
		double self[14], others[14];
		size_t n = shown_scores(release, form, self, others);

		assert_near(gap->value, table_number(expected, i, "gap_self_other"), 1e-9);
		assert_near(match->value, table_number(expected, i, "profile_r"), 1e-9);
		assert_near(match->effect, table_number(expected, i, "D"), 1e-9);
		assert_int_equal(n, gap->n);
		assert_near(similarity_of(self, others, n).rho, table_number(expected, i, "profile_rho"), 1e-9);
		if (n < 14)
			continue;
		assert_near(mean(self, n), table_number(expected, i, "self_mean"), 1e-9);
		assert_near(mean(others, n), table_number(expected, i, "other_mean_pooled"), 1e-9);
		complete++;
	}
	assert_true(complete >= 5);
	arena_free(a);
}

static void
profiles_are_alike_in_rank_too(void **state)
{
	struct similarity s = similarity_of((double[]){ 1, 2, 2, 5 }, (double[]){ 2, 3, 4, 4 }, 4);

	(void)state;
	assert_int_equal(s.refused, REFUSED_NOT);
	assert_near(s.rho, 3.75 / 4.5, 1e-12);
	assert_near(s.distance, sqrt(1 + 1 + 4 + 1), 1e-12);
	assert_int_equal(similarity_of((double[]){ 1, 2 }, (double[]){ 2, 3 }, 2).refused, REFUSED_TOO_FEW);
	s = similarity_of((double[]){ 3, 3, 3 }, (double[]){ 2, 3, 4 }, 3);
	assert_int_equal(s.refused, REFUSED_NO_SPREAD);
	assert_true(isnan(s.r) && isnan(s.rho));
	assert_near(s.distance, sqrt(2), 1e-12);
}

static void
small_groups_are_pooled_or_left_out(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "manager", 1 }, { "colleagues", 4 },
		{ "executives", 2 }, { "counterpart", 1 }, { "partner_executives", 1 }));
	struct release *release;
	const struct cell *cell;

	(void)state;
	release = MEASURED(s);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "others")->n, 7);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "colleagues")->n, 6);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "inside")->n, 7);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "manager")->n, 1);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "executives")->shown, HIDDEN_SMALL);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "counterpart")->shown, HIDDEN_SMALL);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "partner")->shown, HIDDEN_SMALL);
	cell = release_cell(release, MEASURE_RESPONSE, "", "executives", "colleagues");
	assert_true(cell != NULL && cell->shown == HIDDEN_RULE);
	assert_int_equal(assessment_cell(release, MEASURE_RESPONSE, "", "colleagues")->n, 6);
	assert_word(assessment_cell(release, MEASURE_RESPONSE, "", "counterpart"), "left-out");
	arena_free(a);
}

static bool
same_figures(const struct release *x, const struct release *y)
{
	if (x->n_cells != y->n_cells || x->n_comments != y->n_comments)
		return false;
	for (size_t i = 0; i < x->n_cells; i++) {
		const struct cell *p = &x->cells[i], *q = &y->cells[i];

		if (p->shown != q->shown || p->n != q->n || memcmp(&p->value, &q->value, sizeof(p->value)) != 0 ||
		    memcmp(&p->low, &q->low, sizeof(p->low)) != 0 || !str_eq(p->of, q->of) ||
		    memcmp(&p->percent, &q->percent, sizeof(p->percent)) != 0)
			return false;
	}
	return true;
}

static void
nothing_tells_what_a_group_left_out_answered(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "manager", 1 }, { "colleagues", 8 },
		{ "partner_team", 2 }));
	struct release *before = MEASURED(s), *after;

	(void)state;
	assessment_rate(&s, "partner_team", "delivery", CODES(5, 1));
	assessment_rate(&s, "partner_team", "vision", CODES(1, 1));
	assessment_answer(&s, "partner_team", 0, "d_level", 5);
	assessment_write(&s, "partner_team", 0, "more", "Let me out.");
	after = MEASURED(s);
	assert_true(same_figures(before, after));
	assessment_rate(&s, "colleagues", "vision", CODES(1, 1, 1, 1, 1, 1, 1, 1));
	assert_false(same_figures(before, MEASURED(s)));
	arena_free(a);
}

static void
three_or_four_raters_count_with_the_others_only(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 5 }, { "partner_team", 3 }));
	struct release *release;

	(void)state;
	assessment_rate(&s, "partner_team", "delivery", CODES(5, 5, 5));
	release = MEASURED(s);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "partner_team")->shown, HIDDEN_RULE);
	assert_int_equal(assessment_cell(release, MEASURE_SCORE, "delivery", "partner")->shown, HIDDEN_RULE);
	assert_near(assessment_cell(release, MEASURE_SCORE, "delivery", "others")->value, (5 * 3 + 3 * 5) / 8.0, 1e-12);
	assert_int_equal(assessment_cell(release, MEASURE_GAP, "delivery", "inside")->shown, HIDDEN_RULE);
	arena_free(a);
}

static void
quadrants_need_others_who_are_sure(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 6 }));
	struct release *release;

	(void)state;
	assessment_rate(&s, "self", "diplomacy", CODES(5));
	assessment_rate(&s, "colleagues", "diplomacy", CODES(2, 2, 1, 3, 2, 2));
	assessment_rate(&s, "self", "delivery", CODES(2));
	assessment_rate(&s, "colleagues", "delivery", CODES(5, 4, 5, 4, 5, 4));
	assessment_rate(&s, "colleagues", "vision", CODES(5, 2, 3, 4, 5, 2));
	release = MEASURED(s);
	assert_word(assessment_cell(release, MEASURE_QUADRANT, "diplomacy", "others"), "blind-spot");
	assert_word(assessment_cell(release, MEASURE_SELF_GAP, "diplomacy", "others"), "over");
	assert_word(assessment_cell(release, MEASURE_QUADRANT, "delivery", "others"), "hidden-strength");
	assert_word(assessment_cell(release, MEASURE_SELF_GAP, "delivery", "others"), "under");
	assert_word(assessment_cell(release, MEASURE_QUADRANT, "vision", "others"), "unclear");
	assert_word(assessment_cell(release, MEASURE_SELF_GAP, "vision", "others"), "cannot-tell");
	assessment_rate(&s, "self", "diplomacy", CODES(2));
	assessment_rate(&s, "self", "delivery", CODES(5));
	release = MEASURED(s);
	assert_word(assessment_cell(release, MEASURE_QUADRANT, "diplomacy", "others"), "agreed-need");
	assert_word(assessment_cell(release, MEASURE_QUADRANT, "delivery", "others"), "agreed-strength");
	arena_free(a);
}

/* d = .32 with a standard deviation of 4/6 on five points is .213 points. */
static void
usual_leniency_is_no_blind_spot(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 12 }));
	const struct cell *cell;

	(void)state;
	assessment_rate(&s, "self", "delivery", CODES(4));
	assessment_rate(&s, "colleagues", "delivery", CODES(4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 3));
	cell = assessment_cell(MEASURED(s), MEASURE_SELF_GAP, "delivery", "others");
	assert_word(cell, "close");
	assert_near(cell->value, 1 / 6.0, 1e-12);
	assert_near(cell->effect, 1 / 6.0 - .32 * 4 / 6, 1e-12);
	arena_free(a);
}

static void
views_are_compared_over_what_both_sides_see(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "colleagues", 6 }, { "partner_team", 6 }));
	struct release *release;
	const struct cell *cell;

	(void)state;
	assessment_rate(&s, "colleagues", "diplomacy", CODES(5, 4, 5, 5, 4, 5));
	for (size_t i = 0; i < 6; i++)
		assessment_answer(&s, "colleagues", i, "d3", 1);
	assessment_rate(&s, "partner_team", "diplomacy", CODES(2, 1, 2, 2, 1, 2));
	release = MEASURED(s);
	assert_near(assessment_cell(release, MEASURE_SCORE, "diplomacy", "inside")->value, 28 / 6.0, 1e-12);
	assert_near(assessment_cell(release, MEASURE_SCORE, "diplomacy", "colleagues")->value, (2 * 28 + 6) / 18.0, 1e-12);
	cell = assessment_cell(release, MEASURE_GAP, "diplomacy", "inside");
	assert_word(cell, "clear-gap");
	assert_near(cell->value, 3, 1e-12);
	assert_true(isnan(cell->p_adjusted) && cell->low > 2 && cell->high < 4);
	assert_string_equal(assessment_cell(release, MEASURE_GAP, "delivery", "inside")->word, "cannot-tell");
	arena_free(a);
}

static void
the_same_person_fits_one_role_better(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "manager", 1 }, { "colleagues", 5 }));
	struct release *release;
	const struct cell *sales, *research;

	(void)state;
	s.wave.role = &s.wave.answers.form->weight_sets[0];
	assessment_rate(&s, "manager", "vision", CODES(5));
	assessment_rate(&s, "colleagues", "vision", CODES(5, 5, 5, 5, 5));
	release = MEASURED(s);
	sales = assessment_cell(release, MEASURE_FIT, "sales", "others");
	research = assessment_cell(release, MEASURE_FIT, "research", "others");
	assert_near(sales->percent, (4 * 50 + 4 * 50 + 100) / 9.0, 1e-12);
	assert_near(research->percent, (50 + 50 + 4 * 100) / 6.0, 1e-12);
	assert_near(assessment_cell(release, MEASURE_FIT, "", "others")->percent, 200 / 3.0, 1e-12);
	assert_string_equal(release->role, "sales");
	assert_int_equal(assessment_cell(release, MEASURE_FIT, "sales", "partner")->shown, HIDDEN_SMALL);
	arena_free(a);
}

static void
levels_are_those_half_of_the_raters_reach(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "manager", 2 }, { "colleagues", 4 }));
	static const int levels[] = { 2, 2, 5, 5 };
	struct release *release;

	(void)state;
	for (size_t i = 0; i < 4; i++)
		assessment_answer(&s, "colleagues", i, "d_level", levels[i]);
	assessment_answer(&s, "self", 0, "d_level", 4);
	assessment_answer(&s, "manager", 0, "d_level", 1);
	release = MEASURED(s);
	assert_near(assessment_cell(release, MEASURE_LEVEL, "diplomacy", "others")->value, 2, 0);
	assert_near(assessment_cell(release, MEASURE_LEVEL, "diplomacy", "self")->value, 4, 0);
	assert_near(assessment_cell(release, MEASURE_LEVEL, "diplomacy", "manager")->value, 1, 0);
	assert_null(release_cell(release, MEASURE_LEVEL, "diplomacy", "colleagues", NULL));
	arena_free(a);
}

static void
behaviours_are_ranked_from_both_ends(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 9 }));
	struct release *release;
	size_t ranks = 0;

	(void)state;
	for (size_t i = 0; i < 9; i++) {
		assessment_answer(&s, "colleagues", i, "v2", 1);
		assessment_answer(&s, "colleagues", i, "e1", 1 + (int)i % 2);
	}
	release = MEASURED(s);
	assert_near(assessment_cell(release, MEASURE_RANK, "v2", "others")->value, 1, 0);
	assert_near(assessment_cell(release, MEASURE_RANK, "e1", "others")->value, -1, 0);
	assert_int_equal(assessment_cell(release, MEASURE_ITEM, "e1", "others")->shown, HIDDEN_RULE);
	for (size_t i = 0; i < release->n_cells; i++)
		ranks += release->cells[i].measure == MEASURE_RANK;
	assert_int_equal(ranks, 6);
	s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 10 }));
	for (size_t i = 0; i < 10; i++)
		assessment_answer(&s, "colleagues", i, "v2", 1);
	release = MEASURED(s);
	assert_near(assessment_cell(release, MEASURE_ITEM, "v2", "others")->value, 4.5, 0);
	assert_true(assessment_cell(release, MEASURE_ITEM, "v2", "others")->capped);
	assert_near(assessment_cell(release, MEASURE_ITEM, "e1", "self")->value, 3, 0);
	arena_free(a);
}

static void
change_needs_two_intervals(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 8 }));
	struct release *release;
	const struct cell *cell;

	(void)state;
	assessment_rate(&s, "colleagues", "delivery", CODES(2, 2, 3, 2, 2, 1, 2, 2));
	s.wave.last = MEASURED(s);
	assessment_rate(&s, "colleagues", "delivery", CODES(4, 4, 4, 5, 4, 4, 3, 4));
	assessment_rate(&s, "self", "delivery", CODES(4));
	release = MEASURED(s);
	cell = release_cell(release, MEASURE_CHANGE, "delivery", "others", "spring");
	assert_word(cell, "up");
	assert_near(cell->value, 2, 1e-12);
	/* both means have a variance of 2/7: t on 14 degrees of freedom */
	assert_near(cell->low, 2 - 2.1447866879169273 * sqrt(2 * 2 / 7.0 / 8), 1e-9);
	cell = release_cell(release, MEASURE_CHANGE, "delivery", "self", "spring");
	assert_near(cell->value, 1, 1e-12);
	assert_null(cell->word);
	assert_null(release_cell(s.wave.last, MEASURE_CHANGE, "delivery", NULL, "spring"));
	arena_free(a);
}

static void
comments_name_only_who_was_told(void **state)
{
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "manager", 1 }, { "colleagues", 9 }));
	struct release *release;

	(void)state;
	assessment_write(&s, "manager", 0, "more", "Delegate.");
	assessment_write(&s, "colleagues", 3, "more", "Call me.");
	release = MEASURED(s);
	assert_int_equal(release->n_comments, 1);
	assert_string_equal(release->comments[0].party, "manager");
	s = assessment_new(a, RATERS({ "manager", 1 }, { "colleagues", 10 }));
	assessment_write(&s, "colleagues", 3, "more", "Call me.");
	release = MEASURED(s);
	assert_int_equal(release->n_comments, 1);
	assert_null(release->comments[0].party);
	arena_free(a);
}

/* Mean squares between and within competencies, each rated by the same ten. */
static double
icc_by_hand(const int codes[3][10])
{
	double grand = 0, between = 0, within = 0;

	for (size_t c = 0; c < 3; c++)
		for (size_t r = 0; r < 10; r++)
			grand += codes[c][r] / 30.0;
	for (size_t c = 0; c < 3; c++) {
		double level = 0;

		for (size_t r = 0; r < 10; r++)
			level += codes[c][r] / 10.0;
		between += 10 * (level - grand) * (level - grand) / 2;
		for (size_t r = 0; r < 10; r++)
			within += (codes[c][r] - level) * (codes[c][r] - level) / 27;
	}
	return (between - within) / between;
}

static void
reliability_needs_ten_complete_raters(void **state)
{
	static const int codes[3][10] = { { 4, 5, 4, 4, 3, 4, 5, 4, 4, 5 }, { 2, 3, 2, 2, 3, 1, 2, 2, 3, 2 },
		{ 3, 4, 3, 3, 2, 3, 4, 4, 3, 3 } };
	static const char *const competencies[] = { "diplomacy", "delivery", "vision" };
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 10 }));
	const struct cell *cell;

	(void)state;
	for (size_t c = 0; c < 3; c++)
		assessment_rate(&s, "colleagues", competencies[c], codes[c]);
	cell = assessment_cell(MEASURED(s), MEASURE_RELIABILITY, "", "others");
	assert_int_equal(cell->n, 10);
	assert_near(cell->value, icc_by_hand(codes), 1e-12);
	/* Spearman and Brown, from one rater to ten */
	assert_near(cell->value, 10 * cell->effect / (1 + 9 * cell->effect), 1e-12);
	assert_true(cell->low < cell->value && cell->value < cell->high);
	assessment_answer(&s, "colleagues", 0, "e1", MISSING_NA);
	assessment_answer(&s, "colleagues", 0, "e2", MISSING_NA);
	assert_int_equal(assessment_cell(MEASURED(s), MEASURE_RELIABILITY, "", "others")->shown, HIDDEN_RULE);
	arena_free(a);
}

static void
what_carries_a_fit_adds_up(void **state)
{
	static const char *const competencies[] = { "diplomacy", "delivery", "vision" };
	struct arena *a = arena_new();
	struct assessment s = assessment_new(a, RATERS({ "self", 1 }, { "colleagues", 6 }));
	struct release *release;
	double sum = 0;

	(void)state;
	assessment_rate(&s, "colleagues", "diplomacy", CODES(5, 5, 4, 5, 5, 5));
	assessment_rate(&s, "colleagues", "vision", CODES(2, 2, 1, 2, 2, 2));
	release = MEASURED(s);
	for (size_t i = 0; i < 3; i++)
		sum += release_cell(release, MEASURE_FIT, "sales", "others", competencies[i])->value;
	assert_near(sum, assessment_cell(release, MEASURE_FIT, "sales", "others")->percent -
		assessment_cell(release, MEASURE_FIT, "", "others")->percent, 1e-9);
	/* 4 / 9 - 1 / 3 of the weight is more than in the unweighted; 94.5.. of 100 lies above the mean */
	assert_true(release_cell(release, MEASURE_FIT, "sales", "others", "diplomacy")->value > 3);
	assert_true(release_cell(release, MEASURE_FIT, "sales", "others", "vision")->value > 3);
	assert_true(release_cell(release, MEASURE_FIT, "research", "others", "vision")->value < -10);
	assert_null(release_cell(release, MEASURE_FIT, "sales", "self", "vision"));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(self_and_others_agree_with_r),
		cmocka_unit_test(profiles_are_alike_in_rank_too),
		cmocka_unit_test(small_groups_are_pooled_or_left_out),
		cmocka_unit_test(nothing_tells_what_a_group_left_out_answered),
		cmocka_unit_test(three_or_four_raters_count_with_the_others_only),
		cmocka_unit_test(quadrants_need_others_who_are_sure),
		cmocka_unit_test(usual_leniency_is_no_blind_spot),
		cmocka_unit_test(views_are_compared_over_what_both_sides_see),
		cmocka_unit_test(the_same_person_fits_one_role_better),
		cmocka_unit_test(what_carries_a_fit_adds_up),
		cmocka_unit_test(reliability_needs_ten_complete_raters),
		cmocka_unit_test(levels_are_those_half_of_the_raters_reach),
		cmocka_unit_test(behaviours_are_ranked_from_both_ends),
		cmocka_unit_test(change_needs_two_intervals),
		cmocka_unit_test(comments_name_only_who_was_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
