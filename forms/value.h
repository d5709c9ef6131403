/* value.h - what may stand in an attribute, by the names the grammar gives */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_VALUE_H
#define FORMS_VALUE_H

struct arena;

/* NULL when the value is of this type; else what it must be, to follow "must be". */
const char *value_fault(struct arena *, const char *type, const char *value);

#endif
