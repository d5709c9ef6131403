/* survey.c - a small form and its answers, built in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/survey.h"

#include <math.h>

#include "base/arena.h"
#include "base/check.h"
#include "forms/group.h"
#include "tests/unit/draw.h"

#define POINTS(of) .points = of, .n_points = sizeof(of) / sizeof(*of)

static const struct point agree5_points[] = {
	{ .code = 1 }, { .code = 2 }, { .code = 3 }, { .code = 4 }, { .code = 5 }, { .code = MISSING_NA },
};
static const struct point likely11_points[] = {
	{ .code = 0 }, { .code = 1 }, { .code = 2 }, { .code = 3 }, { .code = 4 }, { .code = 5 }, { .code = 6 },
	{ .code = 7 }, { .code = 8 }, { .code = 9 }, { .code = 10 },
};
static const struct point facts_points[] = { { .code = 1 }, { .code = 2 } };

static const struct scale agree5 = { .id = "agree5", POINTS(agree5_points), .n_valued = 5, .min = 1, .max = 5 };
static const struct scale likely11 = { .id = "o2", POINTS(likely11_points), .n_valued = 11, .max = 10 };
static const struct scale facts = { .id = "s2", POINTS(facts_points), .n_valued = 2, .min = 1, .max = 2 };

/* The mirrored items stand apart from the battery, so that the facts can lie between. */
static const struct question questions[] = {
	{ .groups = GROUPS_ALL, .kind = KIND_BATTERY, .scale = &agree5, .first_item = 0, .n_items = 10 },
	{ .groups = GROUPS_ALL, .kind = KIND_CHOICE, .scale = &likely11, .first_item = 10, .n_items = 1 },
	{ .groups = GROUPS_ALL, .kind = KIND_YESNO, .first_item = 11, .n_items = 1 },
	{ .groups = GROUPS_ALL, .kind = KIND_CHOICES, .scale = &facts, .first_item = 12, .n_items = 1 },
	{ .groups = GROUPS_ALL, .kind = KIND_BATTERY, .scale = &agree5, .first_item = 13, .n_items = 2 },
	{ .groups = GROUPS_ALL, .kind = KIND_TEXT, .first_item = 15, .n_items = 1 },
};

enum { N_QUESTIONS = sizeof(questions) / sizeof(*questions) };

static const struct page page = { .id = "all", .groups = GROUPS_ALL, .n_questions = N_QUESTIONS, .n_items = 16,
	.n_slots = SURVEY_SLOTS, .n_texts = 1 };

static const struct run own_runs[] = {
	{ .kind = RUN_OWN }, { .kind = RUN_TEXT, .text = " keeps its word to " }, { .kind = RUN_PARTNER },
};
static const struct run partner_runs[] = {
	{ .kind = RUN_PARTNER }, { .kind = RUN_TEXT, .text = " keeps its word to " }, { .kind = RUN_OWN },
};
static const struct wording own_wording = { .lang = "en", .n = 3, .runs = own_runs };
static const struct wording partner_wording = { .lang = "en", .n = 3, .runs = partner_runs };

#define ITEM(name, of, on, at) .id = name, .groups = GROUPS_ALL, .question = of, .scale = on, .slot = at, \
	.n_slots = 1, .text_slot = -1
#define AGREE(name, at) { ITEM(name, 0, &agree5, at), .mirror = -1 }

static const struct item items[] = {
	AGREE("t1", SURVEY_T1), AGREE("t2", SURVEY_T2),
	{ ITEM("t3", 0, &agree5, SURVEY_T3), .mirror = -1, .reverse = true },
	AGREE("v1", SURVEY_V1), AGREE("v2", SURVEY_V2), AGREE("v3", SURVEY_V3), AGREE("v4", SURVEY_V4),
	AGREE("p1", SURVEY_P1), AGREE("c1", SURVEY_C1), AGREE("o1", SURVEY_O1),
	{ ITEM("o2", 1, &likely11, SURVEY_O2), .mirror = -1 },
	{ ITEM("s1", 2, NULL, SURVEY_S1), .mirror = -1 },
	{ .id = "s2", .groups = GROUPS_ALL, .question = 3, .scale = &facts, .slot = SURVEY_S2, .n_slots = 2,
		.text_slot = -1, .mirror = -1 },
	{ ITEM("m_partner", 4, &agree5, SURVEY_M_PARTNER), .mirror = 14, .text = { 1, &partner_wording } },
	{ ITEM("m_own", 4, &agree5, SURVEY_M_OWN), .mirror = 13, .text = { 1, &own_wording } },
	{ .id = "why", .groups = GROUPS_ALL, .question = 5, .slot = SURVEY_WHY, .n_slots = 1,
		.text_slot = 0, .mirror = -1 },
};

enum { N_ITEMS = sizeof(items) / sizeof(*items) };

#define ITEMS(...) .n_items = sizeof((size_t[]){ __VA_ARGS__ }) / sizeof(size_t), .items = (const size_t[]){ __VA_ARGS__ }

static const double equal[] = { 1, 1, 1 }, first_double[] = { 2, 1, 1, 1 }, last_double[] = { 1, 1, 2 };

static const struct dimension dimensions[] = {
	{ .id = "trust", .min_valid = 2, .ideal = NAN, ITEMS(0, 1, 2), .weights = equal },
	{ .id = "value", .min_valid = 3, .ideal = NAN, ITEMS(3, 4, 5, 6), .weights = first_double },
	{ .id = "purpose", .min_valid = 1, .ideal = NAN, ITEMS(7), .weights = equal },
	{ .id = "challenge", .min_valid = 1, .ideal = 3, ITEMS(8), .weights = equal },
	{ .id = "outlook", .role = ROLE_OUTCOME, .min_valid = 1, .ideal = NAN, ITEMS(9, 10), .weights = equal },
	{ .id = "signals", .role = ROLE_SIGNAL, .min_valid = 1, .ideal = NAN, ITEMS(11, 12), .weights = equal },
};

static const size_t health_dimensions[] = { 0, 1, 2 };
static const struct index health = { .id = "health", .n_dimensions = 3, .dimensions = health_dimensions,
	.weights = last_double };

static const struct form form = { .id = "small", .version = 1, .n_langs = 1, .langs = { "en" }, .n_pages = 1,
	.pages = &page, .n_questions = N_QUESTIONS, .questions = questions, .n_items = N_ITEMS, .items = items,
	.n_dimensions = 6, .dimensions = dimensions, .n_indexes = 1, .indexes = &health, .n_slots = SURVEY_SLOTS,
	.n_texts = 1 };

static const struct wave_party parties[] = { { "a", "Aare", 20, false }, { "b", "Birs", 20, false },
	{ "c", "Cher", 20, false }, { "d", "Doubs", 20, false } };

struct survey
survey_new(struct arena *a, size_t n_parties, const size_t *people)
{
	struct survey s = { .arena = a };
	size_t n = 0;

	s.wave = (struct wave_answers){ .form = &form, .wave = "spring", .alliance = "Rivers",
		.mode = "confidential", .k = 5, .target = 75, .floor_ = 50, .shuffle_key = { 1, 2 },
		.n_parties = n_parties, .parties = parties };
	for (size_t p = 0; p < n_parties; p++)
		s.wave.n_responses += people[p];
	s.responses = arena_make_n(a, s.wave.n_responses, struct wave_response);
	s.wave.responses = s.responses;
	for (size_t p = 0; p < n_parties; p++)
		for (size_t i = 0; i < people[p]; i++) {
			struct answers *answers = arena_make(a, struct answers);

			*answers = answers_new(a, &form);
			s.responses[n++] = (struct wave_response){ p, answers };
		}
	return s;
}

struct answers *
survey_person(const struct survey *s, size_t party, size_t person)
{
	for (size_t r = 0; r < s->wave.n_responses; r++)
		if (s->responses[r].party == party && person-- == 0)
			return s->responses[r].answers;
	CHECK(!"such a person");
	return NULL;
}

void
survey_answer(const struct survey *s, size_t party, size_t person, int slot, int code)
{
	survey_person(s, party, person)->codes[slot] = (int16_t)code;
}

void
survey_fill(const struct survey *s, size_t party, int slot, const int *codes)
{
	for (size_t r = 0; r < s->wave.n_responses; r++)
		if (s->responses[r].party == party)
			s->responses[r].answers->codes[slot] = (int16_t)*codes++;
}

void
survey_draw(const struct survey *s, unsigned first_seed)
{
	static const char *const texts[] = { "Keep the weekly call.", "Decide faster.",
	    "More people, please.", "Nothing." };

	seed = first_seed;
	for (size_t r = 0; r < s->wave.n_responses; r++) {
		struct answers *answers = s->responses[r].answers;

		for (int slot = 0; slot < SURVEY_WHY; slot++)
			answers->codes[slot] = (int16_t)(1 + draw(5));
		answers->codes[SURVEY_O2] = (int16_t)draw(11);
		answers->codes[SURVEY_S1] = (int16_t)draw(2);
		answers->codes[SURVEY_S2] = (int16_t)draw(2);
		answers->codes[SURVEY_S2_SECOND] = (int16_t)draw(2);
		answers->codes[SURVEY_WHY] = 1;
		answers->texts[0] = texts[draw(4)];
	}
}

const struct cell *
survey_cell(const struct release *release, enum measure measure, const char *of, const char *group)
{
	const struct cell *cell = release_cell(release, measure, of, group, NULL);

	CHECK(cell != NULL);
	return cell;
}
