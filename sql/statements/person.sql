-- name: person_put
-- The person of this address in the organisation, made or renamed.
-- in: organisation_id bigint, name text, email text
-- row: person_id bigint
INSERT INTO person (organisation_id, name, email) VALUES (:organisation_id, :name, :email)
ON CONFLICT (organisation_id, lower(email)) DO UPDATE SET name = excluded.name
RETURNING person_id;

-- name: membership_put
-- in: alliance_id bigint, party text, organisation_id bigint, person_id bigint, function text, level text, language text
INSERT INTO membership (alliance_id, party, organisation_id, person_id, function, level, language)
VALUES (:alliance_id, :party, :organisation_id, :person_id, :function, :level, :language)
ON CONFLICT (alliance_id, person_id) DO UPDATE
	SET function = excluded.function, level = excluded.level, language = excluded.language;
