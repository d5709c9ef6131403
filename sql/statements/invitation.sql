-- name: invitation_missing
-- People of the alliance without an invitation to the wave; in a wave about a person its approved raters.
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, person_id bigint, name text, email text, lang text, rater_group text
SELECT m.party, m.person_id, p.name, p.email, m.language, coalesce(n.rater_group, '')
FROM wave w JOIN membership m USING (alliance_id) JOIN person p USING (organisation_id, person_id)
LEFT JOIN nomination n ON n.alliance_id = w.alliance_id AND n.wave_id = w.wave_id AND n.person_id = m.person_id AND n.approved
WHERE w.alliance_id = :alliance_id AND w.wave_id = :wave_id AND (w.about IS NULL OR n.rater_group IS NOT NULL)
	AND NOT EXISTS (SELECT FROM invitation i
		WHERE i.alliance_id = m.alliance_id AND i.wave_id = w.wave_id AND i.person_id = m.person_id)
ORDER BY m.party, p.name, p.email;

-- name: invitation_any
-- Has any ticket of the wave been issued?
-- in: alliance_id bigint, wave_id bigint
-- row: issued boolean
SELECT EXISTS (SELECT FROM invitation WHERE alliance_id = :alliance_id AND wave_id = :wave_id);

-- name: invitation_add
-- person_id 0: anonymous.
-- in: alliance_id bigint, wave_id bigint, party text, rater_group text, person_id bigint, lang text, ticket bytea
INSERT INTO invitation (alliance_id, wave_id, party, rater_group, person_id, lang, ticket_hash)
VALUES (:alliance_id, :wave_id, :party, :rater_group, nullif(:person_id, 0), :lang, :ticket);

-- name: invitation_find
-- The invitation of whoever has this address; more than one when several parties know it.
-- in: alliance_id bigint, wave_id bigint, email text
-- rows: invitation_id bigint, party text, rater_group text, name text, email text, lang text, withdrawn boolean
SELECT i.invitation_id, i.party, i.rater_group, p.name, p.email, m.language, i.withdrawn
FROM invitation i JOIN membership m USING (alliance_id, person_id)
JOIN person p ON p.organisation_id = m.organisation_id AND p.person_id = m.person_id
WHERE i.alliance_id = :alliance_id AND i.wave_id = :wave_id AND lower(p.email) = lower(:email);

-- name: invitation_withdraw
-- in: alliance_id bigint, invitation_id bigint
UPDATE invitation SET withdrawn = true WHERE alliance_id = :alliance_id AND invitation_id = :invitation_id;

-- name: invitation_reissue
-- A new ticket; the old one no longer opens anything.
-- in: alliance_id bigint, invitation_id bigint, lang text, ticket bytea
UPDATE invitation SET ticket_hash = :ticket, lang = :lang, withdrawn = false
WHERE alliance_id = :alliance_id AND invitation_id = :invitation_id;

-- name: invitation_to_remind
-- Whom to remind: in an identified wave those who have not handed in, else everybody, because a list of those who have not
-- would tell who has.
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, rater_group text, name text, email text, lang text
SELECT m.party, coalesce(n.rater_group, ''), p.name, p.email, m.language
FROM wave w JOIN membership m USING (alliance_id) JOIN person p USING (organisation_id, person_id)
LEFT JOIN nomination n ON n.alliance_id = w.alliance_id AND n.wave_id = w.wave_id AND n.person_id = m.person_id AND n.approved
LEFT JOIN invitation i ON i.alliance_id = w.alliance_id AND i.wave_id = w.wave_id AND i.person_id = m.person_id
LEFT JOIN response r ON w.mode = 'identified' AND r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
WHERE w.alliance_id = :alliance_id AND w.wave_id = :wave_id AND w.state = 'open'
	AND (w.about IS NULL OR n.rater_group IS NOT NULL) AND i.withdrawn IS NOT TRUE AND r.submitted IS NOT TRUE
ORDER BY m.party, p.name, p.email;
