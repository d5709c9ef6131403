/* measure_library_test.c - the shipped questionnaires, answered and measured */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "engine/measure/measure.h"
#include "engine/measure/profile/profile.h"
#include "engine/measure/profile/raters.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/load.h"
#include "tests/unit/draw.h"

enum { A_SIDE = 12, LARGEST = 1 << 20 };

static const struct form *
load(struct arena *a, const char *name)
{
	const char *srcdir = getenv("srcdir");
	const char *path = arena_printf(a, "%s/forms/library/%s.xml", srcdir == NULL ? "." : srcdir, name);
	size_t n;
	const char *bytes = str_read_file(a, path, LARGEST, &n);
	const struct form *form;

	assert_non_null(bytes);
	form = form_load(a, bytes, n, msgs_new(a, path));
	assert_non_null(form);
	return form;
}

/* A point of the scale, "cannot judge" one time in twenty. */
static int16_t
draw_code(const struct item *item)
{
	const struct scale *scale = item->scale;

	if (scale == NULL || item->n_slots > 1)
		return (int16_t)draw(2);
	if (scale->n_points > scale->n_valued && draw(20) == 0)
		return scale->points[scale->n_valued].code;
	return scale->points[draw(scale->n_valued)].code;
}

static struct answers *
draw_answers(struct arena *a, const struct form *form)
{
	struct answers *answers = arena_make(a, struct answers);

	*answers = answers_new(a, form);
	for (size_t i = 0; i < form->n_items; i++) {
		const struct item *item = &form->items[i];

		for (size_t slot = 0; slot < item->n_slots; slot++)
			answers->codes[item->slot + slot] = item->text_slot < 0 ? draw_code(item) : 1;
		if (item->text_slot >= 0)
			answers->texts[item->text_slot] = "Decide faster.";
	}
	return answers;
}

static const struct release *
measure(struct arena *a, const struct form *form, double *milliseconds_r)
{
	static const struct wave_party parties[] = { { "a", "Aare", 15, false }, { "b", "Birs", 15, false } };
	struct wave_response responses[2 * A_SIDE];
	struct wave_answers wave = { .form = form, .wave = "spring", .alliance = "Rivers",
		.mode = "confidential", .k = 5, .target = 75, .floor_ = 50, .n_parties = 2, .parties = parties, .n_responses = 2 * A_SIDE,
		.responses = responses };
	const struct release *release;
	struct timespec from, to;

	for (size_t r = 0; r < wave.n_responses; r++)
		responses[r] = (struct wave_response){ r / A_SIDE, draw_answers(a, form) };
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	release = measure_wave(a, &wave);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	*milliseconds_r = 1e3 * (double)(to.tv_sec - from.tv_sec) + 1e-6 * (double)(to.tv_nsec - from.tv_nsec);
	return release;
}

static size_t
count_cells(const struct release *release, enum measure measured, enum shown shown)
{
	size_t n = 0;

	for (size_t i = 0; i < release->n_cells; i++)
		n += release->cells[i].measure == measured && release->cells[i].shown == shown;
	return n;
}

/* Twelve a side who now and then cannot judge: every score, gap and index can be shown. */
static void
shows_every_score(void **state)
{
	static const char *const names[] = {
		"alliance-health-pulse", "alliance-health-core", "alliance-health", "partner-satisfaction",
	};

	(void)state;
	seed = 24;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct arena *a = arena_new();
		const struct form *form = load(a, names[i]);
		double milliseconds;
		const struct release *release = measure(a, form, &milliseconds);
		size_t rows = form->n_indexes;

		for (size_t d = 0; d < form->n_dimensions; d++)
			rows += form->dimensions[d].role != ROLE_SIGNAL;
		assert_int_equal(count_cells(release, MEASURE_SCORE, SHOWN), 3 * rows);
		assert_int_equal(count_cells(release, MEASURE_GAP, SHOWN), rows);
		assert_int_equal(count_cells(release, MEASURE_COLOUR, SHOWN), rows);
		assert_true(release->n_comments > 0);
		print_message("# %s: 24 responses, %zu cells in %.2f ms\n", names[i], release->n_cells,
		    milliseconds);
		arena_free(a);
	}
}

/* Each party sees itself and is seen in every pair of mirrored items. */
static void
pairs_mirrored_items(void **state)
{
	struct arena *a = arena_new();
	const struct form *form = load(a, "alliance-health-core");
	double milliseconds;
	const struct release *release = measure(a, form, &milliseconds);
	size_t mirrored = 0, seen = 0;

	(void)state;
	for (size_t i = 0; i < form->n_items; i++)
		mirrored += form->items[i].mirror >= 0;
	for (size_t i = 0; i < release->n_cells; i++)
		if (release->cells[i].measure == MEASURE_PERCEPTION) {
			assert_true(str_ends(release->cells[i].of, "_own"));
			assert_true(str_starts(release->cells[i].of, release->cells[i].detail));
			seen++;
		}
	assert_int_equal(seen, mirrored);
	arena_free(a);
}

/* What a rater of the group hands in: answers to what the group is asked. */
static struct answers *
draw_rating(struct arena *a, const struct form *form, const char *group)
{
	struct respondent who = { .lang = "en", .party = "a", .group = group, .wave = "" };
	struct answers *answers = draw_answers(a, form);
	struct flow flow = flow_evaluate(a, form, &who, answers);

	*answers = flow_counted(a, form, &flow, answers);
	return answers;
}

static const struct release *
assess(struct arena *a, const struct form *form)
{
	static const struct {
		const char *group;
		size_t n;
	} asked[] = { { "self", 1 }, { "manager", 1 }, { "colleagues", 6 }, { "counterpart", 1 },
		{ "partner_team", 6 } };
	enum { GROUPS = sizeof(asked) / sizeof(*asked), RATERS = 15 };
	struct wave_party parties[GROUPS];
	struct wave_response responses[RATERS];
	struct profile_wave wave = { .answers = { .form = form, .wave = "spring", .alliance = "Rivers",
		.mode = "confidential", .k = 3, .target = NAN, .floor_ = NAN, .n_parties = GROUPS, .parties = parties,
		.responses = responses }, .person = "the manager" };

	for (size_t g = 0; g < GROUPS; g++) {
		enum rater_group group = (enum rater_group)group_find(asked[g].group);

		parties[g] = (struct wave_party){ asked[g].group, asked[g].group, (int)asked[g].n,
			rater_always_identified(group) };
		for (size_t i = 0; i < asked[g].n; i++)
			responses[wave.answers.n_responses++] = (struct wave_response){ g,
				draw_rating(a, form, asked[g].group) };
	}
	return measure_profile(a, &wave);
}

/* Whole figures, not the parts they are made of. */
static size_t
count_by(const struct release *release, enum measure measured, const char *group)
{
	size_t n = 0;

	for (size_t i = 0; i < release->n_cells; i++)
		n += release->cells[i].measure == measured && release->cells[i].shown == SHOWN
			&& release->cells[i].detail == NULL && str_eq(release->cells[i].group, group);
	return n;
}

/* Ten competencies by the person and by the others, a fit for each kind of alliance; levels in the full form
 * only. The partner sees nothing of two competencies in the short one. */
static void
profiles_an_alliance_manager(void **state)
{
	struct arena *a = arena_new();
	const struct release *brief, *full;

	(void)state;
	seed = 24;
	full = assess(a, load(a, "alliance-manager"));
	brief = assess(a, load(a, "alliance-manager-short"));
	assert_int_equal(count_by(full, MEASURE_SCORE, "self"), 10);
	assert_int_equal(count_by(full, MEASURE_SCORE, "others"), 10);
	assert_int_equal(count_by(full, MEASURE_SCORE, "partner_team"), 10);
	assert_int_equal(count_by(full, MEASURE_LEVEL, "self"), 10);
	assert_int_equal(count_by(full, MEASURE_LEVEL, "others"), 10);
	assert_int_equal(count_by(full, MEASURE_FIT, "others"), 7);
	assert_int_equal(count_by(brief, MEASURE_SCORE, "self"), 10);
	assert_int_equal(count_by(brief, MEASURE_SCORE, "partner_team"), 8);
	assert_int_equal(count_by(brief, MEASURE_LEVEL, "self"), 0);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shows_every_score),
		cmocka_unit_test(pairs_mirrored_items),
		cmocka_unit_test(profiles_an_alliance_manager),
	};

	forms_init();
	return cmocka_run_group_tests_name("measure_library", tests, NULL, NULL);
}
