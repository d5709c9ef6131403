-- name: nomination_member
-- A member of the alliance by address; more than one when several parties know it.
-- in: alliance_id bigint, email text
-- rows: person_id bigint, party text, name text
SELECT m.person_id, m.party, p.name FROM membership m JOIN person p USING (organisation_id, person_id)
WHERE m.alliance_id = :alliance_id AND lower(p.email) = lower(:email) ORDER BY m.party;

-- name: nomination_put
-- A changed rater group has to be approved again.
-- in: alliance_id bigint, wave_id bigint, person_id bigint, rater_group text, approved boolean
INSERT INTO nomination AS n (alliance_id, wave_id, person_id, rater_group, approved)
VALUES (:alliance_id, :wave_id, :person_id, :rater_group, :approved)
ON CONFLICT (alliance_id, wave_id, person_id) DO UPDATE SET rater_group = excluded.rater_group,
	approved = n.approved AND n.rater_group = excluded.rater_group;

-- name: nomination_approve
-- person_id 0: everybody who is not approved yet; of one person no row means not proposed.
-- in: alliance_id bigint, wave_id bigint, person_id bigint
-- rows: person_id bigint
UPDATE nomination SET approved = true
WHERE alliance_id = :alliance_id AND wave_id = :wave_id AND (person_id = :person_id OR (:person_id = 0 AND NOT approved))
RETURNING person_id;

-- name: nomination_list
-- in: alliance_id bigint, wave_id bigint
-- rows: party text, name text, email text, rater_group text, approved boolean, invited boolean
SELECT m.party, p.name, p.email, n.rater_group, n.approved, EXISTS (SELECT FROM invitation i
	WHERE i.alliance_id = n.alliance_id AND i.wave_id = n.wave_id AND i.person_id = n.person_id AND NOT i.withdrawn)
FROM nomination n JOIN membership m USING (alliance_id, person_id) JOIN person p USING (organisation_id, person_id)
WHERE n.alliance_id = :alliance_id AND n.wave_id = :wave_id
ORDER BY array_position(ARRAY['self', 'manager', 'colleagues', 'executives', 'counterpart', 'partner_team',
	'partner_executives'], n.rater_group), p.name, p.email;
