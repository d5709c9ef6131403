/* json.h - a JSON writer that keeps commas and nesting right */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stdint.h>

struct buf;

struct json {
	struct buf *out;
	int depth;
	bool comma;
};

void json_begin(struct json *, struct buf *out);
/* Every object and array must be closed by now; ends the text with a newline. */
void json_end(struct json *);

/* key is NULL inside an array. */
void json_object(struct json *, const char *key);
void json_object_end(struct json *);
void json_array(struct json *, const char *key);
void json_array_end(struct json *);
/* NULL becomes null. */
void json_string(struct json *, const char *key, const char *value);
void json_int(struct json *, const char *key, int64_t value);
/* 17 significant digits, so that it reads back as the same number; NaN and infinities become null. */
void json_double(struct json *, const char *key, double value);
void json_bool(struct json *, const char *key, bool value);

#endif
