/* profile_report_test.c - the competency profile says what the release says, and hides what it hides */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/profile/advice.h"
#include "reports/profile/level.h"
#include "reports/profile/role.h"
#include "reports/profile/section.h"
#include "reports/report.h"
#include "reports/view.h"
#include "tests/unit/outputs.h"
#include "tests/unit/sample_profile.h"

struct sample {
	struct release *release;
	const struct form *form;
	struct view view;
};

static struct sample
sample(struct arena *a, enum profile_sample which)
{
	struct sample s;

	s.release = sample_profile(a, which, NULL, &s.form);
	view_begin(&s.view, s.release, s.form, "en", NULL, a);
	return s;
}

static const char *
page(struct arena *a, enum profile_sample which, const char *lang)
{
	struct sample s = sample(a, which);

	return outputs_html(a, s.release, s.form, lang);
}

static int
fresh_arena(void **state)
{
	lang_set("en");
	*state = arena_new();
	return 0;
}

static int
free_arena(void **state)
{
	arena_free(*state);
	return 0;
}

static void
a_hidden_cell_leaks_nothing(void **state)
{
	struct sample s = sample(*state, PROFILE_SMALL);
	struct arena *a = arena_new();

	assert_true(s.release->n_cells > 120);
	for (size_t i = 0; i < s.release->n_cells; i++) {
		struct cell *cell = &s.release->cells[i], before = *cell;

		cell->shown = HIDDEN_SMALL + (int)(i % 3);
		outputs_assert_silent(a, s.release, s.form, cell);
		*cell = before;
		arena_reset(a);
	}
	arena_free(a);
}

static void
what_is_poisoned_is_nowhere(void **state)
{
	for (enum profile_sample i = PROFILE_FULL; i < N_PROFILES; i++) {
		struct sample s = sample(*state, i);
		const char *said[] = { outputs_html(*state, s.release, s.form, "en"),
			outputs_json(*state, s.release, s.form), outputs_csv(*state, s.release) };

		for (size_t j = 0; j < 3; j++) {
			assert_null(strstr(said[j], "66613"));
			assert_null(strstr(said[j], "poison"));
		}
	}
}

/* Whether one figure more or less makes a difference to the page. */
static bool
is_told(struct arena *a, struct sample *s, struct cell *cell)
{
	const struct cell before = *cell;
	const char *html = outputs_html(a, s->release, s->form, "en");
	bool told;

	cell->shown = HIDDEN_RULE;
	told = !str_eq(html, outputs_html(a, s->release, s->form, "en"));
	*cell = before;
	return told;
}

/* MATCH is a line of the method; RESPONSE, RANK and the like are rows. Nothing is measured in vain. */
static void
every_measure_is_told(void **state)
{
	static const enum measure measures[] = { MEASURE_SCORE, MEASURE_SELF_GAP, MEASURE_QUADRANT,
		MEASURE_GAP,
		MEASURE_LEVEL, MEASURE_CHANGE, MEASURE_FIT, MEASURE_RANK, MEASURE_ITEM, MEASURE_MATCH,
		MEASURE_RELIABILITY, MEASURE_RESPONSE };
	struct sample s = sample(*state, PROFILE_FULL);

	for (size_t m = 0; m < sizeof(measures) / sizeof(*measures); m++) {
		size_t i = 0;

		while (i < s.release->n_cells && (s.release->cells[i].measure != measures[m] ||
		    s.release->cells[i].shown != SHOWN))
			i++;
		assert_true(i < s.release->n_cells);
		assert_true(is_told(*state, &s, &s.release->cells[i]));
	}
}

static void
advice_begins_with_the_blind_spot(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);
	struct advice found[ADVICE_MAX];

	assert_int_equal(advice_find(&s.view, found), 3);
	assert_string_equal(found[0].dimension->id, "orchestration");
	assert_int_equal(found[0].cause, ADVICE_BLIND_SPOT);
	assert_string_equal(found[1].dimension->id, "strategy");
	assert_int_equal(found[1].cause, ADVICE_NEED);
	assert_string_equal(found[2].dimension->id, "delivery");
	assert_int_equal(found[2].cause, ADVICE_VIEWS);
}

static void
advice_is_the_next_level_in_the_words_of_the_form(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);
	const struct dimension *d = &s.form->dimensions[form_dimension(s.form, "orchestration")];
	struct level level;

	assert_true(level_of(&s.view, d, "others", &level));
	assert_int_equal(level.number, 2);
	assert_int_equal(level.of, 5);
	assert_true(str_starts(level.reached, "Passes messages between the teams."));
	assert_true(str_starts(level.next, "Agrees one plan with the counterpart."));
	assert_true(level_of(&s.view, d, "self", &level));
	assert_null(level.next);
	assert_false(level_of(&s.view, d, "colleagues", &level));
}

static void
the_first_page_says_what_it_is_for(void **state)
{
	static const char *const langs[] = { "en", "de", "fr", "nl" };
	static const char *const said[] = { "For development only.", "Nur für die Entwicklung.",
		"Pour le développement uniquement.", "Alleen voor ontwikkeling." };

	for (size_t i = 0; i < 4; i++) {
		const char *html = page(*state, PROFILE_FULL, langs[i]);
		const char *found = strstr(html, said[i]);

		assert_non_null(found);
		assert_true(found < strstr(html, "<section"));
		assert_string_equal(lang_current(), "en");
	}
	assert_non_null(strstr(page(*state, PROFILE_FULL, "fr"), "Équipe du partenaire"));
}

static void
two_kinds_of_alliance_differ_for_a_reason(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);
	const char *why = role_it_depends(&s.view);

	assert_non_null(why);
	assert_true(str_starts(why, "It depends: the same answers make "));
	assert_non_null(strstr(why, "“Co-development (R&D)”"));
	assert_non_null(strstr(why, "Orchestrating both organisations (weight 5 against "));
}

static void
without_differences_it_hardly_depends(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);

	for (size_t i = 0; i < s.release->n_cells; i++)
		if (s.release->cells[i].measure == MEASURE_FIT && s.release->cells[i].detail == NULL)
			s.release->cells[i].percent = 70;
	assert_true(str_starts(role_it_depends(&s.view), "It hardly depends"));
}

static struct cell *
cell_of(struct sample *s, enum measure measure, const char *of, const char *detail)
{
	for (size_t i = 0; i < s->release->n_cells; i++) {
		struct cell *cell = &s->release->cells[i];

		if (cell->measure == measure && str_eq(cell->of, of) && str_eq(cell->group, "others") &&
		    str_eq(cell->detail, detail))
			return cell;
	}
	fail_msg("no such cell");
	return NULL;
}

static void
reliability_is_said_in_three_degrees(void **state)
{
	static const struct {
		double icc;
		const char *said;
	} degrees[] = { { .8, "Others largely agree on what is high and what is low (ICC(1,k) = 0.80)" },
		{ .6, "Others agree to a fair degree" }, { .59, "Others agree little" } };
	struct sample s = sample(*state, PROFILE_FULL);

	for (size_t i = 0; i < 3; i++) {
		cell_of(&s, MEASURE_RELIABILITY, "", NULL)->value = degrees[i].icc;
		assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"), degrees[i].said));
	}
}

static void
change_is_summed_up_in_one_sentence(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);
	struct cell *up = cell_of(&s, MEASURE_CHANGE, "orchestration", "Autumn");
	struct cell *down = cell_of(&s, MEASURE_CHANGE, "delivery", "Autumn");

	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"Since “Autumn”, up: Orchestrating both organisations; down: Delivery."));
	down->word = "cannot-tell";
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"Since “Autumn”, up: Orchestrating both organisations."));
	up->word = "down";
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"Since “Autumn”, down: Orchestrating both organisations."));
	up->word = "cannot-tell";
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"Since “Autumn” no change is certain."));
}

/* Without anything certain the lowest come first; what the kind of alliance weighs more before the others. */
static void
advice_without_certainty_is_the_lowest(void **state)
{
	struct sample s = sample(*state, PROFILE_FULL);
	struct advice found[ADVICE_MAX];

	for (size_t i = 0; i < s.release->n_cells; i++)
		if (s.release->cells[i].measure == MEASURE_QUADRANT)
			s.release->cells[i].word = "unclear";
		else if (s.release->cells[i].measure == MEASURE_GAP)
			s.release->cells[i].word = "cannot-tell";
	assert_int_equal(advice_find(&s.view, found), 3);
	assert_string_equal(found[0].dimension->id, "strategy");
	assert_int_equal(found[0].cause, ADVICE_SELF_HIGHER);
	assert_int_equal(found[1].cause, ADVICE_SELF_HIGHER);
	assert_int_equal(found[2].cause, ADVICE_LOWEST);
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"), "Room to grow: others "));
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"), "Self higher than usual: self 50"));
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"No gap between the inside view and the partner view"));
}

static void
how_people_were_asked_is_told(void **state)
{
	struct sample s = sample(*state, PROFILE_SMALL);

	s.release->mode = "anonymous";
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"It was never recorded which person received which invitation."));
	s.release->mode = "identified";
	assert_non_null(strstr(outputs_html(*state, s.release, s.form, "en"),
		"People were told before the first question that their answers are identified."));
}

static void
pooled_and_left_out_groups_are_named(void **state)
{
	const char *full = page(*state, PROFILE_FULL, "en"), *few = page(*state, PROFILE_FEW, "en");

	assert_int_equal(outputs_count(full, "too few to stand alone: counted with “Colleagues”"), 1);
	assert_int_equal(outputs_count(full, "too few to stand alone: counted with “Partner team”"), 1);
	assert_int_equal(outputs_count(full, "left out of every figure, of the totals too<"), 0);
	assert_int_equal(outputs_count(few, "fewer than 3: left out of every figure, of the totals too<"), 1);
	assert_int_equal(outputs_count(few, "counts in the totals, not shown on its own"), 1);
}

static void
four_others_make_no_claims(void **state)
{
	const char *html = page(*state, PROFILE_FEW, "en");

	assert_non_null(strstr(html, "none can be called a strength or a need"));
	assert_non_null(strstr(html, "Inside view and partner view cannot be compared."));
	assert_int_equal(outputs_count(html, "self higher<"), 0);
	assert_null(strstr(html, "id=\"behaviours\""));
	assert_null(strstr(html, "id=\"items\""));
}

static void
named_comments_have_their_group(void **state)
{
	const char *html = page(*state, PROFILE_FULL, "en");

	assert_non_null(strstr(html,
		"<strong class=\"rater\">Counterpart</strong>Agree with your own colleagues"));
	assert_non_null(strstr(html, "<li>The honest monthly forecast.</li>"));
}

static void
hostile_words_stay_words(void **state)
{
	static const char *const hostile[] = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
		"</style><b>&amp;'", "=1+1 %s %n {{7*7}}" };

	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++) {
		const struct form *form;
		const struct release *r = sample_profile(*state, PROFILE_FULL, hostile[i], &form);
		const char *html = outputs_html(*state, r, form, "en");

		assert_null(strstr(html, "<script"));
		assert_null(strstr(html, "<img"));
		assert_null(strstr(html, "<b>"));
		assert_int_equal(outputs_count(html, "</style>"), 1);
		assert_null(strstr(html, "&lt;&lt;"));
	}
}

static void
json_and_csv_know_the_person(void **state)
{
	struct sample s = sample(*state, PROFILE_SMALL);
	const char *json = outputs_json(*state, s.release, s.form), *csv = outputs_csv(*state, s.release);

	assert_non_null(strstr(json, "\"competency_profile\""));
	assert_non_null(strstr(json, "\"person\": \"The alliance manager\""));
	assert_int_equal(outputs_count(csv, "\r\n"), (int)s.release->n_cells + 1);
	assert_non_null(strstr(csv, ",percent,person,role\r\n"));
	assert_int_equal(outputs_count(csv, ",The alliance manager,sales\r\n"), (int)s.release->n_cells);
	s.release->role = NULL;
	assert_non_null(strstr(outputs_json(*state, s.release, s.form), "\"role\": null"));
	assert_non_null(strstr(outputs_csv(*state, s.release), ",The alliance manager,\r\n"));
}

static void
sections_are_drawn_as_before(void **state)
{
	static const struct {
		const char *name;
		void (*draw)(struct view *);
	} sections[] = {
		{ "profile-summary.html", section_summary },
		{ "profile-scores.html", section_scores },
		{ "profile-quadrants.html", section_quadrants },
		{ "profile-views.html", section_views },
		{ "profile-levels.html", section_levels },
		{ "profile-behaviours.html", section_behaviours },
		{ "profile-fit.html", section_fit },
		{ "profile-change.html", section_change },
		{ "profile-response.html", section_response },
	};

	for (size_t i = 0; i < sizeof(sections) / sizeof(*sections); i++) {
		struct sample s = sample(*state, PROFILE_FULL);
		struct buf *out = buf_new(*state);
		struct html h;

		html_begin(&h, out);
		s.view.html = &h;
		sections[i].draw(&s.view);
		html_end(&h);
		buf_putc(out, '\n');
		outputs_assert_golden(*state, sections[i].name, out);
	}
}

static void
json_is_written_as_before(void **state)
{
	struct sample s = sample(*state, PROFILE_SMALL);
	struct buf *out = buf_new(*state);

	report_json(s.release, s.form, "en", out);
	outputs_assert_golden(*state, "profile.json", out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_hidden_cell_leaks_nothing, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(what_is_poisoned_is_nowhere, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(every_measure_is_told, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(advice_begins_with_the_blind_spot, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(advice_is_the_next_level_in_the_words_of_the_form,
		fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(the_first_page_says_what_it_is_for, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(two_kinds_of_alliance_differ_for_a_reason, fresh_arena,
		free_arena),
		cmocka_unit_test_setup_teardown(without_differences_it_hardly_depends, fresh_arena,
		free_arena),
		cmocka_unit_test_setup_teardown(pooled_and_left_out_groups_are_named, fresh_arena,
		free_arena),
		cmocka_unit_test_setup_teardown(reliability_is_said_in_three_degrees, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(change_is_summed_up_in_one_sentence, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(advice_without_certainty_is_the_lowest, fresh_arena,
		free_arena),
		cmocka_unit_test_setup_teardown(how_people_were_asked_is_told, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(four_others_make_no_claims, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(named_comments_have_their_group, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(hostile_words_stay_words, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(json_and_csv_know_the_person, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(sections_are_drawn_as_before, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(json_is_written_as_before, fresh_arena, free_arena),
	};

	setenv("ATTUNE_LOCALEDIR", "po/locale", 0);
	lang_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
