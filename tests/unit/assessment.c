/* assessment.c - raters of an alliance manager */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/assessment.h"

#include <math.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/measure/profile/raters.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/load.h"

enum { LARGEST = 1 << 18 };

const struct form *
assessment_form(struct arena *a, const char *xml, size_t n)
{
	const struct form *form;

	forms_init();
	form = form_load(a, xml, n, msgs_new(a, "assessment"));
	CHECK(form != NULL);
	return form;
}

static const struct form *
load(struct arena *a, const char *name)
{
	const char *srcdir = getenv("srcdir");
	const char *path = arena_printf(a, "%s/%s", srcdir == NULL ? "." : srcdir, name);
	size_t n;
	const char *bytes = str_read_file(a, path, LARGEST, &n);

	CHECK(bytes != NULL);
	return assessment_form(a, bytes, n);
}

static struct answers *
all_threes(struct arena *a, const struct form *form, const char *group)
{
	struct answers *answers = arena_make(a, struct answers);

	*answers = answers_new(a, form);
	for (size_t i = 0; i < form->n_items; i++) {
		const struct item *item = &form->items[i];

		if (!groups_include(item->groups, group))
			answers->codes[item->slot] = MISSING_NOT_SHOWN;
		else if (item->text_slot < 0)
			answers->codes[item->slot] = 3;
	}
	return answers;
}

static struct assessment
assess(struct arena *a, const struct form *form, const struct raters *raters, size_t n)
{
	struct assessment s = { .arena = a };
	struct wave_answers *w = &s.wave.answers;
	struct wave_party *parties = s.parties = arena_make_n(a, n, struct wave_party);

	*w = (struct wave_answers){ .form = form, .wave = "spring", .alliance = "Rivers", .mode = "confidential",
		.k = 3, .target = NAN, .floor_ = NAN, .shuffle_key = { 1, 2 }, .n_parties = n, .parties = parties };
	s.wave.person = "the manager";
	for (size_t p = 0; p < n; p++) {
		enum rater_group group = (enum rater_group)group_find(raters[p].group);

		parties[p] = (struct wave_party){ .id = raters[p].group, .name = raters[p].group,
			.invited = (int)raters[p].n, .identified = rater_always_identified(group) };
		w->n_responses += raters[p].n;
	}
	s.responses = arena_make_n(a, w->n_responses, struct wave_response);
	w->responses = s.responses;
	for (size_t p = 0, r = 0; p < n; p++)
		for (size_t i = 0; i < raters[p].n; i++)
			s.responses[r++] = (struct wave_response){ p, all_threes(a, w->form, raters[p].group) };
	return s;
}

struct assessment
assessment_new(struct arena *a, const struct raters *raters, size_t n)
{
	return assess(a, load(a, "tests/data/assessment.xml"), raters, n);
}

struct assessment
assessment_shipped(struct arena *a, const struct raters *raters, size_t n)
{
	return assess(a, load(a, "forms/library/alliance-manager.xml"), raters, n);
}

void
assessment_identify(const struct assessment *s, const char *group)
{
	for (size_t p = 0; p < s->wave.answers.n_parties; p++)
		if (str_eq(s->parties[p].id, group))
			s->parties[p].identified = true;
}

static struct answers *
find(const struct assessment *s, const char *group, size_t rater)
{
	for (size_t r = 0; r < s->wave.answers.n_responses; r++)
		if (str_eq(s->wave.answers.parties[s->responses[r].party].id, group) && rater-- == 0)
			return s->responses[r].answers;
	CHECK(!"such a rater");
	return NULL;
}

static const struct item *
item_of(const struct assessment *s, const char *id)
{
	int item = form_item(s->wave.answers.form, id);

	CHECK(item >= 0);
	return &s->wave.answers.form->items[item];
}

void
assessment_answer(const struct assessment *s, const char *group, size_t rater, const char *item, int code)
{
	find(s, group, rater)->codes[item_of(s, item)->slot] = (int16_t)code;
}

void
assessment_write(const struct assessment *s, const char *group, size_t rater, const char *id, const char *text)
{
	const struct item *item = item_of(s, id);
	struct answers *answers = find(s, group, rater);

	answers->codes[item->slot] = 1;
	answers->texts[item->text_slot] = text;
}

static size_t
count(const struct assessment *s, const char *group)
{
	for (size_t p = 0; p < s->wave.answers.n_parties; p++)
		if (str_eq(s->wave.answers.parties[p].id, group))
			return (size_t)s->wave.answers.parties[p].invited;
	CHECK(!"such a group");
	return 0;
}

void
assessment_rate(const struct assessment *s, const char *group, const char *competency, const int *codes)
{
	const struct form *form = s->wave.answers.form;
	const struct dimension *d = &form->dimensions[form_dimension(form, competency)];

	for (size_t i = 0; i < count(s, group); i++)
		for (size_t j = 0; j < d->n_items; j++) {
			const struct item *item = &form->items[d->items[j]];
			int turned = item->reverse ? item->scale->min + item->scale->max - codes[i] : codes[i];

			if (groups_include(item->groups, group))
				assessment_answer(s, group, i, item->id, turned);
		}
}

const struct cell *
assessment_cell(const struct release *release, enum measure measure, const char *of, const char *group)
{
	const struct cell *cell = release_cell(release, measure, of, group, NULL);

	CHECK(cell != NULL);
	return cell;
}
