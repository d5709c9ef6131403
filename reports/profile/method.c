/* method.c - how to read the competency profile: every rule, setting and source behind the figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/page.h"
#include "reports/profile/circle.h"
#include "reports/profile/role.h"
#include "reports/profile/section.h"
#include "reports/words.h"

static void
people(struct view *v)
{
	page_rule(v, _("What it is for"),
		_("Development only. What raters see depends on where they stand, and few people rated: the "
		"profile is no basis for appraisal, pay, promotion or selection."));
	page_rule(v, _("Who is named"),
		_("The person and the manager answer under their name, the counterpart when that was agreed. "
		"They were told so before the first question."));
	page_rule(v, _("Groups taken together"),
		arena_printf(v->arena,
		_("Fewer than %d executives count with the colleagues; fewer than %d counterparts or partner "
		"executives count with the partner team, unless they are named."),
		v->release->k, v->release->k));
	page_rule(v, _("Groups left out"),
		arena_printf(v->arena,
		_("A group that still has fewer than %d people is left out of every figure, of the totals "
		"too, so that nobody can find its answers by subtraction. Everything released was checked "
		"together for that."),
		v->release->k));
	page_rule(v, _("From which number"),
		_("From 5 people: the score of a group on its own, intervals, the level by others. From 10 "
		"others: single behaviours, comments, reliability. From 20 people of a group: its single "
		"behaviours."));
	page_rule_confidentiality(v);
}

static void
scores(struct view *v)
{
	page_rule(v, _("Score"),
		_("A rater's mean over the observed behaviours of a competency, if enough of them were "
		"observed; reversed statements are turned round first. The score of several raters is their "
		"mean, each with the same weight, put on 0 to 100: 0 is the lowest point of the answer "
		"scale, 100 the highest."));
	page_rule(v, _("Others"),
		_("Everybody but the person: manager, colleagues and executives, counterpart and partner, as "
		"far as they count."));
	page_rule(v, _("Interval"),
		_("95% intervals for means and differences are Welch's (1947), which hold for few people and "
		"for unequal spread."));
	page_rule(v, _("Self and others"),
		_("People usually rate themselves d = 0.32 standard deviations higher than others rate them "
		"(Heidemeier and Moser 2009); a sixth of the scale stands for one standard deviation. Self "
		"higher: the interval of the difference lies above that. Self lower: it lies below zero. "
		"Close: it lies within half a point of the answer scale around what is usual. Cannot tell: "
		"none of these."));
	if (!isnan(circle_strength(v)))
		page_rule(v, _("Strength and need"),
		arena_printf(v->arena,
		_("Others see a strength when the chance that their mean reaches %s of 100 is 80%% or more, "
		"a need when the chance that it lies below is 80%% or more; otherwise it is not certain. The "
		"self-rating counts as high when it reaches the same mark after the usual leniency is taken "
		"off."), words_number(v->arena,
		circle_strength(v), 1)));
}

static void
comparisons(struct view *v)
{
	page_rule(v, _("Inside and partner"),
		_("Both views rest on the behaviours that both sides are asked about, from five raters a "
		"side. Clear gap: the exact permutation test (Pitman 1937, mid-p), corrected for the number "
		"of competencies by Holm (1979), is below 0.05. Probable gap: the 95% interval leaves out "
		"zero. Aligned: the 90% interval lies within half a point of the answer scale (Schuirmann "
		"1987). Cannot tell: none of these, which is not the same as no gap."));
	page_rule(v, _("Reliability"),
		_("ICC(1,k) (Shrout and Fleiss 1979) over the raters with a score for every competency: how "
		"far their mean profile would come out the same with other raters. From 10 of them. From 0.8 "
		"it is high, from 0.6 fair."));
	page_rule(v, _("Level"),
		_("The highest described level that at least half of the raters choose or exceed."));
	page_rule(v, _("Fit"),
		_("The mean of the competencies, weighted from 0 to 5 for a kind of alliance, over those "
		"that every view has, with at least 60% of the weight. It describes; it does not predict "
		"success."));
	page_rule(v, _("Highest and lowest"),
		_("Behaviours that at least five others rated, by their mean; ties in the order of the "
		"questionnaire."));
	page_rule(v, _("Change since the last time"),
		_("The score now minus the score of the last time. Up or down: the 95% interval of the "
		"change (Welch) leaves out zero. The raters need not be the same people."));
}

static void
match(struct view *v)
{
	const struct cell *cell = circle_cell(v, MEASURE_MATCH, "");

	if (cell == NULL)
		return;
	page_rule(v, _("Shape and distance"),
		arena_printf(v->arena,
		_("Over %d competencies, self-rating and others correlate with r = %s: do both see the same "
		"highs and lows? Their distance is D = %s points of the answer scale (Cronbach and Gleser "
		"1953)."), cell->n,
		words_number(v->arena, cell->value, 2), words_number(v->arena, cell->effect, 2)));
}

static void
settings(struct view *v)
{
	const struct weight_set *role = role_of(v);

	html_elem(v->html, "h3", _("Settings of this release"));
	html_open(v->html, "table", "class", "settings");
	html_open(v->html, "tbody");
	page_settings_of_release(v);
	if (!isnan(circle_strength(v)))
		page_setting(v, _("Strength from"), words_number(v->arena, circle_strength(v), 1));
	page_setting(v, _("Kind of alliance"),
		role == NULL ? _("none declared") : view_text(v, &role->title, NO_PARTY));
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

void
section_method(struct view *v)
{
	page_section(v, "method", _("How to read this"),
		_("Every rule behind the figures, and where it comes from."));
	html_open(v->html, "dl", "class", "rules");
	people(v);
	scores(v);
	comparisons(v);
	match(v);
	html_close(v->html, "dl");
	page_meanings(v, _("What the competencies mean"));
	settings(v);
	html_close(v->html, "section");
}
