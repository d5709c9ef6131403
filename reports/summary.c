/* summary.c - the first page: what, so what, who acts by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/charts.h"
#include "reports/health.h"
#include "reports/page.h"
#include "reports/topics.h"
#include "reports/words.h"

static const char *
whole(const struct view *v, double value)
{
	return words_number(v->arena, value, 0);
}

static void
masthead(struct view *v)
{
	const struct release *r = v->release;
	struct html *h = v->html;

	html_open(h, "header");
	html_elem(h, "p", _("Alliance health report"), "class", "kicker");
	html_elem(h, "h1", r->alliance);
	html_open(h, "p", "class", "dateline");
	html_textf(h, _("%s, closed on %s"), r->wave, day_words(v->arena, r->closed));
	html_close(h, "p");
	html_open(h, "ul", "class", "parties");
	for (size_t i = 0; i < r->n_parties; i++) {
		html_open(h, "li");
		chart_party_mark(v, i);
		html_elem(h, "strong", r->parties[i].name);
		html_text(h, " ");
		html_text(h, view_response(v, i));
		html_close(h, "li");
	}
	html_close(h, "ul");
	html_close(h, "header");
}

/* Enough people may have answered, and still too little of the index be shown. */
static const char *
unknown_in_words(const struct view *v, const struct index *index)
{
	if (index == NULL || view_why(v, MEASURE_SCORE, index->id, "joint", NULL) == HIDDEN_SMALL)
		return _("Too few people answered to say how the alliance is doing.");
	return _("Too few dimensions can be shown to say how the alliance is doing.");
}

/* The state of the alliance in one sentence; never surer than its probability. */
static const char *
state_in_words(const struct view *v, const struct cell *joint, const struct cell *colour)
{
	const char *score, *target = whole(v, v->release->target);

	if (joint == NULL)
		return unknown_in_words(v, view_index(v));
	if (isnan(joint->value))
		return arena_printf(v->arena,
			_("The alliance stands in the band \u201c%s\u201d; too few people answered for a "
			"figure."),
			words_key(joint->word));
	score = whole(v, joint->value);
	if (isnan(v->release->target))
		return arena_printf(v->arena, _("The alliance stands at %s of 100."), score);
	if (colour == NULL || isnan(colour->p) || str_eq(colour->word, "grey"))
		return arena_printf(v->arena,
			_("The alliance stands at %s of 100; too few people answered to hold it against its "
			"target of %s."),
			score, target);
	if (str_eq(colour->word, "green"))
		return arena_printf(v->arena,
			_("In good health: at %s of 100, the alliance probably meets its target of %s."),
			score, target);
	if (str_eq(colour->word, "red"))
		return arena_printf(v->arena,
			_("In need of care: at %s of 100, the alliance is probably below its floor of %s."),
			score,
			whole(v, v->release->floor_));
	if (colour->p <= .2)
		return arena_printf(v->arena,
			_("Room to grow: at %s of 100, the alliance probably misses its target of %s."),
			score, target);
	return arena_printf(v->arena,
		_("Close to target: at %s of 100, the alliance may or may not meet its target of %s."), score,
		target);
}

static const char *
gaps_in_words(const struct view *v)
{
	struct verdicts found = topics_verdicts(v);
	struct arena *a = v->arena;

	if (found.n == 0)
		return _("The sides cannot be compared.");
	if (found.clear > 0)
		return arena_printf(a, ngettext("The sides clearly differ on %zu of %zu dimensions: %s.",
			"The sides clearly differ on %zu of %zu dimensions: %s.", found.clear), found.clear,
			found.n,
			words_list(a, found.clear_titles, found.clear));
	if (found.probable > 0)
		return arena_printf(a,
			ngettext("The sides differ clearly on no dimension, and probably on %zu of %zu.",
			"The sides differ clearly on no dimension, and probably on %zu of %zu.",
			found.probable), found.probable, found.n);
	if (found.aligned == found.n)
		return _("The sides are aligned on every dimension.");
	return _("No gap between the sides is certain enough to be named.");
}

static const char *
doubt_in_words(const struct view *v)
{
	struct verdicts found = topics_verdicts(v);

	if (found.cannot_tell == 0)
		return NULL;
	return arena_printf(v->arena,
		ngettext("On %zu dimension the answers cannot tell whether the sides differ.",
		"On %zu dimensions the answers cannot tell whether the sides differ.", found.cannot_tell),
		found.cannot_tell);
}

static const char *
weaker_in_words(const struct view *v, const struct index *index)
{
	const struct cell *weaker = index == NULL ? NULL : view_cell(v, MEASURE_WEAKER, index->id, NULL,
		NULL);
	const char *name = weaker == NULL ? NULL : view_party_name(v, weaker->group);

	if (name == NULL)
		return NULL;
	return arena_printf(v->arena, v->release->n_parties > 2 ? _("The lowest score is that of %s: %s.")
		: _("The lower score is that of %s: %s."), name, whole(v, weaker->percent));
}

static void
what(struct view *v)
{
	const struct index *index = view_index(v);
	const struct cell *joint = index == NULL ? NULL : view_cell(v, MEASURE_SCORE, index->id, "joint",
		NULL);
	const struct cell *colour = index == NULL ? NULL : view_cell(v, MEASURE_COLOUR, index->id, "joint",
		NULL);
	struct html *h = v->html;

	html_open(h, "div", "class", "what");
	if (joint != NULL && !isnan(joint->value)) {
		html_open(h, "figure", "class", "index");
		html_open(h, "figcaption");
		html_elem(h, "span", view_title(v, index->id), "class", "label");
		html_elem(h, "span", whole(v, joint->value), "class", "score");
		html_close(h, "figcaption");
		chart_index(v, index);
		html_close(h, "figure");
	}
	html_open(h, "div", "class", "headline");
	if (index != NULL || !view_any(v, MEASURE_SCORE))
		html_elem(h, "p", state_in_words(v, joint, colour), "class", "state");
	html_open(h, "p");
	if (view_any(v, MEASURE_SCORE)) {
		page_sentence(v, gaps_in_words(v));
		page_sentence(v, doubt_in_words(v));
		page_sentence(v, weaker_in_words(v, index));
	} else
		html_text(h, health_promise(v));
	html_close(h, "p");
	html_close(h, "div");
	html_close(h, "div");
}

static const char *
cause_in_words(const struct view *v, const struct topic *t)
{
	struct arena *a = v->arena;
	const char *side = v->release->parties[t->party].name, *points = whole(v, fabs(t->points));

	switch (t->cause) {
	case CAUSE_CLEAR_GAP:
	case CAUSE_PROBABLE_GAP:
		if (t->points < 0)
			return arena_printf(a, t->cause == CAUSE_CLEAR_GAP
				? _("Clear gap: %s sees it %s points lower.")
				: _("Probable gap: %s sees it %s points lower."), side, points);
		return arena_printf(a, t->cause == CAUSE_CLEAR_GAP
			? _("Clear gap: %s sees it %s points higher.")
			: _("Probable gap: %s sees it %s points higher."), side, points);
	case CAUSE_BELOW_FLOOR:
		return arena_printf(a, _("At %s, probably below the floor of %s."), points,
		whole(v, v->release->floor_));
	case CAUSE_SPLIT:
		return arena_printf(a, _("%s is split within itself."), side);
	case CAUSE_MISSES_TARGET:
		return arena_printf(a, _("At %s, probably short of the target of %s."), points,
		whole(v, v->release->target));
	case CAUSE_LOWEST:
		return arena_printf(a, _("Joint score %s; the answers cannot tell more."), points);
	case CAUSE_STRENGTH:
		break;
	}
	return arena_printf(a, _("Joint score %s."), points);
}

static void
topic(struct view *v, const struct topic *t, bool ask)
{
	struct html *h = v->html;

	html_open(h, "li");
	html_elem(h, "strong", view_title(v, t->dimension->id));
	html_elem(h, "span", cause_in_words(v, t), "class", "cause");
	if (!ask)
		html_elem(h, "span", view_text(v, &t->dimension->means, NO_PARTY), "class", "means");
	else if (t->dimension->question.n > 0)
		html_elem(h, "q", view_text(v, &t->dimension->question, NO_PARTY));
	html_close(h, "li");
}

static void
topic_list(struct view *v, const char *css_class, const char *title, const char *none,
	const struct topic *topics, size_t n, bool ask)
{
	struct html *h = v->html;

	html_open(h, "div", "class", css_class);
	html_elem(h, "h2", title);
	if (n == 0)
		html_elem(h, "p", none);
	else {
		html_open(h, "ol");
		for (size_t i = 0; i < n; i++)
			topic(v, &topics[i], ask);
		html_close(h, "ol");
	}
	html_close(h, "div");
}

static void
actions(struct view *v, const struct topic *topics, size_t n)
{
	struct html *h = v->html;

	html_elem(h, "h2", _("Who acts by when"));
	html_open(h, "table", "class", "actions");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "topic", _("About"));
	chart_th(v, "action", _("What we will do"));
	for (size_t i = 0; i < v->release->n_parties; i++) {
		html_open(h, "th", "scope", "col");
		html_textf(h, _("Owner at %s"), v->release->parties[i].name);
		html_close(h, "th");
	}
	chart_th(v, "when", _("By when"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t row = 0; row < TOPICS_MAX; row++) {
		html_open(h, "tr");
		page_blank(v, _("About"), row < n ? view_title(v, topics[row].dimension->id) : NULL);
		page_blank(v, _("What we will do"), NULL);
		for (size_t i = 0; i < v->release->n_parties; i++)
			page_blank(v, arena_printf(v->arena, _("Owner at %s"), v->release->parties[i].name), NULL);
		page_blank(v, _("By when"), NULL);
		html_close(h, "tr");
	}
	html_close(h, "tbody");
	html_close(h, "table");
}

static void
so_what(struct view *v, const struct topic *discuss, size_t n_discuss)
{
	struct topic strengths[TOPICS_MAX];
	size_t n_strengths = topics_strengths(v, strengths);

	html_open(v->html, "div", "class", "so-what");
	topic_list(v, "strengths", _("What to build on"),
		isnan(v->release->target) ? _("Without an agreed target no dimension is called a strength.")
		: _("No dimension is near enough to its target to be called a strength."),
		strengths, n_strengths, false);
	topic_list(v, "discuss", _("What to talk about"), _("Nothing stands out from the answers."), discuss,
		n_discuss, true);
	html_close(v->html, "div");
}

void
health_summary(struct view *v)
{
	struct topic discuss[TOPICS_MAX];
	size_t n_discuss = topics_to_discuss(v, discuss);

	html_open(v->html, "div", "class", "first-page");
	masthead(v);
	what(v);
	if (view_any(v, MEASURE_SCORE))
		so_what(v, discuss, n_discuss);
	actions(v, discuss, n_discuss);
	html_close(v->html, "div");
}
