#!/bin/sh
# assessment-hostile.t - waves about a person under attack: who would learn too much, bad input, nobody answers
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
rate() { "$builddir/tests/flow/respondent" rate; }
figure() { jq -r ".cells[] | select(.measure == \"$1\" and .of == \"$2\" and .group == \"$3\") | $4" "$work/profile.json"; }
drafted()
{
	key=$1
	shift
	attune wave create "north/$key" --form assessment --about a1@example.org "$@"
}

pg_start
attune migrate > /dev/null 2>&1 &&
	attune form publish "$srcdir/tests/data/assessment.xml" "$srcdir/tests/data/fieldwork.xml" > /dev/null &&
	alliance_with 9 north || { echo 'Bail out! no alliance'; exit 1; }

# hostile settings
draft() { attune wave create north/x --form assessment --about a1@example.org "$@"; }
long=$(head -c 10000 /dev/zero | tr '\0' x)
nl='
'
for reader in x "@" "a@" "a@b.c d" "a@example.org${nl}Bcc: b@example.org" "<script>@example.org" "$long@example.org" \
	"$(printf 'a\001@example.org')" "$(printf 'a\377@example.org')"; do
	refuses "a reader is an address, not $(printf %.20s "$reader" | tr '\n\001\377' '???')" 'is not an e-mail address' draft --reader "$reader"
done
refuses 'nobody is a reader twice' 'is named twice' draft --reader b1@example.org --reader B1@Example.org
refuses 'a role is one of the form' 'the roles of form assessment' draft --role "$long"
refuses 'or none' 'the roles of form assessment' draft --role ''
refuses 'about nobody' 'is no member' attune wave create north/x --form assessment --about ''
refuses 'about somebody with a line break' 'is no member' attune wave create north/x --form assessment --about "a1@example.org$nl"
refuses 'about a very long name' 'is no member' attune wave create north/x --form assessment --about "$long"
refuses 'about bytes that are no text' 'attune:' attune wave create north/x --form assessment --about "$(printf '\377@example.org')"
refuses 'k below 3' 'k is' draft --k 2
is 'nothing was drafted' "$(pg_sql 'SELECT count(*) FROM wave')" 0

# hostile nominations
ok 'a draft' draft --k 4
nominated() { printf "$1" > "$work/hostile.csv"; attune wave nominate north/x "$work/hostile.csv"; }
for csv in '' 'email\n' 'group,email\n' 'email,group\n' 'email,group\na3@example.org\n' 'email,group\n,\n' 'email,group\na3@example.org,\n' \
	'email,group\n\001a3@example.org,colleagues\n' 'email,group\n\377,colleagues\n' 'email,group\na3@example.org,COLLEAGUES\n' \
	'email,group\na3@example.org,colleagues\n A3@EXAMPLE.org ,manager\n' "email,group\n$long,$long\n" 'email,group\n"a3@example.org,colleagues\n' \
	'email,group\n=1+1,manager\n' 'email,group\na1@example.org,manager\n'; do
	nominated "$csv" > "$work/out" 2>&1
	is "nobody comes in by $(printf %.40s "$csv")" "$(pg_sql "SELECT count(*) FROM nomination WHERE rater_group <> 'self'")" 0
done
(echo email,group; seq 5000 | sed 's/.*/p&@example.org,colleagues/') > "$work/many.csv"
refuses 'five thousand strangers' 'nobody was proposed' attune wave nominate north/x "$work/many.csv"
refuses 'a member who was not proposed is not approved' 'was not proposed' attune wave approve north/x a9@example.org
refuses 'nor is a stranger' 'is no member' attune wave approve north/x z@example.org

# who has answered: never told of a few, and not by taking links back
cat > "$work/raters.csv" <<END
email,group
a2@example.org,manager
a3@example.org,colleagues
a4@example.org,colleagues
a5@example.org,colleagues
a6@example.org,colleagues
b1@example.org,counterpart
b2@example.org,partner_team
b3@example.org,partner_team
END
opened()
{
	attune wave nominate "north/$1" "$work/raters.csv" > /dev/null && attune wave approve "north/$1" > /dev/null &&
		attune wave open "north/$1" && attune wave links "north/$1" | tr -d '\r' | tail -n +2 |
		sed -E 's#^[^@]*,([^,]*@[^,]*),.*/i/([^,]*),[^,]*,(.*)$#\2 \3 \1#' > "$work/tickets"
}
answered() { awk -v who="$1" '$3 ~ who { print $1, 4 }' "$work/tickets" | rate; }
ok 'open' opened x
answered '^(a3|a4|b1)@'
status() { attune wave status north/x; }
like 'a group of k is counted' "$(status)" '^group colleagues: 4 invited, 2 begun, 2 handed in$'
like 'a counterpart whose name is not told is not' "$(status)" '^group counterpart: 1 invited, fewer than 4: '
like 'nor are two of a team' "$(status)" '^group partner_team: 2 invited, fewer than 4: '
like 'who is named is' "$(status)" '^group manager: 1 invited, 0 begun, 0 handed in$'
for role in attune_console attune_admin; do
	is "$role asks the database for nothing more" "$(pg_sql_as "$role" "SELECT begun, submitted
		FROM wave, wave_counts(alliance_id, wave_id) WHERE party = 'counterpart'")" '0|0'
done
ok 'a link is taken back' attune wave withdraw north/x a3@example.org
like 'which does not tell whether it was used' "$(status)" '^group colleagues: 3 invited, 2 begun, 2 handed in$'
ok 'another' attune wave withdraw north/x a5@example.org
like 'nor that it was not' "$(status)" '^group colleagues: 2 invited, 2 begun, 2 handed in$'
attune wave again north/x a3@example.org > "$work/again"
like 'and given back' "$(status)" '^group colleagues: 3 invited, 2 begun, 2 handed in$'
is 'the reminder names everybody' "$(attune wave remind north/x | tail -n +2 | wc -l)" 8
is 'the list of raters is the same before and after' "$(attune wave raters north/x | grep -c ' invited ')" 8

# the last ones answer, one is taken back for good
answered '^(a1|a2|a6|b2|b3)@'
pg_sql "UPDATE page p SET texts = ARRAY['words of ' || i.rater_group], codes[array_length(codes, 1)] = 1
	FROM response r JOIN invitation i USING (alliance_id, invitation_id) WHERE r.response_id = p.response_id"
is 'everybody has written something' "$(pg_dump_db | grep -c 'words of')" 8
attune wave withdraw north/x a4@example.org
attune wave close north/x
refuses 'no link is taken back after the close' 'links are made while it is open' attune wave withdraw north/x a3@example.org
refuses 'no rater is proposed any more' 'nobody is nominated any more' attune wave nominate north/x "$work/raters.csv"
refuses 'no second close' 'cannot be closed' attune wave close north/x
ok 'measured' attune work --once
refuses 'nor a third' 'cannot be closed' attune wave close north/x
attune report north/x --for a1@example.org -o "$work/profile.json"
is 'a group that is left out' "$(figure response '' colleagues .word)" left-out
is 'is not counted either' "$(figure response '' colleagues .value) $(jq -c '[.parties[] | select(.id == "colleagues").answered]' "$work/profile.json")" 'null [0]'
like 'nor in the status' "$(status)" '^group colleagues: left out, fewer than 4 handed in$'
is 'which is silent of groups that were never asked' "$(status | grep -c executives)" 0
is 'what is left of the words was named' "$(pg_dump_db | grep -o 'words of [a-z_]*' | sort -u | tr '\n' ' ')" 'words of manager words of self '
is 'and is destroyed' "$(pg_sql "SELECT count(*) FROM sealed WHERE party = 'colleagues'")" 0
is 'the counterpart is only one of the partner team, and too few they are' "$(figure response '' partner_team .word)" left-out
is 'what is left was named' "$(pg_sql 'SELECT DISTINCT party FROM sealed ORDER BY party' | tr '\n' ' ')" 'manager self '

# who reads
refuses 'a profile is opened to an address' 'is not an e-mail address' attune wave share north/x "not an address"
refuses 'not to a header' 'is not an e-mail address' attune wave share north/x "b9@example.org${nl}x"
refuses 'blanks are no way in' 'is not open to' attune report north/x --for ' a1@example.org' -o "$work/profile.json"
refuses 'nor a pattern' 'is not open to' attune report north/x --for '%' -o "$work/profile.json"
refuses 'nor nothing' 'is not open to' attune report north/x --for '' -o "$work/profile.json"
ok 'upper case is the same address' attune report north/x --for A1@EXAMPLE.ORG -o "$work/profile.json"
ok 'a second profile, which somebody else reads too' drafted next --reader b9@example.org
opened next
answered .
attune wave close north/next
attune work --once 2> /dev/null
attune report north/next --for b9@example.org -o "$work/profile.json"
is 'tells no change from the first, which was not open to that reader' "$(jq '[.cells[] | select(.measure == "change")] | length' "$work/profile.json")" 0
is 'though it tells the rest' "$(figure score delivery manager .value)" 4
ok 'a third' drafted third --reader b9@example.org
opened third
answered .
attune wave close north/third
attune work --once 2> /dev/null
attune report north/third --for b9@example.org -o "$work/profile.json"
is 'tells the change from the second' "$(figure change delivery manager .detail)" north/next
attune alliance add south 'Alliance South' North South > /dev/null
sed 's/^north/south/' "$work/people.csv" > "$work/south.csv" && attune person import "$work/south.csv" > /dev/null
ok 'the same person in another alliance' attune wave create south/other --form assessment --about a1@example.org
attune wave nominate south/other "$work/raters.csv" > /dev/null && attune wave approve south/other > /dev/null
attune wave open south/other && attune wave links south/other > "$work/out" && attune wave close south/other
attune work --once 2> /dev/null
attune report south/other --for a1@example.org -o "$work/profile.json"
is 'is not held against other raters' "$(jq '[.cells[] | select(.measure == "change")] | length' "$work/profile.json")" 0
wave_opened north/health
attune wave close north/health
attune work --once 2> /dev/null
refuses 'an alliance has no reader' 'leave out --for' attune report north/health --for a1@example.org -o "$work/profile.json"

# nobody answers
ok 'no link was ever sent' drafted silent
attune wave nominate north/silent "$work/raters.csv" > /dev/null && attune wave approve north/silent > /dev/null
attune wave open north/silent
attune wave close north/silent
ok 'the close is worked off' attune work --once
is 'and nothing is shown' "$(pg_sql "SELECT state, (SELECT count(*) FROM cell c WHERE c.wave_id = w.wave_id AND shown = 'shown'
	AND measure <> 'response') FROM wave w WHERE key = 'silent'")" 'closed|0'
ok 'all links are taken back' drafted gone
opened gone
for email in $(awk '{ print $3 }' "$work/tickets"); do attune wave withdraw north/gone "$email"; done
attune wave close north/gone
ok 'the close is worked off too' attune work --once
ok 'only the person answers' drafted alone
opened alone
answered '^a1@'
attune wave close north/alone
attune work --once 2> /dev/null
attune report north/alone --for a1@example.org -o "$work/profile.json"
is 'who sees the own view' "$(figure score delivery self .value) $(figure score delivery others .shown)" '4 small'
ok 'everybody but the person answers' drafted absent
opened absent
answered '^[^a]|^a[^1]'
attune wave close north/absent
attune work --once 2> /dev/null
attune report north/absent --for a1@example.org -o "$work/profile.json"
is 'who sees theirs' "$(figure score delivery self .shown) $(figure score delivery colleagues .shown) $(figure score delivery others .n)" 'small rule 8'
is 'nothing is left to do' "$(pg_sql "SELECT count(*) FROM job")" 0

# three parties: the partner is everybody else; a person known to two of them
attune alliance add trio 'Trio' North South East > /dev/null
{ echo alliance,party,name,email; echo 'trio,a,<b>Bold</b> & Q,t1@example.org'; for i in 1 2 3; do echo "trio,b,B$i,b$i@t.org"; echo "trio,c,C$i,c$i@t.org"; done
	echo 'trio,b,Both,both@t.org'; } > "$work/trio.csv"
ok 'three parties' attune person import "$work/trio.csv"
printf 'alliance,party,name,email\ntrio,c,Both,both@t.org\n' > "$work/both.csv"
ok 'somebody is in two of them' attune person import "$work/both.csv"
ok 'the only person of a party is assessed' attune wave create trio/one --form assessment --about t1@example.org
refuses 'who is in two parties cannot be' 'in more than one party' attune wave create trio/two --form assessment --about both@t.org
{ echo email,group; for i in 1 2 3; do echo "b$i@t.org,partner_team"; echo "c$i@t.org,partner_team"; done; } > "$work/raters.csv"
printf 'email,group\nboth@t.org,partner_team\n' > "$work/both.csv"
refuses 'nor rate' 'is in more than one party' attune wave nominate trio/one "$work/both.csv"
attune wave nominate trio/one "$work/raters.csv" > /dev/null && attune wave approve trio/one > /dev/null
attune wave open trio/one
tickets trio/one > "$work/trio"
attune wave status trio/one > "$work/out"
cut -d, -f1 "$work/trio" | sed 's/$/ 3/' | rate
attune wave close trio/one
attune work --once 2> /dev/null
attune report trio/one --for t1@example.org -o "$work/profile.json"
is 'both partners make the partner view' "$(figure score delivery partner .n)" 6
is 'nobody is inside' "$(figure score delivery inside .shown)" small
attune report trio/one --for t1@example.org -o "$work/profile.html"
is 'a name stays text' "$(grep -c '<b>Bold' "$work/profile.html") $(grep -c '&lt;b&gt;Bold' "$work/profile.html" | sed 's/[1-9][0-9]*/some/')" '0 some'

# the database goes away while a profile is measured
ok 'one more wave' attune wave create north/crash --form assessment --about a2@example.org
printf 'email,group\na3@example.org,colleagues\na4@example.org,colleagues\na5@example.org,colleagues\n' > "$work/raters.csv"
opened crash
answered .
attune wave close north/crash
pg_sql "CREATE FUNCTION stumble() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
	CREATE TRIGGER stumble BEFORE INSERT ON sealed FOR EACH ROW EXECUTE FUNCTION stumble()"
attune work --once > "$work/out" 2>&1 &
job=$!
soon sh -c "[ \"\$('$PG_BINDIR/psql' -XqAt -h '$work/run' -U postgres -d attune -c \"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'\")\" = 1 ]"
pg_kill
ended "$job"
pg_up
is 'nothing is released by half' "$(pg_sql "SELECT state, (SELECT count(*) FROM release r WHERE r.wave_id = w.wave_id),
	(SELECT count(*) FROM response r WHERE r.wave_id = w.wave_id) FROM wave w WHERE key = 'crash'")" 'closing|0|4'
pg_sql 'DROP TRIGGER stumble ON sealed; UPDATE job SET run_after = now()'
ok 'and then it is done' attune work --once
is 'once' "$(pg_sql "SELECT state, (SELECT count(*) FROM release r WHERE r.wave_id = w.wave_id), (SELECT sum(responses) FROM sealed s
	WHERE s.wave_id = w.wave_id) FROM wave w WHERE key = 'crash'")" 'closed|1|4'
finish
