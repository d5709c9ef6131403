/* lang.c - the language of the interface, switched per request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/lang.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/check.h"
#include "base/str.h"

enum { ENGLISH };	/* the first */

const char *const lang_codes[N_LANGS] = { "en", "de", "fr", "nl" };

static const struct {
	const char *own_name, *decimal_mark;
} known[N_LANGS] = {
	{ "English", "." },
	{ "Deutsch", "," },
	{ "Français", "," },
	{ "Nederlands", "," },
};

static size_t current;

void
lang_init(void)
{
	const char *dir = getenv("ATTUNE_LOCALEDIR");

	/* Numbers stay in the C format; only messages are translated. */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_CTYPE, "C.UTF-8");
	CHECK(bindtextdomain("attune", dir != NULL ? dir : LOCALEDIR) != NULL);
	bind_textdomain_codeset("attune", "UTF-8");
	textdomain("attune");
	lang_set("en");
}

static size_t
find(const char *lang)
{
	for (size_t i = 0; i < N_LANGS; i++)
		if (str_eq(lang_codes[i], lang))
			return i;
	return 0;
}

/* glibc looks at LANGUAGE again only when this counter has changed. */
extern int _nl_msg_cat_cntr;

void
lang_set(const char *lang)
{
	current = find(lang);
	/* Counting makes glibc look for its catalog again at every message. */
	if (str_eq(getenv("LANGUAGE"), lang_codes[current]))
		return;
	CHECK(setenv("LANGUAGE", lang_codes[current], 1) == 0);
	_nl_msg_cat_cntr++;
}

/* The sources are in English: gettext would look for a catalog of it again at every message. */
const char *
lang_text(const char *text)
{
	return current == ENGLISH ? text : gettext(text);
}

const char *
lang_current(void)
{
	return lang_codes[current];
}

const char *
lang_own_name(const char *lang)
{
	return known[find(lang)].own_name;
}

const char *
lang_decimal_mark(void)
{
	return known[current].decimal_mark;
}

/* q of one language range such as `de-AT;q=0.8`, 1 when not given. */
static double
quality(const char *range, size_t n)
{
	const char *q = memmem(range, n, "q=", 2);

	return q == NULL ? 1 : strtod(q + 2, NULL);
}

static double
quality_of(const char *accept, const char *lang)
{
	double best = 0;
	size_t width = strlen(lang);

	while (*accept != '\0') {
		size_t n = strcspn(accept, ",");

		if (n >= width && strncasecmp(accept, lang, width) == 0
		    && strchr("-;, ", accept[width]) != NULL && quality(accept, n) > best)
			best = quality(accept, n);
		accept += n;
		accept += strspn(accept, ", ");
	}
	return best;
}

const char *
lang_negotiate(const char *accept, const char *const *offered, int n_offered)
{
	const char *best = offered[0];
	double best_quality = 0;

	for (int i = 0; accept != NULL && i < n_offered; i++)
		if (quality_of(accept, offered[i]) > best_quality) {
			best_quality = quality_of(accept, offered[i]);
			best = offered[i];
		}
	return best;
}
