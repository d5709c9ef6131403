#!/bin/sh
# fieldwork.t - from an alliance to a release on the command line
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
respondent() { "$builddir/tests/flow/respondent" "$@"; }
state() { respondent state "$1" | cut -d' ' -f1; }
pg_start
attune migrate > /dev/null 2>&1

# alliances
refuses 'an alliance needs two organisations' usage attune alliance add solo Solo North
refuses 'a key is plain' 'lower-case letters' attune alliance add 'So Lo' Solo North South
refuses 'an organisation is not its own partner' 'own partner' attune alliance add solo Solo North North
is 'an alliance of three' "$(attune alliance add trio Trio East South West)" 'party a: East
party b: South
party c: West'
refuses 'a key is taken once' 'already' attune alliance add trio Trio East South

# people
attune alliance add demo 'Demo, the alliance' North South > /dev/null
cat > "$work/bad.csv" <<'TABLE'
alliance,party,name,email,language
demo,a,Good Row,good@example.org,de
nowhere,a,Row Three,three@example.org,de
demo,z,Row Four,four@example.org,de
demo,a,,five@example.org,de
demo,a,Row Six,not an address,de
demo,b,Row Seven,GOOD@example.org,de
demo,b,Row Eight,eight@example.org,German
demo,b,too,few
TABLE
attune person import "$work/bad.csv" > "$work/messages" 2>&1
is 'each bad row is named with its line' "$(grep -c 'bad.csv:[3-9]: ' "$work/messages")" 7
for line in '3: alliance: There is no alliance "nowhere"' '4: party: Alliance demo has no party "z"' '5: name: ' \
	'6: email: "not an address" is not' '7: email: GOOD@example.org is in line 2' '8: language: "German"' '9: This row has'; do
	ok "reason of line $line" grep -qF "bad.csv:$line" "$work/messages"
done
is 'and nobody was imported' "$(pg_sql 'SELECT count(*) FROM person')" 0
printf 'party;alliance;name;email;language;function;level\n' > "$work/good.csv"
for i in 1 2 3 4 5 6; do
	printf 'a;demo;Ana %s;a%s@example.org;de;Sales;Lead\nb;demo;Ben %s;b%s@example.org;en;;\n' "$i" "$i" "$i" "$i"
done >> "$work/good.csv"
is 'good rows, semicolons, columns in any order' "$(attune person import "$work/good.csv")" 'People imported: 12.'
sed -i 's/Ana 1/Anna 1/' "$work/good.csv"
attune person import "$work/good.csv" > /dev/null
is 'importing again updates' "$(pg_sql "SELECT count(*), count(*) FILTER (WHERE name = 'Anna 1') FROM person")" '12|1'

# forms and waves
like 'a form is published' "$(attune form publish "$srcdir/tests/data/fieldwork.xml")" '^fieldwork@1 [0-9a-f]{64}$'
ok 'publishing it again changes nothing' attune form publish "$srcdir/tests/data/fieldwork.xml"
sed 's/They are fair/They are just/' "$srcdir/tests/data/fieldwork.xml" > "$work/other.xml"
refuses 'other words need another version' 'raise the version' attune form publish "$work/other.xml"
sed 's/id="tr2"/id="tr1"/' "$srcdir/tests/data/fieldwork.xml" > "$work/broken.xml"
refuses 'a form with a mistake is not published' 'broken.xml:' attune form publish "$work/broken.xml"
pg_sql "INSERT INTO form_version VALUES (sha256('old'), 'old', 1, '<form/>')"
refuses 'a form this program cannot read is not served' 'cannot read the published form' attune wave create demo/w1 --form old
refuses 'a wave needs a published form' 'no form nothing' attune wave create demo/w1 --form nothing
refuses 'k is at least 3' '3 to 40' attune wave create demo/w1 --form fieldwork --k 2
refuses 'k is at most what the audit can reckon with' '3 to 40' attune wave create demo/w1 --form fieldwork --k 41
refuses 'floor and target belong together' 'agreed together' attune wave create demo/w1 --form fieldwork --target 70
refuses 'days are dates' '2026-03-31' attune wave create demo/w1 --form fieldwork --closes tomorrow
ok 'a wave is drafted' attune wave create demo/w1 --form fieldwork --name 'Spring 2026' --target 70 --floor 50
refuses 'a path is taken once' 'already' attune wave create demo/w1 --form fieldwork
refuses 'a draft has no links' 'links are made while it is open' attune wave links demo/w1
refuses 'a draft cannot be closed' 'cannot be closed' attune wave close demo/w1
attune wave welcome --party a demo/w1 'Dear North'
attune wave welcome demo/w1 'Dear all'
refuses 'words in a language the form does not have' 'The form has no language xx.' \
	attune wave welcome --lang xx demo/w1 'Dear none'
ok 'but in the one it has' attune wave welcome --lang en --party a demo/w1 'Dear English North'
ok 'it is opened' attune wave open demo/w1
refuses 'but once' 'cannot be opened' attune wave open demo/w1

# links
ok 'links are written' attune wave links -o "$work/links.csv" demo/w1
is 'for each person one' "$(sed 1d "$work/links.csv" | grep -cE '^"Demo, the alliance",Spring 2026,[ab],(North|South),[^,]+,[ab][1-6]@example.org,(de|en),http://127.0.0.1:8080/i/[a-z2-7]{32}.$')" 12
is 'and only once' "$(attune wave links demo/w1 | wc -l)" 1
tr -d '\r' < "$work/links.csv" | sed -n 's#.*/i/##p' > "$work/tickets"
is 'no ticket is in the database' "$(pg_dump_db --data-only | grep -cFf "$work/tickets")" 0
ticket_of() { grep "$1@" "$work/links.csv" | tr -d '\r' | sed 's#.*/i/##'; }

# answering
like 'a ticket opens what it should, in one statement' "$(respondent state "$(ticket_of a1)")" \
	'^ready party=a own=North partner=South lang=de welcome=Dear North statements=1$'
like 'words of welcome are for a party or for all' "$(respondent state "$(ticket_of b1)")" 'welcome=Dear all'
is 'an unknown ticket opens nothing' "$(state aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)" unknown
is 'two tabs: nothing is overwritten unseen, a retry is a success' "$(respondent race "$(ticket_of a1)")" \
	'first tab saved, again saved, second tab stale by 2 at revision 1, knowing it saved, first tab stale'
ok 'a link is withdrawn' attune wave withdraw demo/w1 b6@example.org
is 'and opens nothing' "$(state "$(ticket_of b6)")" withdrawn
ok 'a link is made again' attune wave again -o "$work/again.csv" demo/w1 A2@example.org
is 'the old one is unknown' "$(state "$(ticket_of a2)")" unknown
tr -d '\r' < "$work/again.csv" | sed -n 's#.*/i/##p' > "$work/renewed"
is 'the new one is good' "$(state "$(cat "$work/renewed")")" ready
{ grep -vFe "$(ticket_of a2)" -e "$(ticket_of b6)" "$work/tickets"; cat "$work/renewed"; } | awk '{ print $1, NR }' > "$work/numbers"
head -n 2 "$work/numbers" | respondent begin
like 'begun is not handed in' "$(attune wave status demo/w1)" 'party a +North: 6 invited, 3 begun, 0 handed in'
respondent answer < "$work/numbers"
is 'handed in is handed in' "$(state "$(ticket_of a3)")" submitted
like 'counts by party' "$(attune wave status demo/w1)" 'party b +South: 5 invited, 5 begun, 5 handed in'
is 'a list of those who have not answered would tell who has: all are reminded' "$(attune wave remind demo/w1 | sed 1d | wc -l)" 11
is 'people who read SQL see items by id' "$(pg_sql_as attune_work "SELECT string_agg(item || '=' || coalesce(words, code::text), ' ' ORDER BY slot)
	FROM open_answer JOIN form_item USING (item) WHERE response = (SELECT min(response_id) FROM response)")" \
	"$(awk -v t="$(ticket_of a1)" '$1 == t { n = $2; printf "tr1=%d tr2=%d tr3=1 tr4=1 days=%d low=1 why=words of %d", 1 + n % 5, 1 + int(n / 5) % 5, n, n }' "$work/numbers")"

# closing
ok 'the wave is closed' attune wave close demo/w1
is 'answering ends at once' "$(state "$(ticket_of a1)")" closed
refuses 'no link after that' 'closing' attune wave links demo/w1
like 'the measurement waits' "$(attune wave status demo/w1)" 'job +measure: waiting'
pg_sql 'REVOKE INSERT ON cell FROM attune_work'
attune work --once 2> /dev/null
like 'a job that fails says so in the status' "$(attune wave status demo/w1)" 'tried 1 times, again at .*: this program.s database role may not'
is 'and leaves nothing half done' "$(pg_sql "SELECT (SELECT count(*) FROM release), (SELECT count(*) FROM sealed), (SELECT count(*) FROM response)")" '0|0|11'
pg_sql 'GRANT INSERT ON cell TO attune_work; UPDATE job SET run_after = now()'
attune work --once 2> /dev/null
like 'it is released' "$(attune wave status demo/w1)" 'party b +South: 5 invited, 5 handed in'
is 'every measured figure is a cell' "$(pg_sql "SELECT count(*) > 10 FROM cell WHERE measure = 'score' OR shown IS NOT NULL")" t
is 'the scores are those of the answers' "$(pg_sql "SELECT bool_and(abs(c.value - s.value) < 1e-12) FROM cell c JOIN
	(SELECT party, avg(code) AS value FROM sealed_answer WHERE item LIKE 'tr_' GROUP BY party) s USING (party)
	WHERE c.measure = 'score' AND c.about = 'trust' AND c.shown = 'shown'")" t
is 'answers to what was not shown in the end do not count' "$(pg_sql "
	SELECT bool_and((low.code = -1005) = (tr1.code > 2)) FROM sealed_answer low JOIN sealed_answer tr1 USING (response)
	WHERE low.item = 'low' AND tr1.item = 'tr1'")" t
refuses 'a closed wave is closed' 'cannot be closed' attune wave close demo/w1
is 'a closed link says closed' "$(state "$(ticket_of a1)")" closed

# anonymous
alliance_with 10 quiet
wave_opened quiet/w1 --mode anonymous
attune wave links -o "$work/quiet.csv" quiet/w1
is 'links of an anonymous wave name nobody' "$(grep -c '@' "$work/quiet.csv")" 0
is 'nor does the database' "$(pg_sql "SELECT count(*), count(person_id) FROM invitation JOIN wave USING (alliance_id, wave_id)
	WHERE mode = 'anonymous'")" '20|0'
is 'they lie in the order of their hashes' "$(pg_sql "SELECT array_agg(ticket_hash ORDER BY i.ctid) = array_agg(ticket_hash ORDER BY ticket_hash)
	FROM invitation i JOIN wave USING (alliance_id, wave_id) WHERE mode = 'anonymous'")" t
refuses 'they are made once' 'made once' attune wave links quiet/w1
refuses 'nobody can be singled out' 'nobody knows' attune wave withdraw quiet/w1 a1@example.org
alliance_with 9 few
attune wave create few/w1 --form fieldwork --mode anonymous
refuses 'nine are too few to be anonymous' 'needs at least 10' attune wave open few/w1

is 'the log of what was done is whole' "$(pg_sql 'SELECT audit_first_broken() IS NULL, count(*) > 10 FROM audit_log')" 't|t'
finish
