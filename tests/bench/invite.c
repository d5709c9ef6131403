/* invite.c - from the links of a wave to respondents who have begun: invite KEY_FILE LINKS.csv RESPONDENTS */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "base/str.h"
#include "fcgi/guard.h"
#include "fcgi/site.h"
#include "tests/bench/respondent.h"

static void
invite(struct arena *a, const struct site *site, const char *link, struct respondent_line *r)
{
	unsigned char hash[TOKEN_HASH_BYTES];

	CHECK(strlen(link) > TICKET_CHARS);
	snprintf(r->ticket, sizeof(r->ticket), "%s", link + strlen(link) - TICKET_CHARS);
	token_hash(site->key, "ticket", r->ticket, hash);
	snprintf(r->hash, sizeof(r->hash), "%s", token_hex(a, hash, sizeof(hash)));
	snprintf(r->token, sizeof(r->token), "%s", guard_token(a, site, r->ticket));
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct respondent_line *list;
	struct site site;
	struct csv csv;
	size_t n;
	char *text;

	CHECK(argc == 4);
	token_init();
	CHECK(token_key_load(argv[1], site.key));
	text = str_read_file(a, argv[2], 64 * 1024 * 1024, &n);
	CHECK(text != NULL && csv_read(a, text, n, msgs_new(a, NULL), &csv));
	list = arena_make_n(a, csv.n_rows, struct respondent_line);
	for (size_t i = 0; i < csv.n_rows; i++)
		invite(a, &site, csv.rows[i].cells[csv_column(&csv, "link")], &list[i]);
	respondent_write(a, argv[3], list, csv.n_rows);
	arena_free(a);
	return 0;
}
