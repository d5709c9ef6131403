-- name: wave_add
-- opens and closes are seconds of a UTC day; 0: not planned. target and floor may both be NaN.
-- in: alliance_id bigint, key text, name text, fingerprint bytea, mode text, k smallint, target double, floor_ double,
-- in: opens bigint, closes bigint
INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k, target, floor, opens, closes)
VALUES (:alliance_id, :key, :name, :fingerprint, :mode, :k, :target, :floor_,
	date '1970-01-01' + (nullif(:opens, 0) / 86400)::integer, date '1970-01-01' + (nullif(:closes, 0) / 86400)::integer);

-- name: wave_find
-- in: alliance text, key text
-- row: alliance_id bigint, wave_id bigint, name text, alliance text, fingerprint bytea, form_id text, form_version integer,
-- row: mode text, k smallint, target double, floor_ double, state text, opens bigint, closes bigint, closed bigint
SELECT w.alliance_id, w.wave_id, w.name, a.name, w.fingerprint, f.form_id, f.version, w.mode, w.k, w.target, w.floor, w.state,
	extract(epoch FROM w.opens)::bigint, extract(epoch FROM w.closes)::bigint, extract(epoch FROM w.closed)::bigint
FROM wave w JOIN alliance a USING (alliance_id) JOIN form_version f USING (fingerprint)
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
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, invited bigint, begun bigint, submitted bigint
SELECT party, invited, begun, submitted FROM wave_counts(:alliance_id, :wave_id);

-- name: wave_due
-- The open wave whose last day has been over longest.
-- row: alliance_id bigint, wave_id bigint
SELECT alliance_id, wave_id FROM wave WHERE state = 'open' AND closes < utc_today()
ORDER BY closes LIMIT 1 FOR UPDATE SKIP LOCKED;
