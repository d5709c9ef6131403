#!/bin/sh
# seal.t - whoever has the whole database of a sealed wave links nobody to answers better than chance
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every respondent gives answers that tell a number. The attacker knows in which order people began and handed in, and looks for
# an order of the sealed answers that follows it. Three statistics over the n = 120 people of a side, for every order the database
# can give:
#	matches: answers at the very place of their person. By chance Poisson(1): P(> 8) = 1e-6
#	neighbours: people next to each other whose answers are next to each other. By chance Poisson(2): P(> 12) < 1e-6
#	z: |Spearman's rho| sqrt(n - 1). By chance standard normal: P(> 5) = 6e-7
# Before sealing the same statistics must find the order: the attack works where there is something to find.
. "${srcdir:-.}/tests/flow/lib.sh"
N=120
pg_start
attune migrate > /dev/null 2>&1
alliance_with $N demo
wave_opened demo/w1
# Neither the order of the people nor that of the numbers is that of handing in.
tickets demo/w1 | shuf --random-source="$srcdir/LICENSE" > "$work/tickets"
seq $((2 * N)) | shuf --random-source="$srcdir/README.md" > "$work/known"
paste -d' ' "$work/tickets" "$work/known" | "$builddir/tests/flow/respondent" answer || exit 99

# What people of side $1 gave, in the order of $2: their numbers, in a file named found.
open_rows()
{
	pg_sql "SELECT codes[1] - 1 + 5 * (codes[2] - 1) + 25 * (codes[3] - 1) + 125 * (codes[4] - 1)
		FROM (SELECT *, ctid AS place, xmin::text::bigint AS made FROM page_$wave) p JOIN response USING (response_id)
		JOIN invitation USING (invitation_id) WHERE page = 0 AND party = '$1' ORDER BY $2" > "$work/found"
}
sealed_rows()
{
	pg_sql "SELECT sum((sealed_code(codes, width, r * slots + i) - 1) * (5 ^ i)::integer)
		FROM (SELECT *, ctid AS place, xmin::text::bigint AS made, cmin::text::bigint AS step FROM sealed) s, generate_series(0, responses - 1) AS r,
			generate_series(0, 3) AS i
		WHERE party = '$1' GROUP BY place, made, step, r ORDER BY $2, r" > "$work/found"
}
sealed_words()
{
	pg_sql "SELECT substr(words, 10) FROM sealed_comment WHERE item = 'why' AND party = '$1' ORDER BY $2" > "$work/found"
}
# Bytes as hexadecimal digits, seven a response: four answers, and three items more.
dumped_rows()
{
	pg_dump_db --data-only -t sealed | awk -F '\t' -v party="$1" '$6 == party { print substr($7, 4) }' | fold -w 14 |
		sed -E 's/(..)(..)(..)(..).*/0x\1 0x\2 0x\3 0x\4/' |
		while read -r one two three four; do
			echo $((one - 107 + 5 * (two - 107) + 25 * (three - 107) + 125 * (four - 107)))
		done > "$work/found"
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

# Of each side: the order in which they handed in, and the one in which they stand in the list.
wave=$(pg_sql 'SELECT wave_id FROM wave')
for side in a b; do
	open_rows $side 'person_id'
	cp "$work/found" "$work/listed.$side"
	awk 'NR == FNR { of_side[$1] = 1; next } $1 in of_side' "$work/listed.$side" "$work/known" > "$work/known.$side"
	for order in place 'made, place' response_id; do
		open_rows $side "$order"
		finds "open answers of $side by ${order%,*} betray who gave them" "$work/known.$side"
	done
done
is 'and the open period links people to them' \
	"$(pg_sql 'SELECT count(person_id) FROM invitation JOIN response USING (invitation_id)')" $((2 * N))
pg_sql "SELECT pg_relation_filepath('page_$wave')" > "$work/file"

attune wave close demo/w1
attune work --once 2> /dev/null
like 'the wave is sealed' "$(attune wave status demo/w1)" 'state +closed'

for side in a b; do
	for known in known listed; do
		for order in place 'made, place' 'step, place'; do
			sealed_rows $side "$order"
			finds_nothing "sealed answers of $side by ${order%,*} against $known" "$work/$known.$side"
		done
		sealed_words $side ctid
		finds_nothing "sealed comments of $side by ctid against $known" "$work/$known.$side"
		dumped_rows $side
		finds_nothing "answers of $side in pg_dump against $known" "$work/$known.$side"
	done
	sealed_rows $side place
	cp "$work/found" "$work/rows"
	sealed_words $side ctid
	finds_nothing "comments of $side against answers: neither tells whose the other is" "$work/rows"
done

is 'all sealed rows are of one transaction' "$(pg_sql 'SELECT count(DISTINCT xmin::text) FROM sealed')" 1
is 'no time, no key, no sequence stands in a sealed row' "$(pg_sql "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute
	WHERE attrelid = 'sealed'::regclass AND attnum > 0")" \
	'alliance_id wave_id responses slots width party codes texts'
is 'no response is left' "$(pg_sql 'SELECT count(*) FROM response')" 0
is 'nor a table of open answers' "$(pg_sql "SELECT count(*) FROM pg_inherits WHERE inhparent = 'page'::regclass")" 0
pg_sql CHECKPOINT
ok 'nor its file' test ! -e "$work/cluster/$(cat "$work/file")"
is 'invitations do not tell who answered' "$(pg_sql "SELECT count(DISTINCT (xmin::text, xmax::text)), count(*) FROM invitation")" "1|$((2 * N))"

# A long questionnaire with large values: two bytes an answer and several rows a side. Every answer is there once, with its own.
awk -v items=400 -f "$srcdir/tests/bench/form.awk" | sed 's/value="5"/value="500"/' > "$work/long.xml"
attune form publish "$work/long.xml" > /dev/null
ok 'a wave of 400 items' attune wave create demo/long --form bench_400
attune wave open demo/long
tickets demo/long > "$work/tickets"
pg_sql "INSERT INTO response (alliance_id, wave_id, invitation_id, lang, submitted)
		SELECT alliance_id, wave_id, invitation_id, 'en', true FROM invitation JOIN wave USING (alliance_id, wave_id)
		WHERE key = 'long';
	INSERT INTO page (alliance_id, wave_id, response_id, page, revision, codes)
		SELECT alliance_id, wave_id, response_id, p, 1, ARRAY(SELECT CASE (response_id * (20 * p + i)) % 7
			WHEN 0 THEN -1001 WHEN 5 THEN 500 WHEN 6 THEN NULL ELSE (response_id * (20 * p + i)) % 7 END
			FROM generate_series(1, 20) AS i)
		FROM response CROSS JOIN generate_series(0, 19) AS p"
answers_of() { pg_sql "SELECT md5(string_agg(own, ' ' ORDER BY own)) FROM (SELECT party || string_agg(item || '=' ||
	coalesce(code::text, '-'), ' ' ORDER BY item) AS own FROM ($1) AS x GROUP BY party, response) AS y"; }
# What was not visible in the end is marked so: only pages and items without a condition are compared.
always="split_part(item, 'q', 2)::integer <= 40 AND split_part(item, 'q', 2)::integer % 5 <> 0"
opened=$(answers_of "SELECT * FROM open_answer WHERE $always")
attune wave close demo/long
attune work --once 2> /dev/null
is 'its rows are full, and hold everybody' "$(pg_sql "SELECT party, string_agg(responses::text, ' '), min(width), max(octet_length(codes))
	FROM sealed JOIN wave USING (wave_id) WHERE key = 'long' GROUP BY party ORDER BY party")" \
	"a|10 10 10 10 10 10 10 10 10 10 10 10|2|8000
b|10 10 10 10 10 10 10 10 10 10 10 10|2|8000"
is 'and give back what was answered' "$(answers_of "SELECT * FROM sealed_answer JOIN wave USING (wave_id)
	WHERE wave.key = 'long' AND $always")" "$opened"
finish
