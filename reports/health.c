/* health.c - the alliance health report as one HTML file */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/health.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/report.h"

/* One picture of the findings: what it measures, how it is called, how to read it, who draws it. */
struct finding {
	enum measure measure;
	const char *id, *title, *lead;
	void (*draw)(struct view *);
};

static void
draw_drivers(struct view *v)
{
	chart_scores(v, ROLE_DRIVER);
}

static void
draw_outcomes(struct view *v)
{
	chart_scores(v, ROLE_OUTCOME);
	if (view_any(v, MEASURE_NPS))
		chart_nps(v);
}

static const struct finding findings[] = {
	{ MEASURE_SCORE, "dimensions", N_("How each side sees the alliance"),
		N_("Mean of each side from 0 (worst) to 100 (best), with its 95% interval; the dashed line "
		"is the target. The joint score is the mean of the sides: each counts the same, "
		"however many of its people answered."), draw_drivers },
	{ MEASURE_GAP, "gaps", N_("Where the sides differ"),
		N_("Points between the sides, with the 95% interval. A hollow mark means that the answers "
		"cannot tell; it does not mean that there is no gap."), chart_gaps },
	{ MEASURE_AGREEMENT, "agreement", N_("How far each side agrees within itself"),
		N_("The mark shows how far people of one side lie apart; inside the shaded band they are "
		"aligned. A split side has two camps, which its mean hides."), chart_agreement },
	{ MEASURE_PERCEPTION, "perception", N_("Who sees itself better than the other does"),
		N_("The same statement, answered by a side about itself and by the other side about it. "
		"Right of the zero line a side rates itself higher than it is rated."),
		chart_perception },
	{ MEASURE_SCORE, "outcomes", N_("Results and outlook"),
		N_("Where people see the alliance heading. These figures are not part of the index."),
		draw_outcomes },
	{ MEASURE_COUNT, "signals", N_("Early-warning facts"),
		N_("How many people of each side reported the fact. One report is enough to ask what "
		"happened."), chart_signals },
};

static bool
has_outcomes(const struct view *v)
{
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (v->form->dimensions[i].role == ROLE_OUTCOME)
			return true;
	return false;
}

static bool
is_measured(const struct view *v, const struct finding *f)
{
	if (f->draw == draw_outcomes && !has_outcomes(v))
		return false;
	for (size_t i = 0; i < v->release->n_cells; i++)
		if (v->release->cells[i].measure == f->measure)
			return true;
	return false;
}

static void
show(struct view *v, const struct finding *f)
{
	page_section(v, f->id, _(f->title), _(f->lead));
	f->draw(v);
	html_close(v->html, "section");
}

/* What was asked, but cannot be shown at all. */
static void
silent(struct view *v, const struct finding *const *list, size_t n)
{
	page_section(v, "not-shown", _("What this report cannot show"),
		_("Too few people answered to show any of these figures."));
	html_open(v->html, "ul", "class", "plain");
	for (size_t i = 0; i < n; i++)
		html_elem(v->html, "li", _(list[i]->title));
	html_close(v->html, "ul");
	html_close(v->html, "section");
}

void
health_findings(struct view *v)
{
	const struct finding *hidden[sizeof(findings) / sizeof(*findings)];
	size_t n_hidden = 0;

	for (size_t i = 0; i < sizeof(findings) / sizeof(*findings); i++)
		if (is_measured(v, &findings[i]) && view_any(v, findings[i].measure))
			show(v, &findings[i]);
		else if (is_measured(v, &findings[i]))
			hidden[n_hidden++] = &findings[i];
	if (n_hidden > 0)
		silent(v, hidden, n_hidden);
	page_section(v, "response", _("Who answered"),
		_("Numbers of people only; who answered is not recorded in this report."));
	chart_response(v);
	html_close(v->html, "section");
}

static const char *
title(struct view *v)
{
	return arena_printf(v->arena, _("%s: alliance health, %s"), v->release->alliance, v->release->wave);
}

static void
content(struct view *v)
{
	health_summary(v);
	health_findings(v);
	health_items(v);
	page_comments(v,
		_("Word for word and in random order. A mark tells the side only where enough people of "
		"every side took part."));
	health_method(v);
}

void
report_health_html(const struct release *r, const struct form *f, const char *lang, struct buf *out)
{
	static const struct page_kind health = { title, content };

	page_render(&health, r, f, lang, out);
}
