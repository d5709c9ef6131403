/* summary.c - the first page of the portfolio benchmark: how it looks, which alliances need a look */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/day.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/page.h"
#include "reports/portfolio/portfolio.h"
#include "reports/words.h"

static const char *
told(const char *s)
{
	return s != NULL && *s != '\0' ? s : NULL;
}

static void
asked_for(struct view *v)
{
	const struct benchmark_choice *c = &v->benchmark->choice;

	if (told(c->type) != NULL)
		page_sentence(v, arena_printf(v->arena, _("Only alliances of type %s."), portfolio_kind(c->type)));
	if (told(c->stage) != NULL)
		page_sentence(v, arena_printf(v->arena, _("Only alliances in stage %s."), portfolio_kind(c->stage)));
	if (c->since != 0)
		page_sentence(v, arena_printf(v->arena, _("Only waves closed since %s."),
			day_words(v->arena, c->since)));
}

static const char *
size_in_words(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct arena *a = v->arena;

	return arena_printf(a, _("%s: %s, %s"), day_words(a, b->made),
		arena_printf(a, ngettext("%zu alliance", "%zu alliances", b->pool_alliances), b->pool_alliances),
		arena_printf(a, ngettext("%zu wave", "%zu waves", b->pool_releases), b->pool_releases));
}

static void
masthead(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct html *h = v->html;

	html_open(h, "header");
	html_elem(h, "p", _("Portfolio benchmark"), "class", "kicker");
	html_elem(h, "h1", portfolio_is_own(v) && b->n_alliances > 0 ? portfolio_name(&b->alliances[0])
		: b->form == NULL ? _("Portfolio benchmark") : view_text(v, &b->form->title, NO_PARTY));
	html_open(h, "p", "class", "dateline");
	html_text(h, size_in_words(v));
	html_text(h, ". ");
	asked_for(v);
	html_close(h, "p");
	html_close(h, "header");
}

static const char *
refusal(enum benchmark_refusal refused)
{
	switch (refused) {
	case BENCHMARK_EMPTY:
		return _("No release takes part, so there is nothing to compare.");
	case BENCHMARK_TOO_FEW_OTHERS:
		return _("Fewer than five other alliances take part. So few are not compared with: what one "
			"of them answered could be guessed.");
	case BENCHMARK_DOMINATED:
		return _("One other alliance has more than half of the people. A comparison would be one "
			"with that alliance.");
	case BENCHMARK_OWN_MISSING:
		return _("This alliance has no release that takes part.");
	case BENCHMARK_GOOD:
		break;
	}
	return NULL;
}

/* The first quarter and the last of the model's distribution. */
enum { LOWER_QUARTER = 2, UPPER_QUARTER = 4 };

static void
spread(struct view *v, const struct benchmark_row *row)
{
	struct arena *a = v->arena;

	if (row->tau2_alliance <= 0)
		page_sentence(v, _("Differences between the alliances cannot be told from chance."));
	else if (!isnan(row->quantiles[LOWER_QUARTER]))
		page_sentence(v, arena_printf(a, _("The middle half of alliances like these lies between %s "
			"and %s, as far as the answers tell."),
			words_number(a, portfolio_percent(row, row->quantiles[LOWER_QUARTER]), 0),
			words_number(a, portfolio_percent(row, row->quantiles[UPPER_QUARTER]), 0)));
}

static void
trend(struct view *v, const struct benchmark_row *row)
{
	const struct benchmark_slope *t = &row->trend;
	enum direction d;

	if (t->refused != REFUSED_NOT)
		return;
	d = portfolio_direction(t->p_rise);
	if (d == UNDECIDED)
		page_sentence(v, _("Whether it rises or falls over the waves cannot be told."));
	else
		page_sentence(v, arena_printf(v->arena, d > UNDECIDED ? _("Over the waves it rose by %s points a year "
			"(probability %s).") : _("Over the waves it fell by %s points a year (probability %s)."),
			words_number(v->arena, fabs(portfolio_points(row, t->value)), 1),
			portfolio_chance(v, d > UNDECIDED ? t->p_rise : 1 - t->p_rise)));
}

static void
headline(struct view *v)
{
	const struct benchmark_row *row = &v->benchmark->rows[portfolio_first_index(v)];
	struct arena *a = v->arena;
	struct html *h = v->html;

	if (row->refused != REFUSED_NOT) {
		html_elem(h, "p", _("There are too few answers to say how the portfolio stands."), "class", "state");
		return;
	}
	html_elem(h, "p", arena_printf(a, _("On average the alliances stand at %s of 100."),
		words_number(a, portfolio_percent(row, row->mu), 0)), "class", portfolio_is_own(v) ? NULL : "state");
	html_open(h, "p");
	page_sentence(v, arena_printf(a, _("%s, 95%% interval %s."), view_title(v, row->of),
		words_interval(a, portfolio_percent(row, row->mu - 1.96 * row->se_mu),
		portfolio_percent(row, row->mu + 1.96 * row->se_mu), 0)));
	spread(v, row);
	trend(v, row);
	html_close(h, "p");
}

/* The one alliance first: what is believed of it, and on which side of the mean that is. */
static void
own_headline(struct view *v)
{
	const struct benchmark_row *row = &v->benchmark->rows[portfolio_first_index(v)];
	const struct benchmark_cell *c = &v->benchmark->alliances[0].cells[portfolio_first_index(v)];
	struct arena *a = v->arena;
	bool below = c->p_below > .5;

	if (c->shrunken_refused != REFUSED_NOT) {
		html_elem(v->html, "p", _("There are too few answers to say where this alliance lies."), "class", "state");
		return;
	}
	html_elem(v->html, "p", arena_printf(a, _("This alliance is estimated at %s of 100, the mean of all at %s."),
		words_number(a, portfolio_percent(row, c->shrunken), 0),
		words_number(a, portfolio_percent(row, row->mu), 0)), "class", "state");
	if (c->p_below < .8 && c->p_below > .2)
		html_elem(v->html, "p", _("Whether it lies above or below the mean cannot be told."));
	else
		html_elem(v->html, "p", arena_printf(a, below ? _("It lies below the mean with a probability of %s.")
			: _("It lies above the mean with a probability of %s."), portfolio_chance(v, below ? c->p_below
			: 1 - c->p_below)));
}

/* The driver with the lowest or the highest mean; NULL when there are not two. */
static const struct benchmark_row *
extreme(const struct benchmark *b, double sign)
{
	const struct benchmark_row *best = NULL;

	for (size_t r = 0; r < b->n_rows; r++) {
		const struct benchmark_row *row = &b->rows[r];

		if (row->is_index || row->role != ROLE_DRIVER || row->refused != REFUSED_NOT)
			continue;
		if (best == NULL || sign * portfolio_percent(row, row->mu) > sign * portfolio_percent(best, best->mu))
			best = row;
	}
	return best;
}

static void
highest_and_lowest(struct view *v)
{
	const struct benchmark_row *high = extreme(v->benchmark, 1), *low = extreme(v->benchmark, -1);
	struct arena *a = v->arena;

	if (high == NULL || high == low)
		return;
	html_elem(v->html, "p", arena_printf(a, _("Highest mean: %s (%s). Lowest mean: %s (%s)."), view_title(v, high->of),
		words_number(a, portfolio_percent(high, high->mu), 0), view_title(v, low->of),
		words_number(a, portfolio_percent(low, low->mu), 0)));
}

static void
lowest_quarter(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	size_t row = portfolio_first_index(v), n = 0;

	if (!portfolio_has_places(v)) {
		html_elem(v->html, "p", _("Fewer than 20 alliances take part: places are told in words, "
			"without percentiles and chances."));
		return;
	}
	if (portfolio_is_own(v))
		return;
	for (size_t i = 0; i < b->n_alliances; i++)
		n += b->alliances[i].cells[row].p_lowest >= .8;
	html_elem(v->html, "p", n == 0 ? _("No alliance lies in the lowest quarter with a probability of 80% or more.")
		: arena_printf(v->arena, ngettext("%zu alliance lies in the lowest quarter with a probability of 80%% or more.",
		"%zu alliances lie in the lowest quarter with a probability of 80%% or more.", n), n));
}

static void
need_a_look(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	size_t n = portfolio_needing_a_look(v), shown = 0;
	struct html *h = v->html;

	html_elem(h, "h2", n == 0 ? _("No alliance needs a special look.") : arena_printf(v->arena,
		ngettext("%zu of %zu alliances needs a look", "%zu of %zu alliances need a look", n), n, b->n_alliances));
	html_open(h, "ol", "class", "looks");
	for (size_t i = 0; i < b->n_attention && shown < PORTFOLIO_FIRST_PAGE; shown++) {
		size_t together = portfolio_reasons_together(v, i);

		html_open(h, "li");
		html_elem(h, "strong", portfolio_name(&b->alliances[b->attention[i].alliance]));
		html_open(h, "span", "class", "cause");
		portfolio_reasons(v, &b->attention[i], together);
		html_close(h, "span");
		html_close(h, "li");
		i += together;
	}
	html_close(h, "ol");
}

/* The one alliance's reasons, or that there are none. */
static void
own_look(struct view *v)
{
	const struct benchmark *b = v->benchmark;

	html_elem(v->html, "h2", _("What to look at"));
	html_open(v->html, "p");
	if (b->n_attention == 0)
		page_sentence(v, _("Nothing stands out."));
	portfolio_reasons(v, b->attention, b->n_attention);
	html_close(v->html, "p");
}

enum { DOTS_WIDTH = 300, DOTS_HEIGHT = 76 };

static void
picture(struct view *v)
{
	size_t r = portfolio_first_index(v), n, *order = portfolio_by_estimate(v, r, &n);
	const struct benchmark_row *row = &v->benchmark->rows[r];
	const struct axis x = { 0, 100, 8, DOTS_WIDTH - 8 };
	struct html *h = v->html;
	double low, high;

	if (n == 0 || portfolio_is_own(v))
		return;
	low = portfolio_percent(row, v->benchmark->alliances[order[0]].cells[r].shrunken);
	high = portfolio_percent(row, v->benchmark->alliances[order[n - 1]].cells[r].shrunken);
	html_open(h, "figure", "class", "index");
	html_open(h, "figcaption");
	html_elem(h, "span", view_title(v, row->of), "class", "label");
	html_elem(h, "span", words_number(v->arena, portfolio_percent(row, row->mu), 0), "class", "score");
	html_close(h, "figcaption");
	svg_open(h, DOTS_WIDTH, DOTS_HEIGHT, view_title(v, row->of), arena_printf(v->arena,
		_("Estimates of %zu alliances, from %s to %s"), n, words_number(v->arena, low, 0),
		words_number(v->arena, high, 0)));
	portfolio_distribution(v, r, &x, DOTS_HEIGHT);
	svg_close(h);
	html_close(h, "figure");
}

void
portfolio_summary(struct view *v)
{
	const struct benchmark *b = v->benchmark;
	struct html *h = v->html;

	html_open(h, "div", "class", "first-page");
	masthead(v);
	html_open(h, "div", "class", "what");
	if (b->refused == BENCHMARK_GOOD)
		picture(v);
	html_open(h, "div", "class", "headline");
	if (b->refused != BENCHMARK_GOOD)
		html_elem(h, "p", refusal(b->refused), "class", "state");
	else {
		if (portfolio_is_own(v))
			own_headline(v);
		headline(v);
		highest_and_lowest(v);
		lowest_quarter(v);
	}
	html_close(h, "div");
	html_close(h, "div");
	if (b->refused == BENCHMARK_GOOD && portfolio_is_own(v))
		own_look(v);
	else if (b->refused == BENCHMARK_GOOD)
		need_a_look(v);
	html_close(h, "div");
}
