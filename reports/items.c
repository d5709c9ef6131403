/* items.c - the statements of each dimension, one by one, as means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "reports/charts.h"
#include "reports/health.h"
#include "reports/page.h"
#include "reports/words.h"

/* A mean near the end of the scale is told as "at most" or "at least": it would give away that everybody
 * said the same. */
static const char *
mean_in_words(struct view *v, const char *of, const struct cell *cell)
{
	struct range range = view_range(v, of);
	const char *mean = words_number(v->arena, cell->value, 2);

	if (!cell->capped)
		return mean;
	if (cell->value * 2 < range.min + range.max)
		return arena_printf(v->arena, "≤ %s", mean);
	return arena_printf(v->arena, "≥ %s", mean);
}

static void
figure(struct view *v, const char *of, const struct voice *voice)
{
	const struct cell *cell = view_cell(v, MEASURE_ITEM, of, voice->id, NULL);

	if (cell == NULL)
		view_withheld(v, view_why(v, MEASURE_ITEM, of, voice->id, NULL));
	else
		chart_number(v, voice->name, mean_in_words(v, of, cell));
}

static void
row(struct view *v, const char *of, const struct voice *voices, size_t n)
{
	html_open(v->html, "tr");
	html_elem(v->html, "th", view_item_text(v, of, NO_PARTY), "scope", "row", "class", "name");
	for (size_t i = 0; i < n; i++)
		figure(v, of, &voices[i]);
	html_close(v->html, "tr");
}

static bool
has_items(const struct view *v, const struct dimension *d, const struct voice *voices, size_t n)
{
	for (size_t i = 0; i < d->n_items; i++)
		for (size_t j = 0; j < n; j++) {
			const char *id = v->form->items[d->items[i]].id;

			if (view_cell(v, MEASURE_ITEM, id, voices[j].id, NULL) != NULL)
				return true;
		}
	return false;
}

static void
dimension(struct view *v, const struct dimension *d, const struct voice *voices, size_t n)
{
	struct html *h = v->html;

	html_open(h, "tbody");
	html_open(h, "tr", "class", "group");
	html_open(h, "th", "scope", "rowgroup");
	html_attrf(h, "colspan", "%zu", 1 + n);
	html_text(h, view_title(v, d->id));
	html_close(h, "th");
	html_close(h, "tr");
	for (size_t i = 0; i < d->n_items; i++)
		row(v, v->form->items[d->items[i]].id, voices, n);
	html_close(h, "tbody");
}

void
chart_items(struct view *v, const struct voice *voices, size_t n)
{
	struct html *h = v->html;

	html_open(h, "table", "class", "chart items");
	html_open(h, "thead");
	html_open(h, "tr");
	chart_th(v, "name", _("Statement"));
	for (size_t i = 0; i < n; i++)
		chart_voice_th(v, &voices[i]);
	html_close(h, "tr");
	html_close(h, "thead");
	for (size_t i = 0; i < v->form->n_dimensions; i++)
		if (has_items(v, &v->form->dimensions[i], voices, n))
			dimension(v, &v->form->dimensions[i], voices, n);
	html_close(h, "table");
	view_notes(v);
}

void
health_items(struct view *v)
{
	struct voice voices[FORM_MAX_PARTIES];
	size_t n = v->release->n_parties;

	if (!view_any(v, MEASURE_ITEM))
		return;
	for (size_t i = 0; i < n; i++)
		voices[i] = (struct voice){ v->release->parties[i].id, v->release->parties[i].name,
			palette_party(i) };
	page_section(v, "items", _("Statement by statement"),
		_("Mean of each side on the scale of the question, as it was asked. Shown from ten answers "
		"of a side; means near the end of the scale are told as at most or at least, because "
		"an exact one would give away that everybody answered alike."));
	chart_items(v, voices, n);
	html_close(v->html, "section");
}
