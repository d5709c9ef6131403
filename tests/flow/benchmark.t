#!/bin/sh
# benchmark.t - a small portfolio through the database: what releases store, the job, attune benchmark, norm groups
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
respondent() { timeout --foreground 300 "$builddir/tests/flow/respondent" "$@"; }
work_once() { attune work --once 2> "$work/worker"; }
figure() { jq -r "$1" "$work/b.json"; }

# wave KEY NUMBERS_A NUMBERS_B: a wave whose people give these answers (respondent.c), closed and measured
wave()
{
	wave_opened "$1" > /dev/null || return 1
	tickets "$1" > "$work/tickets"
	# shellcheck disable=SC2086 # the numbers are meant to fall into words
	printf '%s\n' $2 $3 > "$work/numbers"
	head -n "$(wc -l < "$work/numbers")" "$work/tickets" | paste -d ' ' - "$work/numbers" | respondent answer > /dev/null
	attune wave close "$1" > /dev/null && work_once
}

pg_start
attune migrate > /dev/null && attune form publish "$srcdir/tests/data/fieldwork.xml" > /dev/null ||
	{ echo 'Bail out! no form'; exit 1; }

refuses 'a type it does not know' 'the type of an alliance is one of reseller' \
	attune alliance add x X North South --type friendship
refuses 'a stage it does not know' 'the stage of an alliance is one of start' attune alliance set x --stage youth
refuses 'an alliance that is not there' 'there is no alliance x' attune alliance set x --stage run
refuses 'nothing was released: no benchmark' 'no release in the portfolio' attune benchmark -o "$work/b.json"

# Numbers as four digits of base five, lowest first: 0 is 1 1 1 1, 624 is 5 5 5 5.
for i in 1 2 3 4 5 6 7; do
	alliance_with 6 "al$i"
	attune alliance set "al$i" --type "$([ "$i" -le 6 ] && echo reseller || echo venture)" --stage run
	wave "al$i/first" "$((i * 13)) $((i * 31)) 312 311 187 $((i * 77))" "312 312 $((i * 41)) 313 437 $((i * 70))"
done
ok 'the portfolio is there' attune benchmark -o "$work/b.json"
is 'of all alliances' "$(figure '.alliances | length')" 7
is 'with both sides and everybody' "$(figure '[.alliances[].cells[] | select(.of == "trust") | [.n, .parties]] | unique | tostring')" \
	'[[12,2]]'
attune report al3/first -o "$work/r.json"
is 'a raw figure is the one that was released' \
	"$(figure '.alliances[] | select(.key == "al3") | .cells[] | select(.of == "trust") | .raw * 1e9 | round')" \
	"$(jq '.cells[] | select(.measure == "score" and .of == "trust" and .group == "joint") | .value * 1e9 | round' "$work/r.json")"
is 'few alliances are placed in words' "$(figure '[.alliances[].cells[] | .percentile] | unique | tostring')" '[null]'
is 'nobody stores an answer for it' "$(pg_sql "SELECT count(*) FROM release_figures JOIN release_sums USING (alliance_id, wave_id)")" 7
is 'the job has stored it' "$(pg_sql 'SELECT count(*) FROM benchmark')" 1
is 'no job is left' "$(pg_sql 'SELECT count(*) FROM job')" 0
ok 'as a page' attune benchmark -o "$work/b.html"
ok 'every figure as a table' attune benchmark -o "$work/b.csv"
is 'a line for each alliance and dimension' "$(wc -l < "$work/b.csv")" 15

# What was stored is what is computed at once.
attune benchmark --form fieldwork -o "$work/now.json"
is 'stored and computed are the same' "$(jq -c 'del(.choice)' "$work/b.json")" "$(jq -c 'del(.choice)' "$work/now.json")"
is 'conditions choose' "$(attune benchmark --type venture -o "$work/v.json" && jq '.alliances | length' "$work/v.json")" 1
refuses 'another form has no releases' 'no release in the portfolio' attune benchmark --form else -o "$work/x.json"
refuses 'a day that is none' 'a date is YYYY-MM-DD' attune benchmark --since spring -o "$work/x.json"

# For one alliance: the others only together, and only when they are enough.
ok 'for one alliance' attune benchmark --for al2 -o "$work/own.json"
is 'it sees itself' "$(jq -r '[.alliances[].key] | join(" ")' "$work/own.json")" al2
is 'and none of the others anywhere' "$(grep -cE 'al[134567]' "$work/own.json")" 0
refuses 'too few others' 'fewer than five other alliances' attune benchmark --for al7 --type venture -o "$work/x.json"
is 'and nothing is written' "$(test -e "$work/x.json"; echo $?)" 1
refuses 'an alliance that has nothing in the pool' 'no release that takes part' attune benchmark --for al7 --type reseller -o "$work/x.json"

refuses 'a norm group needs six' 'six alliances or more' attune norm export few --type venture -o "$work/few.csv"

# Everybody of al1 falls to the lowest answer: a drop. In al2 one side stays silent.
wave al1/second '0 0 1 0 5 0' '0 0 0 1 0 25'
wave al2/second '312 311 187 312 313 437' ''
attune benchmark -o "$work/b.json"
like 'a drop is noticed' "$(figure '.attention[] | "\(.alliance) \(.reason) \(.of)"')" '^al1 drop health$'
like 'a silent side is noticed' "$(figure '.attention[] | "\(.alliance) \(.reason) \(.party)"')" '^al2 silent b$'
is 'and no drop elsewhere' "$(figure '[.attention[] | select(.reason == "drop") | .alliance] | unique | tostring')" '["al1"]'
is 'a wave with one side takes no part' "$(figure '.alliances[] | select(.key == "al2") | [.waves[].scores[0] != null] | tostring')" \
	'[true,false]'

# Releases made before this are counted and left out.
pg_sql "SET session_replication_role = replica; DELETE FROM release_figures f USING alliance a
	WHERE a.alliance_id = f.alliance_id AND a.key IN ('al1', 'al7')"
attune benchmark --form fieldwork -o "$work/b.json"
is 'old releases are counted' "$(figure '.excluded[] | select(.reason == "old") | .releases')" 3
is 'and left out' "$(figure '.alliances | length')" 5

# Norm groups
ok 'the stored benchmark becomes a norm group' attune norm export north-2026 -o "$work/norm.csv"
is 'without a name of an alliance' "$(grep -cE 'al[1-7]|Alliance' "$work/norm.csv")" 0
ok 'and comes in elsewhere' attune norm import "$work/norm.csv"
ok 'alliances are placed within it' attune benchmark --norm north-2026 -o "$work/b.json"
like 'by percentile' "$(figure '.alliances[0].cells[0].norm_percentile')" '^[0-9]+(\.[0-9]+)?$'
refuses 'a norm group that is not there' 'there is no norm group' attune benchmark --norm south -o "$work/x.json"
sed 's/^north-2026,,,\(.*\),7,/north-2026,,,\1,9,/' "$work/norm.csv" > "$work/changed.csv"
refuses 'a changed file is refused' 'its checksum is another' attune norm import "$work/changed.csv"
head -n 2 "$work/norm.csv" > "$work/cut.csv"
refuses 'so is a cut one' 'its checksum is another' attune norm import "$work/cut.csv"
refuses 'and what is no norm group' 'not the file of a norm group' attune norm import "$work/people.csv"

pg_sql "SET session_replication_role = replica; UPDATE release_figures SET figures = set_byte(figures, 40, 1 + get_byte(figures, 40) % 200)"
refuses 'damaged figures are no figures' 'damaged' attune benchmark --form fieldwork -o "$work/x.json"

# Who reads what
for role in attune_console attune_admin attune_answer; do
	refuses "$role cannot read the figures" 'permission denied' pg_sql_as $role 'SELECT * FROM release_figures'
	refuses "$role cannot read the sums" 'permission denied' pg_sql_as $role 'SELECT * FROM release_sums'
done
refuses 'what was stored never changes' 'never changed' pg_sql "UPDATE release_sums SET crosses = ''"
pg_sql "SET session_replication_role = replica; UPDATE benchmark SET made = made - 1"
refuses 'nor a benchmark of an earlier day' 'never changed' pg_sql "UPDATE benchmark SET content = ''"
finish
