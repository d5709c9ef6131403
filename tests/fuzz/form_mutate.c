/* form_mutate.c - changes of a form that an author might make, so that most inputs get past the parser */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "tests/fuzz/fuzz.h"

enum { MOST = 2000 };

struct piece {
	size_t at, n;
};

size_t LLVMFuzzerMutate(uint8_t *, size_t, size_t);
size_t LLVMFuzzerCustomMutator(uint8_t *, size_t, size_t, unsigned);

/* What stands in quotation marks after =. */
static size_t
find_values(const uint8_t *bytes, size_t n, struct piece *values)
{
	size_t found = 0;

	for (size_t i = 0; i + 1 < n && found < MOST; i++) {
		const uint8_t *end;

		if (bytes[i] != '=' || (bytes[i + 1] != '"' && bytes[i + 1] != '\''))
			continue;
		end = memchr(bytes + i + 2, bytes[i + 1], n - i - 2);
		if (end == NULL)
			break;
		values[found++] = (struct piece){ i + 2, (size_t)(end - bytes) - i - 2 };
		i = (size_t)(end - bytes);
	}
	return found;
}

static bool
is_balanced(const uint8_t *line, size_t n)
{
	int depth = 0;

	for (size_t i = 0; i + 1 < n; i++) {
		depth += line[i] == '<' && line[i + 1] != '/';
		depth -= (line[i] == '<' && line[i + 1] == '/') || (line[i] == '/' && line[i + 1] == '>');
	}
	return depth == 0;
}

/* Lines that hold whole elements. */
static size_t
find_lines(const uint8_t *bytes, size_t n, struct piece *lines)
{
	size_t found = 0;

	for (size_t at = 0, end; at < n && found < MOST; at = end) {
		const uint8_t *stop = memchr(bytes + at, '\n', n - at);

		end = stop == NULL ? n : (size_t)(stop - bytes) + 1;
		if (is_balanced(bytes + at, end - at))
			lines[found++] = (struct piece){ at, end - at };
	}
	return found;
}

/* Put a copy of `with` in the place of `old`. */
static size_t
replace(uint8_t *bytes, size_t n, size_t room, struct piece old, struct piece with)
{
	uint8_t *copy = malloc(with.n + 1);

	if (copy == NULL || n - old.n + with.n > room) {
		free(copy);
		return n;
	}
	memcpy(copy, bytes + with.at, with.n);
	memmove(bytes + old.at + with.n, bytes + old.at + old.n, n - old.at - old.n);
	memcpy(bytes + old.at, copy, with.n);
	free(copy);
	return n - old.n + with.n;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *bytes, size_t n, size_t room, unsigned seed)
{
	static struct piece pieces[MOST];
	bool values = seed % 2 == 0;
	size_t found = values ? find_values(bytes, n, pieces) : find_lines(bytes, n, pieces);
	struct piece one, other;

	seed /= 2;
	if (found < 2 || seed % 8 == 0)
		return LLVMFuzzerMutate(bytes, n, room);
	one = pieces[seed / 8 % found];
	other = pieces[seed / 8 / found % found];
	if (seed % 8 == 1)
		other.n = 0;		/* delete */
	if (seed % 8 == 2 && !values)
		one.n = 0;		/* insert */
	if (seed % 8 == 3 && values && one.n > 0) {
		size_t changed = LLVMFuzzerMutate(bytes + one.at, one.n, one.n);

		memset(bytes + one.at + changed, ' ', one.n - changed);
		return n;
	}
	return replace(bytes, n, room, one, other);
}
