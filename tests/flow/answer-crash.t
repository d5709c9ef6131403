#!/bin/sh
# answer-crash.t - kill -9 of workers and of PostgreSQL while people answer: every acknowledged page is there, once
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

WRITERS=4 KILLS=6
pg_start
attune migrate > /dev/null
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" "$WRITERS"

# Save again and again, each time another text. What was acknowledged goes into a file before the next is tried;
# what was not is sent again as it was, because its outcome is unknown.
writer()
{
	n=0
	begin "$1" "$(link a "$1")"
	while [ ! -e "$work/enough" ]; do
		n=$((n + 1))
		get "$1" /p/p_trust
		[ "$status" = 200 ] || { sleep 0.05; continue; }
		cp "$work/page.$1" "$work/form.$1"
		until press "$1" /p/p_trust later tr1=1 tr2=2 tr3=3 "tr_why=text $n of $1" && [ "$status" = 303 ]; do
			echo "$status" >> "$work/refused.$1"
			cp "$work/form.$1" "$work/page.$1"
			sleep 0.05
		done
		echo "$n" >> "$work/acknowledged.$1"
	done
}

worker_of_pool() { pgrep -P "$answer_pid" | shuf -n 1; }

# Until so many pages are acknowledged, or half a minute has passed.
wait_for()
{
	for try in $(seq 600); do
		[ "$(cat "$work"/acknowledged.* 2> /dev/null | wc -l)" -lt "$1" ] || return 0
		sleep 0.05
	done
}

for i in $(seq "$WRITERS"); do
	writer "$i" 2> /dev/null &
	writers="${writers-} $!"
done
for kill in $(seq "$KILLS"); do
	wait_for "$((kill * 10))"
	if [ $((kill % 3)) = 0 ]; then
		pg_kill
		pg_up
	else
		kill -9 "$(worker_of_pool)"
	fi
done
wait_for "$((KILLS * 10 + 10))"
touch "$work/enough"
for pid in $writers; do wait "$pid"; done

total=0
for i in $(seq "$WRITERS"); do
	last=$(tail -n 1 "$work/acknowledged.$i")
	total=$((total + $(wc -l < "$work/acknowledged.$i")))
	get "$i" /p/p_trust
	like "writer $i finds the last acknowledged page" "$(page "$i")" "text $last of $i"
done
diag "$total pages acknowledged, $(cat "$work"/refused.* 2> /dev/null | wc -l) tries refused, $KILLS kills"
ok 'there was something to lose' [ "$total" -ge "$((KILLS * 10 + 10))" ]
is 'every page was saved exactly as often as it was acknowledged' "$(pg_sql 'SELECT sum(revision) FROM page')" "$total"
is 'one page per writer' "$(pg_sql 'SELECT count(*) FROM page')" "$WRITERS"
like 'dead workers were seen' "$(cat "$work/answer.log")" 'event=worker_died .*signal=9'
is 'and replaced' "$(pgrep -cP "$answer_pid")" "$((ATTUNE_READ_WORKERS + ATTUNE_WRITE_WORKERS))"

workers=$(pgrep -P "$answer_pid" | sort)
kill -HUP "$answer_pid"
for try in $(seq 100); do
	now=$(pgrep -P "$answer_pid" | sort)
	[ "$(echo "$now" | wc -l)" = 4 ] && [ -z "$(printf '%s\n%s\n' "$workers" "$now" | sort | uniq -d)" ] && break
	sleep 0.05
done
is 'SIGHUP replaces all workers' "$(printf '%s\n%s\n' "$workers" "$now" | sort | uniq -d)" ''
get 1 /p/p_trust
is 'and pages are served' "$status" 200
kill "$answer_pid"
wait "$answer_pid"
is 'SIGTERM ends it in order' "$?" 0
is 'no worker is left' "$(for pid in $now; do kill -0 "$pid" 2> /dev/null && echo "$pid"; done)" ''
get 1 /
is 'nginx says that it will be back' "$status" 503
like 'on a page' "$(page 1)" 'Back in a moment'
like 'with a time to try again' "$(cat "$work/head.1")" 'Retry-After'
finish
