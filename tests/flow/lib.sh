# lib.sh - what flow tests share: a private PostgreSQL, our programs, TAP lines
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	. "${srcdir:-.}/tests/flow/lib.sh"
#	pg_start                      a cluster of this test alone, in $work, with an empty database "attune"
#	attune migrate                our command line, with settings for that cluster in the environment
#	pg_sql "SELECT ..."           as superuser, rows as lines of fields separated by |
#	pg_sql_as ROLE "SELECT ..."   as one of our roles
#	pg_kill                       kill -9 of the whole server; pg_up starts it again
#	pg_dump_db ARGS               pg_dump of the database
#	ok NAME COMMAND...            passes when the command succeeds
#	refuses NAME WORDS COMMAND... passes when the command fails and says WORDS on standard error
#	is NAME GOT EXPECTED          passes when both are the same
#	like NAME GOT PATTERN         passes when an extended regular expression is found in GOT
#	diag TEXT                     a comment line
#	soon COMMAND...               waits until the command succeeds; fails after 2400 tries (two minutes)
#	ended JOB                     waits for a background job no longer than that; its status
#	alliance_with N KEY           "North" (a) and "South" (b) with N people a side, a1@example.org ...
#	wave_opened PATH [OPTIONS]    a wave of tests/data/fieldwork.xml, open
#	tickets PATH                  makes the links of a wave and prints their tickets, one a line
#	finish                        the last line: prints the plan and ends
#
# Everything runs below $work, which is removed at the end unless something failed. When the test runs as
# root, PostgreSQL runs as "nobody". fsync stays on, as our programs insist. Needs $builddir and $PG_BINDIR
# (make check sets them). What a test leaves running ends with it.

set -u
srcdir=$(cd "${srcdir:-.}" && pwd) || exit 99
builddir=$(cd "${builddir:-.}" && pwd) || exit 99
PG_BINDIR=${PG_BINDIR:-/usr/lib/postgresql/15/bin}
tap_n=0 tap_bad=0

as_server()
{
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid nobody --regid nogroup --clear-groups -- "$@"
	else
		"$@"
	fi
}

# The name of a Unix socket holds 107 bytes, and the server's user has to get there.
place=${TMPDIR:-/tmp}
{ [ "${#place}" -le 50 ] && as_server test -x "$place"; } || place=/tmp
work=$(mktemp -d "$place/attune-test.XXXXXX") || exit 99
chmod 755 "$work"

soon()
{
	for try in $(seq 2400); do
		"$@" && return
		sleep 0.05
	done
	return 1
}

gone() { ! kill -0 "$1" 2> /dev/null; }

ended()
{
	soon gone "$1" || return 124
	wait "$1"
}

# Asked first, then forced.
end_jobs()
{
	for signal in TERM KILL; do
		for try in $(seq 100); do
			pgrep -P $$ > "$work/jobs" || return 0
			xargs kill -"$signal" < "$work/jobs" 2> /dev/null
			sleep 0.05
		done
	done
}

at_end()
{
	status=${1:-$?}
	trap - EXIT
	trap '' INT TERM HUP PIPE
	end_jobs
	[ ! -f "$work/cluster/postmaster.pid" ] || pg_kill
	if [ "$tap_bad" = 0 ] && [ "$status" = 0 ]; then
		rm -rf "$work"
	else
		echo "# what happened is in $work"
	fi
	exit "$status"
}
trap at_end EXIT
trap 'exit 1' INT TERM HUP PIPE

# One initdb for all tests of a build; each test takes a copy.
pg_template()
{
	template=$builddir/tests/flow/cluster.$("$PG_BINDIR/postgres" -V | tr -dc 0-9).$(id -u)
	[ ! -d "$template" ] || return 0
	mkdir -p "$builddir/tests/flow"
	mkdir "$work/new" && { [ "$(id -u)" != 0 ] || chown nobody:nogroup "$work/new"; }
	as_server "$PG_BINDIR/initdb" -D "$work/new/c" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
		--no-sync > "$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; exit 99; }
	# Another test may be doing the same: whoever renames first wins.
	mv -T "$work/new/c" "$template.$$" 2> /dev/null &&
		mv -T "$template.$$" "$template" 2> /dev/null || rm -rf "$template.$$"
	# The build may belong to somebody else.
	[ -d "$template" ] || template=$work/new/c
}

pg_start()
{
	pg_template
	cp -a "$template" "$work/cluster"
	mkdir "$work/run"
	[ "$(id -u)" != 0 ] || chown nobody:nogroup "$work/run"
	pg_up
	"$PG_BINDIR/createdb" -h "$work/run" -U postgres attune || exit 99
	attune_env
}

pg_up()
{
	as_server "$PG_BINDIR/pg_ctl" -w -t 60 -D "$work/cluster" -l "$work/run/postgres.log" \
		-o "-k $work/run -c listen_addresses= -c shared_buffers=16MB" start > /dev/null ||
		{ cat "$work/run/postgres.log"; exit 99; }
}

# Every process of this cluster, the way a power cut ends them.
pg_kill()
{
	pid=$(head -n 1 "$work/cluster/postmaster.pid")
	kill -STOP "$pid" 2> /dev/null || return 0
	for child in $(pgrep -P "$pid"); do kill -9 "$child" 2> /dev/null; done
	kill -9 "$pid"
	soon gone "$pid"
	rm -f "$work/cluster/postmaster.pid"
}

# Settings of our programs, for this test alone.
attune_env()
{
	ATTUNE_DATABASE="host=$work/run dbname=attune"
	ATTUNE_DATA_DIR=$work/data
	ATTUNE_BASE_URL=http://127.0.0.1:8080
	mkdir -p "$work/data/keys"
	export ATTUNE_DATABASE ATTUNE_DATA_DIR ATTUNE_BASE_URL
}

attune() { timeout --foreground 300 "$builddir/attune" "$@"; }
pg_sql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -h "$work/run" -U postgres -d attune -c "$1"; }
pg_sql_as() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -h "$work/run" -U "$1" -d attune -c "$2"; }
pg_dump_db() { "$PG_BINDIR/pg_dump" -h "$work/run" -U postgres "$@" attune; }

diag() { printf '%s\n' "$*" | sed 's/^/# /'; }

tap()
{
	tap_n=$((tap_n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_n - $2"
	else
		tap_bad=$((tap_bad + 1))
		echo "not ok $tap_n - $2"
	fi
}

ok()
{
	name=$1
	shift
	"$@" > "$work/out" 2>&1
	result=$?
	tap "$result" "$name"
	[ "$result" = 0 ] || diag "$(cat "$work/out")"
}

refuses()
{
	name=$1 words=$2
	shift 2
	if "$@" > "$work/out" 2> "$work/err"; then
		tap 1 "$name"
		diag "it did not refuse: $(cat "$work/out")"
	elif grep -qF -- "$words" "$work/err"; then
		tap 0 "$name"
	else
		tap 1 "$name"
		diag "it did not say \"$words\" but: $(cat "$work/err")"
	fi
}

is()
{
	[ "$2" = "$3" ]
	result=$?
	tap "$result" "$1"
	[ "$result" = 0 ] || diag "got:      $2
expected: $3"
}

like()
{
	printf '%s\n' "$2" | grep -Eq -- "$3"
	result=$?
	tap "$result" "$1"
	[ "$result" = 0 ] || diag "no $3 in: $2"
}

alliance_with()
{
	attune alliance add "$2" "Alliance $2" North South > /dev/null
	for party in a b; do
		i=0
		while [ "$i" -lt "$1" ]; do
			i=$((i + 1))
			echo "$2,$party,Person $party$i,$party$i@example.org"
		done
	done | sed '1i alliance,party,name,email' > "$work/people.csv"
	attune person import "$work/people.csv" > /dev/null
}

wave_opened()
{
	path=$1
	shift
	attune form publish "$srcdir/tests/data/fieldwork.xml" > /dev/null
	attune wave create "$path" --form fieldwork "$@" && attune wave open "$path"
}

tickets() { attune wave links "$1" | tr -d '\r' | sed -n 's#.*/i/##p'; }

finish()
{
	echo "1..$tap_n"
	[ "$tap_bad" = 0 ]
	exit
}
