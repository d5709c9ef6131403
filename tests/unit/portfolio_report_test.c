/* portfolio_report_test.c - the benchmark report finds what was planted, names nobody it must not, is never surer than it may */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/portfolio/portfolio.h"
#include "reports/report.h"
#include "tests/unit/outputs.h"
#include "tests/unit/sample_benchmark.h"

static const struct benchmark_choice everything = { .type = NULL };

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
html_of(struct arena *a, const struct benchmark *b)
{
	struct buf *out = buf_new(a);

	report_benchmark_html(b, "en", out);
	return out->bytes;
}

/* One section on its own; the arena's last one stays. */
static struct buf *
part(struct arena *a, const struct benchmark *b, void (*section)(struct view *))
{
	static const struct release nothing = { .wave = "", .alliance = "" };
	struct buf *out = buf_new(a);
	struct html h;
	struct view v = { .release = &nothing, .benchmark = b, .form = b->form, .lang = "en", .arena = a, .html = &h };

	html_begin(&h, out);
	section(&v);
	html_end(&h);
	return out;
}

static struct benchmark *
sample(void **state, size_t n)
{
	return sample_benchmark(*state, n, &everything, NULL);
}

/* What a test changes in a finished benchmark. */
static struct benchmark_row *
row_of(const struct benchmark *b, const char *of)
{
	size_t r = 0;

	while (r < b->n_rows && strcmp(b->rows[r].of, of) != 0)
		r++;
	assert_true(r < b->n_rows);
	return (struct benchmark_row *)(uintptr_t)b->rows + r;
}

static struct benchmark_cell *
cell_of(const struct benchmark *b, size_t alliance, const char *of)
{
	return (struct benchmark_cell *)(uintptr_t)&b->alliances[alliance].cells[row_of(b, of) - b->rows];
}

static void
assert_says(const struct buf *out, const char *text)
{
	if (strstr(out->bytes, text) == NULL)
		print_error("nowhere: %s\n", text);
	assert_non_null(strstr(out->bytes, text));
}

static void
assert_silent(const struct buf *out, const char *text)
{
	if (strstr(out->bytes, text) != NULL)
		print_error("somewhere: %s\n", text);
	assert_null(strstr(out->bytes, text));
}

/* The name's row, up to its end, says this. */
static void
assert_row(const struct buf *out, const char *name, const char *text)
{
	const char *at = strstr(out->bytes, name), *end = at == NULL ? NULL : strstr(at, "</tr>");

	assert_non_null(end);
	at = strstr(at, text);
	if (at == NULL || at > end)
		print_error("%s: not %s\n", name, text);
	assert_true(at != NULL && at < end);
}

static void
what_was_planted_is_found(void **state)
{
	const struct benchmark *b = sample(state, 24);
	const struct buf *look = part(*state, b, portfolio_attention);

	assert_row(look, "Harbour Compass", "fell by 20 points (probability &gt; 99%).");
	assert_row(look, "North Loom", "Of side B only 7% answered.");
	assert_row(look, "Amber Forge", "Side A is split within itself on 3 dimensions.");
	assert_row(look, "River Relay", "A third or more report 2 early-warning facts.");
	assert_row(look, "Granite Lantern", "The last wave closed 16 months ago.");
	assert_silent(look, "Meadow Anchor");
	assert_row(part(*state, b, portfolio_funnel), "<th scope=\"row\" class=\"name\">Summit Garden", "below the 99.8% limit");
	assert_row(part(*state, b, portfolio_gaps), "Cedar Bridge", "side A sees it better");
	assert_row(part(*state, b, portfolio_changes), "Harbour Compass", "very probably fell");
	assert_row(part(*state, b, portfolio_changes), "Harbour Compass", "asked in other words");
	assert_says(part(*state, b, portfolio_left_out), "something in them means something else");
	assert_says(part(*state, b, portfolio_summary), "alliances need a look");
}

static void
few_alliances_are_told_in_words(void **state)
{
	const struct benchmark *few = sample(state, 6), *many = sample(state, 24);

	assert_says(part(*state, few, portfolio_estimates), "by its estimate in the lowest quarter");
	assert_silent(part(*state, few, portfolio_estimates), "Percentile");
	assert_silent(part(*state, few, portfolio_estimates), "Chance of");
	assert_says(part(*state, few, portfolio_summary), "places are told in words");
	assert_says(part(*state, many, portfolio_estimates), "Percentile, 80% band");
	assert_silent(part(*state, many, portfolio_estimates), "100%");
	assert_int_equal(part(*state, few, portfolio_funnel)->n, 0);
}

static void
made_for_one_it_names_only_that_one(void **state)
{
	const struct benchmark_choice one = { .own = sample_benchmark_key(*state, PLANTED_DROP) };
	const char *html = html_of(*state, sample_benchmark(*state, 24, &one, NULL));

	assert_non_null(strstr(html, "Harbour Compass"));
	assert_non_null(strstr(html, "Where this alliance lies among the others"));
	assert_non_null(strstr(html, "fell by 20 points"));
	for (size_t i = 0; i < 24; i++)
		assert_true(i == PLANTED_DROP || strstr(html, sample(state, 24)->alliances[i].name) == NULL);
	for (size_t i = 0; i < 3; i++)
		assert_null(strstr(html, ((const char *const[]){ "id=\"heat\"", "id=\"funnel\"", "id=\"estimates\"" })[i]));
}

static void
a_refusal_is_a_sentence(void **state)
{
	static const char *const sentences[] = { [BENCHMARK_EMPTY] = "No release takes part",
		[BENCHMARK_TOO_FEW_OTHERS] = "Fewer than five other alliances", [BENCHMARK_DOMINATED] = "more than half of the people",
		[BENCHMARK_OWN_MISSING] = "has no release that takes part" };
	const struct benchmark_choice one = { .own = sample_benchmark_key(*state, 0) };
	struct benchmark *b = sample_benchmark(*state, 5, &one, NULL);

	assert_int_equal(b->refused, BENCHMARK_TOO_FEW_OTHERS);
	for (enum benchmark_refusal r = BENCHMARK_EMPTY; r <= BENCHMARK_OWN_MISSING; r++) {
		b->refused = r;
		assert_non_null(strstr(html_of(*state, b), sentences[r]));
		assert_null(strstr(html_of(*state, b), "id=\"method\""));
	}
}

static void
colours_need_a_probability(void **state)
{
	static const struct {
		double p_below, points;
		const char *css;
	} cases[] = { { .81, -11, "low-3" }, { .99, -7, "low-2" }, { .8, -2, "low-1" }, { .79, -30, "unsure" }, { .21, 30, "unsure" },
		{ .2, 3, "high-1" }, { .1, 9, "high-2" }, { .001, 12, "high-3" } };
	struct benchmark *b = sample(state, 6);
	struct benchmark_row *row = row_of(b, "trust");
	struct benchmark_cell *cell = cell_of(b, 0, "trust");

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		cell->p_below = cases[i].p_below;
		cell->shrunken = row->mu + cases[i].points / 100 * (row->max - row->min);
		assert_row(part(*state, b, portfolio_heat), "Cedar Bridge", arena_printf(*state,
			"<td class=\"%s\" data-label=\"Trust and integrity\">", cases[i].css));
	}
	cell->refused = REFUSED_EMPTY;
	assert_row(part(*state, b, portfolio_heat), "Cedar Bridge", "<td class=\"none\" data-label=\"Trust and integrity\">–</td>");
	*cell = (struct benchmark_cell){ .raw = row->min, .shrunken_refused = REFUSED_TOO_FEW };
	assert_row(part(*state, b, portfolio_heat), "Cedar Bridge", "<td class=\"unsure\" data-label=\"Trust and integrity\">0</td>");
}

/* Groups by type, by stage when no type is told, one group when neither is. */
static void
the_heat_map_is_grouped_and_ordered(void **state)
{
	struct benchmark *b = sample(state, 24);
	const char *html = part(*state, b, portfolio_heat)->bytes, *look = strstr(html, "Harbour Compass");

	assert_true(strstr(html, "Co-development (8)") < look && look < strstr(html, "Falcon Bridge"));
	assert_true(strstr(html, "Reseller (8)") < strstr(html, "Technology (8)"));
	for (size_t i = 0; i < 24; i++)
		((struct benchmark_alliance *)(uintptr_t)b->alliances)[i].type = "";
	assert_says(part(*state, b, portfolio_heat), "Building up (6)");
	for (size_t i = 0; i < 24; i++)
		((struct benchmark_alliance *)(uintptr_t)b->alliances)[i].stage = NULL;
	assert_silent(part(*state, b, portfolio_heat), "rowgroup");
}

static void
a_direction_needs_a_probability(void **state)
{
	struct benchmark *b = sample(state, 6);
	struct benchmark_row *row = row_of(b, "health");

	assert_int_equal(portfolio_direction(.95), UP_SURELY);
	assert_int_equal(portfolio_direction(.8), UP_PROBABLY);
	assert_int_equal(portfolio_direction(.79), UNDECIDED);
	assert_int_equal(portfolio_direction(.21), UNDECIDED);
	assert_int_equal(portfolio_direction(.2), DOWN_PROBABLY);
	assert_int_equal(portfolio_direction(.05), DOWN_SURELY);
	row->trend = (struct benchmark_slope){ .waves = 20, .value = 2, .p_rise = .9, .ci95 = { -1, 5 } };
	assert_says(part(*state, b, portfolio_summary), "Over the waves it rose by 2.0 points a year (probability 90%).");
	row->trend.p_rise = .5;
	assert_says(part(*state, b, portfolio_summary), "Whether it rises or falls over the waves cannot be told.");
	row->trend.refused = REFUSED_TOO_FEW;
	assert_silent(part(*state, b, portfolio_summary), "Over the waves");
	row->tau2_alliance = 0;
	assert_says(part(*state, b, portfolio_summary), "cannot be told from chance");
	row->refused = REFUSED_TOO_FEW;
	assert_says(part(*state, b, portfolio_summary), "too few answers to say how the portfolio stands");
	assert_says(part(*state, b, portfolio_dimensions), "too few alliances");
}

static void
a_broken_series_is_marked(void **state)
{
	const struct benchmark_choice one = { .own = sample_benchmark_key(*state, 0) };
	const struct buf *out = part(*state, sample_benchmark(*state, 24, &one, NULL), portfolio_changes);

	assert_row(out, "Results and satisfaction</th>", "asked something else: a new series");
	assert_row(out, "Execution and coordination</th>", "asked in other words");
	assert_row(out, "Execution and coordination</th>", "stroke-dasharray");
}

static void
drivers_go_with_and_do_not_cause(void **state)
{
	struct benchmark *b = sample(state, 6);
	struct benchmark_driver drivers[10];
	struct benchmark_drivers one = { .outcome = "outlook", .alliances = 6, .people = 144, .r2 = .4, .seed = 7,
		.replicates = 1000, .used = 990, .drivers = drivers };

	for (int i = 0; i < 10; i++)
		drivers[i] = (struct benchmark_driver){ "trust", .05, .1, .2, { .02, .1 } };
	drivers[3] = (struct benchmark_driver){ "governance", .5, .4, .6, { .3, .7 } };
	b->drivers = &one;
	b->n_drivers = 1;
	assert_says(part(*state, b, portfolio_drivers), "Governance and decisions goes with it most.");
	assert_says(part(*state, b, portfolio_drivers), "990 of 1000 resamples of whole alliances, seed 7");
	drivers[3].share95.lo = .09;
	assert_says(part(*state, b, portfolio_drivers), "which dimension goes with it most cannot be told");
	one.refused = REFUSED_SINGULAR;
	one.culprit = "value";
	assert_says(part(*state, b, portfolio_drivers), "Value and fairness says the same as other dimensions");
	one.refused = REFUSED_TOO_FEW;
	assert_says(part(*state, b, portfolio_drivers), "too few answers to tell what goes with it");
	b->n_drivers = 0;
	assert_int_equal(part(*state, b, portfolio_drivers)->n, 0);
}

static void
the_instrument_is_judged_by_its_interval(void **state)
{
	struct benchmark *b = sample(state, 6);
	struct benchmark_instrument *x = &row_of(b, "trust")->instrument;

	*x = (struct benchmark_instrument){ .items = 4, .people = 300, .alpha = .85, .alpha95 = { .81, .88 }, .omega = .85,
		.omega95 = { .81, .88 }, .df = 2, .cfi = .98, .rmsea = .03, .srmr = .02 };
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "measures reliably");
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "its items measure one thing");
	x->cfi = .9;
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "more than one thing");
	x->alpha95.lo = .75;
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "reliable enough");
	x->alpha95.lo = .6;
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "cannot tell");
	x->alpha95.hi = .69;
	x->df = 0;
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "measures loosely");
	assert_silent(part(*state, b, portfolio_instrument), "one thing</span>");
	x->alpha_refused = REFUSED_TOO_FEW;
	assert_row(part(*state, b, portfolio_instrument), "Trust and integrity", "cannot tell");
	for (size_t r = 0; r < b->n_rows; r++)
		((struct benchmark_row *)(uintptr_t)b->rows)[r].instrument.items = 0;
	assert_int_equal(part(*state, b, portfolio_instrument)->n, 0);
}

static void
managers_are_told_together_or_not_at_all(void **state)
{
	struct benchmark *b = sample(state, 6);
	struct benchmark_competency few[] = { { .of = "delivery", .managers = 4, .mean = 66613, .min = 1, .max = 5 },
		{ .of = "diplomacy", .managers = 6, .mean = 3, .min = 1, .max = 5, .ci95 = { 2, 4 } } };

	assert_says(part(*state, b, portfolio_managers), "Diplomacy and lobbying");
	b->competencies = few;
	b->n_competencies = 2;
	assert_row(part(*state, b, portfolio_managers), "Delivery", "too few managers have a profile");
	assert_row(part(*state, b, portfolio_managers), "Diplomacy and lobbying", "25 to 75");
	b->manager_form = NULL;
	assert_int_equal(part(*state, b, portfolio_managers)->n, 0);
}

static void
a_norm_group_and_a_choice_are_told(void **state)
{
	struct benchmark *b = sample(state, 24);

	cell_of(b, 0, "health")->norm_percentile = 37;
	b->norm = (struct benchmark_norm){ .name = "Industry", .type = "reseller", .made = 0 };
	b->choice = (struct benchmark_choice){ .type = "reseller", .stage = "run", .since = 86400 };
	assert_row(part(*state, b, portfolio_estimates), "Cedar Bridge</th>", "Percentile in the norm group\">37<");
	assert_says(part(*state, b, portfolio_method), "Industry, made on 1 January 1970 (type: reseller; stage: all)");
	assert_says(part(*state, b, portfolio_summary), "Only alliances of type Reseller. Only alliances in stage Running. "
		"Only waves closed since 2 January 1970.");
}

static void
nothing_differs_nothing_is_named(void **state)
{
	struct benchmark *b = sample(state, 24);

	for (size_t i = 0; i < b->n_alliances; i++)
		for (size_t r = 0; r < b->n_rows; r++) {
			struct benchmark_cell *c = cell_of(b, i, b->rows[r].of);

			c->gap_adjusted = 1;
			c->funnel_side = 0;
			c->p_lowest = .5;
		}
	b->n_attention = 0;
	assert_says(part(*state, b, portfolio_gaps), "comparisons none is certain enough to be named.");
	assert_says(part(*state, b, portfolio_funnel), "No alliance lies outside of the limits.");
	assert_says(part(*state, b, portfolio_summary), "No alliance needs a special look.");
	assert_says(part(*state, b, portfolio_summary), "No alliance lies in the lowest quarter");
	assert_int_equal(part(*state, b, portfolio_attention)->n, 0);
}

static void
ten_thousand_stay_a_page(void **state)
{
	const char *html = html_of(*state, sample_benchmark_figures(*state, 10000));

	assert_true(strlen(html) < 2 << 20);
	assert_null(strstr(html, "id=\"heat\""));
	assert_non_null(strstr(html, "The lowest 10"));
	assert_non_null(strstr(html, "id=\"distributions\""));
	assert_non_null(strstr(html, "more are in the data as CSV and JSON"));
	assert_int_equal(outputs_count(html, "role=\"img\""), outputs_count(html, "</title><desc>"));
}

static void
names_cannot_break_out(void **state)
{
	const char *html = html_of(*state, sample_benchmark(*state, 24, &everything, "<script>alert('x')</script>\"&"));

	assert_null(strstr(html, "<script"));
	assert_non_null(strstr(html, "&lt;script&gt;"));
}

static void
words_of_their_own(void **state)
{
	const struct view v = { .arena = *state };

	assert_string_equal(portfolio_kind("venture"), "Joint venture");
	assert_string_equal(portfolio_kind("other"), "other");
	assert_string_equal(portfolio_side(&v, "b"), "B");
	assert_string_equal(portfolio_side(&v, "north"), "north");
	assert_string_equal(portfolio_side(&v, NULL), "");
	assert_string_equal(portfolio_chance(&v, 1), "> 99%");
	assert_string_equal(portfolio_chance(&v, 0), "< 1%");
	assert_string_equal(portfolio_chance(&v, NAN), "–");
}

static void
files_of_every_kind(void **state)
{
	struct ctx wrong = { .arena = *state }, nowhere = wrong;
	const struct benchmark *b = sample(state, 6);

	assert_false(report_benchmark_write(&wrong, b, "en", "benchmark.txt"));
	assert_int_equal(wrong.failure, E_INVALID);
	assert_false(report_benchmark_write(&nowhere, b, "en", "/nowhere/benchmark.html"));
	assert_int_equal(nowhere.failure, E_SYSTEM);
}

static void
charts_are_as_they_were_looked_at(void **state)
{
	static const struct {
		const char *name;
		void (*section)(struct view *);
	} parts[] = {
		{ "portfolio-heat.html", portfolio_heat }, { "portfolio-dimensions.html", portfolio_dimensions },
		{ "portfolio-estimates.html", portfolio_estimates }, { "portfolio-funnel.html", portfolio_funnel },
		{ "portfolio-changes.html", portfolio_changes }, { "portfolio-summary.html", portfolio_summary },
	};
	const struct benchmark *b = sample(state, 24);

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		outputs_assert_golden(*state, parts[i].name, part(*state, b, parts[i].section));
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, fresh_arena, free_arena)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_was_planted_is_found),
		TEST(few_alliances_are_told_in_words),
		TEST(made_for_one_it_names_only_that_one),
		TEST(a_refusal_is_a_sentence),
		TEST(colours_need_a_probability),
		TEST(the_heat_map_is_grouped_and_ordered),
		TEST(a_direction_needs_a_probability),
		TEST(a_broken_series_is_marked),
		TEST(drivers_go_with_and_do_not_cause),
		TEST(the_instrument_is_judged_by_its_interval),
		TEST(managers_are_told_together_or_not_at_all),
		TEST(a_norm_group_and_a_choice_are_told),
		TEST(nothing_differs_nothing_is_named),
		TEST(ten_thousand_stay_a_page),
		TEST(names_cannot_break_out),
		TEST(words_of_their_own),
		TEST(files_of_every_kind),
		TEST(charts_are_as_they_were_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
