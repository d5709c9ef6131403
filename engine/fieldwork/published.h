/* published.h - published form versions: frozen, and loaded once per process */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_PUBLISHED_H
#define FIELDWORK_PUBLISHED_H

#include <stdbool.h>
#include <stddef.h>

struct ctx;
struct form;
struct msgs;

/* Freeze a form. Problems of the form are messages, then this fails with E_INVALID. Publishing the same form again changes
 * nothing; another form under the same id and version is E_CONFLICT. */
bool published_add(struct ctx *, const char *xml, size_t n, struct msgs *, const struct form **form_r);

/* The form of this fingerprint, in memory until the process ends. Fails with E_MISSING. */
bool published_get(struct ctx *, const unsigned char fingerprint[32], const struct form **form_r);

/* The highest version, or the one given as "id@version". Fails with E_MISSING. */
bool published_find(struct ctx *, const char *name, const struct form **form_r);

#endif
