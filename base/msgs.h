/* msgs.h - the first sort of trouble: what a person gave is wrong, here is where and what to do */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_MSGS_H
#define BASE_MSGS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

struct msg {
	bool warning;
	int line;		/* of the file; 0 where lines mean nothing */
	const char *id;		/* item, column or field it is about; may be NULL */
	const char *text;	/* a whole sentence */
};

struct msgs {
	struct arena *arena;
	const char *file;	/* may be NULL */
	struct msg *list;
	size_t n, room, n_errors;
};

/* The first MSGS_KEPT are kept; n_errors counts on. */
enum { MSGS_KEPT = 1000 };

struct msgs *msgs_new(struct arena *, const char *file);
void msgs_error(struct msgs *, int line, const char *id, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void msgs_warn(struct msgs *, int line, const char *id, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* The first message about id, or NULL. */
const struct msg *msgs_find(const struct msgs *, const char *id);
/* Stable order by line. */
void msgs_sort(struct msgs *);
/* One line each: `file:line: id: text`, parts that are absent left out, warnings marked `warning:`. */
void msgs_print(const struct msgs *, struct buf *);

#endif
