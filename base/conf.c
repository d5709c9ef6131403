/* conf.c - settings as `name = value`, from one table */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/conf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/msgs.h"
#include "base/str.h"

const struct conf_setting conf_table[] = {
	{ "data_dir", CONF_TEXT, "attune-data", 0, 0,
		"Where everything is kept: database, sockets, keys, logs, reports." },
	{ "database", CONF_TEXT, "dbname=attune", 0, 0,
		"libpq connection string, without user and password." },
	{ "base_url", CONF_TEXT, "", 0, 0,
		"Public address, with which personal links begin; when empty, this machine and port." },
	{ "ticket_key_file", CONF_PATH, "keys/ticket", 0, 0,
		"Key under which tickets are hashed; created when absent." },
	{ "port", CONF_INT, "0", 0, 65535, "Loopback port of nginx; 0 picks a free one." },
	{ "read_workers", CONF_INT, "4", 1, 256, "Processes that show pages: 2 to 4 per core." },
	{ "write_workers", CONF_INT, "8", 1, 256, "Processes that save pages: at least 4 per core." },
	{ "k", CONF_INT, "5", K_LEAST, K_MOST, "Smallest group that may be reported, for new waves." },
	{ NULL, CONF_TEXT, NULL, 0, 0, NULL },
};

enum { N_SETTINGS = sizeof(conf_table) / sizeof(*conf_table) - 1, MAX_FILE = 64 * 1024 };

/* Where the value of each setting lives, in the order of the table. */
static const char **
text_of(struct conf *conf, size_t i)
{
	const char **const texts[N_SETTINGS] = { &conf->data_dir, &conf->database, &conf->base_url,
		&conf->ticket_key_file };

	return texts[i];
}

static int *
number_of(struct conf *conf, size_t i)
{
	int *const numbers[N_SETTINGS] = { NULL, NULL, NULL, NULL, &conf->port, &conf->read_workers,
		&conf->write_workers, &conf->k };

	return numbers[i];
}

static void
set(struct arena *a, struct conf *conf, size_t i, const char *value, int line, struct msgs *m)
{
	const struct conf_setting *s = &conf_table[i];
	int64_t number;

	if (s->type != CONF_INT)
		*text_of(conf, i) = arena_strdup(a, value);
	else if (str_to_int(value, s->min, s->max, &number))
		*number_of(conf, i) = (int)number;
	else
		msgs_error(m, line, s->name, "This is not a whole number from %ld to %ld.", s->min, s->max);
}

static size_t
find(const char *name)
{
	size_t i = 0;

	while (i < N_SETTINGS && !str_eq(conf_table[i].name, name))
		i++;
	return i;
}

static void
read_line(struct arena *a, const char *text, int line, struct msgs *m, struct conf *conf)
{
	const char *equals = strchr(text, '=');
	const char *name;
	size_t i;

	if (*text == '\0' || *text == '#')
		return;
	if (equals == NULL) {
		msgs_error(m, line, NULL, "A setting is written `name = value`.");
		return;
	}
	name = str_trim(a, arena_strndup(a, text, (size_t)(equals - text)));
	i = find(name);
	if (i == N_SETTINGS)
		msgs_error(m, line, name, "There is no setting of this name; `attune config` lists them.");
	else
		set(a, conf, i, str_trim(a, equals + 1), line, m);
}

static void
read_file(struct arena *a, const char *path, struct msgs *m, struct conf *conf)
{
	size_t n;
	char *text = str_read_file(a, path, MAX_FILE, &n);

	if (text == NULL) {
		msgs_error(m, 0, NULL, "The file %s cannot be read: %s.", path, strerror(errno));
		return;
	}
	for (int line = 1; text != NULL; line++) {
		char *rest = strchr(text, '\n');

		if (rest != NULL)
			*rest++ = '\0';
		read_line(a, str_trim(a, text), line, m, conf);
		text = rest;
	}
}

static const char *
environment_name(struct arena *a, const char *name)
{
	char *upper = arena_printf(a, "ATTUNE_%s", name);

	for (char *s = upper; *s != '\0'; s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
	return upper;
}

static void
resolve_paths(struct arena *a, struct conf *conf)
{
	char here[4096];

	if (*conf->data_dir != '/' && getcwd(here, sizeof(here)) != NULL)
		conf->data_dir = arena_printf(a, "%s/%s", here, conf->data_dir);
	for (size_t i = 0; i < N_SETTINGS; i++)
		if (conf_table[i].type == CONF_PATH && **text_of(conf, i) != '/')
			*text_of(conf, i) = arena_printf(a, "%s/%s", conf->data_dir, *text_of(conf, i));
}

bool
conf_load(struct arena *a, const char *path, struct msgs *m, struct conf *conf_r)
{
	*conf_r = (struct conf){ 0 };
	for (size_t i = 0; i < N_SETTINGS; i++)
		set(a, conf_r, i, conf_table[i].fallback, 0, m);
	if (path != NULL)
		read_file(a, path, m, conf_r);
	for (size_t i = 0; i < N_SETTINGS; i++) {
		const char *value = getenv(environment_name(a, conf_table[i].name));

		if (value != NULL)
			set(a, conf_r, i, value, 0, m);
	}
	resolve_paths(a, conf_r);
	return m->n_errors == 0;
}

void
conf_print(const struct conf *conf, struct buf *out)
{
	struct conf copy = *conf;

	for (size_t i = 0; i < N_SETTINGS; i++) {
		buf_printf(out, "# %s\n", conf_table[i].help);
		if (conf_table[i].type == CONF_INT)
			buf_printf(out, "%s = %d\n", conf_table[i].name, *number_of(&copy, i));
		else
			buf_printf(out, "%s = %s\n", conf_table[i].name, *text_of(&copy, i));
	}
}
