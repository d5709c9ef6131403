-- 0006-answering.sql - a page's needs found in three rows, no save after a submit, k as far as figures are audited
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Above this the audit of what may be shown is not exact in bounded time.
ALTER TABLE wave DROP CONSTRAINT wave_k_check, ADD CONSTRAINT wave_k_check CHECK (k BETWEEN 3 AND 40);

-- The names that pages show, as they were when the wave opened; NULL in a draft.
ALTER TABLE wave ADD alliance_name text, ADD parties text[], ADD organisations text[];
-- The language that the person is known to read, when the link was made; '' in an anonymous wave.
ALTER TABLE invitation ADD lang text NOT NULL DEFAULT '';

CREATE FUNCTION wave_names(INOUT w wave) LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
	SELECT a.name, array_agg(p.party ORDER BY p.party), array_agg(o.name ORDER BY p.party)
	INTO w.alliance_name, w.parties, w.organisations
	FROM alliance a JOIN party p USING (alliance_id) JOIN organisation o USING (organisation_id)
	WHERE a.alliance_id = w.alliance_id GROUP BY a.name;
END $$;

ALTER TABLE wave DISABLE TRIGGER guard;
UPDATE wave w SET (alliance_name, parties, organisations) = (SELECT n.alliance_name, n.parties, n.organisations FROM wave_names(w) n)
	WHERE w.state <> 'draft';
ALTER TABLE wave ENABLE TRIGGER guard;
ALTER TABLE wave ADD CONSTRAINT wave_named CHECK (state = 'draft' OR (alliance_name, parties, organisations) IS NOT NULL);
ALTER TABLE invitation DISABLE TRIGGER guard;
UPDATE invitation i SET lang = m.language FROM membership m
	WHERE m.alliance_id = i.alliance_id AND m.person_id = i.person_id AND m.language <> '';
ALTER TABLE invitation ENABLE TRIGGER guard;

CREATE OR REPLACE FUNCTION wave_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
	IF OLD.state <> 'draft' AND (NEW.alliance_name, NEW.parties, NEW.organisations)
			IS DISTINCT FROM (OLD.alliance_name, OLD.parties, OLD.organisations) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'the names of a wave''s alliance and parties are frozen when it is opened';
	END IF;
	IF OLD.state <> 'draft' AND NEW.k < OLD.k THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'k may only rise after a wave was opened';
	END IF;
	IF OLD.state IN ('closing', 'closed') AND NEW.k <> OLD.k THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'k is settled once a wave is closing';
	END IF;
	IF change = 'draft>open' THEN
		NEW := wave_names(NEW);
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

-- Two looks, because the planner must know the wave before it looks at pages: in one join it would prepare for the pages of
-- every open wave (2 ms with 300 of them, instead of 0.04). The second gives a row per page, the wave's columns repeated.
DROP FUNCTION answer_load;
CREATE FUNCTION answer_load(ticket bytea) RETURNS TABLE (state text, alliance_id bigint, wave_id bigint, invitation_id bigint,
	response_id bigint, fingerprint bytea, mode text, k integer, wave text, alliance text, closes bigint, party text, lang text,
	parties text[], organisations text[], page smallint, revision integer, codes smallint[], texts text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
	SELECT CASE WHEN i.withdrawn THEN 'withdrawn' WHEN w.state IN ('closing', 'closed') THEN 'closed' WHEN r.submitted THEN 'submitted'
			WHEN w.opens > (now() AT TIME ZONE 'UTC')::date THEN 'early' ELSE 'ready' END,
		i.alliance_id, i.wave_id, i.invitation_id, r.response_id, w.fingerprint, w.mode, w.k, w.name, w.alliance_name,
		extract(epoch FROM w.closes), i.party, coalesce(r.lang, i.lang), w.parties, w.organisations
	INTO state, alliance_id, wave_id, invitation_id, response_id, fingerprint, mode, k, wave, alliance, closes, party, lang, parties,
		organisations
	FROM invitation i
	JOIN wave w ON w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
	LEFT JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
	WHERE i.ticket_hash = ticket;
	IF NOT FOUND THEN
		RETURN;
	END IF;
	FOR page, revision, codes, texts IN SELECT p.page, p.revision, p.codes, p.texts FROM page p
		WHERE p.alliance_id = answer_load.alliance_id AND p.wave_id = answer_load.wave_id
			AND p.response_id = answer_load.response_id
	LOOP
		RETURN NEXT;
	END LOOP;
	IF NOT FOUND THEN
		RETURN NEXT;
	END IF;
END $$;

-- Words of welcome to the party of this ticket, or to all; in this language, or for every language.
CREATE FUNCTION answer_welcome(ticket bytea, in_lang text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
RETURN (SELECT v.words FROM invitation i JOIN wave_wording v USING (alliance_id, wave_id)
	WHERE i.ticket_hash = ticket AND v.party IN ('', i.party) AND v.lang IN ('', in_lang)
	ORDER BY v.party DESC, v.lang DESC LIMIT 1);

-- Saves share this lock, a submit has it alone; each is taken before the state is read, so whoever waits sees what the other did.
-- A lock on the respondent's row would write into it.
CREATE FUNCTION ticket_lock(ticket bytea) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN hashtextextended(encode(ticket, 'hex'), 0);

CREATE OR REPLACE FUNCTION answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[])
RETURNS TABLE (allowed boolean, new_revision integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
	s record;
BEGIN
	-- Before the wave's state is read: see wave_guard.
	LOCK TABLE ONLY page IN ROW EXCLUSIVE MODE;
	PERFORM pg_advisory_xact_lock_shared(ticket_lock(ticket));
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

CREATE OR REPLACE FUNCTION answer_submit(ticket bytea) RETURNS TABLE (done boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	LOCK TABLE ONLY page IN ROW EXCLUSIVE MODE;
	PERFORM pg_advisory_xact_lock(ticket_lock(ticket));
	RETURN QUERY UPDATE response r SET submitted = true FROM invitation i, wave w
		WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND r.alliance_id = i.alliance_id
			AND r.invitation_id = i.invitation_id AND w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
			AND w.state = 'open'
		RETURNING r.submitted;
END $$;

REVOKE EXECUTE ON FUNCTION answer_load, answer_welcome, wave_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_load, answer_welcome TO attune_answer;
GRANT UPDATE (lang) ON invitation TO attune_admin;
