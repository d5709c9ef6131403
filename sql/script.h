/* script.h - roles and migrations as they were when this program was built */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SQL_SCRIPT_H
#define SQL_SCRIPT_H

#include <stddef.h>

struct script {
	const char *name, *text;
};

/* The first is roles, then the migrations in their order. */
extern const struct script scripts[];
extern const size_t n_scripts;

#endif
