-- 0002-answers.sql - answers while a wave is open, and sealed
-- SPDX-License-Identifier: GPL-3.0-or-later

-- One per respondent who began, only while the wave is open: the only link between a ticket and its answers.
-- Deliberately without any time, address or device; and without foreign keys, whose checks would lock the invitation's row
-- and so write into it who answered, in which order.
CREATE TABLE response (
	alliance_id bigint,
	wave_id bigint,
	response_id bigint GENERATED ALWAYS AS IDENTITY,
	invitation_id bigint NOT NULL,
	lang text NOT NULL,
	submitted boolean NOT NULL DEFAULT false,
	PRIMARY KEY (alliance_id, response_id),
	UNIQUE (alliance_id, invitation_id)
) WITH (fillfactor = 70);

-- One packed row per saved page. A partition per wave, made when it opens and dropped when it is sealed: deleted rows would
-- stay readable in the file for a long time.
CREATE TABLE page (
	alliance_id bigint,
	wave_id bigint,
	response_id bigint,
	page smallint,
	revision integer NOT NULL,
	codes smallint[] NOT NULL,
	texts text[],
	PRIMARY KEY (alliance_id, wave_id, response_id, page)
) PARTITION BY LIST (wave_id);

-- One packed row per submitted response of a closed wave, in random order: no key, no time, no ticket.
CREATE TABLE sealed (
	alliance_id bigint NOT NULL,
	wave_id bigint NOT NULL,
	party text NOT NULL,
	codes smallint[] NOT NULL,
	texts text[],		-- numbers and dates; written comments stand apart
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);
CREATE INDEX sealed_wave ON sealed (alliance_id, wave_id);

-- Written comments of a closed wave, in an order of their own.
CREATE TABLE sealed_comment (
	alliance_id bigint NOT NULL,
	wave_id bigint NOT NULL,
	party text NOT NULL,
	item text NOT NULL,
	words text NOT NULL,
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);
CREATE INDEX sealed_comment_wave ON sealed_comment (alliance_id, wave_id);

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON sealed_comment EXECUTE FUNCTION refuse_change();

-- For people who read SQL: one line per item and option, of open waves and of sealed ones. The number of a sealed response
-- is its place in the random order.
CREATE VIEW open_answer AS
	SELECT p.alliance_id, p.wave_id, p.response_id AS response, i.party, f.item, f.option,
		p.codes[f.page_slot] AS code, p.texts[f.page_text] AS words
	FROM page p
	JOIN response r USING (alliance_id, response_id)
	JOIN invitation i USING (alliance_id, invitation_id)
	JOIN wave w ON w.alliance_id = p.alliance_id AND w.wave_id = p.wave_id
	JOIN form_item f ON f.fingerprint = w.fingerprint AND f.page = p.page;
CREATE VIEW sealed_answer AS
	SELECT s.alliance_id, s.wave_id, s.response, s.party, f.item, f.option,
		s.codes[f.slot] AS code, s.texts[f.text_slot] AS words
	FROM (SELECT *, row_number() OVER (PARTITION BY alliance_id, wave_id ORDER BY ctid) AS response FROM sealed) s
	JOIN wave w USING (alliance_id, wave_id)
	JOIN form_item f USING (fingerprint);

CREATE FUNCTION utc_today() RETURNS date LANGUAGE sql STABLE SET search_path = public, pg_temp
RETURN (now() AT TIME ZONE 'UTC')::date;

-- What is promised when a wave is launched is kept by the database, whoever asks.
CREATE FUNCTION wave_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	change text := OLD.state || '>' || NEW.state;
BEGIN
	IF OLD.state <> NEW.state AND change NOT IN ('draft>open', 'open>closing', 'closing>closed') THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('a wave that is %s cannot become %s', OLD.state, NEW.state);
	END IF;
	IF OLD.state <> 'draft' AND (NEW.mode, NEW.fingerprint, NEW.target, NEW.floor, NEW.name, NEW.opens)
			IS DISTINCT FROM (OLD.mode, OLD.fingerprint, OLD.target, OLD.floor, OLD.name, OLD.opens) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001',
			MESSAGE = 'mode, form, target, floor, name and first day of a wave are frozen when it is opened';
	END IF;
	IF OLD.state <> 'draft' AND NEW.k < OLD.k THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'k may only rise after a wave was opened';
	END IF;
	IF OLD.state IN ('closing', 'closed') AND NEW.k <> OLD.k THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'k is settled once a wave is closing';
	END IF;
	IF change = 'draft>open' THEN
		NEW.opens := coalesce(NEW.opens, utc_today());
		PERFORM wave_check_parties(NEW);
		EXECUTE format('CREATE TABLE page_%s PARTITION OF page FOR VALUES IN (%s) WITH (fillfactor = 70)',
			NEW.wave_id, NEW.wave_id);
	ELSIF change = 'open>closing' THEN
		-- Waits for every save that has seen the wave open; those that come later wait for this and see it closing.
		LOCK TABLE ONLY page IN SHARE MODE;
		NEW.closed := utc_today();
	END IF;
	IF NEW IS DISTINCT FROM OLD THEN
		PERFORM audit_add('wave ' || NEW.state, NEW.alliance_id, format('%s mode %s k %s form %s', NEW.key, NEW.mode, NEW.k,
			encode(NEW.fingerprint, 'hex')));
	END IF;
	RETURN NEW;
END $$;

CREATE FUNCTION wave_check_parties(w wave) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	least bigint := CASE w.mode WHEN 'anonymous' THEN 10 ELSE 1 END;
	small record;
BEGIN
	SELECT p.party, count(m.person_id) AS n INTO small FROM party p LEFT JOIN membership m USING (alliance_id, party)
		WHERE p.alliance_id = w.alliance_id GROUP BY p.party HAVING count(m.person_id) < least ORDER BY p.party LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('party %s has %s people; %s wave needs at least %s',
			small.party, small.n, CASE w.mode WHEN 'anonymous' THEN 'an anonymous' ELSE 'a' END, least);
	END IF;
END $$;

CREATE FUNCTION wave_begin_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	IF NEW.state <> 'draft' OR NEW.closed IS NOT NULL THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a wave begins as a draft';
	END IF;
	PERFORM audit_add('wave draft', NEW.alliance_id, NEW.key);
	RETURN NEW;
END $$;

CREATE TRIGGER guard BEFORE UPDATE ON wave FOR EACH ROW EXECUTE FUNCTION wave_guard();
CREATE TRIGGER begin_draft BEFORE INSERT ON wave FOR EACH ROW EXECUTE FUNCTION wave_begin_draft();

-- A ticket is issued only for an open wave, and a person is named beside it unless the wave is anonymous.
CREATE FUNCTION invitation_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	w wave;
BEGIN
	SELECT * INTO w FROM wave WHERE alliance_id = NEW.alliance_id AND wave_id = NEW.wave_id;
	IF w.state <> 'open' THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('the wave is %s: links are made while it is open', w.state);
	END IF;
	IF (w.mode = 'anonymous') <> (NEW.person_id IS NULL) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a ticket names a person unless the wave is anonymous';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION invitation_guard();

-- The respondents' program has no table. Each function below asks for the hash of a ticket and touches its rows only.

CREATE FUNCTION answer_load(ticket bytea) RETURNS TABLE (state text, alliance_id bigint, wave_id bigint, invitation_id bigint,
	response_id bigint, fingerprint bytea, mode text, k integer, wave text, alliance text, closes bigint, party text, lang text,
	parties text[], organisations text[], words text, page smallint, revision integer, codes smallint[], texts text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	s record;
BEGIN
	SELECT CASE WHEN i.withdrawn THEN 'withdrawn' WHEN w.state IN ('closing', 'closed') THEN 'closed'
			WHEN r.submitted THEN 'submitted' WHEN w.opens > utc_today() THEN 'early' ELSE 'ready' END AS state,
		i.alliance_id, i.wave_id, i.invitation_id, r.response_id, w.fingerprint, w.mode, w.k::integer AS k, w.name AS wave,
		a.name AS alliance, extract(epoch FROM w.closes)::bigint AS closes, i.party,
		coalesce(r.lang, m.language, '') AS lang, p.parties, p.organisations,
		(SELECT v.words FROM wave_wording v WHERE v.alliance_id = i.alliance_id AND v.wave_id = i.wave_id
			AND v.party IN ('', i.party) AND v.lang IN ('', coalesce(r.lang, m.language, ''))
			ORDER BY v.party DESC, v.lang DESC LIMIT 1) AS words
	INTO s
	FROM invitation i
	JOIN wave w ON w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
	JOIN alliance a ON a.alliance_id = i.alliance_id
	LEFT JOIN membership m ON m.alliance_id = i.alliance_id AND m.person_id = i.person_id
	LEFT JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
	CROSS JOIN LATERAL (SELECT array_agg(q.party ORDER BY q.party) AS parties, array_agg(o.name ORDER BY q.party) AS organisations
		FROM party q JOIN organisation o USING (organisation_id) WHERE q.alliance_id = i.alliance_id) p
	WHERE i.ticket_hash = ticket;
	IF FOUND THEN
		RETURN QUERY SELECT s.state, s.alliance_id, s.wave_id, s.invitation_id, s.response_id, s.fingerprint, s.mode, s.k, s.wave,
			s.alliance, s.closes, s.party, s.lang, s.parties, s.organisations, s.words, p.page, p.revision, p.codes, p.texts
		FROM (SELECT) AS one
		LEFT JOIN page p ON p.alliance_id = s.alliance_id AND p.wave_id = s.wave_id AND p.response_id = s.response_id;
	END IF;
END $$;

CREATE FUNCTION answer_begin(ticket bytea, wanted_lang text) RETURNS TABLE (response bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	RETURN QUERY INSERT INTO response AS r (alliance_id, wave_id, invitation_id, lang)
		SELECT i.alliance_id, i.wave_id, i.invitation_id, wanted_lang
		FROM invitation i JOIN wave w ON w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
		WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND w.state = 'open' AND w.opens <= utc_today()
		ON CONFLICT (alliance_id, invitation_id) DO UPDATE SET lang = excluded.lang
		RETURNING r.response_id;
END $$;

-- Idempotent: what was saved already, word for word, is a success again. new_revision is NULL when another revision with
-- other answers stands there; allowed is false when nothing may be saved any more.
CREATE FUNCTION answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[])
RETURNS TABLE (allowed boolean, new_revision integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	s record;
BEGIN
	-- Before the wave's state is read: see wave_guard.
	LOCK TABLE ONLY page IN ROW EXCLUSIVE MODE;
	SELECT r.alliance_id, r.wave_id, r.response_id INTO s
	FROM invitation i
	JOIN wave w ON w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
	JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
	WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND w.state = 'open' AND NOT r.submitted;
	allowed := FOUND;
	IF allowed THEN
		INSERT INTO page AS p (alliance_id, wave_id, response_id, page, revision, codes, texts)
		VALUES (s.alliance_id, s.wave_id, s.response_id, on_page, seen + 1, new_codes, new_texts)
		ON CONFLICT (alliance_id, wave_id, response_id, page) DO UPDATE SET codes = excluded.codes, texts = excluded.texts,
			revision = CASE WHEN p.revision = seen THEN seen + 1 ELSE p.revision END
			WHERE p.revision = seen OR (p.codes, p.texts) IS NOT DISTINCT FROM (excluded.codes, excluded.texts)
		RETURNING p.revision INTO new_revision;
	END IF;
	RETURN NEXT;
END $$;

CREATE FUNCTION answer_submit(ticket bytea) RETURNS TABLE (done boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	LOCK TABLE ONLY page IN ROW EXCLUSIVE MODE;
	RETURN QUERY UPDATE response r SET submitted = true FROM invitation i, wave w
		WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND r.alliance_id = i.alliance_id
			AND r.invitation_id = i.invitation_id AND w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
			AND w.state = 'open'
		RETURNING r.submitted;
END $$;

CREATE FUNCTION answer_form(wanted bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
RETURN (SELECT f.xml FROM form_version f WHERE f.fingerprint = wanted);

-- How many were invited, have begun and have handed in, by party: counts, never who.
CREATE FUNCTION wave_counts(alliance bigint, of_wave bigint)
RETURNS TABLE (party text, invited bigint, begun bigint, submitted bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT i.party, count(*), count(r.response_id), count(*) FILTER (WHERE r.submitted)
	FROM invitation i LEFT JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
	WHERE i.alliance_id = alliance AND i.wave_id = of_wave AND NOT i.withdrawn
	GROUP BY i.party ORDER BY i.party
$$;

-- The end of the open period: the link between tickets and answers, and the answers as they were saved, are destroyed.
CREATE FUNCTION wave_destroy_open_answers(alliance bigint, of_wave bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	PERFORM FROM wave w WHERE w.alliance_id = alliance AND w.wave_id = of_wave AND w.state = 'closing';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'answers are sealed only while their wave is closing';
	END IF;
	DELETE FROM response r WHERE r.alliance_id = alliance AND r.wave_id = of_wave;
	EXECUTE format('DROP TABLE page_%s', of_wave);
END $$;

REVOKE EXECUTE ON FUNCTION answer_load, answer_begin, answer_save, answer_submit, answer_form, wave_counts,
	wave_destroy_open_answers, wave_check_parties FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_load, answer_begin, answer_save, answer_submit, answer_form TO attune_answer;
GRANT EXECUTE ON FUNCTION answer_form TO attune_console, attune_admin, attune_work;
GRANT EXECUTE ON FUNCTION wave_counts TO attune_console, attune_admin, attune_work;
GRANT EXECUTE ON FUNCTION wave_destroy_open_answers TO attune_work;
GRANT SELECT ON response, page, sealed, sealed_comment, open_answer, sealed_answer TO attune_work;
GRANT INSERT ON sealed, sealed_comment TO attune_work;
