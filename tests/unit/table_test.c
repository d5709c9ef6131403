/* table_test.c - answers read from a table: columns, codes, parties, and what is wrong with them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "engine/measure/table.h"
#include "tests/unit/survey.h"

static struct arena *arena;
static struct msgs *msgs;
static struct wave_answers wave;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	msgs = msgs_new(arena, "answers.csv");
	memset(&wave, 0, sizeof(wave));
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static bool
read(const char *text, const char *party)
{
	const struct form *form = survey_new(arena, 1, (const size_t[]){ 0 }).wave.form;
	struct csv csv;

	return csv_read(arena, text, strlen(text), msgs, &csv) &&
	    table_answers(arena, form, &csv, party, msgs, &wave);
}

static int
code(size_t row, int slot)
{
	return wave.responses[row].answers->codes[slot];
}

static void
reads_every_sort_of_answer(void **state)
{
	(void)state;
	assert_true(read("t1,T2,o2,s1,s2_1,s2_2,why,colour\n5, 1 ,10,1,0,1,\"Keep, it\",blue\nna,DK,refused,,1,,,red\n", NULL));
	assert_int_equal(msgs->n_errors, 0);
	assert_int_equal(wave.n_responses, 2);
	assert_int_equal(wave.n_parties, 1);
	assert_string_equal(wave.parties[0].id, "all");
	assert_int_equal(code(0, SURVEY_T1), 5);
	assert_int_equal(code(0, SURVEY_T2), 1);
	assert_int_equal(code(0, SURVEY_O2), 10);
	assert_int_equal(code(0, SURVEY_S1), 1);
	assert_int_equal(code(0, SURVEY_S2), 0);
	assert_int_equal(code(0, SURVEY_S2_SECOND), 1);
	assert_int_equal(code(0, SURVEY_WHY), 1);
	assert_string_equal(wave.responses[0].answers->texts[0], "Keep, it");
	assert_int_equal(code(1, SURVEY_T1), MISSING_NA);
	assert_int_equal(code(1, SURVEY_T2), MISSING_DK);
	assert_int_equal(code(1, SURVEY_O2), MISSING_REFUSED);
	assert_int_equal(code(1, SURVEY_S1), ANSWER_NONE);
	assert_int_equal(code(1, SURVEY_S2), 1);
	assert_int_equal(code(1, SURVEY_S2_SECOND), ANSWER_NONE);
	assert_null(wave.responses[1].answers->texts[0]);
}

static void
names_line_and_column_of_a_wrong_cell(void **state)
{
	(void)state;
	assert_true(read("t1;o2;s1\n5;11;0\n2,5;3;2\n6;x;1\n", NULL));
	assert_int_equal(msgs->n_errors, 5);
	assert_int_equal(msgs_find(msgs, "o2")->line, 2);
	assert_int_equal(msgs_find(msgs, "t1")->line, 3);
	assert_int_equal(msgs_find(msgs, "s1")->line, 3);
	assert_string_equal(msgs_find(msgs, "t1")->text, "`2,5` is not an answer to this item.");
	assert_int_equal(code(1, SURVEY_T1), ANSWER_NONE);
	assert_int_equal(code(1, SURVEY_O2), 3);
}

static void
orders_parties_by_value(void **state)
{
	(void)state;
	assert_true(read("side,t1\n10,1\n9,2\n,3\n10,4\n", "side"));
	assert_int_equal(wave.n_parties, 2);
	assert_string_equal(wave.parties[0].id, "9");
	assert_string_equal(wave.parties[1].id, "10");
	assert_int_equal(wave.n_responses, 3);
	assert_int_equal(wave.responses[0].party, 1);
	assert_int_equal(wave.responses[1].party, 0);
	assert_int_equal(msgs_find(msgs, "side")->line, 4);
	assert_true(msgs_find(msgs, "side")->warning);
}

static void
refuses_what_cannot_be_measured(void **state)
{
	(void)state;
	assert_false(read("side,t1\na,1\n", "party"));
	assert_non_null(msgs_find(msgs, "party"));
	assert_false(read("tone,mood\n1,2\n", NULL));
	assert_false(read("t1\n", NULL));
	assert_false(read("side,t1\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\ng,1\nh,1\ni,1\n", "side"));
	assert_int_equal(msgs->n_errors, 4);
	assert_false(read("side,t1\na,1\njoint,1\n", "side"));
	assert_non_null(msgs_find(msgs, "side"));
	assert_int_equal(msgs->n_errors, 5);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_every_sort_of_answer),
		TEST(names_line_and_column_of_a_wrong_cell),
		TEST(orders_parties_by_value),
		TEST(refuses_what_cannot_be_measured),
	};

	return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
