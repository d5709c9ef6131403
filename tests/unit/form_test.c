/* form_test.c - loading forms, conditions, codebooks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/codebook.h"
#include "forms/form.h"
#include "forms/load.h"
#include "forms/rule.h"

static struct arena *arena;
static struct msgs *msgs;
static const struct form *form;
static struct answers answers;
static struct respondent respondent;

static int
set_up(void **state)
{
	size_t n;
	char *path, *bytes;

	(void)state;
	arena = arena_new();
	msgs = msgs_new(arena, NULL);
	path = arena_printf(arena, "%s/tests/data/good/all-kinds.xml", getenv("srcdir") == NULL ? "."
		: getenv("srcdir"));
	bytes = str_read_file(arena, path, 1 << 20, &n);
	assert_non_null(bytes);
	form = form_load(arena, bytes, n, msgs);
	assert_int_equal(msgs->n, 0);
	assert_non_null(form);
	answers = answers_new(arena, form);
	respondent = (struct respondent){ .lang = "de", .party = "a", .group = "", .wave = "spring",
		.today = 86400 * 20000 };
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct item *
item(const char *id)
{
	int i = form_item(form, id);

	assert_true(i >= 0);
	return &form->items[i];
}

static void
loads_what_the_file_says(void **state)
{
	(void)state;
	assert_string_equal(form->id, "all_kinds");
	assert_int_equal(form->version, 3);
	assert_int_equal(form->n_langs, 2);
	assert_int_equal(form->n_parties, 3);
	assert_int_equal(form->n_pages, 2);
	assert_int_equal(form->n_questions, 12);
	assert_int_equal(form->n_items, 15);
	assert_int_equal(form->n_slots, 19);
	assert_int_equal(form->n_texts, 4);
	assert_int_equal(form->scales[0].n_points, 6);
	assert_int_equal(form->scales[0].n_valued, 5);
	assert_int_equal(form->scales[0].points[5].code, MISSING_NA);
	assert_string_equal(form->items[item("tr1")->mirror].id, "tr2");
	assert_true(item("tr3")->reverse);
	assert_string_equal(item("tr4")->was_id, "tr4");
	assert_int_equal(item("tr4")->was_version, 2);
	assert_int_equal(item("tr4")->change, CHANGE_WORDING);
	assert_int_equal(item("means_of")->n_slots, 3);
	assert_int_equal(form->pages[1].first_item, 6);
	assert_int_equal(form->pages[1].n_slots, 13);
	assert_true(form->dimensions[1].ideal == 3);
	assert_true(isnan(form->dimensions[0].ideal));
	assert_int_equal(form->dimensions[0].min_valid, 2);
	assert_int_equal(form->dimensions[2].min_valid, 1);
	assert_true(form->dimensions[0].weights[0] == 2 && form->indexes[0].weights[0] == 3);
	assert_true(form->weight_sets[0].weights[1] == 2.5 && form->weight_sets[0].weights[3] == 0);
}

static void
text_is_runs_with_single_blanks(void **state)
{
	const struct wording *w = text_wording(form, &form->intro, "en", "a", NULL);

	(void)state;
	assert_int_equal(w->n, 9);
	assert_string_equal(w->runs[0].text, "About ");
	assert_int_equal(w->runs[1].kind, RUN_EM);
	assert_int_equal(w->runs[5].kind, RUN_PARTNER);
	assert_int_equal(w->runs[7].kind, RUN_BREAK);
	w = text_wording(form, &item("tr4")->text, "en", "b", NULL);
	assert_string_equal(w->runs[0].text, "We get the plan from ");
	assert_string_equal(text_wording(form, &item("tr4")->text, "en", "c", NULL)->runs[0].text,
		"We see the plan early enough.");
}

/* The expression over the answers as they are, compiled and bound as a form's own condition is. */
static bool
holds_in(const char *expression, const bool *visible, int self)
{
	struct rule *rule = rule_compile(arena, expression, 1, "x", msgs);

	assert_int_equal(msgs->n, 0);
	assert_non_null(rule);
	rule_bind(rule, form);
	return rule_holds(rule, form, &respondent, &answers, visible, self);
}

static bool
holds(const char *expression)
{
	return holds_in(expression, NULL, -1);
}

static void
answer(const char *id, size_t slot, int16_t code, const char *text)
{
	answers.codes[item(id)->slot + slot] = code;
	if (text != NULL)
		answers.texts[item(id)->text_slot] = text;
}

static void
without_an_answer_every_comparison_is_false(void **state)
{
	static const char *const comparisons[] = { "$tr1 = 3", "$tr1 != 3", "$tr1 < 3", "$tr1 >= 3",
		"$tr1 = $tr2", "$tr1 != $tr2",
		"value($tr1) != 3", "in($tr1, 1, 2, 3)", "mean-of($tr1, $tr2) != 3", "$tr1", "answered($tr1)",
		"missing($tr1)" };
	bool visible[16] = { false };

	(void)state;
	for (size_t i = 0; i < sizeof(comparisons) / sizeof(*comparisons); i++)
		assert_false(holds(comparisons[i]));
	answer("tr1", 0, MISSING_NA, NULL);
	for (size_t i = 0; i < sizeof(comparisons) / sizeof(*comparisons) - 1; i++)
		assert_false(holds(comparisons[i]));
	assert_true(holds("missing($tr1)"));
	answer("tr1", 0, 3, NULL);
	assert_true(holds("$tr1 = 3") && !holds("$tr1 != 3") && holds("$tr1 != 4"));
	for (size_t i = 0; i < sizeof(comparisons) / sizeof(*comparisons); i++)
		assert_false(holds_in(comparisons[i], visible, -1));
}

static void
functions_do_what_they_say(void **state)
{
	(void)state;
	answer("tr1", 0, 2, NULL);
	answer("tr3", 0, 5, NULL);
	assert_true(holds("answered($tr1) and not(answered($tr2))"));
	assert_true(holds("value($tr2, 7) = 7 and value($tr1, 7) = 2"));
	assert_true(holds("in($tr1, 1, 2) and not(in($tr1, 3, 4))"));
	assert_true(holds("count-of($tr1, $tr2, $tr3) = 2"));
	assert_true(holds("count-of($tr1 <= 2, $tr3 >= 4, $tr2 = 1) = 2"));
	assert_true(holds("mean-of($tr1, $tr2, $tr3) = 3.5"));
	assert_true(holds("if($tr1 = 2, 'x', 'y') = 'x' and if($tr2 = 2, 'x', 'y') = 'y'"));
	assert_true(holds("today() = 20000 and date('2024-10-04') = 20000"));
	assert_true(holds("party() = 'a' and group() = '' and wave() = 'spring' and lang() = 'de'"));
	assert_true(holds("$tr1 + $tr3 = 7 and $tr3 * 2 = 10 and $tr3 mod 2 = 1 and $tr3 div 2 = 2.5 and -$tr1 = "
		"-2"));
}

static void
several_options_are_several_nodes(void **state)
{
	(void)state;
	answer("means_of", 0, 1, NULL);
	answer("means_of", 1, 0, NULL);
	answer("means_of", 2, 1, NULL);
	assert_true(holds("$means_of = 1 and $means_of = 3 and not($means_of = 2)"));
	assert_true(holds("count($means_of) = 2 and in($means_of, 3)"));
	assert_true(holds("count($means_of[. > 1]) = 1 and count($means_of | $tr1) = 2"));
	answer("prio", 0, 2, NULL);
	answer("prio", 1, 0, NULL);
	answer("prio", 2, 1, NULL);
	assert_true(holds("$prio = 1 and $prio = 3 and not($prio = 2)"));
}

static void
checks_see_the_answer_itself(void **state)
{
	int days = form_item(form, "esc_days"), on = form_item(form, "esc_on"), code = form_item(form, "code");

	(void)state;
	answer("esc_days", 0, 1, "12");
	assert_true(rule_holds(form->questions[item("esc_days")->question].check, form, &respondent, &answers,
		NULL, days));
	answer("esc_days", 0, 1, "12.5");
	assert_false(rule_holds(form->questions[item("esc_days")->question].check, form, &respondent, &answers,
		NULL, days));
	answer("esc_on", 0, 1, "2024-10-04");
	assert_true(holds_in(". <= today() and . > today() - 1", NULL, on));
	answer("esc_on", 0, 1, "2024-10-05");
	assert_false(holds_in(". <= today()", NULL, on));
	answer("code", 0, 1, "AB-1");
	assert_true(holds_in("matches(., 'code') and string-length(.) = 4", NULL, code));
	assert_false(holds_in("matches(., 'year')", NULL, code));
}

static void
endless_conditions_are_false(void **state)
{
	struct buf *b = buf_new(arena);

	(void)state;
	answer("means_of", 0, 1, NULL);
	answer("means_of", 1, 1, NULL);
	answer("means_of", 2, 1, NULL);
	buf_puts(b, "$means_of");
	for (int i = 0; i < 9; i++)
		buf_puts(b, "[count($means_of");
	for (int i = 0; i < 9; i++)
		buf_puts(b, ") > 0]");
	assert_false(holds(b->bytes));
	assert_true(holds("count($means_of) = 3"));
}

static void
fingerprint_ignores_what_xml_ignores(void **state)
{
	static const char one[] = "<form xmlns='urn:attune:form:1' id='f' version='1' "
		"xml:lang='en'><title><t>T</t></title>"
		"<page id='p'><yesno id='y'><stem><t>Yes?</t></stem></yesno></page></form>";
	static const char same[] = "<?xml version='1.0'?><!-- c --><form id=\"f\" xml:lang='en'   version='1' "
		"xmlns='urn:attune:form:1'>"
		"<title><t>T</t></title><page id='p'><yesno "
			"id='y'><stem><t>&#89;es?</t></stem></yesno></page></form>";
	static const char other[] = "<form xmlns='urn:attune:form:1' id='f' version='1' "
		"xml:lang='en'><title><t>T</t></title>"
		"<page id='p'><yesno id='y'><stem><t>No?</t></stem></yesno></page></form>";
	const struct form *a = form_load(arena, one, sizeof(one) - 1, msgs),
		*b = form_load(arena, same, sizeof(same) - 1, msgs);
	const struct form *c = form_load(arena, other, sizeof(other) - 1, msgs);

	(void)state;
	assert_int_equal(msgs->n, 0);
	assert_memory_equal(a->fingerprint, b->fingerprint, 32);
	assert_memory_not_equal(a->fingerprint, c->fingerprint, 32);
	/* xmllint --c14n | sha256sum */
	assert_string_equal(token_hex(arena, a->fingerprint, 32),
		"b9286be7df0b0d573d588d89e677cc2cc3d21f5dea6cf9c3d4b04397b901b833");
}

static void
codebook_names_every_slot(void **state)
{
	const struct codebook *cb = codebook_make(arena, form, "de");

	(void)state;
	assert_int_equal(cb->n, form->n_slots);
	assert_string_equal(cb->variables[item("means_of")->slot + 1].name, "means_of_2");
	assert_string_equal(cb->variables[item("challenge")->slot].codes[0].label, "Viel zu wenig");
	assert_int_equal(cb->variables[item("challenge")->slot].codes[5].code, MISSING_DK);
	assert_true(cb->variables[item("challenge")->slot].codes[5].missing);
	assert_int_equal(cb->variables[item("esc_days")->slot].n_codes, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(loads_what_the_file_says, set_up, tear_down),
		cmocka_unit_test_setup_teardown(text_is_runs_with_single_blanks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(without_an_answer_every_comparison_is_false, set_up, tear_down),
		cmocka_unit_test_setup_teardown(functions_do_what_they_say, set_up, tear_down),
		cmocka_unit_test_setup_teardown(several_options_are_several_nodes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(checks_see_the_answer_itself, set_up, tear_down),
		cmocka_unit_test_setup_teardown(endless_conditions_are_false, set_up, tear_down),
		cmocka_unit_test_setup_teardown(fingerprint_ignores_what_xml_ignores, set_up, tear_down),
		cmocka_unit_test_setup_teardown(codebook_names_every_slot, set_up, tear_down),
	};

	token_init();
	return cmocka_run_group_tests_name("forms", tests, NULL, NULL);
}
