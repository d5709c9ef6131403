/* urlenc.h - fields of a form body or query string */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_URLENC_H
#define BASE_URLENC_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct buf;

struct field {
	const char *name, *value;
};

struct fields {
	size_t n;
	struct field *list;	/* in the order sent; names may repeat */
};

/* application/x-www-form-urlencoded. False on a broken escape, NUL, text that is not clean UTF-8, or more
 * than 4,000 fields. */
bool urlenc_parse(struct arena *, const char *, size_t n, struct fields *fields_r);
/* First value of the name, or NULL. */
const char *fields_find(const struct fields *, const char *name);
/* Append value percent-encoded. */
void urlenc_add(struct buf *, const char *value);

#endif
