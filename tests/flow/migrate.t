#!/bin/sh
# migrate.t - a database is made, found up to date, and refused when it was tampered with; its shape is sql/schema.sql
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
pg_start

# What names versions, random keys or this machine is left out.
schema()
{
	pg_dump_db --schema-only | grep -vE '^(--|\\(un)?restrict|$)'
}

like 'a new database is brought up to date' "$(attune migrate 2>&1)" 'Migrations applied: 9'
is 'a second time nothing is to do' "$(attune migrate 2>&1)" 'The database is up to date.'
{ head -n 2 "$srcdir/sql/schema.sql"; schema; } > "$work/schema.sql"
ok 'the schema is the one in sql/schema.sql' \
	diff -u "$srcdir/sql/schema.sql" "$work/schema.sql"
is 'the owner cannot connect' "$(pg_sql "SELECT rolcanlogin OR rolsuper FROM pg_roles WHERE rolname = 'attune_owner'")" f
is 'the owner owns every table, view and function' "$(pg_sql "
	SELECT count(*) FROM (SELECT relowner AS o FROM pg_class WHERE relnamespace = 'public'::regnamespace
	UNION ALL SELECT proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS a WHERE o <> 'attune_owner'::regrole")" 0

pg_sql "UPDATE migration SET checksum = 'x' WHERE name LIKE '0002%'"
refuses 'a migration that was changed after it was applied is refused' 'migration 0002-answers was changed' attune migrate
pg_sql "DELETE FROM migration WHERE name LIKE '0002%'; INSERT INTO migration VALUES ('9999-later', 'x')"
refuses 'a database of a newer program is refused' 'newer than this program' attune migrate

fsync_is() { [ "$(pg_sql 'SHOW fsync')" = "$1" ]; }
pg_sql 'ALTER SYSTEM SET fsync = off'
pg_sql 'SELECT pg_reload_conf()' > /dev/null
soon fsync_is off
refuses 'a server without fsync is refused' 'must run with fsync = on' attune migrate
pg_sql 'ALTER SYSTEM RESET fsync'
pg_sql 'SELECT pg_reload_conf()' > /dev/null
soon fsync_is on
pg_sql "ALTER DATABASE attune SET synchronous_commit = off"
refuses 'a server that acknowledges before it has written is refused' 'must run with synchronous_commit = on' attune migrate
finish
