#!/bin/sh
# closing.t - a wave closes, or somebody hands in, while saves are under way: what was acknowledged is in, and nothing comes in
# afterwards
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
SAVERS=4
pg_start
attune migrate > /dev/null 2>&1
# A save takes 20 ms between seeing the wave open and writing, so that every close falls into some.
pg_sql "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.02); RETURN NEW; END'"
pg_sql 'CREATE TRIGGER slow BEFORE INSERT OR UPDATE ON page FOR EACH ROW EXECUTE FUNCTION slow()'
alliance_with 2 demo
has_saved() { [ "$(wc -l < "$work/saved.$1")" -ge "$2" ]; }
for round in 1 2 3 4; do
	wave_opened "demo/w$round"
	tickets "demo/w$round" > "$work/tickets"
	for i in $(seq $SAVERS); do : > "$work/saved.$i"; done
	pids=
	for i in $(seq $SAVERS); do
		"$builddir/tests/flow/respondent" save "$(sed -n "${i}p" "$work/tickets")" 100000 > "$work/saved.$i" &
		pids="$pids $!"
	done
	for i in $(seq $SAVERS); do
		soon has_saved "$i" $((2 + round))
	done
	attune wave close "demo/w$round"
	at_close=$(pg_sql "SELECT string_agg(revision::text, ' ' ORDER BY response_id, page) FROM page JOIN wave USING (alliance_id, wave_id)
		WHERE key = 'w$round'")
	for pid in $pids; do ended "$pid"; done
	is "round $round: what stood there at the close is what stands there now" "$(pg_sql "
		SELECT string_agg(revision::text, ' ' ORDER BY response_id, page) FROM page JOIN wave USING (alliance_id, wave_id)
		WHERE key = 'w$round'")" "$at_close"
	is "round $round: and it is what was acknowledged" "$(printf '%s\n' $at_close | sort -n | tr '\n' ' ')" \
		"$(tail -qn 1 "$work"/saved.* | cut -d' ' -f2 | sort -n | tr '\n' ' ')"
done
# In one tab they still save, in another they hand in.
wave_opened demo/hand
tickets demo/hand > "$work/tickets"
of_tab="FROM page JOIN response r USING (alliance_id, response_id) JOIN invitation i USING (alliance_id, invitation_id)"
for round in $(seq $SAVERS); do
	: > "$work/saved.1"
	"$builddir/tests/flow/respondent" save "$(sed -n "${round}p" "$work/tickets")" 100000 > "$work/saved.1" &
	saver=$!
	soon has_saved 1 $((2 + round))
	hash=$(pg_sql "SELECT DISTINCT ticket_hash $of_tab WHERE NOT submitted AND page.wave_id = (SELECT wave_id FROM wave WHERE key = 'hand')")
	is "tab $round: is handed in" "$(pg_sql_as attune_answer "SELECT done FROM answer_submit('$hash')")" t
	standing=$(pg_sql "SELECT revision $of_tab WHERE ticket_hash = '$hash'")
	ended $saver
	is "tab $round: what stood there then is what stands there now" "$(pg_sql "SELECT revision $of_tab WHERE ticket_hash = '$hash'")" "$standing"
	is "tab $round: and it is what was acknowledged" "$(tail -n 1 "$work/saved.1" | cut -d' ' -f2)" "$standing"
done
# On its own, the day after its last one.
state_of() { attune wave status "demo/$1" | sed -n 's/^state *//p'; }
for wave in due today; do wave_opened "demo/$wave"; done
pg_sql "SET session_replication_role = replica;
	UPDATE wave SET opens = utc_today() - 9, closes = utc_today() - CASE key WHEN 'due' THEN 1 ELSE 0 END WHERE key IN ('due', 'today')"
attune work --once 2> /dev/null
is 'a wave closes when its last day is over' "$(state_of due)" closed
is 'and not before' "$(state_of today)" open
finish
