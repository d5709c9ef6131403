-- name: release_add
-- closed: seconds of a UTC day.
-- in: alliance_id bigint, wave_id bigint, wave text, alliance text, form_id text, form_version integer, fingerprint bytea,
-- in: engine_version text, closed bigint, mode text, k integer, target double, floor_ double, person text, role text
INSERT INTO release (alliance_id, wave_id, wave, alliance, form_id, form_version, fingerprint, engine_version, closed, mode, k,
	target, floor, person, role)
VALUES (:alliance_id, :wave_id, :wave, :alliance, :form_id, :form_version, :fingerprint, :engine_version,
	date '1970-01-01' + (:closed / 86400)::integer, :mode, :k, :target, :floor_, :person, :role);

-- name: release_add_party
-- in: alliance_id bigint, wave_id bigint, party text, name text, invited integer, answered integer
INSERT INTO release_party (alliance_id, wave_id, party, name, invited, answered)
VALUES (:alliance_id, :wave_id, :party, :name, :invited, :answered);

-- name: release_add_cell
-- in: alliance_id bigint, wave_id bigint, position integer, measure text, about text, party text, detail text, shown text,
-- in: n integer, value double, low double, high double, p double, p_adjusted double, effect double, percent double, word text,
-- in: capped boolean
INSERT INTO cell (alliance_id, wave_id, position, measure, about, party, detail, shown, n, value, low, high, p, p_adjusted,
	effect, percent, word, capped)
VALUES (:alliance_id, :wave_id, :position, :measure, :about, :party, :detail, :shown, :n, :value, :low, :high, :p, :p_adjusted,
	:effect, :percent, :word, :capped);

-- name: release_add_comment
-- in: alliance_id bigint, wave_id bigint, position integer, item text, party text, words text
INSERT INTO comment (alliance_id, wave_id, position, item, party, words)
VALUES (:alliance_id, :wave_id, :position, :item, :party, :words);

-- name: release_find
-- in: alliance_id bigint, wave_id bigint
-- row: wave text, alliance text, form_id text, form_version integer, fingerprint bytea, engine_version text, closed bigint,
-- row: mode text, k integer, target double, floor_ double, person text, role text
SELECT wave, alliance, form_id, form_version, fingerprint, engine_version, extract(epoch FROM closed)::bigint, mode, k, target,
	floor, person, role
FROM release WHERE alliance_id = :alliance_id AND wave_id = :wave_id;

-- name: release_parties
-- Parties by name, rater groups in the order of the format.
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, name text, invited integer, answered integer
SELECT party, name, invited, answered FROM release_party WHERE alliance_id = :alliance_id AND wave_id = :wave_id
ORDER BY array_position(ARRAY['self', 'manager', 'colleagues', 'executives', 'counterpart', 'partner_team',
	'partner_executives'], party), party;

-- name: release_cells
-- in: alliance_id bigint, wave_id bigint
-- rows: measure text, about text, party text, detail text, shown text, n integer, value double, low double, high double,
-- rows: p double, p_adjusted double, effect double, percent double, word text, capped boolean
SELECT measure, about, party, detail, shown, n, value, low, high, p, p_adjusted, effect, percent, word, capped
FROM cell WHERE alliance_id = :alliance_id AND wave_id = :wave_id ORDER BY position;

-- name: release_comments
-- in: alliance_id bigint, wave_id bigint
-- rows: item text, party text, words text
SELECT item, party, words FROM comment WHERE alliance_id = :alliance_id AND wave_id = :wave_id ORDER BY position;

-- name: release_may_read
-- The person, whoever was declared a reader at launch, and to whom the person has opened the profile.
-- in: alliance_id bigint, wave_id bigint, email text
-- row: allowed boolean
SELECT profile_open_to(w, :email) FROM wave w WHERE w.alliance_id = :alliance_id AND w.wave_id = :wave_id;

-- name: release_add_reader
-- in: alliance_id bigint, wave_id bigint, email text
INSERT INTO release_reader (alliance_id, wave_id, email) VALUES (:alliance_id, :wave_id, lower(:email)) ON CONFLICT DO NOTHING;
