/* serve.c - attune serve: the whole family on one machine, as an ordinary user */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/ctx.h"
#include "base/msgs.h"
#include "base/process.h"
#include "base/str.h"
#include "cli/cli.h"
#include "cli/cluster.h"
#include "cli/family.h"
#include "cli/site.h"

enum { LONGEST_SOCKET_PATH = 107, STOP_SECONDS = 60 };

/* One installation: everything below one data directory. */
struct house {
	struct conf conf;		/* the settings in force, with the port and addresses filled in */
	const char *data, *run, *log, *conf_path;	/* absolute */
	const char *attune, *attune_answer;		/* the programs beside this one */
	struct cluster cluster;
};

static bool
make_dir(struct ctx *c, const char *path)
{
	return mkdir(path, 0700) == 0 || errno == EEXIST
	    || fail(c, E_SYSTEM, "%s: %s", path, strerror(errno));
}

static const char *
beside_this_program(struct ctx *c, const char *name)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);

	path[n > 0 ? n : 0] = '\0';
	*(strrchr(path, '/') == NULL ? path : strrchr(path, '/')) = '\0';
	return arena_printf(c->arena, "%s/%s", path, name);
}

static bool
find_rooms(struct ctx *c, const struct conf *conf, struct house *h)
{
	char resolved[4096];

	*h = (struct house){ .conf = *conf };
	if (!make_dir(c, conf->data_dir))
		return false;
	if (realpath(conf->data_dir, resolved) == NULL)
		return fail(c, E_SYSTEM, "%s: %s", conf->data_dir, strerror(errno));
	h->data = arena_strdup(c->arena, resolved);
	h->run = arena_printf(c->arena, "%s/run", h->data);
	h->log = arena_printf(c->arena, "%s/log", h->data);
	h->conf_path = arena_printf(c->arena, "%s/attune.conf", h->data);
	h->attune = beside_this_program(c, "attune");
	h->attune_answer = beside_this_program(c, "attune-answer");
	h->cluster = (struct cluster){ arena_printf(c->arena, "%s/cluster", h->data), h->run, h->log };
	if (strlen(h->run) + strlen("/.s.PGSQL.5432.lock") > LONGEST_SOCKET_PATH)
		return fail(c, E_INVALID, "The path of data_dir is too long for a Unix socket: %s", h->data);
	return make_dir(c, h->run) && make_dir(c, h->log)
	    && make_dir(c, arena_printf(c->arena, "%s/keys", h->data))
	    && make_dir(c, arena_printf(c->arena, "%s/reports", h->data));
}

/* The lock says who runs this house; the kernel lets go of it when that process ends, however it ends. */
static int
lock_file(struct ctx *c, const struct house *h)
{
	return open(arena_printf(c->arena, "%s/serve.lock", h->data), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static pid_t
runs_already(struct ctx *c, const struct house *h)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	int fd = lock_file(c, h);
	bool known = fd >= 0 && fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;

	close(fd);
	return known ? lock.l_pid : 0;
}

static bool
take_lock(struct ctx *c, const struct house *h)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	return fcntl(lock_file(c, h), F_SETLK, &lock) == 0
	    || fail(c, E_CONFLICT, "Attune is running already in %s.", h->data);
}

/* Port of the last start, so that links which are out in the world stay good. */
static int
remembered_port(struct ctx *c, const struct house *h)
{
	struct msgs *ignored = msgs_new(c->arena, NULL);
	struct conf last;

	if (access(h->conf_path, R_OK) != 0 || !conf_load(c->arena, h->conf_path, ignored, &last))
		return 0;
	return site_port_is_free(last.port) ? last.port : 0;
}

static bool
settle_addresses(struct ctx *c, struct house *h)
{
	struct buf *text = buf_new(c->arena);

	if (!site_port(c, h->conf.port != 0 ? h->conf.port : remembered_port(c, h), &h->conf.port))
		return false;
	h->conf.data_dir = h->data;
	h->conf.database = arena_printf(c->arena, "host=%s dbname=attune", h->run);
	if (*h->conf.base_url == '\0')
		h->conf.base_url = arena_printf(c->arena, "http://127.0.0.1:%d", h->conf.port);
	conf_print(&h->conf, text);
	return str_write_file(h->conf_path, text->bytes, text->n)
	    || fail(c, E_SYSTEM, "%s: %s", h->conf_path, strerror(errno));
}

static bool
start_database(struct ctx *c, const struct house *h, struct family *f)
{
	const char *const migrate[] = { h->attune, "-c", h->conf_path, "migrate", NULL };

	return cluster_create(c, &h->cluster)
	    && family_start(f, "postgres", cluster_argv(c, &h->cluster), SIGINT)
	    && cluster_ready(c, &h->cluster)
	    && process_run(c, migrate, arena_printf(c->arena, "%s/migrate.log", h->log), 300);
}

static bool
start_programs(struct ctx *c, const struct house *h, struct family *f)
{
	const char *const answer[] = { h->attune_answer, "-c", h->conf_path, NULL };
	const char *const work[] = { h->attune, "-c", h->conf_path, "work", NULL };

	return family_start(f, "answer", arena_memdup(c->arena, answer, sizeof(answer)), SIGTERM)
	    && family_start(f, "work", arena_memdup(c->arena, work, sizeof(work)), SIGTERM)
	    && site_configure(c, h->run, h->conf.port)
	    && family_start(f, "nginx", site_argv(c, h->run), SIGQUIT)
	    && site_ready(c, h->run, h->conf.port);
}

/* Tells whoever started us in one line: "ready", or the reason why not. */
static bool
run_house(struct ctx *c, struct house *h, int report_fd)
{
	struct family f;
	bool ready;

	family_begin(&f, c, h->log);
	ready = take_lock(c, h) && settle_addresses(c, h) && start_database(c, h, &f)
	    && start_programs(c, h, &f);
	dprintf(report_fd, "%s\n", ready ? "ready" : c->failure_text);
	close(report_fd);
	if (ready)
		family_watch(&f);
	family_stop(&f);
	return ready;
}

/* The background process: a session of its own, its words in log/serve.log. */
static _Noreturn void
detached(struct ctx *c, struct house *h, int report_fd)
{
	int log = open(arena_printf(c->arena, "%s/serve.log", h->log),
	    O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	int empty = open("/dev/null", O_RDWR | O_CLOEXEC);

	setsid();
	dup2(empty, STDIN_FILENO);
	dup2(empty, STDOUT_FILENO);
	dup2(log, STDERR_FILENO);
	_exit(run_house(c, h, report_fd) ? 0 : 1);
}

static bool
start_in_background(struct ctx *c, struct house *h)
{
	char reply[1024] = "";
	int ends[2];
	ssize_t n;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return fail(c, E_SYSTEM, "pipe: %s", strerror(errno));
	pid = fork();
	if (pid == 0)
		detached(c, h, ends[1]);
	close(ends[1]);
	n = pid > 0 ? read(ends[0], reply, sizeof(reply) - 1) : -1;
	close(ends[0]);
	reply[n > 0 ? n - 1 : 0] = '\0';
	if (str_eq(reply, "ready"))
		return true;
	return fail(c, E_SYSTEM, "%s", *reply != '\0' ? reply
	    : arena_printf(c->arena, "Attune could not be started; see %s.", h->log));
}

static bool
print_address(struct ctx *c, const struct house *h)
{
	struct msgs *m = msgs_new(c->arena, h->conf_path);
	struct conf running;

	if (!conf_load(c->arena, h->conf_path, m, &running))
		return cli_messages(c, m);
	printf("%s\n", running.base_url);
	return true;
}

static bool
is_gone(struct ctx *c, const struct house *h, pid_t pid)
{
	return runs_already(c, h) == 0 && kill(pid, 0) != 0;
}

/* Everybody else has ended when the lock is free; a process nobody reaps must not keep us waiting after
 * that. */
static bool
stop(struct ctx *c, const struct house *h)
{
	const struct timespec step = { 0, 50 * 1000 * 1000 };
	pid_t pid = runs_already(c, h);

	if (pid == 0)
		return true;
	if (kill(pid, SIGTERM) != 0)
		return fail(c, E_DENIED, "Process %d cannot be ended: %s", (int)pid, strerror(errno));
	for (int i = 0; i < STOP_SECONDS * 20 && runs_already(c, h) != 0; i++)
		nanosleep(&step, NULL);
	for (int i = 0; i < 20 && !is_gone(c, h, pid); i++)
		nanosleep(&step, NULL);
	return runs_already(c, h) == 0
	    || fail(c, E_BUSY, "Attune has not ended within %d seconds.", STOP_SECONDS);
}

static bool
start(struct ctx *c, struct house *h)
{
	return (runs_already(c, h) != 0 || start_in_background(c, h)) && print_address(c, h);
}

static bool
run_in_foreground(struct ctx *c, struct house *h)
{
	if (runs_already(c, h) != 0)
		return fail(c, E_CONFLICT, "Attune is running already in %s.", h->data);
	return run_house(c, h, dup(STDERR_FILENO));
}

static bool
serve(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	static const struct option options[] = {
		{ "foreground", no_argument, NULL, 'f' }, { "stop", no_argument, NULL, 's' },
		{ NULL, 0, NULL, 0 },
	};
	int option = getopt_long(argc, argv, "", options, NULL);
	struct house h;

	if (option == '?' || optind != argc)
		return cli_usage(c, &serve_command);
	if (!find_rooms(c, conf, &h))
		return false;
	return option == 'f' ? run_in_foreground(c, &h) : option == 's' ? stop(c, &h) : start(c, &h);
}

const struct command serve_command = {
	"serve",
	"[--foreground | --stop]",
	"Run database, web server, pages and jobs on this machine",
	serve,
};
