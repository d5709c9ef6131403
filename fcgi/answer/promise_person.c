/* promise_person.c - what is promised to those who rate an alliance manager */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/answer/promise.h"

#include "base/buf.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "engine/fieldwork/sitting.h"
#include "engine/measure/benchmark/benchmark.h"
#include "engine/measure/show.h"
#include "forms/group.h"

static void
say(struct html *h, const char *sentence)
{
	html_elem(h, "li", sentence);
}

static void
say_named(struct html *h, const struct sitting *s)
{
	if (str_eq(s->respondent.group, group_names[GROUP_SELF])) {
		say(h, _("You answer about yourself: your profile shows your own view beside that of the others."));
		return;
	}
	html_open(h, "li");
	html_textf(h, str_eq(s->respondent.group, group_names[GROUP_MANAGER])
		? _("Your answers are not anonymous: the profile shows them as the manager\u2019s, and %s will know that "
		"they are yours. The same goes for what you write.")
		: _("Your answers are not anonymous: the profile shows them as the counterpart\u2019s, and %s will know "
		"that they are yours. The same goes for what you write."), s->person);
	html_close(h, "li");
}

static void
say_unnamed(struct html *h, const struct sitting *s)
{
	int comments = s->k > SHOW_COMMENTS_FROM ? s->k : SHOW_COMMENTS_FROM;

	promise_link(h);
	html_open(h, "li");
	html_textf(h, _("No figure is about fewer than %d of those who are not named, alone or by subtraction. "
		"When fewer of them answered, executives and the counterpart are counted with the colleagues or the team "
		"of the same organisation. What a group that is still too small has answered is destroyed and "
		"counted nowhere."), s->k);
	html_close(h, "li");
	html_open(h, "li");
	html_textf(h, _("Comments are shown word for word, without names, in random order and apart from all other "
		"answers, and only when at least %d people took part who are not named."), comments);
	html_close(h, "li");
}

/* Who was declared before launch; addresses are as good as names. */
static const char *
readers(struct html *h, const struct sitting *s)
{
	struct buf *list = buf_new(h->out->arena);

	for (size_t i = 0; i < s->n_readers; i++)
		buf_printf(list, "%s%s", i > 0 ? ", " : "", s->readers[i]);
	return list->bytes;
}

void
promise_readers(struct html *h, const struct sitting *s)
{
	bool self = str_eq(s->respondent.group, group_names[GROUP_SELF]);

	if (s->n_readers == 0 && self)
		html_text(h, _("The profile is for you. Nobody else sees it unless you open it to them."));
	else if (s->n_readers == 0)
		html_textf(h, _("The profile is for %s. Nobody else sees it unless that person opens it to them."), s->person);
	else if (self)
		html_textf(h, _("The profile is for you. These people see it too: %s. Nobody else does unless you open it "
			"to them."), readers(h, s));
	else
		html_textf(h, _("The profile is for %s. These people see it too: %s. Nobody else does unless that person "
			"opens it to them."), s->person, readers(h, s));
}

void
promise_person(struct html *h, const struct sitting *s)
{
	if (s->named)
		say_named(h, s);
	else
		say_unnamed(h, s);
	html_open(h, "li");
	promise_readers(h, s);
	html_close(h, "li");
	html_open(h, "li");
	html_textf(h, _("What alliance managers can do together may be shown as means of at least %d profiles, which name nobody."),
		BENCHMARK_MANAGERS);
	html_close(h, "li");
}
