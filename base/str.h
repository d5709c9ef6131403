/* str.h - what the C library leaves out about strings */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct arena;

/* NULL equals only NULL. */
static inline bool
str_eq(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && *a == *b && strcmp(a, b) == 0);
}

bool str_starts(const char *, const char *prefix);
bool str_ends(const char *, const char *suffix);
/* Well-formed UTF-8 without NUL and without control characters other than tab, CR and LF. */
bool str_is_text(const char *, size_t n);
size_t str_length(const char *);		/* in code points; the text must be UTF-8 */
/* [A-Za-z][A-Za-z0-9_]{0,63} */
bool str_is_id(const char *);
/* A copy without blanks at both ends. */
char *str_trim(struct arena *, const char *);
/* The whole string is a decimal integer within [min, max]. */
bool str_to_int(const char *, int64_t min, int64_t max, int64_t *value_r);
/* The whole string is a finite decimal number, point or comma as decimal mark, independent of the locale. */
bool str_to_double(const char *, double *value_r);
/* Words separated by blanks; n_r of them. */
char **str_words(struct arena *, const char *, size_t *n_r);
/* A whole file. NULL when it cannot be read (errno says why) or is larger than limit (errno EFBIG). */
char *str_read_file(struct arena *, const char *path, size_t limit, size_t *n_r);
/* False with errno when not all of it was written. */
bool str_write_file(const char *path, const char *bytes, size_t n);

#endif
