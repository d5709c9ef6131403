/* replay.c - run a fuzz driver over its kept inputs, tests/fuzz/corpus/NAME, without libFuzzer */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dirent.h>
#include <libgen.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "tests/fuzz/fuzz.h"

enum { MOST_BYTES = 16 << 20 };

static int
is_input(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* An exact copy on the heap, so that a sanitizer sees a read past the end. */
static void
run(const char *bytes, size_t n)
{
	uint8_t *copy = malloc(n > 0 ? n : 1);

	CHECK(copy != NULL);
	memcpy(copy, bytes, n);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
}

static void
replay(const char *directory, int number, const char *name)
{
	struct arena *a = arena_new();
	size_t n = 0;
	char *bytes = str_read_file(a, arena_printf(a, "%s/%s", directory, name), MOST_BYTES, &n);

	check_context(name);
	if (bytes != NULL)
		run(bytes, n);
	printf("%sok %d - %s\n", bytes == NULL ? "not " : "", number, name);
	check_context(NULL);
	arena_free(a);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	const char *sources = getenv("srcdir"), *program = basename(argv[0]);
	const char *directory = argc > 1 ? argv[1] : arena_printf(a, "%s/tests/fuzz/corpus/%.*s",
		sources != NULL ? sources : ".", (int)strcspn(program, "_"), program);
	struct dirent **entries;
	int n = scandir(directory, &entries, is_input, alphasort);

	if (n <= 0) {
		printf("Bail out! no inputs in %s\n", directory);
		return 1;
	}
	printf("1..%d\n", n);
	for (int i = 0; i < n; i++) {
		replay(directory, i + 1, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	arena_free(a);
	return 0;
}
