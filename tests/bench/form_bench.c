/* form_bench.c - what loading a form costs beside the bare parser and RELAX NG */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/form.h"
#include "forms/load.h"

enum { ITEMS_PER_PAGE = 5, REPETITIONS = 5, RUNS = 40 };

/* Batteries of five items in two languages, each with a conditional text, and a dimension per battery. */
static void
write_page(struct buf *b, int page)
{
	buf_printf(b,
		"<page id='p%d'><title><t>Page</t><t xml:lang='de'>Seite</t></title><battery id='b%d' scale='s'>\n",
		page, page);
	for (int i = 0; i < ITEMS_PER_PAGE; i++)
		buf_printf(b,
			"<item id='i%d_%d' reverse='%s'><t>Both organisations keep what they promise, <partner/> "
			"too.</t>\n"
			"<t xml:lang='de'>Beide Organisationen halten, was sie versprechen, auch "
				"<partner/>.</t></item>\n", page, i,
			i == 2 ? "yes" : "no");
	buf_printf(b, "</battery><text id='t%d' lines='3' max='1000' if='$i%d_0 &lt;= 2 or $i%d_2 >= 4'>"
		"<stem><t>What happened?</t><t xml:lang='de'>Was ist geschehen?</t></stem></text></page>\n", page,
			page, page);
}

static void
write_dimension(struct buf *b, int page)
{
	buf_printf(b, "<dimension id='d%d' items='i%d_0 i%d_1 i%d_2 i%d_3 i%d_4'><title><t>Dimension</t>"
		"<t xml:lang='de'>Dimension</t></title></dimension>\n", page, page, page, page, page, page);
}

static struct buf *
make_form(struct arena *a, int n_items)
{
	struct buf *b = buf_new(a);

	buf_puts(b, "<form xmlns='urn:attune:form:1' id='bench' version='1' xml:lang='en' langs='en de'>\n"
		"<title><t>Bench</t><t xml:lang='de'>Bank</t></title><scale id='s'>\n");
	for (int i = 1; i <= 5; i++)
		buf_printf(b, "<point value='%d'><t>Point</t><t xml:lang='de'>Punkt</t></point>\n", i);
	buf_puts(b, "<point missing='na'><t>Cannot judge</t><t xml:lang='de'>Weiss nicht</t></point></scale>\n");
	for (int page = 0; page < n_items / ITEMS_PER_PAGE; page++)
		write_page(b, page);
	for (int page = 0; page < n_items / ITEMS_PER_PAGE; page++)
		write_dimension(b, page);
	buf_puts(b, "</form>\n");
	return b;
}

static double
milliseconds(void)
{
	struct timespec t;

	CHECK(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t) == 0);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double
time_bare(const struct buf *form, xmlRelaxNG *grammar)
{
	double start = milliseconds();

	for (int i = 0; i < RUNS; i++) {
		xmlDoc *doc = xmlReadMemory(form->bytes, (int)form->n, NULL, NULL, XML_PARSE_NONET);
		xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(grammar);

		CHECK(xmlRelaxNGValidateDoc(validation, doc) == 0);
		xmlRelaxNGFreeValidCtxt(validation);
		xmlFreeDoc(doc);
	}
	return (milliseconds() - start) / RUNS;
}

static double
time_load(const struct buf *form)
{
	double start = milliseconds();

	for (int i = 0; i < RUNS; i++) {
		struct arena *a = arena_new();
		struct msgs *m = msgs_new(a, NULL);

		CHECK(form_load(a, form->bytes, form->n, m) != NULL);
		arena_free(a);
	}
	return (milliseconds() - start) / RUNS;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Interleaved; the median of the ratios within a repetition. */
static void
compare(const struct buf *form, xmlRelaxNG *grammar, int n_items)
{
	double ratios[REPETITIONS], load = 0, bare = 0;

	for (int i = 0; i < REPETITIONS; i++) {
		bare = time_bare(form, grammar);
		load = time_load(form);
		ratios[i] = load / bare;
	}
	qsort(ratios, REPETITIONS, sizeof(*ratios), by_value);
	printf("%4d items, %4zu KB: parse + RELAX NG %.2f ms, form_load %.2f ms, ratio %.2f\n", n_items,
		form->n / 1024, bare, load,
		ratios[REPETITIONS / 2]);
}

int
main(int argc, char **argv)
{
	static const int sizes[] = { 200, 500 };
	struct arena *a = arena_new();
	xmlRelaxNGParserCtxt *parser;
	xmlRelaxNG *grammar;
	size_t n;
	char *bytes;

	CHECK(argc == 2 && (bytes = str_read_file(a, argv[1], 1 << 20, &n)) != NULL);
	token_init();
	forms_init();
	parser = xmlRelaxNGNewMemParserCtxt(bytes, (int)n);
	grammar = xmlRelaxNGParse(parser);
	CHECK(grammar != NULL);
	xmlRelaxNGFreeParserCtxt(parser);
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		compare(make_form(a, sizes[i]), grammar, sizes[i]);
	xmlRelaxNGFree(grammar);
	arena_free(a);
	return 0;
}
