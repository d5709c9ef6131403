#!/bin/sh
# seal.t - whoever has the whole database of a sealed wave links nobody to answers better than chance
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every respondent gives answers that tell a number. The attacker knows in which order people began and handed in, and looks for
# an order of the sealed rows that follows it. Three statistics over n = 120 people, for every order the database can give:
#	matches: rows at the very place of their person. By chance Poisson(1): P(> 8) = 1e-6
#	neighbours: people next to each other whose rows are next to each other. By chance Poisson(2): P(> 12) < 1e-6
#	z: |Spearman's rho| sqrt(n - 1). By chance standard normal: P(> 5) = 6e-7
# Before sealing the same statistics must find the order: the attack works where there is something to find.
. "${srcdir:-.}/tests/flow/lib.sh"
PEOPLE=60
N=$((2 * PEOPLE))
pg_start
attune migrate > /dev/null 2>&1
alliance_with $PEOPLE demo
wave_opened demo/w1
# Neither the order of the people nor that of the numbers is that of handing in.
tickets demo/w1 | shuf --random-source="$srcdir/LICENSE" > "$work/tickets"
seq $N | shuf --random-source="$srcdir/README.md" > "$work/known"
paste -d' ' "$work/tickets" "$work/known" | "$builddir/tests/flow/respondent" answer || exit 99

# Numbers of the rows in the order of $1, in a file named $2.
open_rows()
{
	pg_sql "SELECT codes[1] - 1 + 5 * (codes[2] - 1) + 25 * (codes[3] - 1) + 125 * (codes[4] - 1)
		FROM page_$wave WHERE page = 0 ORDER BY $1" > "$work/found"
}
sealed_rows()
{
	pg_sql "SELECT codes[1] - 1 + 5 * (codes[2] - 1) + 25 * (codes[3] - 1) + 125 * (codes[4] - 1)
		FROM sealed ORDER BY $1" > "$work/found"
}
sealed_words()
{
	pg_sql "SELECT substr(words, 10) FROM sealed_comment WHERE item = 'why' ORDER BY $1" > "$work/found"
}
dumped_rows()
{
	pg_dump_db --data-only -t sealed | sed -n 's/.*	{\([0-9]\),\([0-9]\),\([0-9]\),\([0-9]\),.*/\1 \2 \3 \4/p' |
		awk '{ print $1 - 1 + 5 * ($2 - 1) + 25 * ($3 - 1) + 125 * ($4 - 1) }' > "$work/found"
}

# The statistics of $work/found against an order that the attacker knows, and whether one is beyond chance.
attack()
{
	awk -v chance_matches=8 -v chance_neighbours=12 -v chance_z=5 '
		NR == FNR { at[$1] = FNR; next }
		{ n++; place = at[$1]; if (!place) strangers++
		  matches += place == n; d2 += (place - n) ^ 2
		  if (n > 1 && (place - last == 1 || last - place == 1)) neighbours++
		  last = place }
		END { z = (1 - 6 * d2 / (n * (n * n - 1))) * sqrt(n - 1); if (z < 0) z = -z
		  leak = (matches > chance_matches || neighbours > chance_neighbours || z > chance_z)
		  printf "%s rows %d strangers %d (matches %d neighbours %d z %.1f)\n", leak ? "LEAK" : "chance", n, strangers,
			matches, neighbours, z }' "$1" "$work/found"
}
finds()
{
	like "$1" "$(attack "$2")" "^LEAK rows $N strangers 0"
}
finds_nothing()
{
	result=$(attack "$2")
	diag "$1: $result"
	like "$1" "$result" "^chance rows $N strangers 0"
}

wave=$(pg_sql 'SELECT wave_id FROM wave')
for order in ctid 'xmin::text::bigint, ctid' response_id; do
	open_rows "$order"
	finds "open answers by $order betray who gave them" "$work/known"
done
pg_sql 'SELECT person_id FROM invitation JOIN response USING (invitation_id) ORDER BY response_id' > "$work/people"
is 'and the open period links people to them' "$(wc -l < "$work/people")" "$N"
# The attacker's second order: the people as they stand in the list.
pg_sql "SELECT codes[1] - 1 + 5 * (codes[2] - 1) + 25 * (codes[3] - 1) + 125 * (codes[4] - 1) FROM page_$wave
	JOIN response USING (response_id) JOIN invitation USING (invitation_id) WHERE page = 0 ORDER BY person_id" > "$work/listed"
pg_sql "SELECT pg_relation_filepath('page_$wave')" > "$work/file"

attune wave close demo/w1
attune work --once 2> /dev/null
like 'the wave is sealed' "$(attune wave status demo/w1)" 'state +closed'

for known in known listed; do
	for order in ctid 'xmin::text::bigint, ctid' 'cmin::text::bigint'; do
		sealed_rows "$order"
		finds_nothing "sealed rows by $order against $known" "$work/$known"
	done
	sealed_words 'ctid'
	finds_nothing "sealed comments by ctid against $known" "$work/$known"
	dumped_rows
	finds_nothing "rows of pg_dump against $known" "$work/$known"
done
sealed_rows ctid
cp "$work/found" "$work/rows"
sealed_words ctid
finds_nothing 'comments against rows: neither tells whose the other is' "$work/rows"

is 'all sealed rows are of one transaction' "$(pg_sql 'SELECT count(DISTINCT xmin::text) FROM sealed')" 1
is 'no time, no key, no sequence stands in a sealed row' "$(pg_sql "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute
	WHERE attrelid = 'sealed'::regclass AND attnum > 0")" 'alliance_id wave_id party codes texts'
is 'no response is left' "$(pg_sql 'SELECT count(*) FROM response')" 0
is 'nor a table of open answers' "$(pg_sql "SELECT count(*) FROM pg_inherits WHERE inhparent = 'page'::regclass")" 0
pg_sql CHECKPOINT
ok 'nor its file' test ! -e "$work/cluster/$(cat "$work/file")"
is 'invitations do not tell who answered' "$(pg_sql "SELECT count(DISTINCT (xmin::text, xmax::text)), count(*) FROM invitation")" "1|$N"
finish
