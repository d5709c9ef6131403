/* fixture.h - an arena for all tests of one program: begin and end of cmocka_run_group_tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_STATS_FIXTURE_H
#define TESTS_STATS_FIXTURE_H

#include "base/arena.h"

static struct arena *arena;

static int
begin(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int
end(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

#endif
