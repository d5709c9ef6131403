/* attacked.c - random assessments, and what somebody who knows who answered what can make of their figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/attacked.h"

#include <math.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/form.h"
#include "tests/unit/assessment.h"
#include "tests/unit/draw.h"
#include "tests/unit/exposure.h"

/* wide: two of four behaviours asked on both sides, levels; narrow: one of three, one of them turned; single: one. */
static const char form_xml[] =
	"<form xmlns='urn:attune:form:1' id='attacked' version='1' xml:lang='en' langs='en' subject='manager'>"
	"<title><t>T</t></title><scale id='s'><point value='1'><t>1</t></point><point value='2'><t>2</t></point>"
	"<point value='3'><t>3</t></point><point value='4'><t>4</t></point><point value='5'><t>5</t></point>"
	"<point missing='na'><t>n</t></point></scale><page id='p'><battery id='b' scale='s'>"
	"<item id='w1'><t>x</t><t for='self'>x</t></item><item id='w2'><t>x</t><t for='self'>x</t></item>"
	"<item id='w3' groups='self manager colleagues executives'><t>x</t><t for='self'>x</t></item>"
	"<item id='w4' groups='self manager colleagues executives'><t>x</t><t for='self'>x</t></item>"
	"<item id='n1' reverse='yes'><t>x</t><t for='self'>x</t></item>"
	"<item id='n2' groups='self manager colleagues executives'><t>x</t><t for='self'>x</t></item>"
	"<item id='n3' groups='self manager colleagues executives'><t>x</t><t for='self'>x</t></item>"
	"<item id='o1'><t>x</t><t for='self'>x</t></item></battery>"
	"<anchored id='level'><stem><t>l</t><t for='self'>l</t></stem><option value='1'><t>1</t></option>"
	"<option value='2'><t>2</t></option><option value='3'><t>3</t></option></anchored>"
	"<text id='more'><stem><t>m</t><t for='self'>m</t></stem></text></page>"
	"<dimension id='wide' items='w1 w2 w3 w4' levels='level'><title><t>W</t></title></dimension>"
	"<dimension id='narrow' items='n1 n2 n3'><title><t>N</t></title></dimension>"
	"<dimension id='single' items='o1'><title><t>O</t></title></dimension>"
	"<weights id='sales' values='wide=4 narrow=2 single=1'><title><t>S</t></title></weights></form>";

const struct form *
attacked_form(struct arena *a)
{
	return assessment_form(a, form_xml, sizeof(form_xml) - 1);
}

void
attacked_seed(uint64_t number)
{
	seed = number;
}

void
attacked_answer(const struct form *f, struct answers *x, const char *group, size_t missing)
{
	for (size_t i = 0; i < f->n_items; i++) {
		const struct item *item = &f->items[i];

		if (!groups_include(item->groups, group))
			x->codes[item->slot] = MISSING_NOT_SHOWN;
		else if (item->text_slot >= 0) {
			x->codes[item->slot] = 1;
			x->texts[item->text_slot] = draw(2) == 0 ? "words" : "other words";
		} else
			x->codes[item->slot] = (int16_t)(draw(12) < missing ? MISSING_NA
			    : 1 + (int)draw((size_t)item->scale->n_valued));
	}
}

struct attacked *
attacked_random(struct arena *a, const struct form *f)
{
	struct attacked *x = arena_make(a, struct attacked);
	size_t missing = draw(4), total = 0;

	x->k = draw(4) > 0 ? 3 : 4 + (int)draw(2);
	for (size_t g = 0; g < N_GROUPS; g++) {
		x->n[g] = draw(g == GROUP_SELF ? 2 : g == GROUP_MANAGER ? 3 : 9);
		x->named[g] = g == GROUP_SELF || g == GROUP_MANAGER || (g == GROUP_COUNTERPART && draw(2) == 0);
		x->parties[g] = (struct wave_party){ group_names[g], group_names[g], (int)x->n[g], x->named[g] };
	}
	x->responses = arena_make_n(a, N_GROUPS * 9, struct wave_response);
	for (size_t g = 0; g < N_GROUPS; g++)
		for (size_t i = 0; i < x->n[g]; i++) {
			x->responses[total] = (struct wave_response){ g, arena_make(a, struct answers) };
			*x->responses[total].answers = answers_new(a, f);
			attacked_answer(f, x->responses[total++].answers, group_names[g], missing);
		}
	x->wave = (struct profile_wave){ .person = "x", .answers = { .form = f, .wave = "w", .alliance = "a",
		.mode = "confidential", .k = x->k, .target = NAN, .floor_ = NAN, .shuffle_key = { 1 },
		.n_parties = N_GROUPS, .parties = x->parties, .n_responses = total, .responses = x->responses } };
	return x;
}

/* What respondents are told of pooling, in other words than raters.c says it. */
static int
home(int group)
{
	return group == GROUP_EXECUTIVES ? GROUP_COLLEAGUES
	    : group == GROUP_COUNTERPART || group == GROUP_PARTNER_EXECUTIVES ? GROUP_PARTNER_TEAM : group;
}

int
attacked_counts_as(const struct attacked *x, int group)
{
	size_t k = (size_t)x->k, together = 0;

	if (x->named[group])
		return x->n[group] > 0 ? group : ATTACKED_NOWHERE;
	if (x->n[group] >= k)
		return group;
	for (int g = 0; g < N_GROUPS; g++)
		if (home(g) == home(group) && (g == home(group) || (!x->named[g] && x->n[g] < k)))
			together += x->n[g];
	return home(group) != GROUP_SELF && home(group) != GROUP_MANAGER && together >= k ? home(group) : ATTACKED_NOWHERE;
}

bool
attacked_in_circle(const struct attacked *x, size_t person, const char *circle)
{
	int group = attacked_counts_as(x, (int)x->responses[person].party);
	bool partner = group >= GROUP_COUNTERPART;

	if (group == ATTACKED_NOWHERE)
		return false;
	if (str_eq(circle, "others"))
		return group != GROUP_SELF;
	if (str_eq(circle, "inside"))
		return group != GROUP_SELF && !partner;
	return str_eq(circle, "partner") ? partner : str_eq(circle, group_names[group]);
}

static bool
is_view(const char *circle)
{
	return str_eq(circle, "inside") || str_eq(circle, "partner");
}

size_t
attacked_items(const struct attacked *x, size_t person, const struct dimension *d, bool view, size_t *items_r)
{
	const struct form *f = x->wave.answers.form;
	const char *group = group_names[attacked_counts_as(x, (int)x->responses[person].party)];
	size_t n = 0, asked = 0, least = (3 * d->n_items + 4) / 5;

	for (size_t i = 0; i < d->n_items; i++) {
		const struct item *item = &f->items[d->items[i]];

		if (view && item->groups != GROUPS_ALL)
			continue;
		asked += groups_include(item->groups, group);
		if (code_is_value(x->responses[person].answers->codes[item->slot]))
			items_r[n++] = d->items[i];
	}
	/* 60%, of what is asked: rounded up each time. */
	return n >= (least * asked + d->n_items - 1) / d->n_items ? n : 0;
}

size_t
attacked_know_score(const struct attacked *x, const struct dimension *d, const char *circle, struct exposure *e)
{
	const struct form *f = x->wave.answers.form;
	size_t people = 0, items[8];

	exposure_begin(e);
	for (size_t r = 0; r < x->wave.answers.n_responses; r++) {
		size_t n = attacked_in_circle(x, r, circle) ? attacked_items(x, r, d, is_view(circle), items) : 0;

		people += n > 0;
		for (size_t i = 0; i < n && !x->named[x->responses[r].party]; i++)
			exposure_add(e, r, f->items[items[i]].slot, f->items[items[i]].reverse ? -1 : 1, (int)n);
	}
	return people;
}

size_t
attacked_know_item(const struct attacked *x, const struct item *item, const char *circle, struct exposure *e)
{
	size_t people = 0;

	exposure_begin(e);
	for (size_t r = 0; r < x->wave.answers.n_responses; r++) {
		if (!attacked_in_circle(x, r, circle) || !code_is_value(x->responses[r].answers->codes[item->slot]))
			continue;
		people++;
		if (!x->named[x->responses[r].party])
			exposure_add(e, r, item->slot, 1, 1);
	}
	return people;
}
