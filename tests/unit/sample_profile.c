/* sample_profile.c - releases about a manager, measured from planted answers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/sample_profile.h"

#include "base/arena.h"
#include "base/str.h"
#include "forms/group.h"
#include "tests/unit/assessment.h"
#include "tests/unit/sample_release.h"

enum { MOST_RATERS = 16 };

/* What the person, the own organisation and the partner say about a competency, in half points: every other
 * rater is a point above what lies between two answers. */
struct planted {
	const char *id;
	int self, inside, partner;
};

static const struct planted shipped[] = {
	{ "diplomacy", 8, 8, 8 }, { "overview", 8, 8, 8 }, { "strategy", 6, 6, 4 }, { "business", 8, 8, 8 },
	{ "relationships", 8, 8, 10 }, { "orchestration", 10, 4, 6 }, { "delivery", 6, 6, 10 },
	{ "entrepreneurship", 6, 7, 7 }, { "leadership", 8, 8, 8 }, { "humility", 4, 8, 8 },
};

static const struct planted small[] = { { "diplomacy", 10, 8, 6 }, { "delivery", 6, 8, 10 },
	{ "vision", 4, 8, 8 } };

static int
within(int code)
{
	return code < 1 ? 1 : code > 5 ? 5 : code;
}

/* Most say the planted figure, some a point more or less. */
static int
said(const struct planted *p, const char *group, size_t rater, size_t competency)
{
	static const int strays[] = { 0, 0, -1, 0, 1, 0, 0 };
	int found = group_find(group);
	int base = found == GROUP_SELF ? p->self : group_is_partner((enum rater_group)found) ? p->partner
		: p->inside;

	if (found == GROUP_SELF || found == GROUP_MANAGER)
		return base / 2;
	base = (base + (int)(rater % 2)) / 2;
	return within(base + strays[(rater + competency) % (sizeof(strays) / sizeof(*strays))]);
}

static void
level(const struct assessment *s, const char *group, size_t rater, const char *competency, int code)
{
	const struct form *form = s->wave.answers.form;
	int item = form->dimensions[form_dimension(form, competency)].levels;

	if (item >= 0 && groups_include(form->items[item].groups, group))
		assessment_answer(s, group, rater, form->items[item].id, code);
}

static void
rate(const struct assessment *s, const struct planted *list, size_t n)
{
	for (size_t c = 0; c < n; c++)
		for (size_t g = 0; g < s->wave.answers.n_parties; g++) {
			const char *group = s->wave.answers.parties[g].id;
			int codes[MOST_RATERS];

			for (size_t i = 0; i < (size_t)s->wave.answers.parties[g].invited; i++) {
				codes[i] = said(&list[c], group, i, c);
				level(s, group, i, list[c].id, within(codes[i] - (int)(i % 2)));
			}
			assessment_rate(s, group, list[c].id, codes);
		}
}

/* The same people half a year before: delivery was better, and the organisations further apart. */
static struct release *
before(struct assessment s)
{
	static const struct planted then[] = { { "orchestration", 10, 2, 2 }, { "delivery", 6, 10, 10 } };

	rate(&s, shipped, sizeof(shipped) / sizeof(*shipped));
	rate(&s, then, sizeof(then) / sizeof(*then));
	s.wave.answers.wave = "Autumn";
	return measure_profile(s.arena, &s.wave);
}

static struct assessment
full(struct arena *a, const char *hostile)
{
	static const struct raters raters[] = { { "self", 1 }, { "manager", 1 }, { "colleagues", 7 },
		{ "executives", 2 }, { "counterpart", 1 }, { "partner_team", 8 },
		{ "partner_executives", 1 } };
	struct assessment s = assessment_shipped(a, raters, sizeof(raters) / sizeof(*raters));

	assessment_identify(&s, "counterpart");
	s.wave.last = before(s);
	rate(&s, shipped, sizeof(shipped) / sizeof(*shipped));
	s.wave.role = &s.wave.answers.form->weight_sets[1];
	assessment_write(&s, "self", 0, "open_keep", hostile != NULL ? hostile
		: "Talking to both teams every week.");
	assessment_write(&s, "counterpart", 0, "open_more", hostile != NULL ? hostile :
		"Agree with your own colleagues before we meet.");
	assessment_write(&s, "colleagues", 3, "open_more", hostile != NULL ? hostile
		: "Say no sooner.\nWe can take it.");
	assessment_write(&s, "partner_team", 2, "open_keep", hostile != NULL ? hostile
		: "The honest monthly forecast.");
	return s;
}

static struct assessment
few(struct arena *a)
{
	static const struct raters raters[] = { { "self", 1 }, { "manager", 1 },
		{ "colleagues", 3 }, { "partner_team", 2 } };
	struct assessment s = assessment_shipped(a, raters, sizeof(raters) / sizeof(*raters));

	rate(&s, shipped, sizeof(shipped) / sizeof(*shipped));
	return s;
}

static struct assessment
three_competencies(struct arena *a)
{
	static const struct raters raters[] = { { "self", 1 }, { "manager", 1 },
		{ "colleagues", 7 }, { "counterpart", 1 }, { "partner_team", 6 } };
	struct assessment s = assessment_new(a, raters, sizeof(raters) / sizeof(*raters));

	s.wave.last = measure_profile(a, &s.wave);
	rate(&s, small, sizeof(small) / sizeof(*small));
	s.wave.role = &s.wave.answers.form->weight_sets[0];
	return s;
}

static void
poison_hidden(struct release *r)
{
	for (size_t i = 0; i < r->n_cells; i++) {
		struct cell *cell = &r->cells[i];

		if (cell->shown == SHOWN)
			continue;
		cell->value = cell->low = cell->high = cell->p = cell->p_adjusted = cell->effect =
			cell->percent = SAMPLE_POISON;
		cell->n = (int)SAMPLE_POISON;
		cell->word = "poison";
	}
}

struct release *
sample_profile(struct arena *a, enum profile_sample sample, const char *hostile, const struct form **form_r)
{
	struct assessment s = sample == PROFILE_FULL ? full(a, hostile) : sample == PROFILE_FEW ? few(a) :
		three_competencies(a);
	struct release *r;

	s.wave.person = hostile != NULL ? hostile : "The alliance manager";
	s.wave.answers.wave = hostile != NULL ? hostile : "Spring";
	s.wave.answers.alliance = hostile != NULL ? hostile : "Cold-Chain Sensor Alliance";
	s.wave.answers.closed = 1777248000;
	r = measure_profile(a, &s.wave);
	r->engine_version = "0.1.0";
	poison_hidden(r);
	*form_r = s.wave.answers.form;
	return r;
}
