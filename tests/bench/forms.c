/* forms.c - what loading a questionnaire costs, against libxml2 alone: forms FORM.xml */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints: ms floor_ms ratio, medians of CPU time; floor: parse and RELAX NG validation and nothing else. */
#include "config.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "forms/form_rng.h"
#include "forms/load.h"
#include "tests/bench/clock.h"

enum { TIMES = 25 };

static double
product(const char *xml, size_t n)
{
	double begin = clock_cpu_ms();
	struct arena *a = arena_new();

	CHECK(form_load(a, xml, n, msgs_new(a, NULL)) != NULL);
	arena_free(a);
	return clock_cpu_ms() - begin;
}

static double
bare(xmlRelaxNG *grammar, const char *xml, size_t n)
{
	double begin = clock_cpu_ms();
	xmlDoc *doc = xmlReadMemory(xml, (int)n, NULL, NULL, XML_PARSE_NONET);
	xmlRelaxNGValidCtxt *validation = xmlRelaxNGNewValidCtxt(grammar);

	CHECK(xmlRelaxNGValidateDoc(validation, doc) == 0);
	xmlRelaxNGFreeValidCtxt(validation);
	xmlFreeDoc(doc);
	return clock_cpu_ms() - begin;
}

static xmlRelaxNG *
compiled_grammar(void)
{
	xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt((const char *)form_rng, (int)sizeof(form_rng));
	xmlRelaxNG *grammar = xmlRelaxNGParse(parser);

	CHECK(grammar != NULL);
	xmlRelaxNGFreeParserCtxt(parser);
	return grammar;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	double ours[TIMES], floor[TIMES], ratio[TIMES];
	xmlRelaxNG *grammar;
	size_t n;
	char *xml;

	CHECK(argc == 2);
	token_init();
	forms_init();
	xml = str_read_file(a, argv[1], 1024 * 1024, &n);
	CHECK(xml != NULL);
	grammar = compiled_grammar();
	product(xml, n);
	for (int i = 0; i < TIMES; i++) {
		ours[i] = product(xml, n);
		floor[i] = bare(grammar, xml, n);
		ratio[i] = ours[i] / floor[i];
	}
	printf("%.2f %.2f %.2f\n", clock_median(ours, TIMES), clock_median(floor, TIMES),
	    clock_median(ratio, TIMES));
	xmlRelaxNGFree(grammar);
	arena_free(a);
	return 0;
}
