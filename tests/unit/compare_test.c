/* compare_test.c - one edit of a form at a time, and what it does to comparisons */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/compare.h"
#include "forms/form.h"
#include "forms/load.h"
#include "tests/unit/replaced.h"

/* In tests/data/good/all-kinds.xml `from` becomes `to`; the worst class, and words that one line must
 * have. */
struct edit {
	const char *name, *from, *to;
	enum difference_class worst;
	const char *line;
};

static const struct edit edits[] = {
	/* harmless, provably */
	{ "nothing", "", "", DIFFERENCE_NONE, NULL },
	{ "a comment", "<!-- Every", "<!-- Each", DIFFERENCE_NONE, NULL },
	{ "layout of a condition", "$tr1 &lt;= 2 or $tr3 &gt;= 4", "  $tr1&lt;=2   or $tr3&gt;=4 ",
		DIFFERENCE_NONE, NULL },
	{ "punctuation", "no right answers.", "no right answers!", DIFFERENCE_NONE, NULL },
	{ "emphasis", "<strong>no persons</strong>", "no persons", DIFFERENCE_NONE, NULL },
	{ "an item's case and stop", "Problems reach us too late to act on them.",
		"problems reach us too late to act on them",
		DIFFERENCE_NONE, NULL },
	{ "random order", "scale=\"agree5\" ask=\"required\" order=\"random\"",
		"scale=\"agree5\" ask=\"required\"", DIFFERENCE_NONE,
		"none: tr1: its order is fixed now" },
	{ "an unscored item more", "<item id=\"tr5\"",
		"<item id=\"tr6\"><t>x</t><t xml:lang=\"de\">x</t></item><item id=\"tr5\"",
		DIFFERENCE_NONE, "none: tr6: the item is new" },
	{ "an unscored item less", "<info id=\"facts_hint\"><stem><t>Estimates are welcome.</t>"
		"<t xml:lang=\"de\">Schätzungen sind willkommen.</t></stem></info>", "", DIFFERENCE_NONE, NULL },
	{ "proportional weights", "item-weights=\"2 1 1\"", "item-weights=\"4 2 2\"", DIFFERENCE_NONE, NULL },
	{ "proportional index", "weights=\"3 1\"", "weights=\"0.75 0.25\"", DIFFERENCE_NONE, NULL },
	{ "a wider number", "max=\"365\"", "max=\"400\"", DIFFERENCE_NONE,
		"none: esc_days: more answers are allowed" },
	{ "reversal of what is not scored", "<item id=\"tr2\" mirror=\"tr1\">",
		"<item id=\"tr2\" mirror=\"tr1\" >", DIFFERENCE_NONE, NULL },
	{ "words for the report", "Whether words count.", "Whether one can rely on words.", DIFFERENCE_NONE,
		"none: trust:" },
	/* other words */
	{ "an item's words", "Problems reach us too late to act on them.", "Problems come to us too late.",
		DIFFERENCE_WORDING,
		"wording: tr3: it is asked in other words" },
	{ "one language only", "Probleme erreichen uns zu spät.", "Probleme kommen zu spät.", DIFFERENCE_WORDING,
		"wording: tr3" },
	{ "one party only", "We get the plan from <partner/> early enough.", "We receive plans early.",
		DIFFERENCE_WORDING, "wording: tr4" },
	{ "the stem above", "<t>Think of the alliance with", "<t>Consider your alliance with", DIFFERENCE_WORDING,
		"wording: tr2" },
	{ "a label", "<t>Neither</t>", "<t>In between</t>", DIFFERENCE_WORDING,
		"wording: tr1: the words of its scale" },
	{ "a missing point less",
		"<point missing=\"na\"><t>Cannot judge</t><t xml:lang=\"de\">Kann ich nicht beurteilen</t></point>",
		"",
		DIFFERENCE_WORDING, "wording: tr1: its missing points" },
	{ "a declared wording",
		"<item id=\"tr3\" reverse=\"yes\"><t>Problems reach us too late to act on them.</t>",
		"<item id=\"tr3\" reverse=\"yes\" was=\"tr3@3\" change=\"wording\"><t>We learn of problems too "
		"late.</t>", DIFFERENCE_WORDING,
		"wording: tr3: it is asked" },
	{ "declared the same, but other words",
		"<item id=\"tr3\" reverse=\"yes\"><t>Problems reach us too late to act on them.</t>",
		"<item id=\"tr3\" reverse=\"yes\" was=\"tr3@3\" change=\"none\"><t>We learn of problems too "
		"late.</t>", DIFFERENCE_WORDING,
		"wording: tr3: change=\"none\" is declared" },
	{ "another title", "<title><t>Outlook</t>", "<title><t>Prospects</t>", DIFFERENCE_WORDING,
		"wording: outlook: it has another title" },
	/* something else is measured */
	{ "a condition", "if=\"$tr1 &lt;= 2 or", "if=\"$tr1 &lt;= 3 or", DIFFERENCE_MEANING,
		"meaning: tr_why: other people are asked" },
	{ "a page's condition", "$tr3) &gt;= 1\"", "$tr3) &gt;= 2\"", DIFFERENCE_MEANING,
		"meaning: overall: other people are asked" },
	{ "a check", "check=\". mod 1 = 0\"", "check=\". mod 2 = 0\"", DIFFERENCE_MEANING,
		"meaning: esc_days: other answers" },
	{ "a narrower number", "max=\"365\"", "max=\"100\"", DIFFERENCE_MEANING,
		"meaning: esc_days: fewer answers" },
	{ "an option more", "<option value=\"3\"><t>Shared tools",
		"<option value=\"4\"><t>Letters</t><t xml:lang=\"de\">Briefe</t></option>"
		"<option value=\"3\"><t>Shared tools", DIFFERENCE_MEANING,
			"meaning: means_of: its points or options" },
	{ "a scored item less", "items=\"tr1 tr3 tr4\" min-valid=\"2\" item-weights=\"2 1 1\"",
		"items=\"tr1 tr3\" item-weights=\"2 1\"",
		DIFFERENCE_MEANING, "meaning: trust: it is made of other items" },
	{ "other weights", "item-weights=\"2 1 1\"", "item-weights=\"1 1 1\"", DIFFERENCE_MEANING,
		"meaning: trust: it is made of other" },
	{ "another ideal", "ideal=\"3\"", "ideal=\"2\"", DIFFERENCE_MEANING,
		"meaning: friction: it has another ideal" },
	{ "more answers needed", "min-valid=\"2\"", "min-valid=\"3\"", DIFFERENCE_MEANING,
		"meaning: trust: it needs 3 answers instead of 2" },
	{ "another preset", "values=\"trust=4", "values=\"trust=1", DIFFERENCE_MEANING,
		"meaning: w_sales: its weights" },
	{ "fewer parties", "parties=\"a b c\"", "parties=\"a b\"", DIFFERENCE_MEANING,
		"meaning: it asks other parties" },
	{ "a declared break", "<item id=\"tr3\" reverse=\"yes\">",
		"<item id=\"tr3\" was=\"tr3@3\" change=\"meaning\">", DIFFERENCE_MEANING,
		"meaning: trust: it holds tr3, whose series is broken" },
	{ "a declared break without reason", "<item id=\"tr3\" reverse=\"yes\">",
		"<item id=\"tr3\" reverse=\"yes\" was=\"tr3@3\" change=\"meaning\">", DIFFERENCE_MEANING,
		"meaning: tr3: a new series begins" },
	/* the same name would carry something else */
	{ "another direction", "<item id=\"tr3\" reverse=\"yes\">", "<item id=\"tr3\">", DIFFERENCE_CRITICAL,
		"critical: tr3: it is scored in the other direction" },
	{ "another range", "<point value=\"5\">", "<point value=\"7\">", DIFFERENCE_CRITICAL,
		"critical: tr1: its scale runs from another" },
	{ "labels swapped", "<point value=\"2\"><t>Disagree</t><t xml:lang=\"de\">Stimme nicht zu</t></point>",
		"<point value=\"2\"><t>Agree</t><t xml:lang=\"de\">Stimme zu</t></point>", DIFFERENCE_CRITICAL,
		"critical: tr1: the same codes stand for other answers" },
	{ "the other organisation", "<t><own/> keeps the commitments it makes.</t>",
		"<t><partner/> keeps the commitments it makes.</t>",
		DIFFERENCE_CRITICAL, "critical: tr2: the same words are about another organisation" },
	{ "another unit", "unit=\"days\"", "unit=\"hours\"", DIFFERENCE_CRITICAL,
		"critical: esc_days: it is counted in another unit" },
	{ "another kind",
		"<text id=\"code\" max=\"12\" check=\"matches(., 'code')\" if=\"party() = 'a' and lang() != 'nl'\">\n"
		"      <stem><t>Project code</t><t xml:lang=\"de\">Projektkürzel</t></stem>\n    </text>",
		"<number id=\"code\"><stem><t>Project code</t><t xml:lang=\"de\">Projektkürzel</t></stem></number>",
		DIFFERENCE_CRITICAL,
		"critical: code: it was a text and is a number" },
	{ "another item's id", "<item id=\"tr5\" if=", "<item id=\"tr5\" was=\"tr4@3\" change=\"none\" if=",
		DIFFERENCE_CRITICAL,
		"critical: tr5: the id was another item's in version 3" },
	{ "a meaning declared as none", "<text id=\"tr_why\" lines=\"4\" max=\"1500\" if=\"$tr1",
		"<text id=\"tr_why\" was=\"tr_why@3\" change=\"none\" lines=\"4\" max=\"1500\" if=\"$tr2",
		DIFFERENCE_CRITICAL,
		"critical: tr_why: it is declared as the same item" },
	{ "a dimension of other things", "<dimension id=\"outlook\" items=\"overall\"",
		"<dimension id=\"outlook\" items=\"maturity\"",
		DIFFERENCE_CRITICAL, "critical: outlook: the same name stands for entirely other items" },
	{ "another form", "id=\"all_kinds\"", "id=\"some_kinds\"", DIFFERENCE_CRITICAL,
		"critical: all_kinds and some_kinds" },
	{ "the version stays",
		"version=\"4\" xml:lang=\"en\" langs=\"en de\" subject=\"alliance\" parties=\"a b c\">\n  "
		"<title><t>All",
		"version=\"3\" xml:lang=\"en\" langs=\"en de\" subject=\"alliance\" parties=\"a b c\">\n  "
		"<title><t>Some", DIFFERENCE_CRITICAL, "critical: the content differs" },
};
enum { N_EDITS = sizeof(edits) / sizeof(*edits) };

static const struct form *
load(struct arena *a, const char *text)
{
	struct msgs *m = msgs_new(a, NULL);
	struct buf *b = buf_new(a);
	const struct form *f = form_load(a, text, strlen(text), m);

	msgs_print(m, b);
	assert_int_equal(m->n_errors, 0);
	return f;
}

static void
is_classified(void **state)
{
	const struct edit *e = *state;
	struct arena *a = arena_new();
	const char *srcdir = getenv("srcdir") == NULL ? "." : getenv("srcdir");
	size_t n;
	char *text = str_read_file(a, arena_printf(a, "%s/tests/data/good/all-kinds.xml", srcdir), 1 << 20, &n);
	const struct comparison *c;
	struct buf *out = buf_new(a);

	assert_non_null(text);
	c = form_compare(a, load(a, text),
		load(a, replaced(a, replaced(a, text, "version=\"3\"", "version=\"4\""), e->from, e->to)));
	compare_print(c, out);
	assert_int_equal(c->worst, e->worst);
	if (e->line != NULL && strstr(out->bytes, e->line) == NULL)
		assert_string_equal(out->bytes, e->line);
	arena_free(a);
}

int
main(void)
{
	static struct CMUnitTest tests[N_EDITS];

	for (size_t i = 0; i < N_EDITS; i++)
		tests[i] = (struct CMUnitTest){ edits[i].name, is_classified, NULL, NULL,
			(void *)(uintptr_t)&edits[i] };
	token_init();
	return cmocka_run_group_tests_name("compare", tests, NULL, NULL);
}
