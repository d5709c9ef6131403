-- name: organisation_put
-- The organisation of this name, made when there is none.
-- in: name text
-- row: organisation_id bigint
WITH made AS (INSERT INTO organisation (name) VALUES (:name) ON CONFLICT DO NOTHING RETURNING organisation_id)
SELECT organisation_id FROM made UNION ALL SELECT organisation_id FROM organisation WHERE name = :name LIMIT 1;

-- name: alliance_add
-- in: key text, name text, type text, stage text
-- row: alliance_id bigint
INSERT INTO alliance (key, name, type, stage) VALUES (:key, :name, :type, :stage) RETURNING alliance_id;

-- name: alliance_set
-- in: alliance_id bigint, type text, stage text
UPDATE alliance SET type = :type, stage = :stage WHERE alliance_id = :alliance_id;

-- name: party_add
-- in: alliance_id bigint, party text, organisation_id bigint
INSERT INTO party (alliance_id, party, organisation_id) VALUES (:alliance_id, :party, :organisation_id);

-- name: alliance_find
-- in: key text
-- row: alliance_id bigint, name text, type text, stage text
SELECT alliance_id, name, type, stage FROM alliance WHERE key = :key;

-- name: party_list
-- in: alliance_id bigint
-- rows: party text, organisation_id bigint, organisation text, people bigint
SELECT p.party, p.organisation_id, o.name, (SELECT count(*) FROM membership m WHERE (m.alliance_id, m.party) = (p.alliance_id, p.party))
FROM party p JOIN organisation o USING (organisation_id) WHERE p.alliance_id = :alliance_id ORDER BY p.party;
