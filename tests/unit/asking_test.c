/* asking_test.c - what a respondent sees, and what becomes of what is sent back, for every kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/html.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/urlenc.h"
#include "forms/accept.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/load.h"
#include "forms/render.h"

static struct arena *arena;
static const struct form *form;
static struct answers answers;
static struct respondent respondent;
static struct msgs *msgs;

enum { P_TRUST, P_FACTS };

static int
set_up(void **state)
{
	size_t n;
	char *path, *bytes;

	(void)state;
	arena = arena_new();
	msgs = msgs_new(arena, NULL);
	path = arena_printf(arena, "%s/tests/data/good/all-kinds.xml", getenv("srcdir") == NULL ? "."
		: getenv("srcdir"));
	bytes = str_read_file(arena, path, 1 << 20, &n);
	assert_non_null(bytes);
	form = form_load(arena, bytes, n, msgs);
	assert_non_null(form);
	answers = answers_new(arena, form);
	respondent = (struct respondent){ .lang = "en", .party = "a", .group = "", .wave = "Spring",
		.own = "Nordlicht & Co",
		.partner = "Acme <East>", .subject = "Bridge", .seed = 7, .today = 86400 * 20000 };
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static size_t
item(const char *id)
{
	int i = form_item(form, id);

	assert_true(i >= 0);
	return (size_t)i;
}

static int
code(const char *id)
{
	return answers.codes[form->items[item(id)].slot];
}

static const char *
text(const char *id)
{
	return answers.texts[form->items[item(id)].text_slot];
}

static const char *
problem(const char *id)
{
	const struct msg *m = msgs_find(msgs, id);

	return m == NULL ? NULL : m->text;
}

static struct fields
fields(const char *body)
{
	struct fields f;

	assert_true(urlenc_parse(arena, body, strlen(body), &f));
	return f;
}

static struct flow
flow(void)
{
	return flow_evaluate(arena, form, &respondent, &answers);
}

static void
assert_same_flow(const struct flow *a, const struct flow *b)
{
	assert_memory_equal(a->pages, b->pages, form->n_pages * sizeof(bool));
	assert_memory_equal(a->questions, b->questions, form->n_questions * sizeof(bool));
	assert_memory_equal(a->items, b->items, form->n_items * sizeof(bool));
}

/* Posts the page as a browser would, on top of the answers so far. */
static void
post(size_t page, bool complete, const char *body)
{
	struct fields f = fields(body);
	struct flow seen = flow(), after, again;

	msgs = msgs_new(arena, NULL);
	after = accept_page(arena, form, page, &respondent, &f, complete, &seen, &answers, msgs);
	again = flow();
	assert_same_flow(&after, &again);
}

static int
first_open(void)
{
	struct flow now = flow();

	return flow_first_open(form, &now, &answers);
}

static const char *
page(size_t p, const struct fields *typed)
{
	struct flow now = flow();
	struct html h;

	html_begin(&h, buf_new(arena));
	render_page(&h, form, p, &respondent, &answers, &now, typed, msgs);
	html_end(&h);
	return h.out->bytes;
}

static const char trust[] = "tr1=1&tr2=5&tr3=3&tr4=na";

static void
conditions_open_and_close_pages_and_items(void **state)
{
	(void)state;
	assert_true(flow().pages[P_TRUST]);
	assert_false(flow().pages[P_FACTS]);
	assert_false(flow().items[item("tr5")]);
	assert_int_equal(first_open(), P_TRUST);
	post(P_TRUST, false, trust);
	assert_int_equal(msgs->n, 0);
	assert_true(flow().pages[P_FACTS]);
	assert_true(flow().items[item("tr5")]);
	assert_true(flow().items[item("tr_why")]);
	post(P_TRUST, false, "tr1=4&tr2=5&tr3=3&tr4=na");
	assert_false(flow().items[item("tr_why")]);
}

static void
walking_the_pages_skips_hidden_ones(void **state)
{
	struct flow now = flow();

	(void)state;
	assert_int_equal(flow_next(form, &now, -1), P_TRUST);
	assert_int_equal(flow_next(form, &now, P_TRUST), -1);
	post(P_TRUST, false, trust);
	now = flow();
	assert_int_equal(flow_next(form, &now, P_TRUST), P_FACTS);
	assert_int_equal(flow_previous(&now, P_FACTS), P_TRUST);
	assert_int_equal(flow_previous(&now, P_TRUST), -1);
}

static void
a_hidden_answer_is_kept_but_not_counted(void **state)
{
	struct answers counted;
	struct flow now;

	(void)state;
	post(P_TRUST, false, "tr1=1");
	post(P_TRUST, false, "tr1=1&tr_why=The+plan+changed");
	post(P_TRUST, false, "tr1=4&tr_why=The+plan+changed");
	post(P_TRUST, false, "tr1=4");
	assert_string_equal(text("tr_why"), "The plan changed");
	now = flow();
	counted = flow_counted(arena, form, &now, &answers);
	assert_int_equal(counted.codes[form->items[item("tr_why")].slot], MISSING_NOT_SHOWN);
	assert_null(counted.texts[form->items[item("tr_why")].text_slot]);
	assert_int_equal(counted.codes[form->items[item("tr1")].slot], 4);
}

static void
order_is_random_but_stable(void **state)
{
	size_t differ = 0, question = form->items[item("means_of")].question;

	(void)state;
	for (uint64_t seed = 0; seed < 50; seed++) {
		size_t *once, *again;

		respondent.seed = seed;
		once = flow_order(arena, form, question, &respondent, 3);
		again = flow_order(arena, form, question, &respondent, 3);
		assert_memory_equal(once, again, 3 * sizeof(*once));
		assert_int_equal(once[0] + once[1] + once[2], 3);
		differ += once[0] != 0;
	}
	assert_in_range(differ, 20, 48);
	question = form->items[item("challenge")].question;
	assert_int_equal(flow_order(arena, form, question, &respondent, 5)[0], 0);
}

static void
points_are_taken_only_from_the_scale(void **state)
{
	(void)state;
	post(P_TRUST, true, "tr1=5&tr2=9&tr3=na&tr4=skipped");
	assert_int_equal(code("tr1"), 5);
	assert_int_equal(code("tr3"), MISSING_NA);
	assert_non_null(problem("tr2"));
	assert_non_null(problem("tr4"));
	assert_int_equal(code("tr2"), ANSWER_NONE);
}

static void
what_is_required_is_asked_for_only_by_continue(void **state)
{
	(void)state;
	post(P_TRUST, false, "tr1=5");
	assert_int_equal(msgs->n, 0);
	post(P_TRUST, true, "tr1=5");
	assert_string_equal(problem("tr2"), "Please choose an answer, or “Cannot judge”.");
	assert_null(problem("tr1"));
}

/* tr5 and tr_why appear because of this very post: they were not on the page. */
static void
what_was_not_on_the_page_is_not_asked_for(void **state)
{
	(void)state;
	post(P_TRUST, true, trust);
	assert_int_equal(msgs->n, 0);
	post(P_TRUST, true, trust);
	assert_non_null(problem("tr5"));
}

static void
a_wrong_answer_leaves_the_earlier_one(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1");
	post(P_FACTS, false, "esc=1&esc_days=12&esc_on=2024-02-29");
	assert_int_equal(msgs->n, 0);
	post(P_FACTS, false, "esc=1&esc_days=soon&esc_on=2024-02-30");
	assert_non_null(problem("esc_days"));
	assert_non_null(problem("esc_on"));
	assert_string_equal(text("esc_days"), "12");
	assert_string_equal(text("esc_on"), "2024-02-29");
}

static void
a_field_left_empty_takes_the_answer_away(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1&esc_days=12&means_of=1&prio.1=1&prio.2=2&prio.3=3&overall=4&challenge=2");
	post(P_FACTS, false, "esc=1&esc_days=++&challenge=skipped");
	assert_null(text("esc_days"));
	assert_int_equal(code("esc_days"), ANSWER_NONE);
	assert_int_equal(code("means_of"), ANSWER_NONE);
	assert_int_equal(code("overall"), ANSWER_NONE);
}

static void
numbers_are_kept_in_one_way_of_writing(void **state)
{
	static const char *const cases[][2] = {
		{ "12", "12" }, { "12.0", "12" }, { "12,0", "12" }, { "012", "12" }, { "0", "0" }, { "-0", "0" },
			{ "365", "365" },
		{ "1.50", NULL }, { "1e2", NULL }, { "twelve", NULL },
		{ "12 000", NULL },
	};

	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct buf *body = buf_new(arena);

		buf_puts(body, "esc=1&esc_days=");
		urlenc_add(body, cases[i][0]);
		post(P_FACTS, false, body->bytes);
		assert_true((problem("esc_days") == NULL) == (cases[i][1] != NULL));
		if (cases[i][1] != NULL)
			assert_string_equal(text("esc_days"), cases[i][1]);
	}
	post(P_FACTS, false, "esc=1&esc_days=366");
	assert_string_equal(problem("esc_days"), "A number from 0 to 365.");
	post(P_FACTS, false, "esc=1&esc_days=1.5");
	assert_string_equal(problem("esc_days"), "This answer is not possible here; please correct it.");
}

static void
a_day_must_exist_and_lie_within_its_limits(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1");
	post(P_FACTS, false, "esc=1&esc_on=2019-12-31");
	assert_string_equal(problem("esc_on"), "Not before 1 January 2020.");
	post(P_FACTS, false, "esc=1&esc_on=2199-12-31");
	assert_non_null(problem("esc_on"));
	post(P_FACTS, false, "esc=1&esc_on=2024-10-01");
	assert_int_equal(msgs->n, 0);
	assert_string_equal(text("esc_on"), "2024-10-01");
	assert_string_equal(words_of_answer(arena, form, &respondent, &answers, item("esc_on")), "1 October 2024");
}

static void
several_choices_are_counted(void **state)
{
	size_t slot = form->items[item("means_of")].slot;

	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "means_of=1&means_of=3");
	assert_int_equal(answers.codes[slot], 1);
	assert_int_equal(answers.codes[slot + 1], 0);
	assert_int_equal(answers.codes[slot + 2], 1);
	assert_string_equal(words_of_answer(arena, form, &respondent, &answers, item("means_of")),
		"Meetings; Shared tools");
	post(P_FACTS, false, "means_of=1&means_of=2&means_of=3");
	assert_string_equal(problem("means_of"), "Please choose 2 answers at most; you chose 3.");
	assert_int_equal(answers.codes[slot + 1], 0);
}

static void
ranks_are_each_given_once(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "means_of=1");
	post(P_FACTS, false, "means_of=1&prio.1=2&prio.2=3&prio.3=1");
	assert_int_equal(msgs->n, 0);
	assert_string_equal(words_of_answer(arena, form, &respondent, &answers, item("prio")),
		"1. Quality; 2. Speed; 3. Cost");
	post(P_FACTS, false, "means_of=1&prio.1=1&prio.2=1&prio.3=2");
	assert_string_equal(problem("prio"), "Rank 1 is given more than once: please give each rank to one line "
		"only.");
	post(P_FACTS, false, "means_of=1&prio.1=1&prio.2=3&prio.3=");
	assert_string_equal(problem("prio"), "Rank 2 is left out: please begin with 1 and leave no rank out.");
	post(P_FACTS, false, "means_of=1&prio.1=4&prio.2=1&prio.3=2");
	assert_string_equal(problem("prio"), "Please give ranks from 1 to 3.");
	assert_int_equal(code("prio"), 2);
}

static void
text_is_trimmed_and_bounded(void **state)
{
	struct buf *body = buf_new(arena);

	(void)state;
	post(P_TRUST, false, "tr1=1");
	post(P_TRUST, false, "tr1=1&tr_why=++one%0D%0Atwo%C3%A9++");
	assert_string_equal(text("tr_why"), "one\ntwoé");
	buf_puts(body, "tr1=1&tr_why=");
	for (int i = 0; i < 1501; i++)
		buf_puts(body, "%C3%A9");
	post(P_TRUST, false, body->bytes);
	assert_string_equal(problem("tr_why"), "Please shorten this to 1500 characters; it has 1501 now.");
	assert_string_equal(text("tr_why"), "one\ntwoé");
}

static void
yes_and_no_are_all_there_is(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=0");
	assert_int_equal(code("esc"), 0);
	post(P_FACTS, false, "esc=2");
	assert_non_null(problem("esc"));
	post(P_FACTS, false, "esc=skipped");
	assert_non_null(problem("esc"));
	assert_int_equal(code("esc"), 0);
}

static void
nothing_foreign_gets_in(void **state)
{
	(void)state;
	post(P_TRUST, false, "esc=1&maturity=50&nonsense=1&tr=3&_revision=9");
	assert_int_equal(msgs->n, 0);
	for (size_t i = 0; i < form->n_slots; i++)
		assert_int_equal(answers.codes[i], ANSWER_NONE);
}

static void
a_page_shows_what_was_answered(void **state)
{
	const char *html;

	(void)state;
	post(P_TRUST, false, "tr1=1&tr2=na");
	msgs = NULL;
	html = page(P_TRUST, NULL);
	assert_non_null(strstr(html, "name=\"tr1\" value=\"1\" checked=\"\""));
	assert_non_null(strstr(html, "name=\"tr2\" value=\"na\" checked=\"\""));
	assert_null(strstr(html, "name=\"tr3\" value=\"1\" checked"));
	assert_non_null(strstr(html, "Acme &lt;East&gt; keeps the commitments"));
	assert_non_null(strstr(html, "Nordlicht &amp; Co keeps"));
	assert_non_null(strstr(html, "We give Acme"));
	assert_non_null(strstr(html, "<strong>no persons</strong>"));
}

static void
typed_text_comes_back_escaped_with_its_message(void **state)
{
	struct fields typed = fields("esc=1&esc_days=%3Cscript%3E%22&prio.1=1&prio.2=1");
	const char *html;

	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1&means_of=1");
	post(P_FACTS, true, "esc=1&means_of=1&esc_days=%3Cscript%3E%22&prio.1=1&prio.2=1");
	html = page(P_FACTS, &typed);
	assert_non_null(strstr(html, "value=\"&lt;script&gt;&quot;\""));
	assert_null(strstr(html, "<script"));
	assert_non_null(strstr(html, "id=\"problem-esc_days\""));
	assert_non_null(strstr(html, "aria-describedby=\"hint-esc_days problem-esc_days\" "
		"aria-invalid=\"true\""));
	assert_non_null(strstr(html, "id=\"problem-prio\""));
}

static void
a_text_in_another_language_says_so(void **state)
{
	const char *html;

	(void)state;
	msgs = NULL;
	respondent.lang = "fr";
	html = page(P_TRUST, NULL);
	assert_non_null(strstr(html, "<span lang=\"en\">"));
	respondent.lang = "de";
	assert_null(strstr(page(P_TRUST, NULL), "<span lang="));
}

static void
earlier_answers_are_quoted(void **state)
{
	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1&esc_days=12");
	msgs = NULL;
	assert_non_null(strstr(page(P_FACTS, NULL), "It took 12 days."));
}

static void
the_review_says_every_visible_answer_in_words(void **state)
{
	struct flow now;
	struct html h;

	(void)state;
	post(P_TRUST, false, trust);
	post(P_FACTS, false, "esc=1&maturity=50");
	now = flow();
	html_begin(&h, buf_new(arena));
	render_review(&h, form, &respondent, &answers, &now, "/p/");
	html_end(&h);
	assert_non_null(strstr(h.out->bytes, "<dd>Strongly disagree</dd>"));
	assert_non_null(strstr(h.out->bytes, "<dd>Cannot judge</dd>"));
	assert_non_null(strstr(h.out->bytes, "<dd>Each side plans alone</dd>"));
	assert_non_null(strstr(h.out->bytes, "href=\"/p/p_facts\""));
	assert_non_null(strstr(h.out->bytes, "<dd class=\"none\">No answer</dd>"));
}

/* What the big form has none of: none chosen as an answer, skipping. */
static const char small[] =
	"<form xmlns='urn:attune:form:1' id='small' version='1' xml:lang='en' subject='alliance' parties='a b'>"
	"<title><t>Small</t></title><page id='p'><title><t>P</t></title>"
	"<choices id='facts' min='0' ask='required'><stem><t>What happened?</t></stem>"
	"<option value='1'><t>One</t></option><option value='2'><t>Two</t></option></choices>"
	"<rank id='first' ask='required'><stem><t>Order</t></stem><option value='1'><t>One</t></option>"
	"<option value='2'><t>Two</t></option></rank>"
	"<yesno id='sure'><stem><t>Sure?</t></stem></yesno>"
	"<choice id='pick'><stem><t>Pick</t></stem><option value='1'><t>One</t></option><option "
	"value='2'><t>Two</t></option></choice></page></form>";

static int
set_up_small(void **state)
{
	set_up(state);
	msgs = msgs_new(arena, NULL);
	form = form_load(arena, small, sizeof(small) - 1, msgs);
	assert_int_equal(msgs->n_errors, 0);
	answers = answers_new(arena, form);
	return 0;
}

static void
none_chosen_is_an_answer_where_the_form_says_so(void **state)
{
	(void)state;
	post(0, false, "");
	assert_int_equal(code("facts"), ANSWER_NONE);
	post(0, true, "");
	assert_null(problem("facts"));
	assert_int_equal(code("facts"), 0);
	assert_string_equal(words_of_answer(arena, form, &respondent, &answers, item("facts")), "None of these");
	assert_string_equal(problem("first"), "Please choose an answer.");
	post(0, true, "first.1=1");
	assert_string_equal(problem("first"), "Please give a rank to all 2 lines.");
	post(0, false, "first.1=1");
	assert_null(problem("first"));
}

static void
what_is_offered_can_be_taken_back(void **state)
{
	(void)state;
	post(0, false, "sure=1&pick=2");
	post(0, false, "sure=skipped&pick=skipped");
	assert_int_equal(code("sure"), MISSING_SKIPPED);
	assert_int_equal(code("pick"), MISSING_SKIPPED);
	msgs = NULL;
	assert_non_null(strstr(page(0, NULL), "name=\"pick\" value=\"skipped\" checked"));
}

int
main(void)
{
#define ready_small(test) cmocka_unit_test_setup_teardown(test, set_up_small, tear_down)
#define ready(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		ready(conditions_open_and_close_pages_and_items),
		ready(walking_the_pages_skips_hidden_ones),
		ready(a_hidden_answer_is_kept_but_not_counted),
		ready(order_is_random_but_stable),
		ready(points_are_taken_only_from_the_scale),
		ready(what_is_required_is_asked_for_only_by_continue),
		ready(what_was_not_on_the_page_is_not_asked_for),
		ready(a_wrong_answer_leaves_the_earlier_one),
		ready(a_field_left_empty_takes_the_answer_away),
		ready(numbers_are_kept_in_one_way_of_writing),
		ready(a_day_must_exist_and_lie_within_its_limits),
		ready(several_choices_are_counted),
		ready(ranks_are_each_given_once),
		ready(text_is_trimmed_and_bounded),
		ready(yes_and_no_are_all_there_is),
		ready(nothing_foreign_gets_in),
		ready(a_page_shows_what_was_answered),
		ready(typed_text_comes_back_escaped_with_its_message),
		ready(a_text_in_another_language_says_so),
		ready(earlier_answers_are_quoted),
		ready(the_review_says_every_visible_answer_in_words),
		ready_small(none_chosen_is_an_answer_where_the_form_says_so),
		ready_small(what_is_offered_can_be_taken_back),
	};

	forms_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
