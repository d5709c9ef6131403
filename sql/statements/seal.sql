-- name: seal_choose
-- Which wave seal_stream means: a COPY has no parameters.
-- in: alliance_id bigint, wave_id bigint
SELECT FROM set_config('attune.alliance_id', (:alliance_id)::text, true) a, set_config('attune.wave_id', (:wave_id)::text, true) w;

-- name: seal_stream
-- What was handed in, the pages of a response one after the other.
-- copy: response_id bigint, party text, rater_group text, lang text, page smallint, codes smallint[], texts text[]
COPY (SELECT r.response_id, i.party, i.rater_group, r.lang, coalesce(p.page, -1::smallint), p.codes, p.texts
	FROM response r JOIN invitation i USING (alliance_id, invitation_id)
	LEFT JOIN page p ON p.alliance_id = r.alliance_id AND p.wave_id = r.wave_id AND p.response_id = r.response_id
	WHERE r.alliance_id = current_setting('attune.alliance_id', true)::bigint AND r.wave_id = current_setting('attune.wave_id', true)::bigint
		AND r.submitted AND NOT i.withdrawn
	ORDER BY r.response_id, p.page) TO STDOUT (FORMAT binary);

-- name: seal_add
-- in: alliance_id bigint, wave_id bigint, responses integer, slots integer, width smallint, party text, codes bytea, texts text[]
INSERT INTO sealed (alliance_id, wave_id, responses, slots, width, party, codes, texts)
	VALUES (:alliance_id, :wave_id, :responses, :slots, :width, :party, :codes, :texts);

-- name: seal_add_comment
-- in: alliance_id bigint, wave_id bigint, party text, item text, words text
INSERT INTO sealed_comment (alliance_id, wave_id, party, item, words) VALUES (:alliance_id, :wave_id, :party, :item, :words);

-- name: seal_destroy_open
-- in: alliance_id bigint, wave_id bigint
SELECT FROM wave_destroy_open_answers(:alliance_id, :wave_id);
