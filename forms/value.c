/* value.c - what may stand in an attribute, by the names the grammar gives */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/value.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/str.h"
#include "base/utc.h"

static const char digits[] = "0123456789";

static bool
is_whole(const char *s)
{
	int64_t value;

	return s[0] != '+' && str_to_int(s, -999999999, 999999999, &value);
}

static bool
is_decimal(const char *s)
{
	size_t whole, fraction;

	s += *s == '-';
	whole = strspn(s, digits);
	s += whole;
	if (whole == 0 || whole > 15 || *s == '\0')
		return *s == '\0' && whole > 0 && whole <= 15;
	fraction = strspn(s + 1, digits);
	return *s == '.' && fraction > 0 && fraction <= 15 && s[1 + fraction] == '\0';
}

static bool
is_language(const char *s)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz");
	size_t country = s[n] == '-' ? strspn(s + n + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;

	return n >= 2 && n <= 3 && (s[n] == '\0' || (country == 2 && s[n + 3] == '\0'));
}

static bool
is_day(const char *s)
{
	int64_t seconds;

	return utc_parse_date(s, &seconds);
}

/* NAME, a mark, and a number behind it. */
static bool
is_marked(const char *s, char mark, bool (*is_number)(const char *))
{
	const char *at = strchr(s, mark);
	char name[65];

	if (at == NULL || at - s > 64 || at[1] == '-' || !is_number(at + 1))
		return false;
	memcpy(name, s, (size_t)(at - s));
	name[at - s] = '\0';
	return str_is_id(name);
}

static bool
is_ancestor(const char *s)
{
	return is_marked(s, '@', is_whole);
}

static bool
is_preset(const char *s)
{
	return is_marked(s, '=', is_decimal);
}

static bool
is_anything(const char *s)
{
	return s != NULL;
}

static const struct type {
	const char *name;
	bool list;
	bool (*holds)(const char *);
	const char *words;
} types[] = {
	{ "name", false, str_is_id, "a letter followed by at most 63 letters, digits or _" },
	{ "names", true, str_is_id,
		"names separated by blanks, each a letter followed by letters, digits or _" },
	{ "whole", false, is_whole, "a whole number" },
	{ "decimal", false, is_decimal, "a number such as 4 or 2.5" },
	{ "numbers", true, is_decimal, "numbers such as 4 or 2.5, separated by blanks" },
	{ "day", false, is_day, "a date that exists, written YYYY-MM-DD" },
	{ "language", false, is_language, "a language such as en, de or pt-BR" },
	{ "languages", true, is_language, "languages such as en or de, separated by blanks" },
	{ "ancestor", false, is_ancestor, "an item and a version, such as tr4@2" },
	{ "presets", true, is_preset, "dimensions with weights, such as trust=4 purpose=2.5" },
	{ "expression", false, is_anything, "a condition" },
	{ "words", false, is_anything, "words" },
};

static bool
holds(struct arena *a, const struct type *type, const char *value)
{
	size_t n;
	char **words;

	if (!type->list)
		return type->holds(value);
	words = str_words(a, value, &n);
	for (size_t i = 0; i < n; i++)
		if (!type->holds(words[i]))
			return false;
	return n > 0;
}

const char *
value_fault(struct arena *a, const char *name, const char *value)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (str_eq(types[i].name, name))
			return holds(a, &types[i], value) ? NULL : types[i].words;
	CHECK(!"the grammar names a type without words");
	return NULL;
}
