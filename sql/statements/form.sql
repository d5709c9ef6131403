-- name: form_find
-- The given version of a form, or the highest for version 0.
-- in: id text, version integer
-- row: fingerprint bytea
-- retry
SELECT fingerprint FROM form_version WHERE form_id = :id AND :version IN (0, version) ORDER BY version DESC LIMIT 1;

-- name: form_add
-- subject: alliance or manager.
-- in: fingerprint bytea, id text, version integer, subject text, xml text
INSERT INTO form_version (fingerprint, form_id, version, subject, xml) VALUES (:fingerprint, :id, :version, :subject, :xml);

-- name: form_item_add
-- in: fingerprint bytea, slot smallint, page smallint, page_slot smallint, item text, has_option boolean, option smallint,
-- in: text_slot smallint, page_text smallint
INSERT INTO form_item (fingerprint, slot, page, page_slot, item, option, text_slot, page_text)
VALUES (:fingerprint, :slot, :page, :page_slot, :item, CASE WHEN :has_option THEN :option END, nullif(:text_slot, 0),
	nullif(:page_text, 0));
