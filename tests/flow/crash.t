#!/bin/sh
# crash.t - kill -9 of the database while people save, and of the worker while it measures and seals
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
KILLS=6
pg_start
attune migrate > /dev/null 2>&1
alliance_with 5 demo
wave_opened demo/w1
tickets demo/w1 > "$work/tickets"

# Two people press the button again and again; the power fails under them.
: > "$work/saved.1"
: > "$work/saved.2"
for i in 1 2; do
	"$builddir/tests/flow/respondent" save "$(sed -n "${i}p" "$work/tickets")" 2500 > "$work/saved.$i" 2> "$work/saver.$i" &
	eval "saver$i=$!"
done
acknowledged() { cat "$work/saved.1" "$work/saved.2" | wc -l; }
acknowledged_beyond() { [ "$(acknowledged)" -ge "$1" ]; }
kills=0 progress=0
while [ "$kills" -lt "$KILLS" ]; do
	soon acknowledged_beyond $(($(acknowledged) + 100)) && progress=$((progress + 1))
	pg_kill
	pg_up
	kills=$((kills + 1))
done
is "saving went on between all $KILLS kills" "$progress" "$KILLS"
ended "$saver1"
ended "$saver2"
diag "$(acknowledged) acknowledged over $kills kills, $(cat "$work/saver.1" "$work/saver.2" | grep -c 'connection') broken connections seen"
for i in 1 2; do
	is "saver $i: every save is acknowledged once, and counted once" "$(tail -n 1 "$work/saved.$i")" '2499 2500'
	is "saver $i: acknowledged in order" "$(awk '$1 != NR - 1 || $2 != NR' "$work/saved.$i" | wc -l)" 0
done
is 'what stands in the database is the last that was acknowledged' \
	"$(pg_sql 'SELECT DISTINCT revision, codes FROM page WHERE page = 0')" "2500|{$((1 + 2499 % 5)),$((1 + 2499 / 5 % 5)),$((1 + 2499 / 25 % 5)),$((1 + 2499 / 125 % 5))}"

# The worker dies at every step of closing: each table it is about to write is held, and it is killed while it waits.
alliance_with 6 sealing
wave_opened sealing/w1
tickets sealing/w1 | awk '{ print $1, NR }' | "$builddir/tests/flow/respondent" answer
attune wave close sealing/w1
mkfifo "$work/held"
standing() { pg_sql "SELECT state, (SELECT count(*) FROM release), (SELECT count(*) FROM cell),
	(SELECT coalesce(sum(responses), 0) FROM sealed),
	(SELECT count(*) FROM sealed_comment), (SELECT count(*) FROM response r WHERE r.wave_id = w.wave_id), (SELECT count(*) FROM job)
	FROM wave w WHERE name = 'sealing/w1'"; }
waiting() { pg_sql "SELECT count(*) FROM pg_stat_activity WHERE usename = 'attune_work' AND wait_event_type = 'Lock'"; }
is_held() { [ "$(pg_sql "SELECT count(*) FROM pg_stat_activity
	WHERE usename = 'postgres' AND state = 'idle in transaction' AND query !~ '^BEGIN'")" = 1 ]; }
is_waiting() { [ "$(waiting)" != 0 ]; }
is_disconnected() { [ "$(pg_sql "SELECT count(*) FROM pg_stat_activity WHERE usename = 'attune_work'")" = 0 ]; }
kill_worker_at()
{
	"$PG_BINDIR/psql" -Xq -h "$work/run" -U postgres -d attune < "$work/held" > /dev/null 2>&1 &
	holder=$!
	exec 9> "$work/held"
	echo "BEGIN; $1;" >&9
	pg_sql 'UPDATE job SET run_after = now()'
	soon is_held
	"$builddir/attune" work --once 2> /dev/null &
	worker=$!
	soon is_waiting
	reached=$(waiting)
	kill -9 "$worker"
	wait "$worker" 2> /dev/null
	exec 9>&-
	ended "$holder"
	soon is_disconnected
	is "killed at: $1" "$reached $(standing)" '1 closing|0|0|0|0|12|1'
}
for table in release release_party cell comment sealed sealed_comment page; do
	kill_worker_at "LOCK TABLE $table IN SHARE MODE"
done
kill_worker_at "SELECT FROM wave WHERE name = 'sealing/w1' FOR UPDATE"
like 'that it was interrupted stands in the status' "$(attune wave status sealing/w1)" 'tried 8 times.*was interrupted'
attune work --once 2> /dev/null
is 'not due yet: nothing is done' "$(standing)" 'closing|0|0|0|0|12|1'
pg_sql 'UPDATE job SET run_after = now()'
attune work --once 2> /dev/null
like 'in the end it is released and sealed once' "$(standing)" '^closed\|1\|[1-9][0-9]*\|12\|12\|0\|0$'
finish
