/* preview_test.c - what authors of a form get to look at: previews and codebooks */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/codebook.h"
#include "forms/form.h"
#include "forms/load.h"
#include "forms/preview.h"

static struct arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static const struct form *
good(const char *name)
{
	const char *srcdir = getenv("srcdir") == NULL ? "." : getenv("srcdir");
	size_t n;
	const char *bytes = str_read_file(arena, arena_printf(arena, "%s/tests/data/good/%s.xml", srcdir, name),
		1 << 20, &n);
	const struct form *form;

	assert_non_null(bytes);
	form = form_load(arena, bytes, n, msgs_new(arena, name));
	assert_non_null(form);
	return form;
}

static const char *
preview(const char *name, const char *group)
{
	struct buf *out = buf_new(arena);

	preview_emit(out, good(name), "a", group, "main { color: black }");
	return out->bytes;
}

static bool
says(const char *text, const char *words)
{
	return strstr(text, words) != NULL;
}

static size_t
count(const char *text, const char *words)
{
	size_t n = 0;

	for (; (text = strstr(text, words)) != NULL; text++)
		n++;
	return n;
}

static void
shows_a_form_in_every_language(void **state)
{
	const char *page = preview("all-kinds", "");

	(void)state;
	assert_int_equal(count(page, "<form lang="), 2);
	assert_true(says(page, "<style>main { color: black }</style>"));
	assert_true(says(page, "Organisation A"));
	assert_true(says(page, "Organisation B, Organisation C"));
	assert_true(says(page, "Shown only when its condition holds:"));
	assert_true(says(page, "<strong>no persons</strong>"));
	assert_false(says(page, "Asked of:"));
}

/* An author sees everything, who is asked, and what single groups read instead. */
static void
notes_what_single_groups_see_and_read(void **state)
{
	const char *page = preview("manager", "");

	(void)state;
	assert_true(says(page, "<p class=\"note\">Asked of: manager, colleagues, executives</p>"));
	assert_true(says(page, "<p class=\"note\">Asked of: counterpart, partner_team, partner_executives</p>"));
	assert_true(says(page, "<p class=\"note\">Asked of: counterpart, partner_team</p>"));
	assert_true(says(page, "<p class=\"note\">self: I win support.</p>"));
	assert_true(says(page, "<p class=\"note\">self: Ich gewinne Unterstützung.</p>"));
	assert_true(says(page, "<p class=\"note\">self: What fits you?</p>"));
	assert_true(says(page, "Person M wins support."));
}

static void
shows_a_group_its_own_form(void **state)
{
	const char *self = preview("manager", "self"), *counterpart = preview("manager", "counterpart");

	(void)state;
	assert_true(says(self, "I win support."));
	assert_false(says(self, "Person M"));
	assert_false(says(self, "Asked of:"));
	assert_false(says(self, "settles disputes early"));
	assert_int_equal(count(self, "<h2>"), 2);
	assert_true(says(self, "<h2>1. Alliance manager</h2>"));
	assert_true(says(counterpart, "Person M calls me first."));
	assert_true(says(counterpart, "<h2>2. Alliance manager</h2>"));
	assert_false(says(counterpart, "What fits"));
}

static void
lists_groups_and_levels_of_variables(void **state)
{
	const struct codebook *codebook = codebook_make(arena, good("manager"), "en");
	struct buf *csv = buf_new(arena), *json = buf_new(arena);

	(void)state;
	codebook_csv(codebook, csv);
	codebook_json(codebook, json);
	assert_true(str_starts(csv->bytes,
		"variable,kind,page,dimensions,reversed,text,code,label,missing,levels,groups\r\n"
		"c1_win,battery,c_diplomacy,diplomacy,,[subject] wins support.,1,Never,,,\r\n"));
	assert_true(says(csv->bytes, "\r\nc1_inside,battery,c_diplomacy,diplomacy,,"
		"[subject] settles disputes early.,-1001,Not observed,yes,,manager colleagues executives\r\n"));
	assert_true(says(csv->bytes, "\r\nc1_level,anchored,c_diplomacy,,,What fits [subject]?,2,Convinces.,,"
		"diplomacy,self manager\r\n"));
	assert_true(says(csv->bytes, "\r\nc1_why,text,c_diplomacy,,,An example?,,,,,\r\n"));
	assert_int_equal(count(json->bytes, "\"name\""), 7);
	assert_int_equal(count(json->bytes, "\"diplomacy\""), 4);
	assert_int_equal(count(json->bytes, "\"self manager\""), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(shows_a_form_in_every_language, set_up, tear_down),
		cmocka_unit_test_setup_teardown(notes_what_single_groups_see_and_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(shows_a_group_its_own_form, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_groups_and_levels_of_variables, set_up, tear_down),
	};

	forms_init();
	return cmocka_run_group_tests_name("preview", tests, NULL, NULL);
}
