/* view.c - one release seen by one reader: the only way from a cell to the page */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/view.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/render.h"
#include "reports/words.h"

void
view_begin(struct view *v, const struct release *r, const struct form *f, const char *lang, struct html *h,
	struct arena *a)
{
	*v = (struct view){ .release = r, .form = f, .lang = lang, .arena = a, .html = h };
}

const struct cell *
view_cell(const struct view *v, enum measure measure, const char *of, const char *group, const char *detail)
{
	const struct cell *cell = release_cell(v->release, measure, of, group, detail);

	return cell != NULL && cell->shown == SHOWN ? cell : NULL;
}

enum shown
view_why(const struct view *v, enum measure measure, const char *of, const char *group, const char *detail)
{
	const struct cell *cell = release_cell(v->release, measure, of, group, detail);

	return cell == NULL ? HIDDEN_RULE : cell->shown;
}

bool
view_has(const struct view *v, enum measure measure, const char *of, const char *group, const char *detail)
{
	return release_cell(v->release, measure, of, group, detail) != NULL;
}

bool
view_any(const struct view *v, enum measure measure)
{
	for (size_t i = 0; i < v->release->n_cells; i++)
		if (v->release->cells[i].measure == measure && v->release->cells[i].shown == SHOWN)
			return true;
	return false;
}

const char *
view_detail(const struct view *v, enum measure measure)
{
	for (size_t i = 0; i < v->release->n_cells; i++)
		if (v->release->cells[i].measure == measure && v->release->cells[i].shown == SHOWN)
			return v->release->cells[i].detail;
	return NULL;
}

const char *
view_party_name(const struct view *v, const char *party)
{
	for (size_t i = 0; i < v->release->n_parties; i++)
		if (str_eq(v->release->parties[i].id, party))
			return v->release->person != NULL ? words_group(party) : v->release->parties[i].name;
	return NULL;
}

const char *
view_response(const struct view *v, size_t party)
{
	const struct release_party *p = &v->release->parties[party];

	if (p->invited == 0)
		return arena_printf(v->arena, ngettext("%d person answered", "%d people answered",
			(unsigned long)p->answered), p->answered);
	return arena_printf(v->arena, ngettext("%d of %d person answered", "%d of %d people answered",
		(unsigned long)p->invited),
		p->answered, p->invited);
}

/* "A and B". leave_out is an index or NO_PARTY. */
static const char *
parties_in_words(const struct view *v, int leave_out)
{
	const char *names[FORM_MAX_PARTIES];
	size_t n = 0;

	for (size_t i = 0; i < v->release->n_parties && n < FORM_MAX_PARTIES; i++)
		if ((int)i != leave_out)
			names[n++] = v->release->parties[i].name;
	return words_list(v->arena, names, n);
}

const char *
view_text(const struct view *v, const struct text *text, int party)
{
	struct respondent reader = {
		.lang = v->lang,
		.group = "",
		.wave = v->release->wave,
		.subject = v->release->person != NULL ? v->release->person : v->release->alliance,
		.own = _("[own organisation]"),
		.partner = _("[partner]"),
	};

	if (party != NO_PARTY) {
		reader.party = v->release->parties[party].id;
		reader.own = v->release->parties[party].name;
		reader.partner = parties_in_words(v, party);
	}
	return text_plain(v->arena, v->form, text, &reader);
}

const char *
view_item_text(const struct view *v, const char *id, int party)
{
	int i = form_item(v->form, id);
	const struct item *item;

	if (i < 0)
		return id;
	item = &v->form->items[i];
	return view_text(v, item->text.n > 0 ? &item->text : &v->form->questions[item->question].stem, party);
}

static const struct index *
find_index(const struct view *v, const char *id)
{
	for (size_t i = 0; i < v->form->n_indexes; i++)
		if (str_eq(v->form->indexes[i].id, id))
			return &v->form->indexes[i];
	return NULL;
}

const char *
view_title(const struct view *v, const char *of)
{
	int dimension = form_dimension(v->form, of);
	const struct index *index = find_index(v, of);

	if (dimension >= 0)
		return view_text(v, &v->form->dimensions[dimension].title, NO_PARTY);
	return index != NULL ? view_text(v, &index->title, NO_PARTY) : of;
}

static const struct range hundred = { 0, 100 };

static struct range
item_range(const struct item *item)
{
	return item->scale == NULL ? (struct range){ 0, 1 } : (struct range){ item->scale->min,
		item->scale->max };
}

static struct range
dimension_range(const struct view *v, const struct dimension *d)
{
	struct range first = item_range(&v->form->items[d->items[0]]);

	if (!isnan(d->ideal))
		return hundred;
	for (size_t i = 1; i < d->n_items; i++) {
		struct range next = item_range(&v->form->items[d->items[i]]);

		if (memcmp(&first, &next, sizeof(first)) != 0)
			return hundred;
	}
	return first;
}

struct range
view_range(const struct view *v, const char *of)
{
	int dimension = form_dimension(v->form, of), item = form_item(v->form, of);

	if (dimension >= 0)
		return dimension_range(v, &v->form->dimensions[dimension]);
	return item >= 0 ? item_range(&v->form->items[item]) : hundred;
}

double
view_percent(const struct view *v, const char *of, double value)
{
	struct range range = view_range(v, of);

	return 100 * (value - range.min) / (range.max - range.min);
}

double
view_points(const struct view *v, const char *of, double difference)
{
	struct range range = view_range(v, of);

	return 100 * difference / (range.max - range.min);
}

const struct index *
view_index(const struct view *v)
{
	return v->form->n_indexes > 0 ? &v->form->indexes[0] : NULL;
}

void
view_withheld(struct view *v, enum shown why)
{
	v->withheld[why] = true;
	html_open(v->html, "td", "class", "withheld");
	html_elem(v->html, "span", "–", "aria-hidden", "true");
	html_elem(v->html, "span", words_hidden(v->arena, why, v->release->k), "class", "said");
	html_close(v->html, "td");
}

/* Somebody who is named may just not have observed it. */
static const char *
note(const struct view *v, enum shown why)
{
	if (v->release->person != NULL && why == HIDDEN_SMALL)
		return _("– stands where nobody, or too few of a group, observed the behaviour.");
	return words_hidden_note(v->arena, why, v->release->k);
}

void
view_notes(struct view *v)
{
	for (enum shown why = HIDDEN_SMALL; why <= HIDDEN_RULE; why++)
		if (v->withheld[why])
			html_elem(v->html, "p", note(v, why), "class", "note");
	memset(v->withheld, 0, sizeof(v->withheld));
}
