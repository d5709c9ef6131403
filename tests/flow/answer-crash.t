#!/bin/sh
# answer-crash.t - kill -9 of workers and of PostgreSQL while people answer: every acknowledged page is there, once
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

WRITERS=4 KILLS=9
pg_start
attune migrate > /dev/null
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" "$WRITERS"

# Save again and again, each time another text. What was acknowledged goes into a file before the next is tried;
# what was not is sent again as it was, because its outcome is unknown.
writer()
{
	begin "$1" "$(link a "$1")"
	for n in $(seq 5000); do
		[ ! -e "$work/enough" ] || return
		get "$1" /p/p_trust
		[ "$status" = 200 ] || { sleep 0.05; continue; }
		cp "$work/page.$1" "$work/form.$1"
		soon saved "$1" "text $n of $1" || return
		echo "$n" >> "$work/acknowledged.$1"
	done
}

saved()
{
	cp "$work/form.$1" "$work/page.$1"
	press "$1" /p/p_trust later tr1=1 tr2=2 tr3=3 "tr_why=$2"
	[ "$status" = 303 ] || ! echo "$status" >> "$work/refused.$1"
}

worker_of_pool() { pgrep -P "$answer_pid" | shuf -n 1; }
acknowledged() { cat "$work"/acknowledged.* 2> /dev/null | wc -l; }
acknowledged_beyond() { [ "$(acknowledged)" -ge "$1" ]; }

for i in $(seq "$WRITERS"); do
	writer "$i" 2> /dev/null &
	writers="${writers-} $!"
done
progress=0
for kill in $(seq "$KILLS"); do
	soon acknowledged_beyond $(($(acknowledged) + 10)) && progress=$((progress + 1))
	if [ $((kill % 3)) = 0 ]; then
		pg_kill
		pg_up
	else
		kill -9 "$(worker_of_pool)"
	fi
done
soon acknowledged_beyond $(($(acknowledged) + 10)) && progress=$((progress + 1))
touch "$work/enough"
for pid in $writers; do ended "$pid"; done

total=0
for i in $(seq "$WRITERS"); do
	last=$(tail -n 1 "$work/acknowledged.$i")
	total=$((total + $(wc -l < "$work/acknowledged.$i")))
	get "$i" /p/p_trust
	like "writer $i finds the last acknowledged page" "$(page "$i")" "text $last of $i"
done
diag "$total pages acknowledged, $(cat "$work"/refused.* 2> /dev/null | wc -l) tries refused, $KILLS kills"
is 'there was something to lose before each kill, and after the last' "$progress" "$((KILLS + 1))"
is 'every page was saved exactly as often as it was acknowledged' "$(pg_sql 'SELECT sum(revision) FROM page')" "$total"
is 'one page per writer' "$(pg_sql 'SELECT count(*) FROM page')" "$WRITERS"
is 'dead workers were seen' "$(grep -c 'event=worker_died .*signal=9' "$work/answer.log")" "$((KILLS - KILLS / 3))"
full_pool() { [ "$(pgrep -cP "$answer_pid")" = $((ATTUNE_READ_WORKERS + ATTUNE_WRITE_WORKERS)) ]; }
ok 'and replaced' soon full_pool

workers=$(pgrep -P "$answer_pid" | sort)
all_replaced() { now=$(pgrep -P "$answer_pid" | sort) && full_pool && [ -z "$(printf '%s\n%s\n' "$workers" "$now" | sort | uniq -d)" ]; }
kill -HUP "$answer_pid"
ok 'SIGHUP replaces all workers' soon all_replaced
get 1 /p/p_trust
is 'and pages are served' "$status" 200
kill "$answer_pid"
ended "$answer_pid"
is 'SIGTERM ends it in order' "$?" 0
is 'no worker is left' "$(for pid in $now; do kill -0 "$pid" 2> /dev/null && echo "$pid"; done)" ''
get 1 /
is 'nginx says that it will be back' "$status" 503
like 'on a page' "$(page 1)" 'Back in a moment'
like 'with a time to try again' "$(cat "$work/head.1")" 'Retry-After'
finish
