/* pooled.c - pools of releases for tests: measured from answers, or of figures as they stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tests/unit/pooled.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/form.h"
#include "forms/load.h"
#include "tests/unit/normal.h"

const struct form *
pooled_form(struct arena *a, const char *xml, size_t n)
{
	struct msgs *m = msgs_new(a, "form");
	struct buf *problems = buf_new(a);
	const struct form *form;

	forms_init();
	form = form_load(a, xml, n, m);
	msgs_print(m, problems);
	if (form == NULL)
		fputs(problems->bytes, stderr);
	CHECK(form != NULL);
	return form;
}

const struct form *
pooled_small(struct arena *a, const char *id, int version, const char *of_x1, const char *x_items)
{
	static const char *const items[] = { "x1", "x2", "x3", "y1", "y2", "y3", "o1", "o2" };
	struct buf *xml = buf_new(a);

	buf_printf(xml, "<form xmlns='urn:attune:form:1' id='%s' version='%d' xml:lang='en' langs='en' subject='alliance' "
		"parties='a b'><title><t>small</t></title><scale id='s'>", id, version);
	for (int i = 1; i <= 5; i++)
		buf_printf(xml, "<point value='%d'><t>%d</t></point>", i, i);
	buf_puts(xml, "</scale><page id='p'><battery id='bat' scale='s'><stem><t>How is it?</t></stem>");
	for (size_t i = 0; i < sizeof(items) / sizeof(*items); i++)
		buf_printf(xml, "<item id='%s' %s><t>Statement %s%s</t></item>", items[i], i == 0 ? of_x1 : "", items[i],
			i == 0 && strstr(of_x1, "wording") != NULL ? " in other words" : "");
	buf_printf(xml, "</battery></page><dimension id='x' items='%s'><title><t>x</t></title></dimension>"
		"<dimension id='y' items='y1 y2 y3'><title><t>y</t></title></dimension>"
		"<dimension id='out' items='o1 o2' role='outcome'><title><t>out</t></title></dimension>"
		"<index id='all' dimensions='x y'><title><t>all</t></title></index></form>", x_items);
	return pooled_form(a, xml->bytes, xml->n);
}

struct pool *
pooled_new(struct arena *a, const struct form *const *forms, size_t n)
{
	struct pool *p = pool_new(a);

	p->n_forms = n;
	p->forms = arena_memdup(a, forms, n * sizeof(*forms));
	return p;
}

struct wave_answers
pooled_wave(struct arena *a, const struct form *form, const size_t *people, size_t n_parties)
{
	static const char *const ids[] = { "a", "b", "c", "d" };
	struct wave_party *parties = arena_make_n(a, n_parties, struct wave_party);
	struct wave_response *responses;
	struct wave_answers w = { .form = form, .wave = "wave", .alliance = "alliance", .mode = "confidential", .k = 5,
		.target = NAN, .floor_ = NAN, .n_parties = n_parties, .parties = parties };

	for (size_t p = 0; p < n_parties; p++) {
		parties[p] = (struct wave_party){ ids[p], ids[p], (int)people[p], false };
		w.n_responses += people[p];
	}
	w.responses = responses = arena_make_n(a, w.n_responses, struct wave_response);
	for (size_t p = 0, r = 0; p < n_parties; p++)
		for (size_t i = 0; i < people[p]; i++, r++) {
			responses[r] = (struct wave_response){ p, arena_make(a, struct answers) };
			*responses[r].answers = answers_new(a, form);
		}
	return w;
}

void
pooled_answer(const struct wave_answers *w, size_t party, size_t person, const char *item, int code)
{
	int i = form_item(w->form, item);
	size_t r = 0;

	CHECK(i >= 0);
	while (w->responses[r].party != party || person-- > 0)
		r++;
	w->responses[r].answers->codes[w->form->items[i].slot] = (int16_t)code;
}

void
pooled_draw(const struct wave_answers *w, double level)
{
	for (size_t r = 0; r < w->n_responses; r++) {
		double person = level + .5 * draw_normal();

		for (size_t i = 0; i < w->form->n_items; i++) {
			long code = lround(person + .6 * draw_normal());

			if (w->form->items[i].scale == NULL || w->form->items[i].n_slots != 1)
				continue;
			w->responses[r].answers->codes[w->form->items[i].slot] = (int16_t)(code < 1 ? 1 : code > 5 ? 5 : code);
		}
	}
}

struct pool_wave *
pooled_add(struct pool *p, size_t alliance, size_t form, const struct wave_answers *w, int days_ago)
{
	char *key = arena_printf(p->arena, "al%03zu", alliance);
	struct pool_alliance *a = pool_add_alliance(p, (int64_t)alliance, key, arena_printf(p->arena, "Alliance %zu", alliance),
		alliance % 2 == 0 ? "reseller" : "venture", "run");
	struct pool_wave *wave = pool_add_wave(p, a);

	*wave = (struct pool_wave){ .key = arena_printf(p->arena, "w%zu", a->n_waves), .name = "Wave",
		.closed = TODAY - days_ago * (int64_t)DAY, .form = form };
	wave->figures = contribution_of(p->arena, w, measure_wave(p->arena, w));
	return wave;
}

void
pooled_sums(struct pool *p, size_t alliance, size_t form, const struct wave_answers *w)
{
	const struct release *release = measure_wave(p->arena, w);
	struct tallies t = contribution_tallies(p->arena, w, release);
	struct pool_alliance *a = pool_find(p, (int64_t)alliance);
	size_t n;
	struct contribution_cross *crosses = contribution_crosses(p->arena, w, release, &n);

	CHECK(a != NULL);
	pool_add_tallies(p, form, &t);
	pool_set_crosses(p, a, form, crosses, n);
}

void
pooled_prepare(struct pool *p, const struct benchmark_choice *choice)
{
	const struct form **versions = arena_make_n(p->arena, p->n_forms, const struct form *);
	const char *id = pool_form_id(p, choice);
	size_t n = 0;

	for (size_t f = 0; f < p->n_forms; f++)
		if (str_eq(p->forms[f]->id, id))
			versions[n++] = p->forms[f];
	pool_prepare(p, choice, id, versions, n);
}

struct pool *
pooled_portfolio(struct arena *a, const struct form *form, size_t n, size_t people, double low, double high,
	const struct benchmark_choice *choice)
{
	struct pool *p = pooled_new(a, &form, 1);
	struct wave_answers *waves = arena_make_n(a, n, struct wave_answers);
	const size_t both[] = { people, people };

	for (size_t i = 0; i < n; i++) {
		waves[i] = pooled_wave(a, form, both, 2);
		pooled_draw(&waves[i], low + (high - low) * (double)i / (double)n);
		pooled_add(p, i, 0, &waves[i], 30);
	}
	pooled_prepare(p, choice);
	for (size_t i = 0; i < n; i++)
		if (pool_find(p, (int64_t)i) != NULL)
			pooled_sums(p, i, 0, &waves[i]);
	return p;
}
