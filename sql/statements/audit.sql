-- name: audit_add
-- One more entry in the log of what was done; alliance_id 0: about none.
-- in: action text, alliance_id bigint, detail text
SELECT FROM audit_add(:action, nullif(:alliance_id, 0), :detail);

-- name: audit_first_broken
-- 0 when the log is whole.
-- row: entry_id bigint
SELECT audit_first_broken();
