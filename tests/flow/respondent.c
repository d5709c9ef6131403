/* respondent.c - a scripted respondent for flow tests of tests/data/fieldwork.xml, without the web between
 *
 * respondent answer < LINES     each line: ticket number; answers with that number and hands in
 * respondent begin < LINES      the same without handing in
 * respondent rate < LINES       each line: ticket code; gives that code wherever one is asked, in any form, and hands in
 * respondent state TICKET       prints the state and the answers found
 * respondent race TICKET        two tabs save the same page
 * respondent save TICKET N      saves page 0 N times with other answers each time, retrying until acknowledged, for a minute
 *                               at most; prints each; stops when the wave closes
 */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/log.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/token.h"
#include "engine/fieldwork/sitting.h"
#include "engine/fieldwork/ticket.h"
#include "forms/form.h"
#include "forms/load.h"
#include "sql/db.h"

enum { N_ITEMS = 4, MAX_TRIES = 1200 };

static bool
stop(const struct ctx *c)
{
	fprintf(stderr, "respondent: %s\n", c->failure_text);
	return false;
}

/* Whatever scale there is has such a point; other questions stay open. */
static void
fill_scales(struct sitting *s, long code)
{
	for (size_t i = 0; i < s->form->n_items; i++)
		if (s->form->items[i].scale != NULL && s->form->items[i].n_slots == 1)
			s->answers.codes[s->form->items[i].slot] = (int16_t)code;
}

/* Four codes of 1 to 5 tell the number modulo 625 again. */
static void
fill(struct ctx *c, struct sitting *s, long number)
{
	long rest = number;

	for (size_t i = 0; i < N_ITEMS; i++, rest /= 5)
		s->answers.codes[i] = (int16_t)(1 + rest % 5);
	s->answers.codes[form_item(s->form, "days")] = 1;
	s->answers.texts[0] = arena_printf(c->arena, "%ld", number);
	s->answers.codes[form_item(s->form, "low")] = 1;
	s->answers.codes[form_item(s->form, "why")] = 1;
	s->answers.texts[1] = arena_printf(c->arena, "words of %ld", number);
}

static bool
save_pages(struct ctx *c, struct sitting *s)
{
	struct answers newer;
	enum save_outcome outcome;

	for (size_t page = 0; page < s->form->n_pages; page++) {
		if (!sitting_save_page(c, s, page, s->revisions[page], &outcome, &newer))
			return false;
		if (outcome != PAGE_SAVED)
			return fail(c, E_CONFLICT, "page %zu: outcome %d", page, outcome);
	}
	return true;
}

static bool
answer(struct ctx *c, const char *ticket, long number, const char *how)
{
	bool submit = !str_eq(how, "begin");
	enum save_outcome outcome = PAGE_SAVED;
	struct sitting s;

	if (!sitting_load(c, ticket, &s))
		return false;
	if (s.state != SITTING_READY)
		return fail(c, E_CONFLICT, "ticket of %ld is in state %d", number, s.state);
	if (str_eq(how, "rate"))
		fill_scales(&s, number);
	else
		fill(c, &s, number);
	if (!sitting_begin(c, &s, "en") || !save_pages(c, &s) || (submit && !sitting_submit(c, &s, &outcome)))
		return false;
	return outcome == PAGE_SAVED || fail(c, E_CONFLICT, "not handed in");
}

static bool
answer_lines(struct ctx *c, const char *how)
{
	char line[256], ticket[64];
	long number;

	while (fgets(line, sizeof(line), stdin) != NULL)
		if (sscanf(line, "%63s %ld", ticket, &number) != 2 || !answer(c, ticket, number, how))
			return stop(c);
	return true;
}

static bool
print_state(struct ctx *c, const char *ticket)
{
	static const char *const names[] = { "unknown", "withdrawn", "early", "ready", "submitted", "closed" };
	unsigned long before = db_round_trips(c->db);
	const char *welcome;
	struct sitting s;

	if (!sitting_load(c, ticket, &s))
		return stop(c);
	printf("%s", names[s.state]);
	if (s.form != NULL) {
		CHECK(sitting_welcome(c, &s, &welcome));
		if (s.person != NULL)
			printf(" group=%s person=%s named=%d", s.respondent.group, s.person, s.named);
		printf(" party=%s own=%s partner=%s lang=%s welcome=%s", s.respondent.party, s.respondent.own,
		    s.respondent.partner, s.respondent.lang, welcome == NULL ? "" : welcome);
		for (size_t i = 0; i < N_ITEMS && s.revisions[0] > 0; i++)
			printf(" %d", s.answers.codes[i]);
		before = db_round_trips(c->db);
		CHECK(sitting_load(c, ticket, &s));
		printf(" statements=%lu", db_round_trips(c->db) - before);
	}
	puts("");
	return true;
}

/* One outcome of a save, in a word. */
static const char *
try_save(struct ctx *c, struct sitting *s, int seen, struct answers *newer)
{
	static const char *const names[] = { "saved", "stale", "refused" };
	enum save_outcome outcome;

	return sitting_save_page(c, s, 0, seen, &outcome, newer) ? names[outcome] : "failed";
}

static bool
race(struct ctx *c, const char *ticket)
{
	struct sitting one, two;
	struct answers newer;

	if (!sitting_load(c, ticket, &one) || !sitting_begin(c, &one, "en") || !sitting_load(c, ticket, &two))
		return stop(c);
	fill(c, &one, 1);
	fill(c, &two, 2);
	printf("first tab %s", try_save(c, &one, 0, &newer));
	printf(", again %s", try_save(c, &one, 0, &newer));
	printf(", second tab %s", try_save(c, &two, 0, &newer));
	printf(" by %d at revision %d", newer.codes[0], two.revisions[0]);
	printf(", knowing it %s", try_save(c, &two, two.revisions[0], &newer));
	printf(", first tab %s\n", try_save(c, &one, one.revisions[0], &newer));
	return true;
}

/* Until acknowledged, as a person would press the button again. False when the wave has closed. */
static bool
save_for_sure(struct ctx *c, struct sitting *s)
{
	const struct timespec pause = { 0, 50 * 1000 * 1000 };
	const int seen = s->revisions[0];
	struct answers newer;
	const char *outcome;

	for (int tries = 0; outcome = try_save(c, s, seen, &newer), str_eq(outcome, "failed"); tries++) {
		CHECK(c->failure == E_DATABASE && tries < MAX_TRIES);
		fail_clear(c);
		nanosleep(&pause, NULL);
	}
	CHECK(!str_eq(outcome, "stale"));
	return str_eq(outcome, "saved");
}

static bool
save_many(struct ctx *c, const char *ticket, long n)
{
	struct sitting s;

	if (!sitting_load(c, ticket, &s) || !sitting_begin(c, &s, "en"))
		return stop(c);
	for (long i = 0; i < n; i++) {
		fill(c, &s, i);
		if (!save_for_sure(c, &s))
			break;
		printf("%ld %d\n", i, s.revisions[0]);
		fflush(stdout);
	}
	return true;
}

static bool
run(struct ctx *c, int argc, char **argv)
{
	if (argc == 2)
		return answer_lines(c, argv[1]);
	if (argc == 3 && str_eq(argv[1], "state"))
		return print_state(c, argv[2]);
	if (argc == 3 && str_eq(argv[1], "race"))
		return race(c, argv[2]);
	CHECK(argc == 4 && str_eq(argv[1], "save"));
	return save_many(c, argv[2], strtol(argv[3], NULL, 10));
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	struct conf conf;
	bool done;

	log_init("respondent");
	token_init();
	forms_init();
	CHECK(conf_load(c.arena, NULL, msgs_new(c.arena, NULL), &conf));
	c.db = db_new(c.arena, conf.database, "attune_answer");
	done = ticket_init(&c, &conf) && run(&c, argc, argv);
	arena_free(c.arena);
	return done ? 0 : 1;
}
