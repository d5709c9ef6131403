/* value.h - the shapes in which values go to the database and come back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SQL_VALUE_H
#define SQL_VALUE_H

#include <stddef.h>
#include <stdint.h>

/* SQL NULL: a bytes, list or text pointer that is NULL; a double that is NaN; an integer that is 0; DB_NO_CODE in a list of codes. */
enum { DB_NO_CODE = INT16_MIN };

struct db_bytes {		/* bytea */
	const unsigned char *bytes;
	size_t n;
};

struct db_codes {		/* smallint[] */
	const int16_t *list;
	size_t n;
};

struct db_texts {		/* text[]; a NULL element is NULL */
	const char *const *list;
	size_t n;
};

#endif
