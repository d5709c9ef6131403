#!/bin/sh
# promises.t - what the database refuses, whoever asks: roles, frozen settings, the log
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
pg_start
attune migrate > /dev/null 2>&1
alliance_with 5 demo
wave_opened demo/w1
tickets demo/w1 | awk '{ print $1, NR }' > "$work/numbers"
"$builddir/tests/flow/respondent" begin < "$work/numbers"
id=$(pg_sql 'SELECT wave_id FROM wave')

# frozen at launch
change() { pg_sql_as attune_admin "UPDATE wave SET $1"; }
for setting in "mode = 'identified'" 'target = 80, floor = 10' "name = 'x'" 'opens = opens - 1'; do
	refuses "frozen: $setting" 'frozen when it is opened' change "$setting"
	refuses "for the owner too: $setting" 'frozen when it is opened' pg_sql "UPDATE wave SET $setting"
done
refuses 'k never falls' 'may only rise' change 'k = 4'
ok 'k may rise' change 'k = 6'
refuses 'and does not fall back' 'may only rise' change 'k = 5'
refuses 'an open wave is no draft again' 'cannot become draft' change "state = 'draft'"
refuses 'nor closed without closing' 'cannot become closed' change "state = 'closed'"
refuses 'no wave is born open' 'begins as a draft' pg_sql "INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k, state)
	SELECT alliance_id, 'w2', 'w2', fingerprint, mode, k, 'open' FROM wave"
refuses 'k below 3 is never stored' wave_k_check pg_sql "INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k)
	SELECT alliance_id, 'w2', 'w2', fingerprint, mode, 2 FROM wave"
refuses 'nor one above 40, for which figures are not audited' wave_k_check pg_sql "INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k)
	SELECT alliance_id, 'w2', 'w2', fingerprint, mode, 41 FROM wave"
refuses 'who is asked does not change under those who answer' 'are frozen when it is opened' \
	pg_sql "UPDATE wave SET organisations = '{North,East}'"
refuses 'a ticket of a confidential wave names its person' 'names a person' pg_sql_as attune_admin "
	INSERT INTO invitation (alliance_id, wave_id, party, ticket_hash) SELECT alliance_id, wave_id, 'a', sha256('x') FROM wave"
refuses 'answers are not destroyed while the wave is open' 'only while their wave is closing' \
	pg_sql_as attune_work "SELECT wave_destroy_open_answers(alliance_id, wave_id) FROM wave"

# what is written is never changed
for table in form_version form_item audit_log; do
	refuses "$table: no update" 'never changed' pg_sql "DELETE FROM $table"
	refuses "$table: no truncate" 'never changed' pg_sql "TRUNCATE $table CASCADE"
done

# roles: every table, every right that a role should not have
denied='permission denied'
for table in $(pg_sql "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v')"); do
	refuses "answer role: no $table" "$denied" pg_sql_as attune_answer "SELECT FROM $table"
done
for role in attune_console attune_admin; do
	for table in response page "page_$id" sealed sealed_comment open_answer sealed_answer; do
		refuses "$role: no $table" "$denied" pg_sql_as "$role" "SELECT FROM $table"
	done
	refuses "$role: no ticket hashes" "$denied" pg_sql_as "$role" 'SELECT ticket_hash FROM invitation'
	refuses "$role: no saving" "$denied" pg_sql_as "$role" "SELECT answer_save('', 0::smallint, 0, '{}', NULL)"
	refuses "$role: no looking" "$denied" pg_sql_as "$role" "SELECT answer_load('')"
done
for role in attune_answer attune_console attune_admin attune_work; do
	refuses "$role: no log but through audit_add" "$denied" pg_sql_as "$role" \
		"INSERT INTO audit_log VALUES (999, now(), 'me', 'x', NULL, 'x', '')"
	refuses "$role: no tables of its own" "$denied" pg_sql_as "$role" 'CREATE TABLE mine (x int)'
	refuses "$role: no temporary tables to stand before ours" "$denied" pg_sql_as "$role" 'CREATE TEMP TABLE page (x int)'
	refuses "$role: does not become the owner" "$denied" pg_sql_as "$role" 'SET ROLE attune_owner'
	refuses "$role: no other database's files" "$denied" pg_sql_as "$role" "SELECT pg_read_file('PG_VERSION')"
done
refuses 'console: changes nothing' "$denied" pg_sql_as attune_console "UPDATE wave SET k = 10"
refuses 'work: does not change what it reads' "$denied" pg_sql_as attune_work 'UPDATE response SET submitted = true'
refuses 'work: no settings' "$denied" pg_sql_as attune_work 'UPDATE wave SET k = 10'

# a ticket opens one sitting and nothing else
is 'a hash that is no ticket opens nothing' "$(pg_sql_as attune_answer "SELECT count(*) FROM answer_load(sha256('x'))")" 0
is 'nor saves' "$(pg_sql_as attune_answer "SELECT allowed, new_revision IS NULL FROM answer_save(sha256('x'), 0::smallint, 0, '{}', NULL)")" 'f|t'
is 'nor begins' "$(pg_sql_as attune_answer "SELECT count(*) FROM answer_begin(sha256('x'), 'en')")" 0
hash=$(pg_sql 'SELECT ticket_hash FROM invitation ORDER BY invitation_id LIMIT 1')
before=$(pg_sql "SELECT md5(string_agg(p::text, '' ORDER BY p.response_id, p.page)) FROM page p WHERE response_id <> (SELECT min(response_id) FROM response)")
ok 'a good one saves its page' pg_sql_as attune_answer "SELECT answer_save('$hash', 0::smallint, 1, '{9,9,9,9}', NULL)"
is 'and nobody else'"'"'s' "$(pg_sql "SELECT md5(string_agg(p::text, '' ORDER BY p.response_id, p.page)) FROM page p WHERE response_id <> (SELECT min(response_id) FROM response)")" "$before"
is 'it loads its own answers only' "$(pg_sql_as attune_answer "SELECT count(DISTINCT response_id) FROM answer_load('$hash')")" 1
pg_sql_as attune_answer "SELECT answer_submit('$hash')" > /dev/null
is 'what was handed in stays' "$(pg_sql_as attune_answer "SELECT allowed FROM answer_save('$hash', 0::smallint, 2, '{1,1,1,1}', NULL)")" f
attune wave close demo/w1
other=$(pg_sql 'SELECT ticket_hash FROM invitation ORDER BY invitation_id DESC LIMIT 1')
is 'after the close nothing is saved' "$(pg_sql_as attune_answer "SELECT allowed FROM answer_save('$other', 0::smallint, 1, '{1,1,1,1}', NULL)")" f
is 'nor handed in' "$(pg_sql_as attune_answer "SELECT count(*) FROM answer_submit('$other')")" 0
refuses 'nor is k changed' 'settled' change 'k = 10'

# released is frozen
attune work --once 2> /dev/null
for table in release release_party cell comment sealed sealed_comment; do
	refuses "$table: frozen" 'never changed' pg_sql "DELETE FROM $table"
	refuses "$table: work only adds" "$denied" pg_sql_as attune_work "DELETE FROM $table"
done

# identified: the name is connected and who has handed in is told while the wave is open, and only then
wave_opened demo/named --mode identified
tickets demo/named | awk '{ print $1, NR }' > "$work/numbers"
head -n 9 "$work/numbers" | "$builddir/tests/flow/respondent" answer
named="SELECT count(*) FROM response JOIN invitation i USING (alliance_id, invitation_id) JOIN person USING (person_id)"
is 'identified: answers are connected with names' "$(pg_sql "$named")" 9
is 'and it is told who has not handed in' "$(attune wave remind demo/named | sed 1d | wc -l)" 1
attune wave close demo/named
attune work --once 2> /dev/null
is 'after the close no answer is' "$(pg_sql "$named") $(pg_sql 'SELECT sum(responses) FROM sealed JOIN wave USING (wave_id)
	WHERE mode = $$identified$$')" '0 9'
is 'only the party is told' "$(pg_sql "SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute
	WHERE attrelid = 'sealed'::regclass AND attnum > 0 AND attname ~ 'person|name|invitation|party|ticket'")" party

# about a person: who is assessed, who is named, who reads is settled before anybody answers
attune form publish "$srcdir/tests/data/assessment.xml" > /dev/null
printf 'email,group\na2@example.org,manager\na3@example.org,colleagues\nb1@example.org,counterpart\n' > "$work/raters.csv"
attune wave create demo/person --form assessment --about a1@example.org --role sales --k 4 --reader a5@example.org
attune wave nominate demo/person "$work/raters.csv" > /dev/null && attune wave approve demo/person > /dev/null
of="WHERE key = 'person'"
person="(SELECT person_id FROM person WHERE email ="
is 'the assessed is somebody of the alliance' "$(pg_sql "SELECT count(*) FROM wave JOIN membership m ON m.person_id = about
	AND m.alliance_id = wave.alliance_id $of")" 1
refuses 'a draft is about the same person too' 'about the same person' pg_sql "UPDATE wave SET about = $person 'a2@example.org') $of"
refuses 'nor does it become a wave about nobody' 'about the same person' pg_sql "UPDATE wave SET about = NULL, role = '', readers = '{}' $of"
refuses 'nor anonymous' wave_check change "mode = 'anonymous' $of"
attune wave open demo/person && attune wave links demo/person > "$work/links"
for setting in "readers = '{}'" "readers = '{b2@example.org}'" "role = ''" 'counterpart_named = true' "about_name = 'X'"; do
	refuses "admin: $setting" "$denied" change "$setting $of"
	refuses "frozen: $setting" 'are frozen when it is opened' pg_sql "UPDATE wave SET $setting $of"
done
refuses 'k of it never falls' 'may only rise' change "k = 3 $of"
for role in attune_console attune_work; do
	refuses "$role: proposes nobody" "$denied" pg_sql_as "$role" "INSERT INTO nomination SELECT alliance_id, wave_id,
		$person 'a4@example.org'), 'colleagues', true FROM wave $of"
	refuses "$role: approves nobody" "$denied" pg_sql_as "$role" 'UPDATE nomination SET approved = true'
	refuses "$role: opens no profile" "$denied" pg_sql_as "$role" "INSERT INTO release_reader SELECT alliance_id, wave_id, 'x@example.org' FROM wave"
done
refuses 'nobody is struck off' "$denied" pg_sql_as attune_admin 'DELETE FROM nomination'
refuses 'who has a link stays in the group' 'stays in the rater group' pg_sql_as attune_admin "UPDATE nomination SET rater_group = 'executives'
	WHERE person_id = $person 'a3@example.org')"
refuses 'admin: no other group of a link' "$denied" pg_sql_as attune_admin "UPDATE invitation SET rater_group = 'executives'"
refuses 'nor the owner' 'each in the approved group' pg_sql "UPDATE invitation SET rater_group = 'executives' WHERE rater_group = 'colleagues'"
refuses 'admin: no link for the same person' invitation_ pg_sql_as attune_admin "INSERT INTO invitation (alliance_id, wave_id, party,
	person_id, ticket_hash, rater_group) SELECT alliance_id, wave_id, 'a', $person 'a3@example.org'), sha256('y'), 'colleagues' FROM wave $of"
refuses 'admin: a reader who was let in stays' "$denied" pg_sql_as attune_admin 'DELETE FROM release_reader'
refuses 'answer role: does not ask who reads' "$denied" pg_sql_as attune_answer "SELECT profile_open_to(w, 'x') FROM wave w"
refuses 'answer role: does not count' "$denied" pg_sql_as attune_answer 'SELECT wave_counts(1, 1)'

# the log shows who meddled
is 'the log is whole' "$(pg_sql_as attune_admin 'SELECT audit_first_broken() IS NULL')" t
pg_sql "SET session_replication_role = replica; UPDATE audit_log SET detail = detail || ' ' WHERE entry_id = 3"
is 'and tells where it was changed' "$(pg_sql_as attune_admin 'SELECT audit_first_broken()')" 3
pg_sql "SET session_replication_role = replica; UPDATE audit_log SET detail = rtrim(detail) WHERE entry_id = 3; DELETE FROM audit_log WHERE entry_id = 2"
is 'or where something is missing' "$(pg_sql_as attune_admin 'SELECT audit_first_broken()')" 3
finish
