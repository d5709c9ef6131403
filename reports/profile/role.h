/* role.h - what the kind of alliance makes of a profile */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_ROLE_H
#define REPORTS_PROFILE_ROLE_H

#include "reports/view.h"

/* The weights of this alliance's kind; NULL when none was declared. */
const struct weight_set *role_of(const struct view *);
/* One sentence: why two kinds of alliance give two fits, or that they hardly do. NULL when nothing can be
 * told. */
const char *role_it_depends(const struct view *);

#endif
