/* report_test.c - reports say what the release says, hide what it hides, and cannot carry an injection */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/report.h"
#include "reports/topics.h"
#include "reports/words.h"
#include "tests/unit/outputs.h"
#include "tests/unit/sample_release.h"

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

static const char *
html_of(struct arena *a, const struct release *r, const char *lang)
{
	return outputs_html(a, r, sample_form(a), lang);
}

static void
a_hidden_cell_leaks_nothing(void **state)
{
	static const enum sample samples[] = { SAMPLE_FULL, SAMPLE_THREE };
	struct arena *a = arena_new();

	(void)state;
	for (size_t s = 0; s < 2; s++) {
		size_t n = sample_release(a, samples[s], NULL)->n_cells;

		assert_true(n > 100);
		for (size_t i = 0; i < n; i++) {
			struct release *r;

			arena_reset(a);
			r = sample_release(a, samples[s], NULL);
			r->cells[i].shown = HIDDEN_SMALL + (int)(i % 3);
			outputs_assert_silent(a, r, sample_form(a), &r->cells[i]);
		}
	}
	arena_free(a);
}

static void
a_shown_cell_is_told(void **state)
{
	struct release *r = sample_release(*state, SAMPLE_FULL, NULL);
	const char *before = html_of(*state, r, "en");

	r->cells[0].value = r->cells[0].percent = 3;
	assert_string_not_equal(before, html_of(*state, r, "en"));
}

static void
a_small_side_hides_every_figure(void **state)
{
	struct release *r = sample_release(*state, SAMPLE_SMALL_SIDE, NULL);
	const char *html = html_of(*state, r, "en");

	assert_null(strstr(html, "66613"));
	assert_null(strstr(html, "poison"));
	assert_non_null(strstr(html, "Too few people answered to say how the alliance is doing."));
	assert_int_equal(outputs_count(html, "class=\"picture\""), 3);	/* of the response table only */
}

static void
cannot_tell_is_not_no_gap(void **state)
{
	const char *html = html_of(*state, sample_release(*state, SAMPLE_CANNOT_TELL, NULL), "en");

	assert_int_equal(outputs_count(html, "data-label=\"Verdict\">cannot tell<"), 10);
	assert_int_equal(outputs_count(html, "data-label=\"Verdict\">aligned<"), 0);
	assert_non_null(strstr(html, "On 10 dimensions the answers cannot tell whether the sides differ."));
	assert_non_null(strstr(html, "No gap between the sides is certain enough to be named."));
}

static void
means_in_words_have_no_figure(void **state)
{
	const char *html = html_of(*state, sample_release(*state, SAMPLE_BANDS, NULL), "en");

	assert_non_null(strstr(html, "data-label=\"Meridian Biologics\">high<"));
	assert_null(strstr(html, "of 100, the alliance"));
	assert_non_null(strstr(html, "too few answers for this"));
}

static void
without_a_target_there_is_no_colour(void **state)
{
	struct release *r = sample_release(*state, SAMPLE_FULL, NULL);
	const char *html;

	r->target = NAN;
	r->floor_ = NAN;
	html = html_of(*state, r, "en");
	assert_non_null(strstr(html, "The alliance stands at 65 of 100."));
	assert_int_equal(outputs_count(html, "class=\"chip\""), 0);
	assert_null(strstr(html, " nan"));
	assert_null(strstr(html, ">nan"));
}

static void
three_parties_are_each_compared(void **state)
{
	const char *html = html_of(*state, sample_release(*state, SAMPLE_THREE, NULL), "en");

	assert_int_equal(outputs_count(html, "scope=\"rowgroup\" colspan=\"7\""), 10);
	assert_non_null(strstr(html, "Owner at Corvane Logistics"));
}

static void
the_talk_begins_with_what_is_most_urgent(void **state)
{
	struct release *r = sample_release(*state, SAMPLE_FULL, NULL);
	struct topic discuss[TOPICS_MAX], strengths[TOPICS_MAX];
	struct view v;

	view_begin(&v, r, sample_form(*state), "en", NULL, *state);
	assert_int_equal(topics_to_discuss(&v, discuss), 3);
	assert_string_equal(discuss[0].dimension->id, "governance");
	assert_int_equal(discuss[0].cause, CAUSE_CLEAR_GAP);
	assert_int_equal(discuss[0].party, 0);
	assert_string_equal(discuss[1].dimension->id, "conflict");
	assert_int_equal(discuss[1].cause, CAUSE_BELOW_FLOOR);
	assert_string_equal(discuss[2].dimension->id, "communication");
	assert_int_equal(discuss[2].cause, CAUSE_PROBABLE_GAP);
	assert_int_equal(discuss[2].party, 1);
	assert_float_equal(discuss[2].points, 17.5, 1e-9);
	assert_int_equal(topics_strengths(&v, strengths), 3);
	assert_string_equal(strengths[0].dimension->id, "trust");
	assert_string_equal(strengths[2].dimension->id, "commitment");
}

static void
hostile_words_stay_words(void **state)
{
	static const char *const hostile[] = { "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
		"</style><b>&amp;'",
		"=1+1 %s %n {{7*7}}" };

	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++) {
		struct release *r = sample_release(*state, SAMPLE_FULL, hostile[i]);
		struct buf *out = buf_new(*state);

		report_health_html(r, sample_form_hostile(*state, hostile[i]), "en", out);
		assert_null(strstr(out->bytes, "<script"));
		assert_null(strstr(out->bytes, "<img"));
		assert_null(strstr(out->bytes, "<b>"));
		assert_int_equal(outputs_count(out->bytes, "</style>"), 1);
		assert_null(strstr(out->bytes, "&lt;&lt;"));
	}
}

static void
every_language_has_its_numbers(void **state)
{
	static const char *const langs[] = { "en", "de", "fr", "nl" };
	static const char *const means[] = { ">2.25<", ">2,25<", ">2,25<", ">2,25<" };
	struct release *r = sample_release(*state, SAMPLE_FULL, NULL);

	for (size_t i = 0; i < 4; i++) {
		const char *html = html_of(*state, r, langs[i]);

		assert_non_null(strstr(html, arena_printf(*state, "<html lang=\"%s\">", langs[i])));
		assert_non_null(strstr(html, means[i]));
		assert_string_equal(lang_current(), "en");
	}
	assert_non_null(strstr(html_of(*state, r, "de"), "Nutzen und Fairness"));
}

static void
numbers_are_said_as_print_says_them(void **state)
{
	struct arena *a = *state;

	assert_string_equal(words_signed(a, 12.6, 0), "+13");
	assert_string_equal(words_signed(a, -4.2, 0), "−4");
	assert_string_equal(words_signed(a, -.4, 0), "0");
	assert_string_equal(words_number(a, NAN, 2), "–");
	assert_string_equal(words_p(a, .0001), "< 0.001");
	assert_string_equal(words_share(a, .9999), "> 99%");
	assert_string_equal(words_share(a, 1), "100%");
	assert_string_equal(words_list(a, (const char *const[]){ "a", "b", "c" }, 3), "a, b and c");
}

static void
no_cell_is_missing_from_the_table(void **state)
{
	struct release *r = sample_release(*state, SAMPLE_FULL, NULL);
	const char *csv = outputs_csv(*state, r);

	assert_int_equal(outputs_count(csv, "\r\n"), (int)r->n_cells + 1);
	assert_non_null(strstr(csv, "\r\nscore,trust,a,,shown,,no,12,4.1"));
	assert_non_null(strstr(csv, "\r\nnps,recommend0,a,,rule,,,,,,,,,,\r\n"));
}

static void
an_unknown_kind_of_file_is_refused(void **state)
{
	struct ctx c = { .arena = *state };

	assert_false(report_write(&c, sample_release(*state, SAMPLE_FULL, NULL), sample_form(*state), "en",
		"report.docx"));
	assert_int_equal(c.failure, E_INVALID);
}

static void
draw_drivers(struct view *v)
{
	chart_scores(v, ROLE_DRIVER);
}

static void
draw_index(struct view *v)
{
	chart_index(v, view_index(v));
}

static void
charts_are_drawn_as_before(void **state)
{
	static const struct {
		const char *name;
		enum sample sample;
		void (*draw)(struct view *);
	} charts[] = {
		{ "index.svg", SAMPLE_FULL, draw_index },
		{ "scores.html", SAMPLE_FULL, draw_drivers },
		{ "scores-three.html", SAMPLE_THREE, draw_drivers },
		{ "gaps.html", SAMPLE_FULL, chart_gaps },
		{ "gaps-three.html", SAMPLE_THREE, chart_gaps },
		{ "agreement.html", SAMPLE_FULL, chart_agreement },
		{ "perception.html", SAMPLE_FULL, chart_perception },
		{ "nps.html", SAMPLE_FULL, chart_nps },
		{ "signals.html", SAMPLE_FULL, chart_signals },
		{ "response.html", SAMPLE_FULL, chart_response },
	};

	for (size_t i = 0; i < sizeof(charts) / sizeof(*charts); i++) {
		struct buf *out = buf_new(*state);
		struct html h;
		struct view v;

		html_begin(&h, out);
		view_begin(&v, sample_release(*state, charts[i].sample, NULL), sample_form(*state), "en", &h,
			*state);
		charts[i].draw(&v);
		html_end(&h);
		buf_putc(out, '\n');
		outputs_assert_golden(*state, charts[i].name, out);
	}
}

static void
json_is_written_as_before(void **state)
{
	struct buf *out = buf_new(*state);

	report_json(sample_release(*state, SAMPLE_FULL, NULL), sample_form(*state), "en", out);
	outputs_assert_golden(*state, "report.json", out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_hidden_cell_leaks_nothing, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(a_shown_cell_is_told, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(a_small_side_hides_every_figure, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(cannot_tell_is_not_no_gap, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(means_in_words_have_no_figure, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(without_a_target_there_is_no_colour, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(three_parties_are_each_compared, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(the_talk_begins_with_what_is_most_urgent, fresh_arena,
		free_arena),
		cmocka_unit_test_setup_teardown(hostile_words_stay_words, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(every_language_has_its_numbers, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(numbers_are_said_as_print_says_them, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(no_cell_is_missing_from_the_table, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(an_unknown_kind_of_file_is_refused, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(charts_are_drawn_as_before, fresh_arena, free_arena),
		cmocka_unit_test_setup_teardown(json_is_written_as_before, fresh_arena, free_arena),
	};

	lang_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
