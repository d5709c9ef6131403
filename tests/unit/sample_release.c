/* sample_release.c - releases of an invented alliance, for the tests of what is made from a release */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/sample_release.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/str.h"

enum { MAX_CELLS = 600 };

struct making {
	struct arena *arena;
	enum sample sample;
	const char *hostile;
	const struct form *form;
	struct release *release;
};

/* What people of the parties said, in points of 1-5, and what the engine would make of it. */
static const struct {
	double score[3];
	const char *verdict, *colour;
	double p, p_target;
	const char *agreement[3];
} drivers[] = {
	{ { 4.2, 4.1, 3.9 }, "aligned", "green", .61, .97, { "aligned", "aligned", "aligned" } },
	{ { 3.9, 3.4, 3.6 }, "cannot-tell", "amber", .08, .35, { "aligned", "mixed", "aligned" } },
	{ { 4.0, 3.8, 4.1 }, "cannot-tell", "green", .38, .83, { "mixed", "aligned", "aligned" } },
	{ { 3.9, 2.6, 3.1 }, "clear-gap", "amber", .0004, .02, { "aligned", "mixed", "split" } },
	{ { 3.2, 3.0, 3.3 }, "cannot-tell", "amber", .47, .01, { "mixed", "split", "mixed" } },
	{ { 3.1, 3.8, 3.5 }, "probable-gap", "amber", .019, .22, { "mixed", "aligned", "aligned" } },
	{ { 4.1, 4.3, 4.0 }, "cannot-tell", "green", .42, .98, { "aligned", "aligned", "mixed" } },
	{ { 2.6, 2.5, 2.8 }, "aligned", "red", .74, .0001, { "mixed", "mixed", "mixed" } },
	{ { 3.6, 3.7, 3.4 }, "cannot-tell", "amber", .66, .41, { "aligned", "mixed", "aligned" } },
	{ { 71, 58, 66 }, "cannot-tell", "amber", .12, .33, { "mixed", "mixed", "mixed" } },
};

static const char *
words(const struct making *m, const char *ordinary)
{
	return m->hostile != NULL ? m->hostile : ordinary;
}

static bool
is_small(const struct making *m)
{
	return m->sample == SAMPLE_SMALL_SIDE;
}

static int
people(const struct making *m, size_t party)
{
	static const int n[N_SAMPLES][3] = { { 12, 12 }, { 12, 11, 10 }, { 12, 3 }, { 6, 6 }, { 4, 4 } };

	return n[m->sample][party];
}

/* Hidden cells carry figures that must never be seen. */
static struct cell *
add(struct making *m, enum measure measure, const char *of, const char *group, const char *detail,
	enum shown shown)
{
	struct cell *cell = &m->release->cells[m->release->n_cells++];
	enum shown now = is_small(m) && shown == SHOWN ? HIDDEN_SMALL : shown;
	double value = now == SHOWN ? NAN : SAMPLE_POISON;

	*cell = (struct cell){ .measure = measure, .of = of, .group = group, .detail = detail, .shown = now,
		.n = now == SHOWN ? 24 : (int)SAMPLE_POISON, .value = value, .low = value, .high = value,
		.p = value,
		.p_adjusted = value, .effect = value, .percent = value, .word = now == SHOWN ? NULL
		: "poison" };
	return cell;
}

static const char *
id(const struct making *m, size_t party)
{
	return m->release->parties[party].id;
}

static double
percent(size_t d, double value)
{
	return isnan(value) || d == 9 ? value : 25 * (value - 1);
}

static const char *
band(double score)
{
	return score < 35 ? "low" : score < 60 ? "middle" : "high";
}

static void
fill_score(struct making *m, struct cell *cell, int n, double value, double value_percent, double spread)
{
	if (cell->shown != SHOWN)
		return;
	cell->n = n;
	if (m->sample == SAMPLE_BANDS) {
		cell->word = band(value_percent);
		return;
	}
	cell->value = value;
	cell->percent = value_percent;
	cell->low = value - spread;
	cell->high = value + spread;
}

static void
scores(struct making *m, const char *of, size_t d, const double *values)
{
	double joint = 0, spread = d == 9 || d > 10 ? 9 : .38;

	for (size_t p = 0; p < m->release->n_parties; p++) {
		struct cell *cell = add(m, MEASURE_SCORE, of, id(m, p), NULL, SHOWN);

		fill_score(m, cell, people(m, p), values[p], d > 10 ? values[p] : percent(d, values[p]),
			spread + .01 * (double)p);
		joint += values[p] / (double)m->release->n_parties;
	}
	fill_score(m, add(m, MEASURE_SCORE, of, "joint", NULL, SHOWN), 24, joint, d > 10 ? joint
		: percent(d, joint), spread * .7);
}

static void
colour(struct making *m, const char *of, const char *word, double p_target)
{
	struct cell *cell = add(m, MEASURE_COLOUR, of, "joint", NULL, m->sample == SAMPLE_BANDS ? HIDDEN_RULE
		: SHOWN);

	if (cell->shown != SHOWN)
		return;
	cell->word = word;
	cell->p = p_target;
	cell->p_adjusted = str_eq(word, "red") ? .9 : .05;
}

static void
gap(struct making *m, size_t d, size_t party)
{
	const char *of = m->form->dimensions[d].id;
	enum shown shown = m->sample == SAMPLE_BANDS ? HIDDEN_RULE : SHOWN;
	struct cell *cell = add(m, MEASURE_GAP, of, id(m, party), NULL, shown);
	struct cell *profile = add(m, MEASURE_PROFILE_GAP, of, id(m, party), NULL, shown);
	bool unknown = m->sample == SAMPLE_CANNOT_TELL;

	if (cell->shown != SHOWN)
		return;
	cell->value = drivers[d].score[party] - drivers[d].score[(party + 1) % m->release->n_parties];
	cell->low = cell->value - (d == 9 ? 18 : unknown ? 1.6 : .62);
	cell->high = cell->value + (d == 9 ? 18 : unknown ? 1.6 : .62);
	cell->p = unknown ? .4 + .01 * (double)d : drivers[d].p;
	cell->p_adjusted = unknown ? NAN : fmin(1, 9 * drivers[d].p);
	cell->effect = cell->value / (d == 9 ? 20 : .8);
	cell->word = unknown ? "cannot-tell" : drivers[d].verdict;
	profile->value = cell->value - .1;
}

static void
agreement(struct making *m, size_t d)
{
	static const double ad[] = { .44, .91, 1.32 };

	for (size_t p = 0; p < m->release->n_parties; p++) {
		struct cell *cell = add(m, MEASURE_AGREEMENT, m->form->dimensions[d].id, id(m, p), NULL,
			m->sample == SAMPLE_BANDS ? HIDDEN_RULE : SHOWN);
		const char *word = drivers[d].agreement[p];

		if (cell->shown != SHOWN)
			continue;
		cell->word = word;
		if (people(m, p) < 10)
			continue;
		cell->value = ad[str_eq(word, "aligned") ? 0 : str_eq(word, "mixed") ? 1
			: 2];
		cell->effect = str_eq(word, "aligned") ? .78 : .31;
		cell->high = .51;
	}
}

static void
driver(struct making *m, size_t d)
{
	const struct dimension *dimension = &m->form->dimensions[d];

	scores(m, dimension->id, d, drivers[d].score);
	colour(m, dimension->id, drivers[d].colour, drivers[d].p_target);
	for (size_t p = 0; p < (m->release->n_parties == 2 ? 1 : m->release->n_parties); p++)
		gap(m, d, p);
	agreement(m, d);
	for (size_t i = 0; i < dimension->n_items; i++)
		for (size_t p = 0; p < m->release->n_parties; p++) {
			struct cell *cell = add(m, MEASURE_ITEM, m->form->items[dimension->items[i]].id,
				id(m, p), NULL,
				people(m, p) < 10 ? HIDDEN_RULE : SHOWN);

			if (cell->shown == SHOWN)
				cell->value = 2.25 + .2 * (double)(p + i + d);
			if (cell->shown == SHOWN && cell->value > 4.5) {
				cell->value = 4.5;
				cell->capped = true;
			}
		}
}

static void
perception(struct making *m)
{
	static const double values[] = { .9, -.2, .35 };

	for (size_t i = 0, pair = 0; i < m->form->n_items; i++) {
		const struct item *own = &m->form->items[i];

		if (own->mirror < 0 || !str_starts(own->id, "own"))
			continue;
		for (size_t p = 0; p < 2; p++) {
			struct cell *cell = add(m, MEASURE_PERCEPTION, own->id, id(m, p),
				m->form->items[own->mirror].id,
				m->sample == SAMPLE_BANDS ? HIDDEN_RULE : SHOWN);

			if (cell->shown != SHOWN)
				continue;
			cell->value = p == 0 ? values[pair] : .2 - values[pair];
			cell->p = fabs(cell->value) > .6 ? .004 : .3;
			cell->p_adjusted = 2 * cell->p;
			if (people(m, p) >= 10) {
				cell->low = cell->value - .55;
				cell->high = cell->value + .55;
			}
		}
		pair++;
	}
}

static void
recommendation(struct making *m)
{
	for (size_t p = 0; p <= m->release->n_parties; p++) {
		struct cell *cell = add(m, MEASURE_NPS, "recommend0", p < m->release->n_parties ? id(m, p)
			: "joint", NULL,
			m->sample == SAMPLE_FULL && p == 2 ? SHOWN : HIDDEN_RULE);

		if (cell->shown != SHOWN)
			continue;
		cell->value = 16.7;
		cell->low = -14;
		cell->high = 44;
	}
}

static void
facts(struct making *m)
{
	for (size_t i = 0; i < 3; i++)
		for (size_t p = 0; p <= m->release->n_parties; p++) {
			bool joint = p == m->release->n_parties;
			struct cell *cell = add(m, MEASURE_COUNT, arena_printf(m->arena, "fact%zu", i), joint
				? "joint" : id(m, p), NULL,
				joint || people(m, p) >= 10 ? SHOWN : HIDDEN_COMPLEMENT);

			if (cell->shown != SHOWN)
				continue;
			cell->value = (double)(2 + 3 * i) * (joint ? 2 : 1);
			cell->n = joint ? 24 : 12;
		}
}

static void
comments(struct making *m)
{
	static const struct comment ordinary[] = {
		{ "open0", "a", "The weekly stand-up of both project teams. It is short, and problems are "
			"out in the open the same day." },
		{ "open0", "b", "People on both sides who call each other before they write." },
		{ "open0", "a", "The joint risk list." },
		{ "open1", NULL, "Nobody says aloud that the second indication has lost its priority.\nWe "
		"plan as if it had not." },
		{ "open1", NULL, "Decisions are taken in the steering committee and taken again two weeks "
		"later." },
	};
	struct release *r = m->release;

	if (m->sample != SAMPLE_FULL)
		return;
	r->n_comments = sizeof(ordinary) / sizeof(*ordinary);
	r->comments = arena_memdup(m->arena, ordinary, sizeof(ordinary));
	for (size_t i = 0; i < r->n_comments; i++)
		r->comments[i].text = words(m, r->comments[i].text);
}

static void
parties(struct making *m)
{
	static const char *const ids[] = { "a", "b", "c" };
	static const char *const names[] = { "Meridian Biologics", "Halden Systems", "Corvane Logistics" };
	struct release *r = m->release;

	r->n_parties = m->sample == SAMPLE_THREE ? 3 : 2;
	r->parties = arena_make_n(m->arena, r->n_parties, struct release_party);
	for (size_t p = 0; p < r->n_parties; p++)
		r->parties[p] = (struct release_party){ ids[p], words(m, names[p]), people(m, p) + 2 + (int)p,
			people(m, p) };
}

static void
health(struct making *m)
{
	struct cell *weaker;

	scores(m, "health", 11, (const double[]){ 69, 61, 64 });
	colour(m, "health", "amber", .18);
	weaker = add(m, MEASURE_WEAKER, "health", "b", NULL, m->sample == SAMPLE_BANDS ? HIDDEN_RULE : SHOWN);
	if (weaker->shown == SHOWN)
		weaker->value = weaker->percent = 61;
}

struct release *
sample_release(struct arena *a, enum sample sample, const char *hostile)
{
	struct release *r = arena_make(a, struct release);
	struct making m = { a, sample, hostile, sample_form(a), r };

	*r = (struct release){ .wave = words(&m, "Spring 2026"),
		.alliance = words(&m, "Cold-Chain Sensor Alliance"),
		.form_id = "alliance_health", .form_version = 3, .engine_version = "0.1.0",
		.closed = 1777248000,
		.mode = "confidential", .k = sample == SAMPLE_BANDS ? 3 : 5, .target = 70, .floor_ = 50,
		.cells = arena_make_n(a, MAX_CELLS, struct cell) };
	memset(r->fingerprint, 'e', 64);
	parties(&m);
	health(&m);
	for (size_t d = 0; d < sizeof(drivers) / sizeof(*drivers); d++)
		driver(&m, d);
	scores(&m, "results", 10, (const double[]){ 3.8, 3.5, 3.6 });
	if (r->n_parties == 2)
		perception(&m);
	recommendation(&m);
	facts(&m);
	comments(&m);
	return r;
}
