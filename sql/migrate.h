/* migrate.h - bringing a database to the shape this program needs */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SQL_MIGRATE_H
#define SQL_MIGRATE_H

#include <stdbool.h>

struct ctx;

/* Create the roles, then apply what is missing, forward only, one transaction each, while nobody else does. Repeating it is
 * harmless. Needs a connection of the cluster's superuser.
 * E_CONFLICT when a migration was changed after it was applied, or the database is newer than this program. */
bool migrate(struct ctx *, int *applied_r);

/* Does every statement of this program prepare on this database, with the declared types of its results?
 * Each that does not is logged; false when there was one. */
bool migrate_check_statements(struct ctx *);

#endif
