/* person.h - the people of an alliance's organisations */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_PERSON_H
#define FIELDWORK_PERSON_H

#include <stdbool.h>
#include <stddef.h>

struct ctx;
struct msgs;

/* Looks like an e-mail address: one @, a dot behind it, at most 254 characters and no control characters among them. */
bool person_email_is_valid(const char *);

/* A table with the columns alliance (its key), party, name, email, and if wanted language, function, level.
 * All rows or none: each bad one is a message with its line, then this fails with E_INVALID. A person who is there already, known
 * by organisation and address, is updated. */
bool person_import(struct ctx *, const char *csv, size_t n, struct msgs *, size_t *n_r);

#endif
