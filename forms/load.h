/* load.h - from bytes to a form, with every problem named */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_LOAD_H
#define FORMS_LOAD_H

#include <stddef.h>

struct arena;
struct form;
struct msgs;

/* Once per process, before anything of forms/: libxml2 with aborting allocators and no network. */
void forms_init(void);

/* The whole way: limits, no DTD, RELAX NG, loading, own checks. NULL when there was any error; warnings do
 * not stop it. All messages name line and id. The form and its compiled conditions live in the arena;
 * nothing refers to bytes afterwards. */
const struct form *form_load(struct arena *, const char *bytes, size_t n, struct msgs *);

#endif
