/* str.c - what the C library leaves out about strings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/str.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

bool
str_starts(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
str_ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);

	return n >= m && strcmp(s + n - m, suffix) == 0;
}

/* Length and code point of the well-formed UTF-8 sequence at s; 0 when it is none (Unicode 15, table 3-7). */
static size_t
sequence(const unsigned char *s, size_t n, uint32_t *point_r)
{
	size_t length = s[0] < 0x80 ? 1 : s[0] >= 0xc2 && s[0] < 0xe0 ? 2 : s[0] >= 0xe0 && s[0] < 0xf0 ? 3
		: s[0] >= 0xf0 && s[0] < 0xf5 ? 4 : 0;
	uint32_t point = length == 1 ? s[0] : s[0] & (0x7fu >> length);

	if (length == 0 || length > n)
		return 0;
	for (size_t i = 1; i < length; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0;
		point = point << 6 | (s[i] & 0x3fu);
	}
	if ((length == 3 && (point < 0x800 || (point >= 0xd800 && point < 0xe000)))
	    || (length == 4 && (point < 0x10000 || point > 0x10ffff)))
		return 0;
	*point_r = point;
	return length;
}

static bool
is_control(uint32_t point)
{
	return (point < 0x20 && point != '\t' && point != '\n' && point != '\r')
		|| (point >= 0x7f && point < 0xa0);
}

bool
str_is_text(const char *s, size_t n)
{
	for (size_t i = 0; i < n; ) {
		uint32_t point;
		size_t length = sequence((const unsigned char *)s + i, n - i, &point);

		if (length == 0 || is_control(point))
			return false;
		i += length;
	}
	return true;
}

size_t
str_length(const char *s)
{
	size_t points = 0;

	for (; *s != '\0'; s++)
		points += ((unsigned char)*s & 0xc0) != 0x80;
	return points;
}

static bool
is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool
str_is_id(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 64 || !is_letter(s[0]))
		return false;
	for (size_t i = 1; i < n; i++)
		if (!is_letter(s[i]) && !(s[i] >= '0' && s[i] <= '9') && s[i] != '_')
			return false;
	return true;
}

static const char blanks[] = " \t\r\n";

char *
str_trim(struct arena *a, const char *s)
{
	size_t n;

	s += strspn(s, blanks);
	n = strlen(s);
	while (n > 0 && strchr(blanks, s[n - 1]) != NULL)
		n--;
	return arena_strndup(a, s, n);
}

bool
str_to_int(const char *s, int64_t min, int64_t max, int64_t *value_r)
{
	char *end;
	long long value;

	if (!(*s == '-' || (*s >= '0' && *s <= '9')))
		return false;
	errno = 0;
	value = strtoll(s, &end, 10);
	if (errno != 0 || end == s || *end != '\0' || value < min || value > max)
		return false;
	*value_r = value;
	return true;
}

/* [-]digits[mark digits]: no exponent, because nobody types one into a questionnaire. */
static bool
has_number_shape(const char *s)
{
	size_t whole, fraction = 0;

	s += *s == '-';
	whole = strspn(s, "0123456789");
	s += whole;
	if (*s == '.' || *s == ',') {
		fraction = strspn(s + 1, "0123456789");
		if (fraction == 0)
			return false;
		s += 1 + fraction;
	}
	return *s == '\0' && whole > 0 && whole + fraction < 300;
}

bool
str_to_double(const char *s, double *value_r)
{
	char copy[320];
	char *comma;

	if (!has_number_shape(s))
		return false;
	snprintf(copy, sizeof(copy), "%s", s);
	comma = strchr(copy, ',');
	if (comma != NULL)
		*comma = '.';
	*value_r = strtod(copy, NULL);
	return isfinite(*value_r);
}

char **
str_words(struct arena *a, const char *s, size_t *n_r)
{
	char **words = arena_make_n(a, strlen(s) / 2 + 1, char *);

	*n_r = 0;
	for (;;) {
		size_t length;

		s += strspn(s, blanks);
		length = strcspn(s, blanks);
		if (length == 0)
			return words;
		words[(*n_r)++] = arena_strndup(a, s, length);
		s += length;
	}
}

static char *
read_all(struct arena *a, FILE *file, size_t limit, size_t *n_r)
{
	size_t room = 64 * 1024, n = 0;
	char *bytes = arena_alloc(a, room + 1);

	for (;;) {
		n += fread(bytes + n, 1, room - n, file);
		if (n < room)
			break;
		if (room > limit) {
			errno = EFBIG;
			return NULL;
		}
		room *= 4;
		bytes = memcpy(arena_alloc(a, room + 1), bytes, n);
	}
	if (ferror(file))
		return NULL;
	if (n > limit) {
		errno = EFBIG;
		return NULL;
	}
	*n_r = n;
	return bytes;
}

char *
str_read_file(struct arena *a, const char *path, size_t limit, size_t *n_r)
{
	FILE *file = fopen(path, "rbe");
	char *bytes;
	int why;

	if (file == NULL)
		return NULL;
	bytes = read_all(a, file, limit, n_r);
	why = errno;
	fclose(file);
	errno = why;
	return bytes;
}

bool
str_write_file(const char *path, const char *bytes, size_t n)
{
	FILE *file = fopen(path, "wbe");
	bool written;

	if (file == NULL)
		return false;
	written = fwrite(bytes, 1, n, file) == n;
	return fclose(file) == 0 && written;
}
