/* profile_attack_test.c - whole profiles attacked with linear algebra that knows nothing of the audit */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "engine/measure/profile/profile.h"
#include "forms/form.h"
#include "forms/group.h"
#include "tests/stats/near.h"
#include "tests/unit/attacked.h"
#include "tests/unit/exposure.h"

enum { WAVES = 2400, MOST_ROWS = 400 };

static const struct cell *
figure(const struct release *release, enum measure measure, const char *of, const char *group)
{
	const struct cell *cell = release_cell(release, measure, of, group, NULL);

	assert_non_null(cell);
	assert_int_equal(cell->shown, SHOWN);
	return cell;
}

/* A figure computed from others that are shown tells nothing new. */
static void
follows_from_scores(const struct release *release, const struct release *last, const struct cell *cell)
{
	const char *from = cell->measure == MEASURE_CHANGE ? cell->group : cell->measure == MEASURE_GAP ? "inside" : "self";
	double other = cell->measure == MEASURE_QUADRANT ? NAN : cell->measure == MEASURE_CHANGE
	    ? figure(last, MEASURE_SCORE, cell->of, cell->group)->value
	    : figure(release, MEASURE_SCORE, cell->of, cell->measure == MEASURE_GAP ? "partner" : "others")->value;

	if (cell->measure == MEASURE_QUADRANT) {
		figure(release, MEASURE_SCORE, cell->of, "self");
		figure(release, MEASURE_SCORE, cell->of, "others");
	} else
		assert_near(cell->value, figure(release, MEASURE_SCORE, cell->of, from)->value - other, 1e-12);
}

/* Competencies of which everything is shown that is shown of any. */
static bool
shown_in_all(const struct release *release, const struct form *f, const char *of)
{
	static const char *const circles[] = { "others", "self", "inside", "partner" };

	for (size_t i = 0; i < 4; i++) {
		bool any = false;

		for (size_t d = 0; d < f->n_dimensions; d++)
			any |= release_cell(release, MEASURE_SCORE, f->dimensions[d].id, circles[i], NULL)->shown == SHOWN;
		if (any && release_cell(release, MEASURE_SCORE, of, circles[i], NULL)->shown != SHOWN)
			return false;
	}
	return true;
}

/* With detail: what the competency's weight adds to, or takes from, the unweighted fit. */
static void
fit_follows(const struct release *release, const struct form *f, const struct cell *cell)
{
	double sum = 0, weights = 0, percents = 0, n = 0, weight;

	for (size_t d = 0; d < f->n_dimensions; d++) {
		double percent;

		if (!shown_in_all(release, f, f->dimensions[d].id))
			continue;
		percent = figure(release, MEASURE_SCORE, f->dimensions[d].id, cell->group)->percent;
		weight = *cell->of == '\0' ? 1 : form_weights(f, cell->of)->weights[d];
		weights += weight;
		sum += weight * percent;
		percents += percent;
		n++;
	}
	if (cell->detail == NULL) {
		assert_near(cell->percent, sum / weights, 1e-9);
		return;
	}
	weight = form_weights(f, cell->of)->weights[form_dimension(f, cell->detail)];
	assert_near(cell->value, (weight / weights - 1 / n)
	    * (figure(release, MEASURE_SCORE, cell->detail, cell->group)->percent - percents / n), 1e-9);
}

/* Of the whole profile, from the competencies that self and others have. */
static void
whole_follows(const struct release *release, const struct form *f, const struct cell *cell)
{
	double gaps = 0, squares = 0;
	int n = 0;

	for (size_t d = 0; d < f->n_dimensions; d++) {
		const struct cell *gap = release_cell(release, MEASURE_SELF_GAP, f->dimensions[d].id, "others", NULL);

		if (gap->shown != SHOWN)
			continue;
		gaps += gap->value;
		squares += gap->value * gap->value;
		n++;
	}
	assert_int_equal(cell->n, n);
	if (cell->measure == MEASURE_SELF_GAP)
		assert_near(cell->value, gaps / n, 1e-12);
	else
		assert_near(cell->effect, sqrt(squares), 1e-9);
}

/* One figure of the spread of many raters, no linear one: what counts is that they are enough. */
static void
reliability_is_of_enough(const struct attacked *x, const struct cell *cell)
{
	const struct form *f = x->wave.answers.form;
	size_t items[8], n = 0, unnamed = 0;

	for (size_t r = 0; r < x->wave.answers.n_responses; r++) {
		bool complete = attacked_in_circle(x, r, "others");

		for (size_t d = 0; d < f->n_dimensions && complete; d++)
			complete = attacked_items(x, r, &f->dimensions[d], false, items) > 0;
		n += complete;
		unnamed += complete && !x->named[x->responses[r].party];
	}
	assert_int_equal(cell->n, n);
	assert_true(n >= 10 && (unnamed == 0 || unnamed >= (size_t)x->k));
}

/* A shown figure, for what it is. Of a measure that nobody has thought about here the test fails. */
static void
know_cell(const struct attacked *x, const struct release *release, const struct cell *cell, struct exposure *e)
{
	const struct form *f = x->wave.answers.form;
	const struct dimension *d = form_dimension(f, cell->of) < 0 ? NULL : &f->dimensions[form_dimension(f, cell->of)];

	switch (cell->measure) {
	case MEASURE_SCORE:
		assert_int_equal(attacked_know_score(x, d, cell->group, e), cell->n);
		break;
	case MEASURE_ITEM:
	case MEASURE_RANK:
		assert_int_equal(attacked_know_item(x, &f->items[form_item(f, cell->of)], cell->group, e), cell->n);
		break;
	case MEASURE_LEVEL:
		assert_int_equal(attacked_know_item(x, &f->items[d->levels], cell->group, e), cell->n);
		break;
	case MEASURE_SELF_GAP:
	case MEASURE_MATCH:
		if (d == NULL) {
			whole_follows(release, f, cell);
			break;
		}
		/* fall through */
	case MEASURE_QUADRANT:
	case MEASURE_GAP:
	case MEASURE_CHANGE:
		follows_from_scores(release, x->wave.last, cell);
		break;
	case MEASURE_FIT:
		fit_follows(release, f, cell);
		break;
	case MEASURE_RELIABILITY:
		reliability_is_of_enough(x, cell);
		break;
	case MEASURE_RESPONSE:
		break;
	default:
		fail_msg("%s: what does it tell?", measure_name(cell->measure));
	}
}

/* One competency at a time: figures about different answers do not meet. */
static bool
exposes(struct arena *a, const struct attacked *x, const struct release *release)
{
	struct exposure e = exposure_new(a, x->wave.answers.n_responses, x->wave.answers.form->n_slots, MOST_ROWS);

	for (size_t i = 0; i < release->n_cells; i++)
		if (release->cells[i].shown == SHOWN)
			know_cell(x, release, &release->cells[i], &e);
	return exposure_found(&e, (size_t)x->k);
}

/* Had everything been shown that has k people. */
static bool
careless_exposes(struct arena *a, const struct attacked *x, const struct release *release)
{
	const struct form *f = x->wave.answers.form;
	struct exposure e = exposure_new(a, x->wave.answers.n_responses, f->n_slots, MOST_ROWS);

	for (size_t i = 0; i < release->n_cells; i++) {
		const struct cell *cell = &release->cells[i];
		int d = form_dimension(f, cell->of);
		size_t n = (size_t)x->k;

		if (cell->measure == MEASURE_SCORE)
			n = attacked_know_score(x, &f->dimensions[d], cell->group, &e);
		else if (cell->measure == MEASURE_ITEM)
			n = attacked_know_item(x, &f->items[form_item(f, cell->of)], cell->group, &e);
		if (n < (size_t)x->k)
			e.n_rows--;
	}
	return exposure_found(&e, (size_t)x->k);
}

static void
no_profile_exposes_anybody(void **state)
{
	struct arena *forms = arena_new();
	const struct form *f = attacked_form(forms);
	size_t careless = 0, shown = 0;

	(void)state;
	attacked_seed(1);
	for (size_t i = 0; i < WAVES; i++) {
		struct arena *a = arena_new();
		struct attacked *x = attacked_random(a, f);
		const struct release *release;

		if (i % 2 == 1)
			x->wave.last = measure_profile(a, &attacked_random(a, f)->wave);
		release = measure_profile(a, &x->wave);
		assert_false(exposes(a, x, release));
		careless += careless_exposes(a, x, release);
		for (size_t c = 0; c < release->n_cells; c++)
			shown += release->cells[c].shown == SHOWN && release->cells[c].measure == MEASURE_SCORE;
		arena_free(a);
	}
	print_message("# %zu scores shown; showing all that has k people would have exposed somebody in %zu of %d\n", shown,
	    careless, WAVES);
	assert_true(careless > WAVES / 4);
	assert_true(shown > 10 * WAVES);
	arena_free(forms);
}

static void
assert_same(const struct release *x, const struct release *y)
{
	assert_int_equal(x->n_cells, y->n_cells);
	assert_int_equal(x->n_comments, y->n_comments);
	for (size_t i = 0; i < x->n_cells; i++) {
		const struct cell *p = &x->cells[i], *q = &y->cells[i];

		assert_string_equal(p->of, q->of);
		assert_true(p->measure == q->measure && p->shown == q->shown && p->n == q->n && p->capped == q->capped);
		assert_true(str_eq(p->word, q->word) && str_eq(p->group, q->group) && str_eq(p->detail, q->detail));
		assert_memory_equal(&p->value, &q->value, sizeof(p->value));
		assert_memory_equal(&p->low, &q->low, sizeof(p->low));
		assert_memory_equal(&p->high, &q->high, sizeof(p->high));
		assert_memory_equal(&p->p, &q->p, sizeof(p->p));
		assert_memory_equal(&p->effect, &q->effect, sizeof(p->effect));
		assert_memory_equal(&p->percent, &q->percent, sizeof(p->percent));
	}
	for (size_t i = 0; i < x->n_comments; i++)
		assert_string_equal(x->comments[i].text, y->comments[i].text);
	for (size_t i = 0; i < x->n_parties; i++)
		assert_int_equal(x->parties[i].answered, y->parties[i].answered);
}

/* They answer something else; then one of them does not answer at all. */
static void
nothing_depends_on_who_is_left_out(void **state)
{
	struct arena *forms = arena_new();
	const struct form *f = attacked_form(forms);
	size_t left_out = 0;

	(void)state;
	attacked_seed(2);
	for (size_t i = 0; i < WAVES / 4; i++) {
		struct arena *a = arena_new();
		struct attacked *x = attacked_random(a, f);
		const struct release *before = measure_profile(a, &x->wave);
		size_t last = x->wave.answers.n_responses;

		for (size_t r = 0; r < x->wave.answers.n_responses; r++) {
			if (attacked_counts_as(x, (int)x->responses[r].party) != ATTACKED_NOWHERE)
				continue;
			attacked_answer(f, x->responses[r].answers, group_names[x->responses[r].party], i % 12);
			last = r;
			left_out++;
		}
		assert_same(before, measure_profile(a, &x->wave));
		if (last < x->wave.answers.n_responses) {
			memmove(&x->responses[last], &x->responses[last + 1],
			    (--x->wave.answers.n_responses - last) * sizeof(*x->responses));
			assert_same(before, measure_profile(a, &x->wave));
		}
		arena_free(a);
	}
	assert_true(left_out > WAVES / 8);
	arena_free(forms);
}

/* Of one behaviour and fewer than ten people an interval tells nearly every answer: also where a side, or a group,
 * is asked one behaviour of a competency that has more. */
static void
one_behaviour_has_no_interval(void **state)
{
	struct arena *forms = arena_new();
	const struct form *f = attacked_form(forms);
	size_t n = 0;

	(void)state;
	attacked_seed(3);
	for (size_t i = 0; i < WAVES / 8; i++) {
		static const char *const circles[] = { "inside", "partner", "partner_team", "partner_executives" };
		struct arena *a = arena_new();
		const struct release *release = measure_profile(a, &attacked_random(a, f)->wave);

		for (size_t c = 0; c < 4; c++) {
			const struct cell *cell = release_cell(release, MEASURE_SCORE, "narrow", circles[c], NULL);

			if (cell == NULL || cell->shown != SHOWN || cell->n >= 10 || cell->n < 5)
				continue;
			assert_true(isnan(cell->low));
			assert_in_range((int)(cell->value * 1000), 1500, 4500);
			n++;
		}
		arena_free(a);
	}
	assert_true(n > WAVES / 16);
	arena_free(forms);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_profile_exposes_anybody),
		cmocka_unit_test(nothing_depends_on_who_is_left_out),
		cmocka_unit_test(one_behaviour_has_no_interval),
	};

	return cmocka_run_group_tests_name("profile_attack", tests, NULL, NULL);
}
