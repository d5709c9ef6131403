#!/bin/sh
# upgrade.t - databases of earlier programs are brought up to date, and what was in them is still there
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
pg_start

# The database as a program with migrations up to $1 left it.
as_of()
{
	cat "$srcdir/sql/roles.sql" > "$work/old.sql"
	for file in "$srcdir"/sql/migrations/*.sql; do
		migration=$(basename "$file" .sql)
		[ "${migration%%-*}" -le "$1" ] || break
		cat "$file"
		echo "INSERT INTO migration (name, checksum) VALUES ('$migration', '$(sha256sum "$file" | cut -d' ' -f1)');"
	done >> "$work/old.sql"
	"$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -h "$work/run" -U postgres -d attune -f "$work/old.sql"
}

ok 'a database as version 0.1 made it' as_of 0004
# Two closed waves, one of small codes and one of large; in each all that a slot can hold, numbers, and enough for several rows.
pg_sql "SET session_replication_role = replica;
	INSERT INTO form_version (fingerprint, form_id, version, xml) VALUES (sha256('x'), 'x', 1, '<x/>');
	INSERT INTO form_item SELECT sha256('x'), i, 0, i, 'i' || i, NULL, CASE WHEN i > 298 THEN i - 298 END, NULL
		FROM generate_series(1, 300) AS i;
	INSERT INTO alliance (key, name) VALUES ('demo', 'Demo');
	INSERT INTO organisation (name) VALUES ('South'), ('North');
	INSERT INTO party SELECT alliance_id, chr(96 + organisation_id::integer), organisation_id FROM alliance, organisation;
	INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k, state)
		SELECT alliance_id, 'w' || n, 'W', sha256('x'), 'confidential', 5, 'closed' FROM alliance, generate_series(1, 2) AS n;
	INSERT INTO sealed SELECT alliance_id, wave_id, chr(97 + r % 2), ARRAY(SELECT CASE
			WHEN (r + i) % 256 = 0 THEN NULL WHEN (r + i) % 256 < 6 THEN -1000 - (r + i) % 256
			WHEN key = 'w2' AND i = 3 THEN CASE r % 3 WHEN 0 THEN -1000 WHEN 1 THEN 1000 ELSE 255 END
			ELSE (r + i) % 256 - 106 END FROM generate_series(1, 300) AS i),
		CASE WHEN r % 3 > 0 THEN ARRAY['n' || r, NULLIF('m' || r, 'm4')] END
		FROM wave, generate_series(1, 61) AS r"
# And an open one: somebody who reads German has begun.
pg_sql "INSERT INTO person (organisation_id, name, email) SELECT organisation_id, 'P', 'p@example.org' FROM organisation;
	INSERT INTO membership SELECT alliance_id, party, person_id, organisation_id, '', '', 'de' FROM party JOIN person USING (organisation_id);
	INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k)
		SELECT alliance_id, 'open', 'W', sha256('x'), 'confidential', 5 FROM alliance;
	UPDATE wave SET state = 'open' WHERE key = 'open';
	INSERT INTO invitation (alliance_id, wave_id, party, person_id, ticket_hash)
		SELECT m.alliance_id, wave_id, party, person_id, sha256(party::bytea) FROM membership m JOIN wave USING (alliance_id)
		WHERE key = 'open'"
pg_sql_as attune_answer "SELECT answer_begin(sha256('a'), 'fr'), answer_save(sha256('a'), 0::smallint, 0, '{1,2}', NULL)" > /dev/null
# Everything of a response in a line. Their numbers are anew.
answers() { pg_sql "SELECT wave_id, party, string_agg(item || '=' || coalesce(code::text, '-') || coalesce(words, ''), ' ' ORDER BY item)
	FROM sealed_answer GROUP BY wave_id, party, response ORDER BY 1, 2, 3"; }
answers > "$work/before"
is 'with answers' "$(wc -lw < "$work/before" | xargs)" "$((2 * 61)) $((2 * 61 * 300))"
like 'is brought up to date' "$(attune migrate 2>&1)" 'Migrations applied'
answers > "$work/after"
ok 'with the same answers' cmp "$work/before" "$work/after"
is 'packed' "$(pg_sql "SELECT key, party, width, string_agg(responses::text, ' ' ORDER BY responses) FROM sealed s
	JOIN wave USING (wave_id) GROUP BY 1, 2, 3 ORDER BY 1, 2")" 'w1|a|1|4 26
w1|b|1|5 26
w2|a|2|4 13 13
w2|b|2|5 13 13'
refuses 'that stay as they are' 'never changed' pg_sql 'DELETE FROM sealed'
is 'who answers goes on' "$(pg_sql_as attune_answer "SELECT state, alliance, organisations, lang, revision, codes
	FROM answer_load(sha256('a')) UNION ALL SELECT state, alliance, organisations, lang, revision, codes FROM answer_load(sha256('b'))")" \
	'ready|Demo|{South,North}|fr|1|{1,2}
ready|Demo|{South,North}|de||'
is 'closed waves have the names of their parties' "$(pg_sql 'SELECT DISTINCT alliance_name, parties, organisations FROM wave')" \
	'Demo|{a,b}|{South,North}'
finish
