/* promise.c - what a respondent is promised, made from the wave's settings and never wider than the truth */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fcgi/answer/promise.h"

#include "base/check.h"
#include "base/html.h"
#include "base/lang.h"
#include "base/str.h"
#include "engine/fieldwork/sitting.h"
#include "engine/measure/show.h"

static void
say(struct html *h, const char *sentence)
{
	html_elem(h, "li", sentence);
}

void
promise_link(struct html *h)
{
	say(h, _("While the questionnaire is open, the system links your answers to your personal link, so "
		"that you can come back to them."));
	say(h, _("When it closes, this connection is destroyed and all answers are put into random order. "
		"From then on the system can no longer tell which answers were yours."));
}

/* How answers and people are kept apart. */
static void
say_mode(struct html *h, const char *mode)
{
	if (str_eq(mode, "anonymous")) {
		say(h, _("The system never stores which link went to which person. That "
			"is why reminders go to everybody."));
		say(h, _("Your link leads to your answers until the questionnaire closes: please do not pass "
			"it on. When it closes, all links are destroyed and the "
			"answers are put into random order."));
	} else if (str_eq(mode, "identified")) {
		say(h, _("Your answers are not anonymous: while the questionnaire is open they are connected "
			"with your name, and those who run it can see whether you have handed it in."));
		say(h, _("When it closes, the connection with your name is destroyed and only your "
			"organisation stays with your answers. Whoever knows you may still recognise them."));
	} else {
		CHECK(str_eq(mode, "confidential"));
		promise_link(h);
	}
}

static void
say_results(struct html *h, const struct sitting *s)
{
	int comments = s->k > SHOW_COMMENTS_FROM ? s->k : SHOW_COMMENTS_FROM;

	if (str_eq(s->mode, "identified"))
		return;
	html_open(h, "li");
	html_textf(h, _("Figures about fewer than %d people are never shown to anybody."), s->k);
	html_close(h, "li");
	html_open(h, "li");
	html_textf(h, _("Comments are shown word for word, without names, in random order and apart from all "
		"other answers, and only when at least %d people took part. From which organisation they "
		"come is told only when at least that many people of each took part."), comments);
	html_close(h, "li");
	say(h, _("How many people of each organisation took part is shown; who took part is not."));
	say(h, _("All organisations of the alliance see the same report at the same moment."));
}

void
promise_render(struct html *h, const struct sitting *s)
{
	html_open(h, "ul", "class", "promise");
	if (s->person != NULL)
		promise_person(h, s);
	else {
		say_mode(h, s->mode);
		say_results(h, s);
	}
	html_close(h, "ul");
	html_open(h, "p", "class", "limits");
	html_elem(h, "strong", _("What nobody can promise:"));
	html_text(h, " ");
	html_text(h, _("someone with full control over the server could look into it or copy it while the "
		"questionnaire is open, whoever sends out the links could open yours until then, and mail "
		"providers can see that you were invited."));
	if (s->person != NULL) {
		html_text(h, " ");
		html_text(h, _("Whoever runs the server could also read the profile."));
	}
	html_close(h, "p");
}
