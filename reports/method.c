/* method.c - how to read the report: every rule, setting and source behind the figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/health.h"
#include "reports/page.h"
#include "reports/words.h"

static void
scores(struct view *v)
{
	page_rule(v, _("Score"),
		_("A person's mean over the answered items of a dimension, if enough of them were answered; "
		"reversed statements are turned round first. A side's score is the mean over its people, put "
		"on 0 to 100: 0 is the lowest point of the answer scale, 100 the highest. ≈ marks a score "
		"that was moved a little from the end of the scale, because near-unanimity would tell single "
		"answers."));
	page_rule(v, _("Joint score"),
		_("The mean of the sides, never of the heads: a side with many answers does not outvote the "
		"other."));
	page_rule(v, _("Index"),
		_("The mean of its dimensions with the weights that the questionnaire declares. It "
		"describes; it does not predict success."));
	page_rule(v, _("Interval"),
		_("95% intervals for means and differences are Welch's (1947), which hold for few people and "
		"for unequal spread."));
}

static void
colours(struct view *v)
{
	if (isnan(v->release->target)) {
		page_rule(v, _("Target and colour"),
			_("The sides have not agreed on a target, so that no colour is given."));
		return;
	}
	page_rule(v, _("Target and colour"),
		arena_printf(v->arena,
		_("Both sides agreed on the target %s and the floor %s. Green: the chance that the joint "
		"score is at or above the target is 80%% or more. Red: the chance that it is below the floor "
		"is 80%% or more. Otherwise the matter is open. No colour is given when a side is missing."),
		words_number(v->arena, v->release->target, 0), words_number(v->arena, v->release->floor_,
		0)));
}

static void
comparisons(struct view *v)
{
	page_rule(v, _("Gap"), v->release->n_parties > 2
		? _("The score of a side minus the mean of the other sides, in points of 0 to 100. The test asks "
		"how often a gap as large would come about if all answers were dealt to the sides at random; "
		"with many people it is an approximation.")
		: _("The score of the first side minus the score of the second, in points of 0 to 100."));
	page_rule(v, _("Verdict"),
		_("Clear gap: the exact permutation test (Pitman 1937, mid-p), corrected for the number of "
		"dimensions by Holm (1979), is below 0.05. Probable gap: the 95% interval leaves out zero. "
		"Aligned: the 90% interval lies within half a point of the answer scale (Schuirmann 1987), "
		"which needs about 18 people a side. Cannot tell: none of these. Not being able to tell is "
		"not the same as no gap: with 5 people a side only differences of two standard deviations "
		"are found reliably, with 20 of one."));
	page_rule(v, _("g"), _("The difference in standard deviations, corrected for few people (Hedges 1981)."));
	page_rule(v, _("Profile gap"),
		_("The gap after taking out each side's own overall level. Organisations differ in how "
		"generously they rate anything; the profile gap shows what is left."));
	page_rule(v, _("Agreement"),
		_("AD is the mean distance from the side's mean, in scale points (Burke and Dunlap 2002). "
		"Aligned: at most a sixth of the number of scale points. Split: two camps by van der Eijk's "
		"agreement (2001). Mixed: neither. rwg (Lindell, Brandt and Whitney 1999) is added from ten "
		"answers."));
	page_rule(v, _("Perception"),
		_("For pairs of mirrored statements, a side's mean about itself minus the other side's mean "
		"about it."));
	page_rule(v, _("NPS"), _("Share of answers 9 and 10 minus share of answers 0 to 6, with its interval."));
}

const char *
health_promise(const struct view *v)
{
	int k = v->release->k;

	return arena_printf(v->arena, ngettext(
		"Nothing is shown about a group of fewer than %d person, nor any figure that would let "
		"somebody work out one by subtraction: everything released about this wave was "
		"checked together.",
		"Nothing is shown about a group of fewer than %d people, nor any figure that would let "
		"somebody work out one by subtraction: everything released about this wave was "
		"checked together.", (unsigned long)k), k);
}

static void
confidence(struct view *v)
{
	page_rule(v, _("What is not shown"), health_promise(v));
	page_rule(v, _("From which number"),
		_("From 5 answers of a side: means, intervals, verdicts, agreement. From 10: items, "
		"comments, rwg. From 20: NPS."));
	page_rule(v, _("Both sides alike"), _("Both organisations receive this same report at the same moment."));
	page_rule_confidentiality(v);
}

static void
settings(struct view *v)
{
	const struct release *r = v->release;
	struct arena *a = v->arena;

	html_elem(v->html, "h3", _("Settings of this release"));
	html_open(v->html, "table", "class", "settings");
	html_open(v->html, "tbody");
	page_settings_of_release(v);
	page_setting(v, _("Target"), isnan(r->target) ? _("none agreed") : words_number(a, r->target, 0));
	if (!isnan(r->floor_))
		page_setting(v, _("Floor"), words_number(a, r->floor_, 0));
	for (size_t i = 0; i < r->n_parties; i++)
		page_setting(v, r->parties[i].name, view_response(v, i));
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

void
health_method(struct view *v)
{
	page_section(v, "method", _("How to read this"),
		_("Every rule behind the figures, and where it comes from."));
	html_open(v->html, "dl", "class", "rules");
	scores(v);
	colours(v);
	comparisons(v);
	confidence(v);
	html_close(v->html, "dl");
	page_meanings(v, _("What the dimensions mean"));
	settings(v);
	html_close(v->html, "section");
}
