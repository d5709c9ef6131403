/* main.c - attune-answer: the respondents' pages over FastCGI */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/lang.h"
#include "base/log.h"
#include "base/msgs.h"
#include "base/token.h"
#include "engine/fieldwork/ticket.h"
#include "fcgi/answer/pages.h"
#include "fcgi/prefork.h"
#include "fcgi/route.h"
#include "fcgi/site.h"
#include "fcgi/worker.h"
#include "forms/load.h"
#include "sql/db.h"

struct program_state {
	struct conf conf;
	struct site site;
};

static bool
load_conf(struct ctx *c, const char *path, struct conf *conf_r)
{
	struct msgs *msgs = msgs_new(c->arena, path);
	struct buf *out = buf_new(c->arena);

	if (conf_load(c->arena, path, msgs, conf_r))
		return true;
	msgs_print(msgs, out);
	return fail(c, E_INVALID, "%s", out->bytes);
}

static void
work(const struct pool *pool, void *arg)
{
	const struct program_state *state = arg;
	struct arena *life = arena_new();

	worker_run(&answer_program, &state->site, db_new(life, state->conf.database, "attune_answer"),
		pool->fd);
	arena_free(life);
}

/* Readers and writers apart: who reads a page does not queue behind commits. */
static bool
run(struct ctx *c, const char *conf_path)
{
	struct program_state state;
	struct pool pools[2];

	if (!load_conf(c, conf_path, &state.conf) || !site_open(c, &state.conf, &state.site))
		return false;
	ticket_use_key(state.site.key);
	pools[0] = (struct pool){ .name = "read", .workers = state.conf.read_workers,
		.socket_path = arena_printf(c->arena, "%s/run/answer-read.sock", state.conf.data_dir) };
	pools[1] = (struct pool){ .name = "write", .workers = state.conf.write_workers,
		.socket_path = arena_printf(c->arena, "%s/run/answer-write.sock", state.conf.data_dir) };
	return prefork_run(c, pools, 2, work, &state);
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	const char *conf_path = NULL;
	int option;

	while ((option = getopt(argc, argv, "c:")) != -1) {
		if (option != 'c') {
			fputs("usage: attune-answer [-c CONFIG]\n", stderr);
			return EX_USAGE;
		}
		conf_path = optarg;
	}
	log_init("attune-answer");
	token_init();
	lang_init();
	forms_init();
	if (!run(&c, conf_path))
		fprintf(stderr, "attune-answer: %s\n", c.failure_text);
	option = failure_exit_code(c.failure);
	arena_free(c.arena);
	return option;
}
