/* form_files_test.c - every form in tests/data: the good load in silence, each bad one has its message */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/form.h"
#include "forms/load.h"

enum { MOST_BYTES = 2 << 20, FEWEST_MISTAKES = 60 };

static const char *
messages(struct arena *a, const char *path, bool *loaded_r, bool *errors_r)
{
	size_t n;
	char *bytes = str_read_file(a, path, MOST_BYTES, &n);
	struct msgs *m = msgs_new(a, strrchr(path, '/') + 1);
	struct buf *b = buf_new(a);

	assert_non_null(bytes);
	*loaded_r = form_load(a, bytes, n, m) != NULL;
	*errors_r = m->n_errors > 0;
	msgs_print(m, b);
	return b->bytes;
}

static void
says_nothing(void **state)
{
	struct arena *a = arena_new();
	bool loaded, errors;

	assert_string_equal(messages(a, *state, &loaded, &errors), "");
	assert_true(loaded);
	arena_free(a);
}

static void
says_what_is_expected(void **state)
{
	struct arena *a = arena_new();
	const char *path = *state, *stem = arena_strndup(a, path, strlen(path) - strlen(".xml"));
	size_t n;
	bool loaded, errors;
	const char *expected = str_read_file(a, arena_printf(a, "%s.msg", stem), MOST_BYTES, &n);

	assert_non_null(expected);
	assert_true(n > 0);
	assert_string_equal(messages(a, path, &loaded, &errors), expected);
	assert_int_equal(loaded, !errors);
	arena_free(a);
}

static size_t
add_tests(struct arena *a, const char *directory, CMUnitTestFunction test, struct CMUnitTest *tests,
	size_t room)
{
	const char *srcdir = getenv("srcdir") == NULL ? "." : getenv("srcdir");
	glob_t found;
	size_t n;

	assert_int_equal(glob(arena_printf(a, "%s/tests/data/%s/*.xml", srcdir, directory), 0, NULL, &found), 0);
	n = found.gl_pathc;
	assert_true(n <= room);
	for (size_t i = 0; i < n; i++) {
		char *path = arena_strdup(a, found.gl_pathv[i]);

		tests[i] = (struct CMUnitTest){ strrchr(path, '/') + 1, test, NULL, NULL, path };
	}
	globfree(&found);
	return n;
}

int
main(void)
{
	static struct CMUnitTest tests[1000];
	const size_t room = sizeof(tests) / sizeof(*tests);
	struct arena *a = arena_new();
	size_t n = add_tests(a, "good", says_nothing, tests, room), bad;
	int failed;

	bad = add_tests(a, "bad", says_what_is_expected, tests + n, room - n);
	token_init();
	failed = _cmocka_run_group_tests("form files", tests, n + bad, NULL, NULL);
	arena_free(a);
	return failed + (bad < FEWEST_MISTAKES);
}
