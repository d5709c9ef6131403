#!/bin/sh
# assessment.t - a wave about an alliance manager: nomination, approval, answering by rater group, release, who reads it
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
respondent() { timeout --foreground 300 "$builddir/tests/flow/respondent" "$@"; }
figure() { jq -r ".cells[] | select(.measure == \"$1\" and .of == \"$2\" and .group == \"$3\") | $4" "$work/profile.json"; }

pg_start
attune migrate > /dev/null &&
	attune form publish "$srcdir/tests/data/assessment.xml" "$srcdir/tests/data/fieldwork.xml" > /dev/null &&
	alliance_with 9 north || { echo 'Bail out! no alliance'; exit 1; }

refuses 'a form about a person needs one' 'say about whom' attune wave create north/me --form assessment
refuses 'who is not a member' 'is no member of this alliance' \
	attune wave create north/me --form assessment --about nobody@example.org
refuses 'a role the form does not have' 'the roles of form assessment are sales, research' \
	attune wave create north/me --form assessment --about a1@example.org --role dancing
refuses 'an alliance is no person' 'is about an alliance' \
	attune wave create north/me --form fieldwork --about a1@example.org
refuses 'such a wave is never anonymous' 'is confidential' \
	attune wave create north/me --form assessment --about a1@example.org --mode anonymous
ok 'a wave about a person' attune wave create north/me --form assessment --about a1@example.org --role sales \
	--name-counterpart --reader a2@example.org
refuses 'nobody is approved' 'nobody but the person is approved' attune wave open north/me

cat > "$work/bad.csv" <<END
email,group
a1@example.org,colleagues
a2@example.org,self
a3@example.org,partner_team
b3@example.org,colleagues
b4@example.org,friends
z@example.org,colleagues
a4@example.org,colleagues
A4@example.org,colleagues
END
refuses 'bad proposals are refused' 'nobody was proposed' attune wave nominate north/me "$work/bad.csv"
is 'each with its line' "$(grep -o 'bad.csv:[0-9]*' "$work/err" | sort -u | wc -l)" 7
is 'and nobody is in' "$(pg_sql 'SELECT count(*) FROM nomination')" 1
cat > "$work/raters.csv" <<END
email,group
a2@example.org,manager
a3@example.org,colleagues
a4@example.org,colleagues
a5@example.org,colleagues
a6@example.org,colleagues
a7@example.org,executives
b1@example.org,counterpart
b2@example.org,partner_team
b3@example.org,partner_team
END
ok 'raters are proposed' attune wave nominate north/me "$work/raters.csv"
ok 'two are approved' attune wave approve north/me a2@example.org a3@example.org
attune wave raters north/me > "$work/raters"
is 'the others wait' "$(grep -c ' proposed ' "$work/raters")" 7
ok 'then all' attune wave approve north/me
attune wave raters north/me > "$work/raters"
like 'the office sees who will be too few' "$(cat "$work/raters")" '^partner_team +2 +too few: will be left out'
like 'who counts with whom' "$(cat "$work/raters")" '^executives +1 +will count with the colleagues'
like 'and who is named' "$(cat "$work/raters")" '^counterpart +1 +shown under their names'

ok 'the wave opens' attune wave open north/me
refuses 'its role is frozen' 'are frozen when it is opened' pg_sql "UPDATE wave SET role = 'research'"
refuses 'it stays about the same person' 'about the same person' \
	pg_sql "UPDATE wave SET about = (SELECT person_id FROM person WHERE email = 'a9@example.org')"
attune wave links north/me -o "$work/links.csv"
is 'only approved raters have links' "$(tail -n +2 "$work/links.csv" | wc -l)" 10
refuses 'nobody else can be let in' 'only approved raters' pg_sql "INSERT INTO invitation (alliance_id, wave_id, party,
	person_id, ticket_hash, rater_group) SELECT alliance_id, wave_id, 'a', (SELECT person_id FROM person
	WHERE email = 'a9@example.org'), sha256('x'), 'colleagues' FROM wave"
refuses 'a rater with a link stays in the group' 'stays in the rater group' \
	pg_sql "UPDATE nomination SET rater_group = 'executives' WHERE rater_group = 'manager'"
tr -d '\r' < "$work/links.csv" | tail -n +2 | sed -E 's#^.*/i/([^,]*),[^,]*,(.*)$#\1 \2#' > "$work/tickets"
ticket_of() { awk -v g="$1" '$2 == g { print $1; exit }' "$work/tickets"; }
like 'a colleague is told whom it is about' "$(respondent state "$(ticket_of colleagues)")" 'group=colleagues person=Person a1 named=0'
like 'the counterpart is named' "$(respondent state "$(ticket_of counterpart)")" 'group=counterpart person=Person a1 named=1'

awk '{ code["self"] = 5; code["manager"] = 2; code["colleagues"] = 3; code["executives"] = 4; code["counterpart"] = 2;
	code["partner_team"] = 1; print $1, code[$2] }' "$work/tickets" > "$work/rates"
ok 'everybody answers' sh -c "'$builddir/tests/flow/respondent' rate < '$work/rates'"
attune wave status north/me > "$work/status"
like 'counted by group' "$(cat "$work/status")" '^group colleagues: 4 invited, 4 begun, 4 handed in'
attune wave close north/me
ok 'the worker measures and releases' attune work --once

refuses 'the profile is not for everybody' 'say for whom' attune report north/me -o "$work/profile.json"
refuses 'nor for whoever asks' 'is not open to' attune report north/me --for b1@example.org -o "$work/profile.json"
ok 'the person reads it' attune report north/me --for A1@example.org -o "$work/profile.json"
ok 'so does the reader declared at launch' attune report north/me --for a2@example.org -o "$work/profile.json"
ok 'the person opens it to somebody' attune wave share north/me b1@example.org
ok 'who may read it now' attune report north/me --for b1@example.org -o "$work/profile.json"
is 'each reading is in the log' "$(pg_sql "SELECT count(*) FROM audit_log WHERE action = 'profile read'")" 3
refuses 'a reader cannot be taken out of the records' 'never changed' pg_sql 'DELETE FROM release_reader'

is 'self' "$(figure score delivery self .value)" 5
is 'the manager is named' "$(figure score delivery manager .value)" 2
is 'the executive counts with the colleagues' "$(figure score delivery colleagues .n)" 5
is 'the partner team was too small' "$(figure score delivery partner_team .shown)" small
is 'and is in no total' "$(figure score delivery others .n)" 7
is 'the weights of the role are released' "$(figure fit sales others 'select(.detail == null) | .percent > 0')" true
is 'what was left out is destroyed, the rest is sealed by group' \
	"$(pg_sql 'SELECT party, sum(responses) FROM sealed GROUP BY party ORDER BY party' | tr '\n' ' ')" \
	'colleagues|5 counterpart|1 manager|1 self|1 '
is 'no ticket leads to an answer' "$(pg_sql 'SELECT count(*) FROM response')" 0

ok 'a year later' attune wave create north/again --form assessment --about a1@example.org --role sales --name-counterpart
ok 'the same raters' attune wave nominate north/again "$work/raters.csv"
attune wave approve north/again > "$work/out" && attune wave open north/again && attune wave links north/again |
	tr -d '\r' | tail -n +2 | sed -E 's#^.*/i/([^,]*),[^,]*,(.*)$#\1 \2#' > "$work/tickets"
awk '{ print $1, 4 }' "$work/tickets" | respondent rate
attune wave close north/again
ok 'is measured' attune work --once
attune report north/again --for a1@example.org -o "$work/profile.json"
is 'the manager sees the change' "$(figure change delivery manager .value)" 2
is 'since when' "$(figure change delivery manager .detail)" north/me
finish
