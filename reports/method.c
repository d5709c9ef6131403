/* method.c - how to read the report: every rule, setting and source behind the figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "reports/health.h"
#include "reports/words.h"

static void
rule(struct view *v, const char *term, const char *text)
{
	html_elem(v->html, "dt", term);
	html_elem(v->html, "dd", text);
}

static void
scores(struct view *v)
{
	rule(v, _("Score"),
		_("A person's mean over the answered items of a dimension, if enough of them were answered; "
		"reversed statements are turned round first. A side's score is the mean over its people, put "
		"on 0 to 100: 0 is the lowest point of the answer scale, 100 the highest. ≈ marks a score "
		"that was moved a little from the end of the scale, because near-unanimity would tell single "
		"answers."));
	rule(v, _("Joint score"),
		_("The mean of the sides, never of the heads: a side with many answers does not outvote the "
		"other."));
	rule(v, _("Index"),
		_("The mean of its dimensions with the weights that the questionnaire declares. It "
		"describes; it does not predict success."));
	rule(v, _("Interval"),
		_("95% intervals for means and differences are Welch's (1947), which hold for few people and "
		"for unequal spread."));
}

static void
colours(struct view *v)
{
	if (isnan(v->release->target)) {
		rule(v, _("Target and colour"),
			_("The sides have not agreed on a target, so that no colour is given."));
		return;
	}
	rule(v, _("Target and colour"),
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
	rule(v, _("Gap"), v->release->n_parties > 2
		? _("The score of a side minus the mean of the other sides, in points of 0 to 100. The test asks "
		"how often a gap as large would come about if all answers were dealt to the sides at random; "
		"with many people it is an approximation.")
		: _("The score of the first side minus the score of the second, in points of 0 to 100."));
	rule(v, _("Verdict"),
		_("Clear gap: the exact permutation test (Pitman 1937, mid-p), corrected for the number of "
		"dimensions by Holm (1979), is below 0.05. Probable gap: the 95% interval leaves out zero. "
		"Aligned: the 90% interval lies within half a point of the answer scale (Schuirmann 1987), "
		"which needs about 18 people a side. Cannot tell: none of these. Not being able to tell is "
		"not the same as no gap: with 5 people a side only differences of two standard deviations "
		"are found reliably, with 20 of one."));
	rule(v, _("g"), _("The difference in standard deviations, corrected for few people (Hedges 1981)."));
	rule(v, _("Profile gap"),
		_("The gap after taking out each side's own overall level. Organisations differ in how "
		"generously they rate anything; the profile gap shows what is left."));
	rule(v, _("Agreement"),
		_("AD is the mean distance from the side's mean, in scale points (Burke and Dunlap 2002). "
		"Aligned: at most a sixth of the number of scale points. Split: two camps by van der Eijk's "
		"agreement (2001). Mixed: neither. rwg (Lindell, Brandt and Whitney 1999) is added from ten "
		"answers."));
	rule(v, _("Perception"),
		_("For pairs of mirrored statements, a side's mean about itself minus the other side's mean "
		"about it."));
	rule(v, _("NPS"), _("Share of answers 9 and 10 minus share of answers 0 to 6, with its interval."));
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
	rule(v, _("What is not shown"), health_promise(v));
	rule(v, _("From which number"),
		_("From 5 answers of a side: means, intervals, verdicts, agreement. From 10: items, "
		"comments, rwg. From 20: NPS."));
	rule(v, _("Both sides alike"), _("Both organisations receive this same report at the same moment."));
	if (str_eq(v->release->mode, "confidential"))
		rule(v, _("Confidentiality"),
			_("While the wave was open, an answer could be tied to its invitation so that people "
			"could come back to it; at the close that link was destroyed."));
	else if (str_eq(v->release->mode, "anonymous"))
		rule(v, _("Confidentiality"),
			_("It was never recorded which person received which invitation."));
	else
		rule(v, _("Confidentiality"),
			_("People were told before the first question that their answers are identified."));
}

static void
setting(struct view *v, const char *name, const char *value)
{
	struct html *h = v->html;

	html_open(h, "tr");
	html_elem(h, "th", name, "scope", "row");
	html_elem(h, "td", value);
	html_close(h, "tr");
}

static void
settings(struct view *v)
{
	const struct release *r = v->release;
	struct arena *a = v->arena;

	html_elem(v->html, "h3", _("Settings of this release"));
	html_open(v->html, "table", "class", "settings");
	html_open(v->html, "tbody");
	setting(v, _("Questionnaire"), arena_printf(a, _("%s, version %d"),
		view_text(v, &v->form->title, NO_PARTY), r->form_version));
	setting(v, _("Fingerprint (SHA-256)"), r->fingerprint);
	setting(v, _("Engine"), r->engine_version);
	setting(v, _("Closed"), day_words(a, r->closed));
	setting(v, _("Smallest group, k"), words_number(a, r->k, 0));
	setting(v, _("Target"), isnan(r->target) ? _("none agreed") : words_number(a, r->target, 0));
	if (!isnan(r->floor_))
		setting(v, _("Floor"), words_number(a, r->floor_, 0));
	for (size_t i = 0; i < r->n_parties; i++)
		setting(v, r->parties[i].name, view_response(v, i));
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

static void
meanings(struct view *v)
{
	struct html *h = v->html;

	html_elem(h, "h3", _("What the dimensions mean"));
	html_open(h, "dl", "class", "rules");
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];

		if (d->means.n > 0)
			rule(v, view_text(v, &d->title, NO_PARTY), view_text(v, &d->means, NO_PARTY));
	}
	html_close(h, "dl");
}

void
health_method(struct view *v)
{
	health_section(v, "method", _("How to read this"),
		_("Every rule behind the figures, and where it comes from."));
	html_open(v->html, "dl", "class", "rules");
	scores(v);
	colours(v);
	comparisons(v);
	confidence(v);
	html_close(v->html, "dl");
	meanings(v);
	settings(v);
	html_close(v->html, "section");
}
