/* group_test.c - one form about a manager, seen by each of its rater groups */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/urlenc.h"
#include "forms/accept.h"
#include "forms/compare.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/load.h"
#include "forms/render.h"
#include "tests/unit/replaced.h"

static struct arena *arena;
static const char *source;
static const struct form *form;
static struct answers answers;

static const struct form *
load(const char *bytes)
{
	struct msgs *msgs = msgs_new(arena, NULL);
	const struct form *f = form_load(arena, bytes, strlen(bytes), msgs);

	assert_int_equal(msgs->n, 0);
	assert_non_null(f);
	return f;
}

static int
set_up(void **state)
{
	const char *srcdir = getenv("srcdir") == NULL ? "." : getenv("srcdir");
	size_t n;

	(void)state;
	arena = arena_new();
	source = str_read_file(arena, arena_printf(arena, "%s/tests/data/good/manager.xml", srcdir), 1 << 20, &n);
	assert_non_null(source);
	form = load(source);
	answers = answers_new(arena, form);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct respondent
rater(const char *group)
{
	return (struct respondent){ .lang = "en", .party = "a", .group = group, .wave = "", .own = "Aare",
		.partner = "Birs", .subject = "Person M" };
}

static size_t
item(const char *id)
{
	int i = form_item(form, id);

	assert_true(i >= 0);
	return (size_t)i;
}

/* The ids of the items the group is asked, with a blank behind each. */
static const char *
asked(const char *group)
{
	struct respondent who = rater(group);
	struct flow flow = flow_evaluate(arena, form, &who, &answers);
	const char *ids = "";

	for (size_t i = 0; i < form->n_items; i++)
		if (flow.items[i])
			ids = arena_printf(arena, "%s%s ", ids, form->items[i].id);
	return ids;
}

static bool
sees_page(const char *group, size_t page)
{
	struct respondent who = rater(group);

	return flow_evaluate(arena, form, &who, &answers).pages[page];
}

static void
knows_its_groups(void **state)
{
	(void)state;
	for (int i = 0; i < N_GROUPS; i++) {
		assert_int_equal(group_find(group_names[i]), i);
		assert_int_equal(group_is_partner((enum rater_group)i), i > GROUP_EXECUTIVES);
		assert_true(groups_include(GROUPS_ALL, group_names[i]));
		assert_true(groups_include(1u << i, group_names[i]));
		assert_false(groups_include(GROUPS_ALL & ~(1u << i), group_names[i]));
	}
	assert_string_equal(groups_list(arena, 1u << GROUP_SELF | 1u << GROUP_COUNTERPART, ", "),
		"self, counterpart");
	assert_string_equal(groups_list(arena, 0, " "), "");
	assert_int_equal(group_find("friends"), -1);
	assert_true(groups_include(GROUPS_ALL, NULL));
	assert_true(groups_include(GROUPS_ALL, ""));
	assert_false(groups_include(1u << GROUP_SELF, ""));
}

static void
asks_each_group_its_own_items(void **state)
{
	(void)state;
	assert_string_equal(asked("self"), "c1_win c1_adapt c1_level ");
	assert_string_equal(asked("manager"), "c1_win c1_adapt c1_inside c1_level ");
	assert_string_equal(asked("colleagues"), "c1_win c1_adapt c1_inside ");
	assert_string_equal(asked("counterpart"), "c1_win c1_adapt c2_contact c2_first ");
	assert_string_equal(asked("partner_team"), "c1_win c2_contact ");
	assert_string_equal(asked("partner_executives"), "c1_win c1_adapt ");
	/* The page for the partner is theirs also when only its words are left. */
	assert_false(sees_page("colleagues", 1));
	assert_true(sees_page("partner_team", 1));
	assert_true(sees_page("partner_executives", 1));
}

static void
tells_each_group_its_own_words(void **state)
{
	const struct text *words = &form->items[item("c1_win")].text;
	struct respondent self = rater("self"), colleague = rater("colleagues");

	(void)state;
	assert_string_equal(text_plain(arena, form, words, &self), "I win support.");
	assert_string_equal(text_plain(arena, form, words, &colleague), "Person M wins support.");
}

static void
post(const char *group, size_t page, const char *body)
{
	struct respondent who = rater(group);
	struct msgs *msgs = msgs_new(arena, NULL);
	struct flow seen = flow_evaluate(arena, form, &who, &answers);
	struct fields fields;

	assert_true(urlenc_parse(arena, body, strlen(body), &fields));
	accept_page(arena, form, page, &who, &fields, true, &seen, &answers, msgs);
	assert_int_equal(msgs->n_errors, 0);
}

static void
takes_no_answer_from_other_groups(void **state)
{
	(void)state;
	post("partner_team", 0, "c1_win=2&c1_inside=3&c1_level=2");
	assert_int_equal(answers.codes[form->items[item("c1_win")].slot], 2);
	assert_false(answers_has(form, &answers, item("c1_inside")));
	assert_false(answers_has(form, &answers, item("c1_level")));
	post("manager", 0, "c1_inside=3&c1_level=2");
	assert_int_equal(answers.codes[form->items[item("c1_inside")].slot], 3);
	assert_int_equal(answers.codes[form->items[item("c1_level")].slot], 2);
}

static void
counts_what_a_group_was_not_asked_as_not_shown(void **state)
{
	struct respondent who = rater("partner_team");
	struct flow flow;

	(void)state;
	post("manager", 0, "c1_win=2&c1_inside=3");
	flow = flow_evaluate(arena, form, &who, &answers);
	answers = flow_counted(arena, form, &flow, &answers);
	assert_int_equal(answers.codes[form->items[item("c1_win")].slot], 2);
	assert_int_equal(answers.codes[form->items[item("c1_inside")].slot], MISSING_NOT_SHOWN);
}

/* Two of three items give a score; of a group that is asked two of them, two thirds of two, rounded up. */
static void
needs_answers_in_proportion(void **state)
{
	const struct dimension *d = &form->dimensions[0];

	(void)state;
	assert_int_equal(d->min_valid, 2);
	assert_int_equal(dimension_min_valid(form, d, "manager"), 2);
	assert_int_equal(dimension_min_valid(form, d, "self"), 2);
	assert_int_equal(dimension_min_valid(form, d, NULL), 2);
	form = load(replaced(arena, source, "<item id=\"c1_win\">", "<item id=\"c1_win\" groups=\"self\">"));
	assert_int_equal(dimension_min_valid(form, &form->dimensions[0], "partner_team"), 1);
	form = load(replaced(arena, source, "items=\"c1_win c1_adapt c1_inside\"", "items=\"c2_first\""));
	assert_int_equal(dimension_min_valid(form, &form->dimensions[0], "self"), 0);
	assert_int_equal(dimension_min_valid(form, &form->dimensions[0], "counterpart"), 1);
}

static void
links_a_dimension_to_its_levels(void **state)
{
	(void)state;
	assert_int_equal(form->dimensions[0].levels, item("c1_level"));
	form = load(replaced(arena, source, " levels=\"c1_level\"", ""));
	assert_int_equal(form->dimensions[0].levels, -1);
}

static const struct form *
shipped(const char *name)
{
	const char *srcdir = getenv("srcdir") == NULL ? "." : getenv("srcdir");
	size_t n;
	const char *bytes = str_read_file(arena, arena_printf(arena, "%s/forms/library/%s.xml", srcdir, name),
		1 << 20, &n);

	assert_non_null(bytes);
	return load(bytes);
}

/* Nobody is asked for more answers than there are questions; the partner has a view of every competency in
 * the full form, and none of two in the short one. */
static void
shipped_forms_can_be_scored_by_every_group(void **state)
{
	const struct form *full = shipped("alliance-manager"), *brief = shipped("alliance-manager-short");

	(void)state;
	assert_int_equal(full->n_dimensions, 10);
	assert_int_equal(full->n_weight_sets, 6);
	for (int group = 0; group < N_GROUPS; group++)
		for (size_t i = 0; i < full->n_dimensions; i++) {
			const char *name = group_names[group], *id = brief->dimensions[i].id;
			bool blind = group_is_partner((enum rater_group)group)
				&& (str_eq(id, "business") || str_eq(id, "entrepreneurship"));

			assert_in_range(dimension_min_valid(full, &full->dimensions[i], name), 1, 3);
			assert_int_equal(dimension_min_valid(brief, &brief->dimensions[i], name), !blind);
		}
}

/* The description of the next level is found from the competency alone. */
static void
shipped_levels_are_found_from_the_competency(void **state)
{
	const struct form *full = shipped("alliance-manager");
	const struct dimension *d = &full->dimensions[form_dimension(full, "delivery")];
	struct respondent reader = rater("self");

	(void)state;
	for (size_t i = 0; i < full->n_dimensions; i++) {
		assert_true(full->dimensions[i].levels >= 0);
		assert_int_equal(full->items[full->dimensions[i].levels].scale->n_valued, 5);
	}
	assert_string_equal(text_plain(arena, full, &full->items[d->levels].scale->points[3].label, &reader),
		"Follows every action until it is closed. Re-plans as soon as a milestone is at risk.");
}

/* What becomes of the comparison when the form is edited so. */
static const char *
compared(const char *from, const char *to)
{
	const char *next = replaced(arena, source, " version=\"1\"", " version=\"2\"");
	struct buf *out = buf_new(arena);

	compare_print(form_compare(arena, form, load(replaced(arena, next, from, to))), out);
	return out->bytes;
}

static void
compares_groups_and_levels(void **state)
{
	(void)state;
	assert_string_equal(compared("", ""), "");
	assert_non_null(strstr(compared("\"manager colleagues executives\"", "\"manager colleagues\""),
		"meaning: c1_inside: other people are asked: its rater groups are others\n"));
	assert_string_equal(compared(" levels=\"c1_level\"", ""),
		"none: diplomacy: another question describes its levels\n");
	assert_non_null(strstr(compared("I win support.", "I gain support."), "wording: c1_win"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(knows_its_groups, set_up, tear_down),
		cmocka_unit_test_setup_teardown(asks_each_group_its_own_items, set_up, tear_down),
		cmocka_unit_test_setup_teardown(tells_each_group_its_own_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(takes_no_answer_from_other_groups, set_up, tear_down),
		cmocka_unit_test_setup_teardown(counts_what_a_group_was_not_asked_as_not_shown, set_up, tear_down),
		cmocka_unit_test_setup_teardown(needs_answers_in_proportion, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_a_dimension_to_its_levels, set_up, tear_down),
		cmocka_unit_test_setup_teardown(shipped_forms_can_be_scored_by_every_group, set_up, tear_down),
		cmocka_unit_test_setup_teardown(shipped_levels_are_found_from_the_competency, set_up, tear_down),
		cmocka_unit_test_setup_teardown(compares_groups_and_levels, set_up, tear_down),
	};

	forms_init();
	return cmocka_run_group_tests_name("group", tests, NULL, NULL);
}
