/* day_test.c - days as each language writes them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/lang.h"
#include "base/utc.h"

static const char *
written(struct arena *a, const char *lang, const char *date)
{
	int64_t seconds;

	assert_true(utc_parse_date(date, &seconds));
	lang_set(lang);
	return day_words(a, seconds);
}

static void
each_language_has_its_way(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(written(a, "en", "2026-11-22"), "22 November 2026");
	assert_string_equal(written(a, "de", "2026-11-22"), "22. November 2026");
	assert_string_equal(written(a, "fr", "2026-11-22"), "22 novembre 2026");
	assert_string_equal(written(a, "nl", "2026-11-22"), "22 november 2026");
	assert_string_equal(written(a, "de", "2024-03-31"), "31. M\303\244rz 2024");
	assert_string_equal(written(a, "fr", "2024-02-29"), "29 f\303\251vrier 2024");
	arena_free(a);
}

static void
the_first_may_be_special(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(written(a, "en", "2026-08-01"), "1 August 2026");
	assert_string_equal(written(a, "de", "2026-08-01"), "1. August 2026");
	assert_string_equal(written(a, "fr", "2026-08-01"), "1er ao\303\273t 2026");
	assert_string_equal(written(a, "nl", "2026-08-01"), "1 augustus 2026");
	arena_free(a);
}

/* Any second of the day is that day, also before 1970; what is no language we have is English. */
static void
any_second_is_of_its_day(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	lang_set("xx");
	assert_string_equal(day_words(a, 0), "1 January 1970");
	assert_string_equal(day_words(a, 86399), "1 January 1970");
	assert_string_equal(day_words(a, 86400), "2 January 1970");
	assert_string_equal(day_words(a, -1), "31 December 1969");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_language_has_its_way),
		cmocka_unit_test(the_first_may_be_special),
		cmocka_unit_test(any_second_is_of_its_day),
	};

	setenv("ATTUNE_LOCALEDIR", "po/locale", 0);
	lang_init();
	return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
