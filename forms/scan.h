/* scan.h - what is refused before any parser sees it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_SCAN_H
#define FORMS_SCAN_H

#include <stdbool.h>
#include <stddef.h>

struct msgs;

enum { FORM_MAX_BYTES = 1 << 20, FORM_MAX_ATTRIBUTES = 64, FORM_MAX_DEPTH = 32, FORM_MAX_ITEMS = 2000 };

/* One pass over the bytes: size, UTF-8 without control characters, no other declared encoding, no DOCTYPE,
 * no processing instruction, attributes per element, depth. False after the first of them, told with its
 * line; well-formedness is the parser's. */
bool scan_bytes(const char *bytes, size_t n, struct msgs *);

#endif
