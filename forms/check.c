/* check.c - what can be wrong with a form that its grammar cannot say */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/check.h"

#include "base/msgs.h"
#include "forms/kinds/kind.h"
#include "forms/loader.h"

void
check_range(struct loader *l, const struct question *q)
{
	if (q->min > q->max)
		msgs_error(l->msgs, q->line, q->id, "min is above max, so that nothing can be answered");
}

/* What is typed on a page is sent at once, and must arrive whole. */
static void
check_room(struct loader *l, const struct page *p)
{
	long characters = 0;

	for (size_t i = p->first_question; i < p->first_question + p->n_questions; i++)
		if (l->questions[i].kind == KIND_TEXT && l->questions[i].max_length <= TEXT_MAX_CHARACTERS)
			characters += l->questions[i].max_length;
	if (characters > PAGE_MAX_CHARACTERS)
		msgs_error(l->msgs, p->line, p->id, "the texts of the page can take %ld characters together; "
			"at most %d can be sent at once: divide the page", characters, PAGE_MAX_CHARACTERS);
}

static void
check_pages(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_pages; i++) {
		if (l->pages[i].n_questions == 0)
			msgs_error(l->msgs, l->pages[i].line, l->pages[i].id, "the page has no question");
		check_room(l, &l->pages[i]);
	}
	if (l->form->version < 1)
		msgs_error(l->msgs, l->form->line, NULL, "version must be 1 or more");
}

static void
check_kinds(struct loader *l)
{
	for (size_t i = 0; i < l->form->n_questions; i++)
		if (kinds[l->questions[i].kind]->check != NULL)
			kinds[l->questions[i].kind]->check(l, &l->questions[i]);
}

void
check_form(struct loader *l)
{
	check_names(l);
	check_pages(l);
	check_texts(l);
	check_groups(l);
	check_scales(l);
	check_kinds(l);
	check_items(l);
	check_rules(l);
	check_scoring(l);
}
