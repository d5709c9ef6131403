/* base_test.c - arenas, buffers, messages, failures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/msgs.h"

static char order[8];

static void
note(void *what)
{
	strcat(order, what);
}

static void
arena_releases_newest_first(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	order[0] = '\0';
	arena_defer(a, note, arena_strdup(a, "1"));
	arena_defer(a, note, arena_strdup(a, "2"));
	arena_reset(a);
	assert_string_equal(order, "21");
	arena_reset(a);
	assert_string_equal(order, "21");
	arena_free(a);
}

static void
arena_memory_is_zeroed_after_reset(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	memset(arena_alloc(a, 5000), 0xff, 5000);
	arena_reset(a);
	for (size_t i = 0; i < 100; i++) {
		char *p = arena_alloc(a, 50);

		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t j = 0; j < 50; j++)
			assert_int_equal(p[j], 0);
	}
	arena_free(a);
}

static void
buf_grows_and_stays_terminated(void **state)
{
	struct arena *a = arena_new();
	struct buf *b = buf_new(a);

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_printf(b, "%03d,", i);
	assert_int_equal(b->n, 4000);
	assert_int_equal(strlen(b->bytes), 4000);
	assert_string_equal(b->bytes + 3996, "999,");
	arena_free(a);
}

static void
first_failure_keeps_its_words(void **state)
{
	struct ctx c = { .arena = arena_new() };

	(void)state;
	assert_false(fail(&c, E_CONFLICT, "wave %s is already closed", "spring"));
	assert_false(fail(&c, E_SYSTEM, "later"));
	assert_int_equal(c.failure, E_CONFLICT);
	assert_string_equal(c.failure_text, "wave spring is already closed");
	assert_int_equal(failure_http_status(c.failure), 409);
	arena_free(c.arena);
}

static void
messages_say_where(void **state)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, "x.xml");
	struct buf *b = buf_new(a);

	(void)state;
	for (int i = 40; i > 0; i--)
		msgs_error(m, i, "tr1", "number %d", i);
	msgs_warn(m, 3, NULL, "look");
	msgs_sort(m);
	msgs_print(m, b);
	assert_int_equal(m->n_errors, 40);
	assert_non_null(strstr(b->bytes, "x.xml:3: tr1: number 3\nx.xml:3: warning: look\nx.xml:4: tr1:"));
	assert_string_equal(msgs_find(m, "tr1")->text, "number 1");
	assert_null(msgs_find(m, "tr2"));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_releases_newest_first),
		cmocka_unit_test(arena_memory_is_zeroed_after_reset),
		cmocka_unit_test(buf_grows_and_stays_terminated),
		cmocka_unit_test(first_failure_keeps_its_words),
		cmocka_unit_test(messages_say_where),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
