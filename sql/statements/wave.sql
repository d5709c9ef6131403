-- name: wave_add
-- opens and closes are seconds of a UTC day; 0: not planned. target and floor may both be NaN.
-- in: alliance_id bigint, key text, name text, fingerprint bytea, mode text, k smallint, target double, floor_ double,
-- in: opens bigint, closes bigint, about bigint, role text, counterpart_named boolean, readers text[]
-- row: wave_id bigint
-- about 0: the alliance itself.
INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k, target, floor, opens, closes, about, role, counterpart_named,
	readers)
VALUES (:alliance_id, :key, :name, :fingerprint, :mode, :k, :target, :floor_,
	date '1970-01-01' + (nullif(:opens, 0) / 86400)::integer, date '1970-01-01' + (nullif(:closes, 0) / 86400)::integer,
	nullif(:about, 0), :role, :counterpart_named, coalesce(:readers, '{}'))
RETURNING wave_id;

-- name: wave_find
-- in: alliance text, key text
-- row: alliance_id bigint, wave_id bigint, name text, alliance text, fingerprint bytea, form_id text, form_version integer,
-- row: mode text, k smallint, target double, floor_ double, state text, opens bigint, closes bigint, closed bigint,
-- row: about bigint, person text, person_party text, role text, counterpart_named boolean, readers text[]
SELECT w.alliance_id, w.wave_id, w.name, a.name, w.fingerprint, f.form_id, f.version, w.mode, w.k, w.target, w.floor, w.state,
	extract(epoch FROM w.opens)::bigint, extract(epoch FROM w.closes)::bigint, extract(epoch FROM w.closed)::bigint,
	w.about, coalesce(w.about_name, p.name), m.party, w.role, w.counterpart_named, w.readers
FROM wave w JOIN alliance a USING (alliance_id) JOIN form_version f USING (fingerprint)
LEFT JOIN membership m ON m.alliance_id = w.alliance_id AND m.person_id = w.about
LEFT JOIN person p ON p.organisation_id = m.organisation_id AND p.person_id = m.person_id
WHERE a.key = :alliance AND w.key = :key;

-- name: wave_path
-- The keys of a wave.
-- in: alliance_id bigint, wave_id bigint
-- row: alliance text, key text
SELECT a.key, w.key FROM wave w JOIN alliance a USING (alliance_id) WHERE w.alliance_id = :alliance_id AND w.wave_id = :wave_id;

-- name: wave_set_state
-- What a wave may become, and what else happens then, is in wave_guard (migrations/0002-answers.sql).
-- in: alliance_id bigint, wave_id bigint, state text
UPDATE wave SET state = :state WHERE alliance_id = :alliance_id AND wave_id = :wave_id;

-- name: wave_set_wording
-- in: alliance_id bigint, wave_id bigint, party text, lang text, words text
INSERT INTO wave_wording (alliance_id, wave_id, party, lang, words) VALUES (:alliance_id, :wave_id, :party, :lang, :words)
ON CONFLICT (alliance_id, wave_id, party, lang) DO UPDATE SET words = excluded.words;

-- name: wave_counts
-- By party, or by rater group in a wave about a person.
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, invited bigint, told boolean, begun bigint, submitted bigint
SELECT party, invited, told, begun, submitted FROM wave_counts(:alliance_id, :wave_id);

-- name: wave_due
-- The open wave whose last day has been over longest.
-- row: alliance_id bigint, wave_id bigint
SELECT alliance_id, wave_id FROM wave WHERE state = 'open' AND closes < utc_today()
ORDER BY closes LIMIT 1 FOR UPDATE SKIP LOCKED;

-- name: wave_before
-- The last closed wave of the alliance about the same person with the same form, whose profile is open to all readers of this
-- one: a change tells what was there before.
-- in: alliance_id bigint, wave_id bigint
-- row: key text
SELECT b.key FROM wave w JOIN wave b ON b.alliance_id = w.alliance_id AND b.about = w.about AND b.fingerprint = w.fingerprint
	AND b.state = 'closed'
WHERE w.alliance_id = :alliance_id AND w.wave_id = :wave_id
	AND NOT EXISTS (SELECT FROM unnest(w.readers) AS r WHERE NOT profile_open_to(b, r))
ORDER BY b.closed DESC, b.wave_id DESC LIMIT 1;
