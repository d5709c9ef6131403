/* summary.c - the first page of the competency profile: what, so what, what to try */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/page.h"
#include "reports/profile/advice.h"
#include "reports/profile/circle.h"
#include "reports/profile/level.h"
#include "reports/profile/radar.h"
#include "reports/profile/role.h"
#include "reports/profile/section.h"
#include "reports/words.h"

/* People who answered over all groups, after pooling. */
static const char *
answered(const struct view *v)
{
	int n = 0;

	for (size_t i = 0; i < v->release->n_parties; i++)
		n += v->release->parties[i].answered;
	return arena_printf(v->arena, ngettext("%d person answered", "%d people answered",
		(unsigned long)n), n);
}

static void
masthead(struct view *v)
{
	const struct release *r = v->release;
	const struct weight_set *role = role_of(v);
	struct html *h = v->html;

	html_open(h, "header");
	html_elem(h, "p", _("Competency profile"), "class", "kicker");
	html_elem(h, "h1", r->person);
	html_open(h, "p", "class", "dateline");
	html_textf(h, _("%s, closed on %s"), r->wave, day_words(v->arena, r->closed));
	html_close(h, "p");
	html_open(h, "ul", "class", "parties");
	if (*r->alliance != '\0')
		html_elem(h, "li", r->alliance);
	if (role != NULL)
		html_elem(h, "li", view_text(v, &role->title, NO_PARTY));
	html_elem(h, "li", answered(v));
	html_close(h, "ul");
	html_elem(h, "p", _("For development only. No basis for appraisal, pay, promotion or selection."),
		"class", "purpose");
	html_close(h, "header");
}

static size_t
count_quadrant(const struct view *v, const char *word)
{
	size_t n = 0;

	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct cell *cell = circle_cell(v, MEASURE_QUADRANT, v->form->dimensions[i].id);

		n += cell != NULL && (word == NULL || str_eq(cell->word, word));
	}
	return n;
}

static const char *
state_in_words(const struct view *v)
{
	size_t all = count_quadrant(v, NULL);
	size_t strengths = count_quadrant(v, "agreed-strength") + count_quadrant(v, "hidden-strength");
	size_t needs = count_quadrant(v, "agreed-need") + count_quadrant(v, "blind-spot");

	if (all == 0)
		return _("The self-rating is missing, or too few others answered: the two cannot be compared.");
	if (strengths + needs == 0)
		return arena_printf(v->arena,
			_("Of %zu competencies, none can be called a strength or a need with enough "
			"certainty."), all);
	return arena_printf(v->arena,
		_("Of %zu competencies, others see %zu as a strength and %zu as a need."), all,
		strengths, needs);
}

/* Of competencies measured in the same points. */
static const char *
leniency_in_words(const struct view *v)
{
	const struct cell *cell = circle_cell(v, MEASURE_SELF_GAP, "");
	struct range range = view_range(v, v->form->dimensions[0].id);
	double points;

	if (cell == NULL || isnan(circle_leniency(v)))
		return NULL;
	points = 100 * cell->value / (range.max - range.min);
	return arena_printf(v->arena,
		_("On average the self-rating differs from that of others by %s points; +%s would be usual."),
		words_signed(v->arena, points, 0), words_number(v->arena, circle_leniency(v), 0));
}

static const char *
titles_where(const struct view *v, enum measure measure, const char *circle, const char *detail,
	const char *word, size_t *n_r)
{
	const char **titles = arena_make_n(v->arena, v->form->n_dimensions, const char *);

	*n_r = 0;
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const char *of = v->form->dimensions[i].id;
		const struct cell *cell = view_cell(v, measure, of, circle, detail);

		if (cell != NULL && str_eq(cell->word, word))
			titles[(*n_r)++] = view_title(v, of);
	}
	return words_list(v->arena, titles, *n_r);
}

static const char *
views_in_words(const struct view *v)
{
	size_t n;
	const char *titles = titles_where(v, MEASURE_GAP, circle_inside, NULL, "clear-gap", &n);

	if (!view_any(v, MEASURE_GAP))
		return _("Inside view and partner view cannot be compared.");
	if (n > 0)
		return arena_printf(v->arena,
			_("The two organisations clearly see different things in: %s."), titles);
	return _("No gap between the inside view and the partner view is certain enough to be called clear.");
}

static const char *
change_in_words(const struct view *v)
{
	const char *last = view_detail(v, MEASURE_CHANGE), *up, *down;
	size_t n_up, n_down;

	if (last == NULL)
		return NULL;
	up = titles_where(v, MEASURE_CHANGE, circle_others, last, "up", &n_up);
	down = titles_where(v, MEASURE_CHANGE, circle_others, last, "down", &n_down);
	if (n_up + n_down == 0)
		return arena_printf(v->arena, _("Since \u201c%s\u201d no change is certain."), last);
	if (n_down == 0)
		return arena_printf(v->arena, _("Since \u201c%s\u201d, up: %s."), last, up);
	if (n_up == 0)
		return arena_printf(v->arena, _("Since \u201c%s\u201d, down: %s."), last, down);
	return arena_printf(v->arena, _("Since \u201c%s\u201d, up: %s; down: %s."), last, up, down);
}

static const char *
fit_in_words(const struct view *v)
{
	const struct weight_set *role = role_of(v);
	const struct cell *weighted, *alike = circle_cell(v, MEASURE_FIT, "");

	if (role == NULL || alike == NULL)
		return NULL;
	weighted = circle_cell(v, MEASURE_FIT, role->id);
	if (weighted == NULL)
		return NULL;
	return arena_printf(v->arena, _("Weighted for \u201c%s\u201d, others see %s of 100; unweighted %s."),
		view_text(v, &role->title, NO_PARTY), words_number(v->arena, weighted->percent, 0),
		words_number(v->arena, alike->percent, 0));
}

static void
what(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "div", "class", "what");
	radar_render(v, _("Self-rating and others"), (const char *const[]){ circle_self, circle_others });
	html_open(h, "div", "class", "headline");
	html_elem(h, "p", state_in_words(v), "class", "state");
	html_open(h, "p");
	page_sentence(v, leniency_in_words(v));
	page_sentence(v, views_in_words(v));
	page_sentence(v, change_in_words(v));
	page_sentence(v, fit_in_words(v));
	html_close(h, "p");
	html_close(h, "div");
	html_close(h, "div");
}

static void
quadrant_list(struct view *v, const char *word, const char *title, const char *meaning)
{
	struct html *h = v->html;

	html_open(h, "div");
	html_elem(h, "h2", title);
	html_elem(h, "p", meaning, "class", "means");
	if (count_quadrant(v, word) == 0)
		html_elem(h, "p", _("None for certain."), "class", "cause");
	else {
		html_open(h, "ul");
		for (size_t i = 0; i < v->form->n_dimensions; i++) {
			const char *of = v->form->dimensions[i].id;
			const struct cell *cell = circle_cell(v, MEASURE_QUADRANT, of);

			if (cell != NULL && str_eq(cell->word, word))
				html_elem(h, "li", view_title(v, of));
		}
		html_close(h, "ul");
	}
	html_close(h, "div");
}

static void
so_what(struct view *v)
{
	size_t n;
	const char *unclear = titles_where(v, MEASURE_QUADRANT, circle_others, NULL, "unclear", &n);

	html_open(v->html, "div", "class", "quarters");
	quadrant_list(v, "agreed-strength", _("Agreed strengths"), _("Self and others see them."));
	quadrant_list(v, "hidden-strength", _("Hidden strengths"),
		_("Others see them more than the person does."));
	quadrant_list(v, "blind-spot", _("Blind spots"), _("The person sees a strength, others do not."));
	quadrant_list(v, "agreed-need", _("Agreed needs"), _("Self and others see room to grow."));
	html_close(v->html, "div");
	if (n > 0)
		html_elem(v->html, "p", arena_printf(v->arena, _("Too near to call: %s."), unclear),
			"class", "note");
}

static const char *
cause_in_words(const struct view *v, const struct advice *a)
{
	const char *of = a->dimension->id;
	const char *self = words_number(v->arena, circle_percent(v, of, circle_self), 0);
	const char *others = words_number(v->arena, circle_percent(v, of, circle_others), 0);

	switch (a->cause) {
	case ADVICE_BLIND_SPOT:
		return arena_printf(v->arena, _("Blind spot: self %s, others %s."), self, others);
	case ADVICE_NEED:
		return arena_printf(v->arena, _("Agreed need: self %s, others %s."), self, others);
	case ADVICE_VIEWS:
		return arena_printf(v->arena, _("Clear gap: inside %s, partner %s."),
			words_number(v->arena, circle_percent(v, of, circle_inside), 0),
			words_number(v->arena, circle_percent(v, of, circle_partner), 0));
	case ADVICE_SELF_HIGHER:
		return arena_printf(v->arena, _("Self higher than usual: self %s, others %s."), self, others);
	case ADVICE_LOWEST:
	case ADVICE_NONE:
		break;
	}
	return arena_printf(v->arena, _("Room to grow: others %s."), others);
}

static void
advice(struct view *v, const struct advice *a)
{
	struct html *h = v->html;
	struct level level;

	html_open(h, "li");
	html_elem(h, "strong", view_text(v, &a->dimension->title, NO_PARTY));
	html_elem(h, "span", cause_in_words(v, a), "class", "cause");
	if (level_of(v, a->dimension, circle_others, &level)) {
		html_open(h, "p");
		html_open(h, "span", "class", "label");
		html_textf(h, _("Seen today, level %zu of %zu"), level.number, level.of);
		html_close(h, "span");
		html_text(h, level.reached);
		html_close(h, "p");
		if (level.next != NULL) {
			html_open(h, "p", "class", "next");
			html_elem(h, "span", _("The next level"), "class", "label");
			html_text(h, level.next);
			html_close(h, "p");
		}
	} else if (a->dimension->question.n > 0)
		html_elem(h, "q", view_text(v, &a->dimension->question, NO_PARTY));
	html_close(h, "li");
}

static void
what_to_try(struct view *v)
{
	struct advice found[ADVICE_MAX];
	size_t n = advice_find(v, found);

	if (n == 0)
		return;
	html_elem(v->html, "h2", _("What to try next"));
	html_open(v->html, "ol", "class", "thirds");
	for (size_t i = 0; i < n; i++)
		advice(v, &found[i]);
	html_close(v->html, "ol");
}

void
section_summary(struct view *v)
{
	html_open(v->html, "div", "class", "first-page");
	masthead(v);
	what(v);
	if (count_quadrant(v, NULL) > count_quadrant(v, "unclear"))
		so_what(v);
	what_to_try(v);
	html_close(v->html, "div");
}
