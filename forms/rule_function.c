/* rule_function.c - the functions of conditions */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/rule_function.h"

#include <libxml/xpathInternals.h>
#include <math.h>
#include <regex.h>

#include "base/check.h"
#include "base/str.h"
#include "base/utc.h"
#include "forms/form.h"
#include "forms/nearest.h"

enum { MANY = 100, DAY = 86400 };

static struct rule_run *
run_of(xmlXPathParserContext *p)
{
	return p->context->userData;
}

static size_t
size(const xmlXPathObject *o)
{
	return o->nodesetval == NULL ? 0 : (size_t)o->nodesetval->nodeNr;
}

static bool
is_set(const xmlXPathObject *o)
{
	return o->type == XPATH_NODESET;
}

static void
give_text(xmlXPathParserContext *p, const char *s)
{
	valuePush(p, xmlXPathNewCString(s == NULL ? "" : s));
}

static void
answered(xmlXPathParserContext *p, int n)
{
	xmlXPathObject *x = valuePop(p);

	(void)n;
	valuePush(p, xmlXPathNewBoolean(is_set(x) ? size(x) > 0 : xmlXPathCastToBoolean(x)));
	xmlXPathFreeObject(x);
}

static void
missing(xmlXPathParserContext *p, int n)
{
	xmlChar *item = xmlXPathPopString(p);

	(void)n;
	valuePush(p, xmlXPathNewBoolean(run_of(p)->is_missing(run_of(p), (const char *)item)));
	xmlFree(item);
}

/* Without an answer and a second argument the empty set stays one, so that comparisons stay false. */
static void
value(xmlXPathParserContext *p, int n)
{
	xmlXPathObject *otherwise = n == 2 ? valuePop(p) : NULL, *x = valuePop(p);
	bool empty = is_set(x) && size(x) == 0;

	if (empty && otherwise != NULL)
		valuePush(p, xmlXPathNewFloat(xmlXPathCastToNumber(otherwise)));
	else if (empty)
		valuePush(p, xmlXPathNewNodeSet(NULL));
	else
		valuePush(p, xmlXPathNewFloat(xmlXPathCastToNumber(x)));
	xmlXPathFreeObject(x);
	xmlXPathFreeObject(otherwise);
}

static bool
equals(const char *answer, xmlXPathObject *candidate)
{
	xmlChar *s;
	double number;
	bool same;

	if (candidate->type == XPATH_NUMBER)
		return str_to_double(answer, &number) && number >= candidate->floatval
			&& number <= candidate->floatval;
	s = xmlXPathCastToString(candidate);
	same = str_eq(answer, (const char *)s);
	xmlFree(s);
	return same;
}

static void
in(xmlXPathParserContext *p, int n)
{
	xmlXPathObject *candidates[MANY], *x;
	bool found = false;

	for (int i = 1; i < n; i++)
		candidates[i] = valuePop(p);
	x = valuePop(p);
	for (int i = 1; i < n; i++) {
		for (size_t j = 0; !found && is_set(x) && j < size(x); j++)
			found = equals((const char *)x->nodesetval->nodeTab[j]->content, candidates[i]);
		xmlXPathFreeObject(candidates[i]);
	}
	xmlXPathFreeObject(x);
	valuePush(p, xmlXPathNewBoolean(found));
}

static void
count_of(xmlXPathParserContext *p, int n)
{
	int count = 0;

	for (int i = 0; i < n; i++) {
		xmlXPathObject *x = valuePop(p);

		count += xmlXPathCastToBoolean(x);
		xmlXPathFreeObject(x);
	}
	valuePush(p, xmlXPathNewFloat(count));
}

static void
mean_of(xmlXPathParserContext *p, int n)
{
	double sum = 0;
	int count = 0;

	for (int i = 0; i < n; i++) {
		xmlXPathObject *x = valuePop(p);
		double number = xmlXPathCastToNumber(x);

		xmlXPathFreeObject(x);
		if (!isnan(number)) {
			sum += number;
			count++;
		}
	}
	valuePush(p, count == 0 ? xmlXPathNewNodeSet(NULL) : xmlXPathNewFloat(sum / count));
}

static void
choose(xmlXPathParserContext *p, int n)
{
	xmlXPathObject *otherwise = valuePop(p), *then = valuePop(p), *condition = valuePop(p);
	bool holds = xmlXPathCastToBoolean(condition) != 0;

	(void)n;
	valuePush(p, holds ? then : otherwise);
	xmlXPathFreeObject(holds ? otherwise : then);
	xmlXPathFreeObject(condition);
}

static void
today(xmlXPathParserContext *p, int n)
{
	(void)n;
	valuePush(p, xmlXPathNewFloat((double)(run_of(p)->respondent->today / DAY)));
}

static void
date(xmlXPathParserContext *p, int n)
{
	xmlChar *s = xmlXPathPopString(p);
	int64_t seconds;

	(void)n;
	valuePush(p, utc_parse_date((const char *)s, &seconds) ? xmlXPathNewFloat((double)(seconds / DAY))
		: xmlXPathNewNodeSet(NULL));
	xmlFree(s);
}

/* Authors choose from these: a pattern of their own could take exponential time. */
static struct pattern {
	const char *name, *expression;
	bool ready;
	regex_t compiled;
} patterns[] = {
	{ .name = "digits", .expression = "^[0-9]+$" },
	{ .name = "letters", .expression = "^[A-Za-z]+$" },
	{ .name = "code", .expression = "^[A-Za-z0-9_-]+$" },
	{ .name = "year", .expression = "^(19|20)[0-9]{2}$" },
	{ .name = "time", .expression = "^([01][0-9]|2[0-3]):[0-5][0-9]$" },
	{ .name = "phone", .expression = "^[+]?[0-9][0-9 ()/.-]{4,23}$" },
	{ .name = "postcode", .expression = "^[A-Za-z0-9][A-Za-z0-9 -]{1,9}$" },
	{ .name = "url", .expression = "^https?://[^[:space:]]+$" },
};
enum { N_PATTERNS = sizeof(patterns) / sizeof(*patterns) };

static struct pattern *
pattern(const char *name)
{
	for (size_t i = 0; i < N_PATTERNS; i++)
		if (str_eq(patterns[i].name, name))
			return &patterns[i];
	return NULL;
}

bool
rule_pattern_known(const char *name)
{
	return pattern(name) != NULL;
}

void
rule_pattern_offer(struct nearest *search)
{
	for (size_t i = 0; i < N_PATTERNS; i++)
		nearest_offer(search, patterns[i].name);
}

static bool
fits(struct pattern *wanted, const char *s)
{
	if (!wanted->ready)
		CHECK(regcomp(&wanted->compiled, wanted->expression, REG_EXTENDED | REG_NOSUB) == 0);
	wanted->ready = true;
	return regexec(&wanted->compiled, s, 0, NULL, 0) == 0;
}

static void
matches(xmlXPathParserContext *p, int n)
{
	xmlChar *name = xmlXPathPopString(p), *s = xmlXPathPopString(p);
	struct pattern *wanted = pattern((const char *)name);

	(void)n;
	valuePush(p, xmlXPathNewBoolean(wanted != NULL && fits(wanted, (const char *)s)));
	xmlFree(name);
	xmlFree(s);
}

static void
party(xmlXPathParserContext *p, int n)
{
	(void)n;
	give_text(p, run_of(p)->respondent->party);
}

static void
group(xmlXPathParserContext *p, int n)
{
	(void)n;
	give_text(p, run_of(p)->respondent->group);
}

static void
wave(xmlXPathParserContext *p, int n)
{
	(void)n;
	give_text(p, run_of(p)->respondent->wave);
}

static void
language(xmlXPathParserContext *p, int n)
{
	(void)n;
	give_text(p, run_of(p)->respondent->lang);
}

static const struct rule_function functions[] = {
	{ "answered", 1, 1, answered }, { "missing", 1, 1, missing }, { "value", 1, 2, value },
	{ "in", 2, MANY, in }, { "count-of", 1, MANY, count_of }, { "mean-of", 1, MANY, mean_of },
	{ "if", 3, 3, choose }, { "today", 0, 0, today }, { "date", 1, 1, date },
	{ "matches", 2, 2, matches }, { "party", 0, 0, party }, { "group", 0, 0, group },
	{ "wave", 0, 0, wave }, { "lang", 0, 0, language },
	{ "true", 0, 0, NULL }, { "false", 0, 0, NULL }, { "not", 1, 1, NULL },
	{ "boolean", 1, 1, NULL }, { "number", 1, 1, NULL }, { "string", 1, 1, NULL },
	{ "concat", 2, MANY, NULL }, { "contains", 2, 2, NULL }, { "starts-with", 2, 2, NULL },
	{ "substring", 2, 3, NULL }, { "substring-before", 2, 2, NULL },
	{ "substring-after", 2, 2, NULL }, { "string-length", 1, 1, NULL },
	{ "normalize-space", 1, 1, NULL }, { "translate", 3, 3, NULL }, { "floor", 1, 1, NULL },
	{ "ceiling", 1, 1, NULL }, { "round", 1, 1, NULL }, { "sum", 1, 1, NULL },
	{ "count", 1, 1, NULL },
};
enum { N_FUNCTIONS = sizeof(functions) / sizeof(*functions) };

const struct rule_function *
rule_function(const char *name)
{
	for (size_t i = 0; i < N_FUNCTIONS; i++)
		if (str_eq(functions[i].name, name))
			return &functions[i];
	return NULL;
}

void
rule_function_offer(struct nearest *search)
{
	for (size_t i = 0; i < N_FUNCTIONS; i++)
		nearest_offer(search, functions[i].name);
}
