/* method.c - how to read the benchmark: every rule, setting and source behind the figures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

static void
pool(struct view *v)
{
	page_rule(v, _("What enters"),
		_("Of every wave only what its own report shows: dimensions and indexes of sides with enough "
		"people. Each alliance counts with its newest wave, its sides alike. No answer of a person "
		"is stored for it."));
	page_rule(v, _("Who is named"),
		_("The benchmark of the alliance office names its alliances. One made for an alliance names "
		"only that one, needs five others, and is refused when one other has more than half of the "
		"others’ people."));
	page_rule(v, _("Estimate"),
		_("A mixed model of alliances and of sides within them, by restricted maximum likelihood, "
		"tells how much of a measured difference is real. The estimate draws a measured score that "
		"far towards the mean of all (empirical Bayes, Efron and Morris 1975). The 80% band adds "
		"what is not known of the mean (Kackar and Harville 1984); with few alliances it is a little "
		"too narrow."));
	page_rule(v, _("Place"),
		_("From 20 alliances on: the percentile among them with its 80% band, and the probability of "
		"lying in the lowest quarter, from what is believed of all alliances at once. Below 20 only "
		"words, from the estimate alone."));
	page_rule(v, _("Colours"),
		_("Orange: probably below the mean of all (80% or more); blue: probably above; the deeper, "
		"the further. White: cannot tell. Grey: nothing can be said."));
}

static void
comparisons(struct view *v)
{
	page_rule(v, _("Limits by size"),
		_("95% and 99.8% limits around the mean for that number of people (Spiegelhalter 2005), "
		"widened by what alliances ordinarily differ, after the lowest and highest tenth are drawn "
		"in. An alliance counts as the people whose plain mean would be as sure as its joint mean."));
	page_rule(v, _("Change since the last time"),
		_("Newest wave minus the one before, when both were asked the same and show the same sides "
		"(Welch 1947). The people need not be the same. Very probably: 95% or more; probably: 80% or "
		"more."));
	page_rule(v, _("Gap"),
		_("Side A minus side B (Welch 1947); p adjusted within a dimension over all alliances "
		"(Benjamini and Hochberg 1995)."));
	page_rule(v, _("Goes with"),
		_("Shares of the explained variance (Lindeman, Merenda and Gold 1980) of answers centred on "
		"their alliance, so that differences between alliances play no part. Intervals by resampling "
		"whole alliances. It describes what goes together, not what causes it."));
	page_rule(v, _("Reliability"),
		_("α (Cronbach 1951) with Feldt’s interval, ω (McDonald 1999), and the fit of one factor. "
		"Reliable: the interval of α lies above 0.8; enough for groups: above 0.7; loosely: below "
		"0.7. One thing: CFI 0.95 or more and SRMR 0.08 or less (Hu and Bentler 1999)."));
	page_rule(v, _("Who needs a look"),
		_("An index that fell with a probability of 90%; a side of which fewer than a third answered "
		"or that cannot be shown; a side that is split on a dimension (van der Eijk 2001); "
		"early-warning facts that a third report; a last wave that closed more than 13 months ago."));
}

static const char *
or_all(const char *s)
{
	return s == NULL || *s == '\0' ? _("all") : s;
}

static void
norm(struct view *v)
{
	const struct benchmark_norm *n = &v->benchmark->norm;

	if (n->name == NULL)
		return;
	page_setting(v, _("Norm group"), arena_printf(v->arena, _("%s, made on %s (type: %s; stage: %s)"), n->name,
		day_words(v->arena, n->made), or_all(n->type), or_all(n->stage)));
}

static void
seeds(struct view *v)
{
	const struct benchmark *b = v->benchmark;

	for (size_t i = 0; i < b->n_drivers; i++)
		if (b->drivers[i].refused == REFUSED_NOT)
			page_setting(v, arena_printf(v->arena, _("Seed: %s"), view_title(v, b->drivers[i].outcome)),
				arena_printf(v->arena, "%lu", (unsigned long)b->drivers[i].seed));
}

static void
settings(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct arena *a = v->arena;

	html_elem(v->html, "h3", _("Settings of this benchmark"));
	html_open(v->html, "table", "class", "settings");
	html_open(v->html, "tbody");
	page_setting(v, _("Questionnaire"), arena_printf(a, _("%s, version %d"),
		view_text(v, &v->form->title, NO_PARTY), v->form->version));
	page_setting(v, _("Engine"), b->engine_version);
	page_setting(v, _("Made on"), day_words(a, b->made));
	page_setting(v, _("Type"), or_all(b->choice.type));
	page_setting(v, _("Stage"), or_all(b->choice.stage));
	page_setting(v, _("Waves closed since"), b->choice.since == 0 ? _("all") : day_words(a, b->choice.since));
	norm(v);
	seeds(v);
	html_close(v->html, "tbody");
	html_close(v->html, "table");
}

void
portfolio_method(struct view *v)
{
	page_section(v, "method", _("How to read this"),
		_("Every rule behind the figures, and where it comes from."));
	html_open(v->html, "dl", "class", "rules");
	pool(v);
	comparisons(v);
	html_close(v->html, "dl");
	page_meanings(v, _("What the dimensions mean"));
	settings(v);
	html_close(v->html, "section");
}
