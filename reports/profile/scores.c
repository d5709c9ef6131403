/* scores.c - the self-rating against all others, competency by competency, and what each group says */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/section.h"
#include "reports/words.h"

static void
gap_cells(struct view *v, const char *of)
{
	const struct cell *gap = circle_cell(v, MEASURE_SELF_GAP, of);

	if (gap == NULL) {
		view_withheld(v, view_why(v, MEASURE_SELF_GAP, of, circle_others, NULL));
		html_elem(v->html, "td", NULL, "class", "verdict");
		return;
	}
	chart_number(v, _("Difference"), words_signed(v->arena, view_points(v, of, gap->value), 0));
	html_elem(v->html, "td", words_key(gap->word), "class",
		str_eq(gap->word, "over") || str_eq(gap->word, "under") ? "verdict told" : "verdict",
		"data-label", _("Verdict"));
}

static void
row(struct view *v, const char *of)
{
	const struct cell *others = circle_score(v, of, circle_others);
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", view_title(v, of), "scope", "row", "class", "name");
	circle_picture(v, of, (const char *const[]){ circle_self, circle_others });
	circle_figure_cell(v, of, circle_self);
	circle_figure_cell(v, of, circle_others);
	chart_number(v, _("95% interval"), others == NULL ? "–" : circle_interval(v, of, others));
	gap_cells(v, of);
	html_close(h, "tr");
}

static void
self_and_others(struct view *v)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart standing");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	chart_axis_cell(v, &circle_axis);
	circle_th(v, circle_self);
	circle_th(v, circle_others);
	chart_th(v, "figure wide", _("95% interval"));
	chart_th(v, "figure", _("Difference"));
	chart_th(v, "verdict", _("Verdict"));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (circle_measured(v, i))
			row(v, v->form->dimensions[i].id);
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}

static void
group_cell(struct view *v, const char *of, const char *group)
{
	const struct cell *cell = circle_score(v, of, group);
	struct html *h = v->html;

	if (cell == NULL) {
		view_withheld(v, view_why(v, MEASURE_SCORE, of, group, NULL));
		return;
	}
	html_open(h, "td", "class", "figure", "data-label", words_group(group));
	html_text(h, circle_figure(v, cell));
	if (!isnan(cell->low))
		html_elem(h, "span", circle_interval(v, of, cell), "class", "aside");
	html_close(h, "td");
}

static void
by_group(struct view *v, const char *const *groups, size_t n)
{
	struct html *h = v->html;

	html_elem(h, "h3", _("Group by group"));
	html_elem(h, "p", _("Score of each group, with its 95% interval below where at least five people "
		"rated."), "class", "lead");
	html_open(h, "table", "class", n > 2 ? "chart raters" : "chart raters narrow");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Competency"));
	for (size_t g = 0; g < n; g++)
		chart_th(v, "figure", words_group(groups[g]));
	html_close(h, "tr");
	html_close(h, "thead");
	html_open(h, "tbody");
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		if (!circle_measured(v, i))
			continue;
		html_open(h, "tr");
		html_elem(h, "th", view_title(v, v->form->dimensions[i].id), "scope", "row", "class", "name");
		for (size_t g = 0; g < n; g++)
			group_cell(v, v->form->dimensions[i].id, groups[g]);
		html_close(h, "tr");
	}
	html_close(h, "tbody");
	html_close(h, "table");
	view_notes(v);
}

/* .6 and .8 as is customary for what is spoken about, and for what is relied on. */
static const char *
reliability_in_words(const struct view *v)
{
	const struct cell *cell = circle_cell(v, MEASURE_RELIABILITY, "");
	const char *figure;

	if (cell == NULL)
		return NULL;
	figure = arena_printf(v->arena, "ICC(1,k) = %s", words_number(v->arena, cell->value, 2));
	if (cell->value >= .8)
		return arena_printf(v->arena,
			_("Others largely agree on what is high and what is low (%s): other raters would "
			"probably draw much the same profile."), figure);
	if (cell->value >= .6)
		return arena_printf(v->arena,
			_("Others agree to a fair degree on what is high and what is low (%s): read single "
			"differences between competencies with care."), figure);
	return arena_printf(v->arena,
		_("Others agree little on what is high and what is low (%s): other raters might draw a "
		"different profile. Speak about what single groups see."), figure);
}

void
section_scores(struct view *v)
{
	size_t n;
	const char **groups = circle_groups(v, &n);

	if (!view_any(v, MEASURE_SCORE))
		return;
	page_section(v, "competencies", _("How self and others see each competency"),
		_("From 0 (lowest point of the answer scale) to 100 (highest), with the 95% interval of the "
		"others; from the dashed line on a competency counts as a strength. Most people rate "
		"themselves a little higher than others do. The verdict names a difference only when it goes "
		"beyond what is usual."));
	self_and_others(v);
	if (reliability_in_words(v) != NULL)
		html_elem(v->html, "p", reliability_in_words(v), "class", "note");
	if (n > 0)
		by_group(v, groups, n);
	html_close(v->html, "section");
}
