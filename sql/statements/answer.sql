-- name: answer_load
-- Everything a ticket opens: no row, or one per saved page (revision 0: none saved yet), the wave's columns repeated.
-- in: ticket bytea
-- rows: state text, alliance_id bigint, wave_id bigint, invitation_id bigint, response_id bigint, fingerprint bytea, mode text,
-- rows: k integer, wave text, alliance text, closes bigint, party text, lang text, parties text[], organisations text[],
-- rows: rater_group text, person text, named boolean, readers text[], page smallint, revision integer, codes smallint[], texts text[]
-- retry
SELECT state, alliance_id, wave_id, invitation_id, response_id, fingerprint, mode, k, wave, alliance, closes, party, lang, parties,
	organisations, rater_group, person, named, readers, page, revision, codes, texts
FROM answer_load(:ticket);

-- name: answer_welcome
-- in: ticket bytea, lang text
-- row: words text
-- retry
SELECT answer_welcome(:ticket, :lang);

-- name: answer_begin
-- No row when the ticket may not begin (any more).
-- in: ticket bytea, lang text
-- row: response_id bigint
-- retry
SELECT response FROM answer_begin(:ticket, :lang);

-- name: answer_save
-- in: ticket bytea, page smallint, seen integer, codes smallint[], texts text[]
-- row: allowed boolean, revision integer
-- retry
SELECT allowed, new_revision FROM answer_save(:ticket, :page, :seen, :codes, :texts);

-- name: answer_submit
-- No row when the wave is not open (any more).
-- in: ticket bytea
-- row: done boolean
-- retry
SELECT done FROM answer_submit(:ticket);

-- name: answer_form
-- in: fingerprint bytea
-- row: xml text
-- retry
SELECT answer_form(:fingerprint);
