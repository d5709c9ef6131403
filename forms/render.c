/* render.c - pages of a form as accessible HTML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/render.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/str.h"
#include "forms/ask/ask.h"
#include "forms/group.h"

/* For authors, who see everything at once. */
static bool
is_for_author(const struct showing *s)
{
	return s->prefix != NULL && s->who->group[0] == '\0';
}

void
render_wordings(struct html *h, const struct form *f, const struct text *t, const struct respondent *who)
{
	for (size_t i = 0; i < t->n; i++) {
		const struct wording *w = &t->wordings[i];
		struct respondent rater = *who;

		if (!str_eq(w->lang, who->lang) || w->audience == NULL || group_find(w->audience) < 0)
			continue;
		rater.group = w->audience;
		html_open(h, "p", "class", "note");
		html_textf(h, "%s: ", w->audience);
		render_text(h, f, t, &rater, NULL);
		html_close(h, "p");
	}
}

static void
show_text(struct showing *s, const char *element, const char *css_class, const struct text *text)
{
	if (text->n == 0)
		return;
	html_open_element(s->h, (const char *const[]){ element, "class", css_class }, 3);
	render_text(s->h, s->form, text, s->who, s->answers);
	html_close_element(s->h, element, strlen(element));
	if (is_for_author(s))
		render_wordings(s->h, s->form, text, s->who);
}

static const char *
battery_request(struct showing *s, const struct question *q)
{
	const struct scale *scale = q->scale;

	if (!q->required)
		return _("You may leave out statements.");
	if (scale->n_valued == scale->n_points)
		return _("Please answer every statement.");
	return arena_printf(s->arena, _("Please answer every statement, or choose “%s”."),
		text_plain(s->arena, s->form, &scale->points[scale->n_valued].label, s->who));
}

/* around: the groups that see what it stands in. */
static void
show_condition(struct showing *s, unsigned around, unsigned groups, const struct rule *condition)
{
	if (is_for_author(s) && groups != around)
		html_elem(s->h, "p", arena_printf(s->arena, _("Asked of: %s"),
			groups_list(s->arena, groups, ", ")), "class", "note");
	if (s->prefix != NULL && condition != NULL)
		html_elem(s->h, "p", _("Shown only when its condition holds:"), "class", "note");
}

static void
show_items(struct showing *s, size_t question)
{
	const struct question *q = &s->form->questions[question];
	size_t *order = flow_order(s->arena, s->form, question, s->who, q->n_items);

	for (size_t i = 0; i < q->n_items; i++) {
		const struct item *item = &s->form->items[q->first_item + order[i]];

		if (!s->flow->items[q->first_item + order[i]])
			continue;
		show_condition(s, q->groups, item->groups, item->condition);
		if (is_for_author(s))
			render_wordings(s->h, s->form, item->text.n > 0 ? &item->text : &q->stem, s->who);
		ask_of(q->kind)->show(s, item);
	}
}

static void
show_question(struct showing *s, size_t question)
{
	const struct question *q = &s->form->questions[question];

	html_open(s->h, "div", "class", q->kind == KIND_INFO ? "question info" : "question");
	show_condition(s, s->form->pages[q->page].groups, q->groups, q->condition);
	if (q->kind == KIND_INFO)
		show_text(s, "p", "stem", &q->stem);
	if (q->kind == KIND_BATTERY) {
		show_text(s, "p", "stem", &q->stem);
		show_text(s, "p", "note", &q->note);
		html_elem(s->h, "p", battery_request(s, q), "class", "ask");
	}
	show_items(s, question);
	html_close(s->h, "div");
}

static void
show_page(struct showing *s, size_t page)
{
	const struct page *p = &s->form->pages[page];

	show_text(s, "p", "intro", &p->intro);
	for (size_t q = p->first_question; q < p->first_question + p->n_questions; q++)
		if (s->flow->questions[q])
			show_question(s, q);
}

void
render_page(struct html *h, const struct form *f, size_t page, const struct respondent *who,
	const struct answers *answers,
	const struct flow *flow, const struct fields *typed, const struct msgs *msgs)
{
	struct showing s = { h, h->out->arena, f, who, answers, flow, typed, msgs, NULL };

	show_page(&s, page);
}

void
render_page_in_full(struct html *h, const struct form *f, size_t page, const struct respondent *who,
	const char *prefix)
{
	struct arena *a = h->out->arena;
	struct answers none = answers_new(a, f);
	struct flow everything = flow_in_full(a, f, who);
	struct showing s = { h, a, f, who, &none, &everything, NULL, NULL, prefix };

	show_condition(&s, GROUPS_ALL, f->pages[page].groups, f->pages[page].condition);
	show_page(&s, page);
}

static void
render_problem(struct html *h, const struct form *f, const struct respondent *who, const char *page_path,
	const struct msg *problem)
{
	int item = form_item(f, problem->id);

	CHECK(item >= 0);
	html_open(h, "li");
	html_open(h, "a");
	if (page_path == NULL)
		html_attrf(h, "href", "#item-%s", problem->id);
	else
		html_attrf(h, "href", "%s%s#item-%s", page_path, f->pages[f->items[item].page].id,
			problem->id);
	html_text(h, text_plain(h->out->arena, f, words_asked(f, (size_t)item), who));
	html_close(h, "a");
	html_text(h, " ");
	html_elem(h, "span", problem->text, "class", "reason");
	html_close(h, "li");
}

void
render_problems(struct html *h, const struct form *f, const struct respondent *who, const char *page_path,
	const struct msgs *msgs)
{
	html_open(h, "section", "class", "problems", "aria-labelledby", "problems", "role", "alert");
	html_open(h, "h2", "id", "problems");
	html_textf(h, ngettext("One answer needs another look", "%zu answers need another look",
		msgs->n_errors), msgs->n_errors);
	html_close(h, "h2");
	html_open(h, "ul");
	for (size_t i = 0; i < msgs->n; i++)
		render_problem(h, f, who, page_path, &msgs->list[i]);
	html_close(h, "ul");
	html_close(h, "section");
}

static void
review_item(struct showing *s, size_t item)
{
	const char *words = words_of_answer(s->arena, s->form, s->who, s->answers, item);
	const char *unit = ask_question(s->form, &s->form->items[item])->unit;

	html_open(s->h, "dt");
	render_text(s->h, s->form, words_asked(s->form, item), s->who, s->answers);
	html_close(s->h, "dt");
	if (words != NULL && unit != NULL)
		words = arena_printf(s->arena, "%s %s", words, unit);
	html_elem(s->h, "dd", words == NULL ? _("No answer") : words, "class", words == NULL ? "none" : NULL);
}

static void
review_page(struct showing *s, size_t page, const char *path)
{
	const struct page *p = &s->form->pages[page];
	const char *title = text_plain(s->arena, s->form, p->title.n > 0 ? &p->title : &s->form->title,
		s->who);

	html_open(s->h, "section", "class", "reviewed");
	html_open(s->h, "div", "class", "heading");
	html_elem(s->h, "h2", title);
	html_open(s->h, "a", "href", arena_printf(s->arena, "%s%s", path, p->id));
	html_text(s->h, _("Change"));
	html_elem(s->h, "span", arena_printf(s->arena, ": %s", title), "class", "unseen");
	html_close(s->h, "a");
	html_close(s->h, "div");
	html_open(s->h, "dl");
	for (size_t i = p->first_item; i < p->first_item + p->n_items; i++)
		if (s->flow->items[i])
			review_item(s, i);
	html_close(s->h, "dl");
	html_close(s->h, "section");
}

void
render_review(struct html *h, const struct form *f, const struct respondent *who,
	const struct answers *answers,
	const struct flow *flow, const char *page_path)
{
	struct showing s = { h, h->out->arena, f, who, answers, flow, NULL, NULL, NULL };

	for (size_t page = 0; page < f->n_pages; page++)
		if (flow->pages[page] && f->pages[page].n_items > 0)
			review_page(&s, page, page_path);
}
