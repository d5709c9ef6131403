-- 0005-packed-answers.sql - sealed answers as bytes, many responses a row, so that reading them costs little
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE sealed RENAME TO sealed_loose;
DROP VIEW sealed_answer;
DROP INDEX sealed_wave;

-- Submitted responses of one party of a closed wave, in random order: no key, no time, no ticket. As many as fill a block, so
-- that a million are read at the speed of the connection; which of them share a row is chance, as their order is.
-- codes: the responses one after the other, each with its codes in the order of the form's slots, of width bytes each:
--	width 1: 0 no answer; 1 .. 5 the missing codes -1001 .. -1005; 6 .. 255 the values -100 .. 149
--	width 2: the code as two bytes, the higher first, in two's complement; -32768 no answer
-- texts: numbers and dates of each response, likewise one after the other; NULL when there is none. Written comments stand apart.
CREATE TABLE sealed (
	alliance_id bigint NOT NULL,
	wave_id bigint NOT NULL,
	responses integer NOT NULL CHECK (responses > 0),
	slots integer NOT NULL,
	width smallint NOT NULL CHECK (width IN (1, 2)),
	party text NOT NULL,
	codes bytea NOT NULL CHECK (octet_length(codes) = responses * slots * width),
	texts text[] CHECK (cardinality(texts) % responses = 0),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
) WITH (toast_tuple_target = 8160);
ALTER TABLE sealed ALTER codes SET STORAGE EXTERNAL;
CREATE INDEX sealed_wave ON sealed (alliance_id, wave_id);

-- The code at a place of packed codes, counted from 0.
CREATE FUNCTION sealed_code(codes bytea, width smallint, place integer) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
	WHEN width = 2 THEN nullif((get_byte(codes, 2 * place) + 128) % 256 * 256 + get_byte(codes, 2 * place + 1) - 32768, -32768)
	WHEN get_byte(codes, place) = 0 THEN NULL
	WHEN get_byte(codes, place) <= 5 THEN -1000 - get_byte(codes, place)
	ELSE get_byte(codes, place) - 106
END::smallint;

-- The number of a sealed response is its place in the random order.
CREATE VIEW sealed_answer AS
	SELECT s.alliance_id, s.wave_id, s.earlier + r AS response, s.party, f.item, f.option,
		sealed_code(s.codes, s.width, (r - 1) * s.slots + f.slot - 1) AS code,
		s.texts[(r - 1) * (cardinality(s.texts) / s.responses) + f.text_slot] AS words
	FROM (SELECT *, sum(responses) OVER (PARTITION BY alliance_id, wave_id ORDER BY ctid) - responses AS earlier FROM sealed) s
	JOIN wave w USING (alliance_id, wave_id)
	JOIN form_item f USING (fingerprint)
	CROSS JOIN LATERAL generate_series(1, s.responses) AS r;

-- What was sealed before, packed the same way; its order is random already.
CREATE FUNCTION pack(codes smallint[], width smallint) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN (SELECT string_agg(CASE
		WHEN width = 2 THEN int2send(coalesce(code, (-32768)::smallint))
		WHEN code IS NULL THEN '\x00'
		WHEN code < -1000 THEN substr(int2send((-1000 - code)::smallint), 2)
		ELSE substr(int2send((code + 106)::smallint), 2)
	END, '' ORDER BY place) FROM unnest(codes) WITH ORDINALITY AS c (code, place));

INSERT INTO sealed (alliance_id, wave_id, responses, slots, width, party, codes, texts)
	WITH shape AS (
		SELECT alliance_id, wave_id, max(cardinality(codes)) AS slots, max(cardinality(texts)) AS n_texts,
			CASE WHEN bool_and(-1005 <= ALL (array_remove(codes, NULL))
				AND NOT EXISTS (SELECT FROM unnest(codes) AS code WHERE code BETWEEN -1000 AND -101 OR code > 149))
				THEN 1 ELSE 2 END::smallint AS width
		FROM sealed_loose GROUP BY alliance_id, wave_id
	), placed AS (
		SELECT l.*, s.slots, s.n_texts, s.width, l.ctid AS place,
			(row_number() OVER (PARTITION BY alliance_id, wave_id, l.party ORDER BY l.ctid) - 1)
				/ greatest(8000 / greatest(s.slots * s.width, 1), 1) AS block
		FROM sealed_loose l JOIN shape s USING (alliance_id, wave_id)
	)
	SELECT alliance_id, wave_id, count(*), slots, width, party, string_agg(pack(codes, width), '' ORDER BY place),
		CASE WHEN count(texts) > 0 THEN (SELECT array_agg(t.texts[n] ORDER BY t.place, n)
			FROM placed t CROSS JOIN generate_series(1, t.n_texts) AS n
			WHERE (t.alliance_id, t.wave_id, t.party, t.block) = (p.alliance_id, p.wave_id, p.party, p.block)) END
	FROM placed p
	GROUP BY alliance_id, wave_id, slots, width, party, block
	ORDER BY alliance_id, wave_id, party, block;

DROP FUNCTION pack;
DROP TABLE sealed_loose;

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed EXECUTE FUNCTION refuse_change();
GRANT SELECT ON sealed, sealed_answer TO attune_work;
GRANT INSERT ON sealed TO attune_work;
