/* base_test.c - arenas, buffers, messages, failures */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <signal.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/ctx.h"
#include "base/html.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/msgs.h"
#include "base/process.h"
#include "base/str.h"
#include "base/token.h"
#include "base/urlenc.h"
#include "base/utc.h"

static char order[8];

static void
note(void *what)
{
	strcat(order, what);
}

static void
arena_releases_newest_first(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	order[0] = '\0';
	arena_defer(a, note, arena_strdup(a, "1"));
	arena_defer(a, note, arena_strdup(a, "2"));
	arena_reset(a);
	assert_string_equal(order, "21");
	arena_reset(a);
	assert_string_equal(order, "21");
	arena_free(a);
}

static void
arena_joins_words(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(arena_join(a, "item", "-", "", "q1", NULL), "item-q1");
	assert_string_equal(arena_join(a, "", NULL), "");
	arena_free(a);
}

/* Whatever sizes it had before, it can be used again. */
static void
arena_keeps_working_after_reset(void **state)
{
	static const size_t sizes[] = { 10, 300000, 10, 40000, 90000, 2000000, 1 };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		char *first = arena_alloc(a, sizes[i]), *second = arena_alloc(a, 70000);

		memset(first, 1, sizes[i]);
		memset(second, 2, 70000);
		assert_int_equal(first[sizes[i] - 1], 1);
		arena_reset(a);
	}
	arena_reset(a);
	arena_free(a);
}

static void
arena_memory_is_zeroed_after_reset(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	memset(arena_alloc(a, 5000), 0xff, 5000);
	arena_reset(a);
	for (size_t i = 0; i < 100; i++) {
		char *p = arena_alloc(a, 50);

		assert_int_equal((uintptr_t)p % 16, 0);
		for (size_t j = 0; j < 50; j++)
			assert_int_equal(p[j], 0);
	}
	arena_free(a);
}

static void
buf_grows_and_stays_terminated(void **state)
{
	struct arena *a = arena_new();
	struct buf *b = buf_new(a);

	(void)state;
	for (int i = 0; i < 1000; i++)
		buf_printf(b, "%03d,", i);
	assert_int_equal(b->n, 4000);
	assert_int_equal(strlen(b->bytes), 4000);
	assert_string_equal(b->bytes + 3996, "999,");
	arena_free(a);
}

static void
first_failure_keeps_its_words(void **state)
{
	struct ctx c = { .arena = arena_new() };

	(void)state;
	assert_false(fail(&c, E_CONFLICT, "wave %s is already closed", "spring"));
	assert_false(fail(&c, E_SYSTEM, "later"));
	assert_int_equal(c.failure, E_CONFLICT);
	assert_string_equal(c.failure_text, "wave spring is already closed");
	assert_int_equal(failure_http_status(c.failure), 409);
	arena_free(c.arena);
}

static void
messages_say_where(void **state)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, "x.xml");
	struct buf *b = buf_new(a);

	(void)state;
	for (int i = 40; i > 0; i--)
		msgs_error(m, i, "tr1", "number %d", i);
	msgs_warn(m, 3, NULL, "look");
	msgs_sort(m);
	msgs_print(m, b);
	assert_int_equal(m->n_errors, 40);
	assert_non_null(strstr(b->bytes, "x.xml:3: tr1: number 3\nx.xml:3: warning: look\nx.xml:4: tr1:"));
	assert_string_equal(msgs_find(m, "tr1")->text, "number 1");
	assert_null(msgs_find(m, "tr2"));
	arena_free(a);
}

static void
html_escapes_everything(void **state)
{
	struct arena *a = arena_new();
	struct html h;

	(void)state;
	html_begin(&h, buf_new(a));
	html_open(&h, "a", "href", "/x?a=1&b=\"2\"", "title", NULL, "id", "i");
	html_text(&h, "<script>'&'</script>");
	html_void(&h, "br");
	html_void(&h, "input", "name", "n");
	html_attr(&h, "value", "<'\">");
	html_attr(&h, "checked", NULL);
	html_add_escaped(&h, html_escape(a, "a < b & \"c\""));
	html_elem(&h, "b", "t", "class", "c");
	html_close(&h, "a");
	html_end(&h);
	assert_string_equal(h.out->bytes, "<a href=\"/x?a=1&amp;b=&quot;2&quot;\" id=\"i\">"
	    "&lt;script&gt;&#39;&amp;&#39;&lt;/script&gt;<br/>"
	    "<input name=\"n\" value=\"&lt;&#39;&quot;&gt;\"/>a &lt; b &amp; &quot;c&quot;<b class=\"c\">t</b></a>");
	html_begin(&h, buf_new(a));
	html_void(&h, "br");
	html_end(&h);
	assert_string_equal(h.out->bytes, "<br/>");
	arena_free(a);
}

static void
json_nests_and_keeps_numbers(void **state)
{
	struct arena *a = arena_new();
	struct json j;

	(void)state;
	json_begin(&j, buf_new(a));
	json_object(&j, NULL);
	json_double(&j, "x", 0.1);
	json_array(&j, "list");
	json_int(&j, NULL, -3);
	json_string(&j, NULL, "a\"\n<");
	json_array_end(&j);
	json_object(&j, "none");
	json_object_end(&j);
	json_object_end(&j);
	json_end(&j);
	assert_string_equal(j.out->bytes, "{\n \"x\": 0.10000000000000001,\n \"list\": [\n  -3,\n  \"a\\\"\\u000a\\u003c\"\n ],"
	    "\n \"none\": {}\n}\n");
	arena_free(a);
}

static void
csv_reads_what_spreadsheets_write(void **state)
{
	static const char text[] = "\xef\xbb\xbfName;Note\r\nAnn;\"two\nlines; \"\"quoted\"\"\"\r\n\r\nBob\r\nCy;x\r\n";
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, NULL);
	struct csv csv;

	(void)state;
	assert_true(csv_read(a, text, sizeof(text) - 1, m, &csv));
	assert_int_equal(csv.n_columns, 2);
	assert_int_equal(csv_column(&csv, "note"), 1);
	assert_int_equal(csv.n_rows, 2);
	assert_string_equal(csv.rows[0].cells[1], "two\nlines; \"quoted\"");
	assert_string_equal(csv.rows[1].cells[0], "Cy");
	assert_int_equal(csv.rows[1].line, 6);
	assert_int_equal(m->n, 1);
	assert_int_equal(m->list[0].line, 5);
	arena_free(a);
}

static void
csv_reports_what_is_broken(void **state)
{
	static const char *const broken[] = { "", "\n\n", "a,a\n", "a,,b\n", "a\n\"x\n", "a\n\"x\"y\n", "a\n\xff\n", "a,b\n1,2,3\n" };
	struct arena *a = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		struct msgs *m = msgs_new(a, NULL);
		struct csv csv;

		csv_read(a, broken[i], strlen(broken[i]), m, &csv);
		assert_int_equal(m->n_errors, 1);
	}
	arena_free(a);
}

static void
csv_cells_never_start_a_formula(void **state)
{
	struct arena *a = arena_new();
	struct buf *b = buf_new(a);

	(void)state;
	csv_cell(b, "=1+1");
	csv_sep(b);
	csv_cell(b, "a,\"b\"");
	csv_sep(b);
	csv_number(b, -2.5);
	csv_end_row(b);
	assert_string_equal(b->bytes, "'=1+1,\"a,\"\"b\"\"\",-2.5\r\n");
	arena_free(a);
}

static void
text_is_clean_utf8(void **state)
{
	(void)state;
	assert_true(str_is_text("Gr\u00fc\u00df\u20ac\U0001F600\n", strlen("Gr\u00fc\u00df\u20ac\U0001F600\n")));
	assert_false(str_is_text("a\0b", 3));
	assert_false(str_is_text("\xc0\x80", 2));
	assert_false(str_is_text("\xed\xa0\x80", 3));
	assert_false(str_is_text("\xf4\x90\x80\x80", 4));
	assert_false(str_is_text("\xe2\x82", 2));
	assert_false(str_is_text("\x1b[31m", 5));
	assert_int_equal(str_length("\u00fc\u20ac"), 2);
}

static void
ids_and_numbers(void **state)
{
	int64_t i;
	double d;

	(void)state;
	assert_true(str_is_id("tr1_A"));
	assert_false(str_is_id("1tr"));
	assert_false(str_is_id("tr-1"));
	assert_false(str_is_id(""));
	assert_true(str_to_int("-12", -20, 20, &i) && i == -12);
	assert_false(str_to_int(" 12", 0, 20, &i));
	assert_false(str_to_int("12x", 0, 20, &i));
	assert_false(str_to_int("99999999999999999999", INT64_MIN, INT64_MAX, &i));
	assert_true(str_to_double("1,5", &d) && d == 1.5);
	assert_false(str_to_double("1e5", &d));
	assert_false(str_to_double("nan", &d));
	assert_false(str_to_double("-", &d));
}

static void
fields_are_decoded_or_refused(void **state)
{
	struct arena *a = arena_new();
	struct fields f;

	(void)state;
	assert_true(urlenc_parse(a, "a=1+2&b=%C3%BC&&c&a=3", 21, &f));
	assert_int_equal(f.n, 4);
	assert_string_equal(fields_find(&f, "a"), "1 2");
	assert_string_equal(fields_find(&f, "b"), "\u00fc");
	assert_string_equal(fields_find(&f, "c"), "");
	assert_null(fields_find(&f, "d"));
	assert_false(urlenc_parse(a, "a=%", 3, &f));
	assert_false(urlenc_parse(a, "a=%00", 5, &f));
	assert_false(urlenc_parse(a, "a=%ff", 5, &f));
	arena_free(a);
}

static void
tickets_are_random_and_hashed(void **state)
{
	static const unsigned char key[TOKEN_KEY_BYTES] = { 1 };
	unsigned char x[TOKEN_HASH_BYTES], y[TOKEN_HASH_BYTES];
	char first[TICKET_CHARS + 1], second[TICKET_CHARS + 1];

	(void)state;
	token_init();
	ticket_new(first);
	ticket_new(second);
	assert_true(ticket_is_well_formed(first));
	assert_string_not_equal(first, second);
	assert_false(ticket_is_well_formed("abc"));
	token_hash(key, "link", first, x);
	token_hash(key, "session", first, y);
	assert_false(token_equal(x, y, sizeof(x)));
	token_hash(key, "link", first, y);
	assert_true(token_equal(x, y, sizeof(x)));
}

static void
dates_exist(void **state)
{
	struct arena *a = arena_new();
	int64_t t;

	(void)state;
	assert_true(utc_parse_date("2024-02-29", &t));
	assert_string_equal(utc_iso(a, t + 3661), "2024-02-29T01:01:01Z");
	assert_false(utc_parse_date("2023-02-29", &t));
	assert_false(utc_parse_date("2023-2-9", &t));
	assert_false(utc_parse_date("2023-13-01", &t));
	assert_string_equal(utc_iso(a, -1), "1969-12-31T23:59:59Z");
	arena_free(a);
}

static void
language_is_negotiated(void **state)
{
	static const char *const offered[] = { "en", "de", "fr" };

	(void)state;
	assert_string_equal(lang_negotiate("fr-CH, de;q=0.9", offered, 3), "fr");
	assert_string_equal(lang_negotiate("nl, de;q=0.5, en;q=0.2", offered, 3), "de");
	assert_string_equal(lang_negotiate("pl", offered, 3), "en");
	assert_string_equal(lang_negotiate(NULL, offered, 3), "en");
}

static void
children_end_in_time_or_are_ended(void **state)
{
	static const char *const good[] = { "true", NULL }, *const bad[] = { "false", NULL };
	static const char *const slow[] = { "sleep", "60", NULL }, *const absent[] = { "/nowhere/x", NULL };
	struct ctx c = { .arena = arena_new() };

	(void)state;
	signal(SIGCHLD, SIG_IGN);	/* as some programs hand it down */
	assert_true(process_run(&c, good, "/dev/null", 10));
	assert_false(process_run(&c, bad, "/dev/null", 10));
	fail_clear(&c);
	assert_false(process_run(&c, absent, "/dev/null", 10));
	fail_clear(&c);
	assert_false(process_run(&c, slow, "/dev/null", 0));
	assert_int_equal(c.failure, E_SYSTEM);
	arena_free(c.arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arena_releases_newest_first),
		cmocka_unit_test(arena_joins_words),
		cmocka_unit_test(arena_keeps_working_after_reset),
		cmocka_unit_test(arena_memory_is_zeroed_after_reset),
		cmocka_unit_test(buf_grows_and_stays_terminated),
		cmocka_unit_test(first_failure_keeps_its_words),
		cmocka_unit_test(messages_say_where),
		cmocka_unit_test(html_escapes_everything),
		cmocka_unit_test(json_nests_and_keeps_numbers),
		cmocka_unit_test(csv_reads_what_spreadsheets_write),
		cmocka_unit_test(csv_reports_what_is_broken),
		cmocka_unit_test(csv_cells_never_start_a_formula),
		cmocka_unit_test(text_is_clean_utf8),
		cmocka_unit_test(ids_and_numbers),
		cmocka_unit_test(fields_are_decoded_or_refused),
		cmocka_unit_test(tickets_are_random_and_hashed),
		cmocka_unit_test(dates_exist),
		cmocka_unit_test(language_is_negotiated),
		cmocka_unit_test(children_end_in_time_or_are_ended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
