/* small_form.c - a form with every kind of question, for the drivers that need one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/small_form.h"

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "forms/load.h"

#define ONE "<option value='1'><t>1</t></option>"
#define TWO "<option value='2'><t>2</t></option>"
#define NEITHER "<option missing='na'><t>-</t></option>"

static const char source[] =
	"<form xmlns='urn:attune:form:1' id='f' version='1' xml:lang='en' subject='alliance' parties='a b'>"
	"<title><t>F</t></title>"
	"<scale id='s'><point value='1'><t>1</t></point><point value='5'><t>5</t></point></scale>"
	"<page id='p'><title><t>P</t></title>"
	"<yesno id='y' ask='required'><stem><t>Y <partner/></t></stem></yesno>"
	"<number id='n' min='-5' max='99.5' check='. mod 1 = 0'><stem><t>N</t></stem></number>"
	"<date id='d' min='2020-01-01' check='. &lt;= today()'><stem><t>D</t></stem></date>"
	"<text id='t' lines='2' max='40' if='answered($n)'><stem><t>T <value-of item='n'/></t></stem></text>"
	"</page><page id='q' if='$y = 1 or answered($t)'><title><t>Q</t></title>"
	"<choice id='c'><stem><t>C</t></stem>" ONE TWO NEITHER "</choice>"
	"<choices id='m' min='1' max='2'><stem><t>M <value-of item='t'/></t></stem>" ONE TWO
	"<option value='3'><t>3</t></option></choices>"
	"<rank id='r'><stem><t>R</t></stem>" ONE TWO "</rank>"
	"<anchored id='a' ask='required'><stem><t>A</t></stem>" ONE TWO "</anchored>"
	"<battery id='b' scale='s' order='random'><stem><t>B</t></stem><item id='b1'><t>B1</t></item>"
	"<item id='b2' if='$c = 2'><t>B2</t></item></battery>"
	"</page>"
	"<dimension id='both' items='b1 b2' min-valid='1'><title><t>Both</t></title></dimension>"
	"<dimension id='one' items='a' ideal='2'><title><t>One</t></title></dimension>"
	"<dimension id='facts' items='y m' role='signal'><title><t>Facts</t></title></dimension>"
	"<index id='all' dimensions='both one'><title><t>All</t></title></index></form>";

const struct form *
small_form(void)
{
	static struct arena *kept;	/* as long as the process */
	static const struct form *form;

	if (kept == NULL) {
		kept = arena_new();
		forms_init();
		form = form_load(kept, source, sizeof(source) - 1, msgs_new(kept, NULL));
		CHECK(form != NULL);
	}
	return form;
}

struct respondent
small_form_respondent(void)
{
	return (struct respondent){ .lang = "en", .party = "a", .group = "", .wave = "w", .own = "A & A",
		.partner = "B <b>", .subject = "\"S\"", .seed = 1, .today = 1772236800 };
}
