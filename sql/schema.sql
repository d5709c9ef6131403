-- schema.sql - the whole schema as pg_dump tells it; tests/flow/migrate.t holds it against the migrations
-- SPDX-License-Identifier: GPL-3.0-or-later
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.answer_begin(ticket bytea, wanted_lang text) RETURNS TABLE(response bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	RETURN QUERY INSERT INTO response AS r (alliance_id, wave_id, invitation_id, lang)
		SELECT i.alliance_id, i.wave_id, i.invitation_id, wanted_lang
		FROM invitation i JOIN wave w ON w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
		WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND w.state = 'open' AND w.opens <= utc_today()
		ON CONFLICT (alliance_id, invitation_id) DO UPDATE SET lang = excluded.lang
		RETURNING r.response_id;
END $$;
ALTER FUNCTION public.answer_begin(ticket bytea, wanted_lang text) OWNER TO attune_owner;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.form_version (
    fingerprint bytea NOT NULL,
    form_id text NOT NULL,
    version integer NOT NULL,
    xml text NOT NULL,
    published date DEFAULT ((now() AT TIME ZONE 'UTC'::text))::date NOT NULL,
    subject text DEFAULT 'alliance'::text NOT NULL,
    CONSTRAINT form_version_fingerprint_check CHECK ((octet_length(fingerprint) = 32)),
    CONSTRAINT form_version_subject_check CHECK ((subject = ANY (ARRAY['alliance'::text, 'manager'::text])))
);
ALTER TABLE public.form_version OWNER TO attune_owner;
CREATE FUNCTION public.answer_form(wanted bytea) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT f.xml FROM public.form_version f WHERE (f.fingerprint = answer_form.wanted));
ALTER FUNCTION public.answer_form(wanted bytea) OWNER TO attune_owner;
CREATE FUNCTION public.answer_load(ticket bytea) RETURNS TABLE(state text, alliance_id bigint, wave_id bigint, invitation_id bigint, response_id bigint, fingerprint bytea, mode text, k integer, wave text, alliance text, closes bigint, party text, lang text, parties text[], organisations text[], rater_group text, person text, named boolean, readers text[], page smallint, revision integer, codes smallint[], texts text[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
#variable_conflict use_column
BEGIN
	SELECT CASE WHEN i.withdrawn THEN 'withdrawn' WHEN w.state IN ('closing', 'closed') THEN 'closed' WHEN r.submitted THEN 'submitted'
			WHEN w.opens > (now() AT TIME ZONE 'UTC')::date THEN 'early' ELSE 'ready' END,
		i.alliance_id, i.wave_id, i.invitation_id, r.response_id, w.fingerprint, w.mode, w.k, w.name, w.alliance_name,
		extract(epoch FROM w.closes), i.party, coalesce(r.lang, i.lang), w.parties, w.organisations, i.rater_group, w.about_name,
		i.rater_group IN ('self', 'manager') OR (i.rater_group = 'counterpart' AND w.counterpart_named), w.readers
	INTO state, alliance_id, wave_id, invitation_id, response_id, fingerprint, mode, k, wave, alliance, closes, party, lang, parties,
		organisations, rater_group, person, named, readers
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
ALTER FUNCTION public.answer_load(ticket bytea) OWNER TO attune_owner;
CREATE FUNCTION public.answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[]) RETURNS TABLE(allowed boolean, new_revision integer)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
ALTER FUNCTION public.answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[]) OWNER TO attune_owner;
CREATE FUNCTION public.answer_submit(ticket bytea) RETURNS TABLE(done boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	LOCK TABLE ONLY page IN ROW EXCLUSIVE MODE;
	PERFORM pg_advisory_xact_lock(ticket_lock(ticket));
	RETURN QUERY UPDATE response r SET submitted = true FROM invitation i, wave w
		WHERE i.ticket_hash = ticket AND NOT i.withdrawn AND r.alliance_id = i.alliance_id
			AND r.invitation_id = i.invitation_id AND w.alliance_id = i.alliance_id AND w.wave_id = i.wave_id
			AND w.state = 'open'
		RETURNING r.submitted;
END $$;
ALTER FUNCTION public.answer_submit(ticket bytea) OWNER TO attune_owner;
CREATE TABLE public.invitation (
    alliance_id bigint NOT NULL,
    invitation_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    party text NOT NULL,
    person_id bigint,
    ticket_hash bytea NOT NULL,
    withdrawn boolean DEFAULT false NOT NULL,
    lang text DEFAULT ''::text NOT NULL,
    rater_group text DEFAULT ''::text NOT NULL,
    CONSTRAINT invitation_ticket_hash_check CHECK ((octet_length(ticket_hash) = 32))
);
ALTER TABLE public.invitation OWNER TO attune_owner;
CREATE TABLE public.wave_wording (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    party text NOT NULL,
    lang text NOT NULL,
    words text NOT NULL
);
ALTER TABLE public.wave_wording OWNER TO attune_owner;
CREATE FUNCTION public.answer_welcome(ticket bytea, in_lang text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT v.words FROM (public.invitation i JOIN public.wave_wording v USING (alliance_id, wave_id)) WHERE ((i.ticket_hash = answer_welcome.ticket) AND ((v.party = ''::text) OR (v.party = i.party)) AND (v.lang = ANY (ARRAY[''::text, answer_welcome.in_lang]))) ORDER BY v.party DESC, v.lang DESC LIMIT 1);
ALTER FUNCTION public.answer_welcome(ticket bytea, in_lang text) OWNER TO attune_owner;
CREATE FUNCTION public.audit_add(what text, alliance bigint, about text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
	previous audit_log;
	entry audit_log;
BEGIN
	LOCK TABLE audit_log IN SHARE ROW EXCLUSIVE MODE;
	SELECT * INTO previous FROM audit_log ORDER BY entry_id DESC LIMIT 1;
	entry := ROW(coalesce(previous.entry_id, 0) + 1, clock_timestamp(), session_user, what, alliance, about, NULL);
	entry.hash := audit_hash(coalesce(previous.hash, ''), entry);
	INSERT INTO audit_log SELECT entry.*;
END $$;
ALTER FUNCTION public.audit_add(what text, alliance bigint, about text) OWNER TO attune_owner;
CREATE TABLE public.audit_log (
    entry_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    alliance_id bigint,
    detail text NOT NULL,
    hash bytea NOT NULL
);
ALTER TABLE public.audit_log OWNER TO attune_owner;
CREATE FUNCTION public.audit_hash(previous bytea, e public.audit_log) RETURNS bytea
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN sha256((previous || convert_to((jsonb_build_array((e).entry_id, EXTRACT(epoch FROM (e).at), (e).actor, (e).action, (e).alliance_id, (e).detail))::text, 'UTF8'::name)));
ALTER FUNCTION public.audit_hash(previous bytea, e public.audit_log) OWNER TO attune_owner;
CREATE FUNCTION public.audit_first_broken() RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    RETURN (SELECT min(chain.entry_id) AS min FROM (SELECT l.entry_id, ((l.hash = public.audit_hash(COALESCE(lag(l.hash) OVER o, '\x'::bytea), l.*)) AND (l.entry_id = (COALESCE(lag(l.entry_id) OVER o, (0)::bigint) + 1))) AS follows FROM public.audit_log l WINDOW o AS (ORDER BY l.entry_id)) chain WHERE (NOT chain.follows));
ALTER FUNCTION public.audit_first_broken() OWNER TO attune_owner;
CREATE FUNCTION public.benchmark_guard() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.made = utc_today() AND NEW.made = OLD.made THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a benchmark of an earlier day is never changed';
END $$;
ALTER FUNCTION public.benchmark_guard() OWNER TO attune_owner;
CREATE FUNCTION public.invitation_guard() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
ALTER FUNCTION public.invitation_guard() OWNER TO attune_owner;
CREATE FUNCTION public.invitation_guard_group() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	IF NEW.rater_group <> coalesce((SELECT n.rater_group FROM nomination n WHERE n.alliance_id = NEW.alliance_id
			AND n.wave_id = NEW.wave_id AND n.person_id = NEW.person_id AND n.approved), '')
		OR (NEW.rater_group = '' AND (SELECT w.about IS NOT NULL FROM wave w
			WHERE w.alliance_id = NEW.alliance_id AND w.wave_id = NEW.wave_id)) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'only approved raters are invited, each in the approved group';
	END IF;
	RETURN NEW;
END $$;
ALTER FUNCTION public.invitation_guard_group() OWNER TO attune_owner;
CREATE FUNCTION public.nomination_guard() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
	w wave;
	rater membership;
	assessed membership;
BEGIN
	SELECT * INTO w FROM wave WHERE alliance_id = NEW.alliance_id AND wave_id = NEW.wave_id;
	SELECT * INTO rater FROM membership WHERE alliance_id = NEW.alliance_id AND person_id = NEW.person_id;
	SELECT * INTO assessed FROM membership WHERE alliance_id = NEW.alliance_id AND person_id = w.about;
	IF w.about IS NULL THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'only a wave about a person has nominations';
	END IF;
	IF w.state NOT IN ('draft', 'open') THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('the wave is %s: nobody is nominated any more', w.state);
	END IF;
	IF (NEW.rater_group = 'self') <> (NEW.person_id = w.about) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'self is the person who is assessed, and nobody else';
	END IF;
	IF (NEW.rater_group IN ('counterpart', 'partner_team', 'partner_executives')) <> (rater.party <> assessed.party) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'counterpart, partner_team and partner_executives are of the other '
			'organisation, everybody else is of the own';
	END IF;
	IF TG_OP = 'UPDATE' AND NEW.rater_group <> OLD.rater_group AND EXISTS (SELECT FROM invitation i
			WHERE i.alliance_id = NEW.alliance_id AND i.wave_id = NEW.wave_id AND i.person_id = NEW.person_id) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'who has a link already stays in the rater group';
	END IF;
	RETURN NEW;
END $$;
ALTER FUNCTION public.nomination_guard() OWNER TO attune_owner;
CREATE TABLE public.wave (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    fingerprint bytea NOT NULL,
    mode text NOT NULL,
    k smallint NOT NULL,
    target double precision,
    floor double precision,
    state text DEFAULT 'draft'::text NOT NULL,
    opens date,
    closes date,
    closed date,
    alliance_name text,
    parties text[],
    organisations text[],
    about bigint,
    role text DEFAULT ''::text NOT NULL,
    counterpart_named boolean DEFAULT false NOT NULL,
    readers text[] DEFAULT '{}'::text[] NOT NULL,
    about_name text,
    CONSTRAINT wave_check CHECK (((floor >= (0)::double precision) AND (floor <= target))),
    CONSTRAINT wave_check1 CHECK ((closes >= opens)),
    CONSTRAINT wave_check2 CHECK (((target IS NULL) = (floor IS NULL))),
    CONSTRAINT wave_check3 CHECK (((about IS NULL) OR (mode = 'confidential'::text))),
    CONSTRAINT wave_check4 CHECK (((about IS NOT NULL) OR ((role = ''::text) AND (NOT counterpart_named) AND (readers = '{}'::text[])))),
    CONSTRAINT wave_check5 CHECK (((state = 'draft'::text) OR ((about_name IS NULL) = (about IS NULL)))),
    CONSTRAINT wave_k_check CHECK (((k >= 3) AND (k <= 40))),
    CONSTRAINT wave_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text)),
    CONSTRAINT wave_mode_check CHECK ((mode = ANY (ARRAY['confidential'::text, 'anonymous'::text, 'identified'::text]))),
    CONSTRAINT wave_name_check CHECK ((name <> ''::text)),
    CONSTRAINT wave_named CHECK (((state = 'draft'::text) OR (ROW(alliance_name, parties, organisations) IS NOT NULL))),
    CONSTRAINT wave_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closing'::text, 'closed'::text]))),
    CONSTRAINT wave_target_check CHECK (((target >= (0)::double precision) AND (target <= (100)::double precision)))
);
ALTER TABLE public.wave OWNER TO attune_owner;
CREATE FUNCTION public.profile_open_to(of public.wave, reader text) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
	SELECT of.about IS NOT NULL AND (lower(reader) IN (SELECT lower(unnest(of.readers)))
		OR EXISTS (SELECT FROM release_reader r
			WHERE r.alliance_id = of.alliance_id AND r.wave_id = of.wave_id AND lower(r.email) = lower(reader))
		OR EXISTS (SELECT FROM membership m JOIN person p USING (organisation_id, person_id)
			WHERE m.alliance_id = of.alliance_id AND m.person_id = of.about AND lower(p.email) = lower(reader)))
$$;
ALTER FUNCTION public.profile_open_to(of public.wave, reader text) OWNER TO attune_owner;
CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('what is in %s is never changed', TG_TABLE_NAME);
END $$;
ALTER FUNCTION public.refuse_change() OWNER TO attune_owner;
CREATE FUNCTION public.sealed_code(codes bytea, width smallint, place integer) RETURNS smallint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (CASE WHEN (width = 2) THEN NULLIF((((((get_byte(codes, (2 * place)) + 128) % 256) * 256) + get_byte(codes, ((2 * place) + 1))) - 32768), '-32768'::integer) WHEN (get_byte(codes, place) = 0) THEN NULL::integer WHEN (get_byte(codes, place) <= 5) THEN ('-1000'::integer - get_byte(codes, place)) ELSE (get_byte(codes, place) - 106) END)::smallint;
ALTER FUNCTION public.sealed_code(codes bytea, width smallint, place integer) OWNER TO attune_owner;
CREATE FUNCTION public.ticket_lock(ticket bytea) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN hashtextextended(encode(ticket, 'hex'::text), (0)::bigint);
ALTER FUNCTION public.ticket_lock(ticket bytea) OWNER TO attune_owner;
CREATE FUNCTION public.utc_today() RETURNS date
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    RETURN ((now() AT TIME ZONE 'UTC'::text))::date;
ALTER FUNCTION public.utc_today() OWNER TO attune_owner;
CREATE FUNCTION public.wave_begin_draft() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	IF NEW.state <> 'draft' OR NEW.closed IS NOT NULL THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a wave begins as a draft';
	END IF;
	PERFORM audit_add('wave draft', NEW.alliance_id, NEW.key);
	RETURN NEW;
END $$;
ALTER FUNCTION public.wave_begin_draft() OWNER TO attune_owner;
CREATE FUNCTION public.wave_check_parties(w public.wave) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
	least bigint := CASE w.mode WHEN 'anonymous' THEN 10 ELSE 1 END;
	small record;
BEGIN
	IF w.about IS NOT NULL THEN
		PERFORM FROM nomination n WHERE n.alliance_id = w.alliance_id AND n.wave_id = w.wave_id AND n.approved
			AND n.rater_group <> 'self';
		IF NOT FOUND THEN
			RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'nobody but the person is approved to answer yet';
		END IF;
		RETURN;
	END IF;
	SELECT p.party, count(m.person_id) AS n INTO small FROM party p LEFT JOIN membership m USING (alliance_id, party)
		WHERE p.alliance_id = w.alliance_id GROUP BY p.party HAVING count(m.person_id) < least ORDER BY p.party LIMIT 1;
	IF FOUND THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('party %s has %s people; %s wave needs at least %s',
			small.party, small.n, CASE w.mode WHEN 'anonymous' THEN 'an anonymous' ELSE 'a' END, least);
	END IF;
END $$;
ALTER FUNCTION public.wave_check_parties(w public.wave) OWNER TO attune_owner;
CREATE FUNCTION public.wave_counts(alliance bigint, of_wave bigint) RETURNS TABLE(party text, invited bigint, told boolean, begun bigint, submitted bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
	SELECT c.answering, c.invited, t.told, CASE WHEN t.told THEN c.begun ELSE 0 END, CASE WHEN t.told THEN c.submitted ELSE 0 END
	FROM (SELECT coalesce(nullif(i.rater_group, ''), i.party) AS answering, count(*) FILTER (WHERE NOT i.withdrawn) AS invited,
			count(*) AS ever, count(r.response_id) AS begun, count(*) FILTER (WHERE r.submitted) AS submitted
		FROM invitation i LEFT JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
		WHERE i.alliance_id = alliance AND i.wave_id = of_wave GROUP BY answering) AS c
	JOIN wave w ON w.alliance_id = alliance AND w.wave_id = of_wave
	CROSS JOIN LATERAL (SELECT w.about IS NULL OR c.ever >= w.k OR c.answering IN ('self', 'manager')
		OR (c.answering = 'counterpart' AND w.counterpart_named) AS told) AS t
	ORDER BY c.answering
$$;
ALTER FUNCTION public.wave_counts(alliance bigint, of_wave bigint) OWNER TO attune_owner;
CREATE FUNCTION public.wave_destroy_open_answers(alliance bigint, of_wave bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	PERFORM FROM wave w WHERE w.alliance_id = alliance AND w.wave_id = of_wave AND w.state = 'closing';
	IF NOT FOUND THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'answers are sealed only while their wave is closing';
	END IF;
	DELETE FROM response r WHERE r.alliance_id = alliance AND r.wave_id = of_wave;
	EXECUTE format('DROP TABLE page_%s', of_wave);
END $$;
ALTER FUNCTION public.wave_destroy_open_answers(alliance bigint, of_wave bigint) OWNER TO attune_owner;
CREATE FUNCTION public.wave_guard() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
ALTER FUNCTION public.wave_guard() OWNER TO attune_owner;
CREATE FUNCTION public.wave_guard_person() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	IF NEW.about IS DISTINCT FROM OLD.about THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a wave stays about the same person';
	END IF;
	IF OLD.state <> 'draft' AND (NEW.role, NEW.counterpart_named, NEW.readers, NEW.about_name)
			IS DISTINCT FROM (OLD.role, OLD.counterpart_named, OLD.readers, OLD.about_name) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001',
			MESSAGE = 'role, named counterpart and readers of a wave about a person are frozen when it is opened';
	END IF;
	RETURN NEW;
END $$;
ALTER FUNCTION public.wave_guard_person() OWNER TO attune_owner;
CREATE FUNCTION public.wave_guard_subject() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	IF ((SELECT f.subject FROM form_version f WHERE f.fingerprint = NEW.fingerprint) = 'manager') <> (NEW.about IS NOT NULL) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = CASE WHEN NEW.about IS NULL
			THEN 'this form is about a person: say about whom' ELSE 'this form is about an alliance, not about a person' END;
	END IF;
	RETURN NEW;
END $$;
ALTER FUNCTION public.wave_guard_subject() OWNER TO attune_owner;
CREATE FUNCTION public.wave_names(INOUT w public.wave) RETURNS public.wave
    LANGUAGE plpgsql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
	SELECT a.name, array_agg(p.party ORDER BY p.party), array_agg(o.name ORDER BY p.party)
	INTO w.alliance_name, w.parties, w.organisations
	FROM alliance a JOIN party p USING (alliance_id) JOIN organisation o USING (organisation_id)
	WHERE a.alliance_id = w.alliance_id GROUP BY a.name;
	SELECT p.name INTO w.about_name FROM membership m JOIN person p USING (organisation_id, person_id)
		WHERE m.alliance_id = w.alliance_id AND m.person_id = w.about;
END $$;
ALTER FUNCTION public.wave_names(INOUT w public.wave) OWNER TO attune_owner;
CREATE TABLE public.alliance (
    alliance_id bigint NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    type text DEFAULT ''::text NOT NULL,
    stage text DEFAULT ''::text NOT NULL,
    CONSTRAINT alliance_key_check CHECK ((key ~ '^[a-z0-9][a-z0-9_-]{0,62}$'::text)),
    CONSTRAINT alliance_name_check CHECK ((name <> ''::text)),
    CONSTRAINT alliance_stage_check CHECK ((stage ~ '^[a-z]*$'::text)),
    CONSTRAINT alliance_type_check CHECK ((type ~ '^[a-z]*$'::text))
);
ALTER TABLE public.alliance OWNER TO attune_owner;
ALTER TABLE public.alliance ALTER COLUMN alliance_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.alliance_alliance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.benchmark (
    made date NOT NULL,
    engine_version text NOT NULL,
    content bytea NOT NULL
);
ALTER TABLE public.benchmark OWNER TO attune_owner;
CREATE TABLE public.cell (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    "position" integer NOT NULL,
    measure text NOT NULL,
    about text NOT NULL,
    party text NOT NULL,
    detail text,
    shown text NOT NULL,
    n integer NOT NULL,
    value double precision,
    low double precision,
    high double precision,
    p double precision,
    p_adjusted double precision,
    effect double precision,
    percent double precision,
    word text,
    capped boolean NOT NULL
);
ALTER TABLE public.cell OWNER TO attune_owner;
CREATE TABLE public.comment (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    "position" integer NOT NULL,
    item text NOT NULL,
    party text,
    words text NOT NULL
);
ALTER TABLE public.comment OWNER TO attune_owner;
CREATE TABLE public.form_item (
    fingerprint bytea NOT NULL,
    slot smallint NOT NULL,
    page smallint NOT NULL,
    page_slot smallint NOT NULL,
    item text NOT NULL,
    option smallint,
    text_slot smallint,
    page_text smallint
);
ALTER TABLE public.form_item OWNER TO attune_owner;
ALTER TABLE public.invitation ALTER COLUMN invitation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.invitation_invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.job (
    alliance_id bigint NOT NULL,
    job_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    kind text NOT NULL,
    run_after timestamp with time zone DEFAULT now() NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    trouble text,
    CONSTRAINT job_kind_check CHECK ((kind = ANY (ARRAY['measure'::text, 'benchmark'::text])))
);
ALTER TABLE public.job OWNER TO attune_owner;
ALTER TABLE public.job ALTER COLUMN job_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.job_job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.membership (
    alliance_id bigint NOT NULL,
    party text,
    person_id bigint NOT NULL,
    organisation_id bigint NOT NULL,
    function text DEFAULT ''::text NOT NULL,
    level text DEFAULT ''::text NOT NULL,
    language text DEFAULT ''::text NOT NULL
);
ALTER TABLE public.membership OWNER TO attune_owner;
CREATE TABLE public.migration (
    name text NOT NULL,
    checksum text NOT NULL,
    applied timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.migration OWNER TO attune_owner;
CREATE TABLE public.nomination (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    person_id bigint NOT NULL,
    rater_group text NOT NULL,
    approved boolean DEFAULT false NOT NULL,
    CONSTRAINT nomination_rater_group_check CHECK ((rater_group = ANY (ARRAY['self'::text, 'manager'::text, 'colleagues'::text, 'executives'::text, 'counterpart'::text, 'partner_team'::text, 'partner_executives'::text])))
);
ALTER TABLE public.nomination OWNER TO attune_owner;
CREATE TABLE public.norm (
    name text NOT NULL,
    content text NOT NULL
);
ALTER TABLE public.norm OWNER TO attune_owner;
CREATE TABLE public.page (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    response_id bigint NOT NULL,
    page smallint NOT NULL,
    revision integer NOT NULL,
    codes smallint[] NOT NULL,
    texts text[]
)
PARTITION BY LIST (wave_id);
ALTER TABLE public.page OWNER TO attune_owner;
CREATE TABLE public.response (
    alliance_id bigint NOT NULL,
    wave_id bigint,
    response_id bigint NOT NULL,
    invitation_id bigint NOT NULL,
    lang text NOT NULL,
    submitted boolean DEFAULT false NOT NULL
)
WITH (fillfactor='70');
ALTER TABLE public.response OWNER TO attune_owner;
CREATE VIEW public.open_answer AS
 SELECT p.alliance_id,
    p.wave_id,
    p.response_id AS response,
    i.party,
    f.item,
    f.option,
    p.codes[f.page_slot] AS code,
    p.texts[f.page_text] AS words
   FROM ((((public.page p
     JOIN public.response r USING (alliance_id, response_id))
     JOIN public.invitation i USING (alliance_id, invitation_id))
     JOIN public.wave w ON (((w.alliance_id = p.alliance_id) AND (w.wave_id = p.wave_id))))
     JOIN public.form_item f ON (((f.fingerprint = w.fingerprint) AND (f.page = p.page))));
ALTER TABLE public.open_answer OWNER TO attune_owner;
CREATE TABLE public.organisation (
    organisation_id bigint NOT NULL,
    name text NOT NULL,
    CONSTRAINT organisation_name_check CHECK ((name <> ''::text))
);
ALTER TABLE public.organisation OWNER TO attune_owner;
ALTER TABLE public.organisation ALTER COLUMN organisation_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.organisation_organisation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.party (
    alliance_id bigint NOT NULL,
    party text NOT NULL,
    organisation_id bigint NOT NULL,
    CONSTRAINT party_party_check CHECK ((party ~ '^[a-h]$'::text))
);
ALTER TABLE public.party OWNER TO attune_owner;
CREATE TABLE public.person (
    organisation_id bigint NOT NULL,
    person_id bigint NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    CONSTRAINT person_name_check CHECK ((name <> ''::text))
);
ALTER TABLE public.person OWNER TO attune_owner;
ALTER TABLE public.person ALTER COLUMN person_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.person_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.release (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    wave text NOT NULL,
    alliance text NOT NULL,
    form_id text NOT NULL,
    form_version integer NOT NULL,
    fingerprint bytea NOT NULL,
    engine_version text NOT NULL,
    closed date NOT NULL,
    mode text NOT NULL,
    k integer NOT NULL,
    target double precision,
    floor double precision,
    person text,
    role text
);
ALTER TABLE public.release OWNER TO attune_owner;
CREATE TABLE public.release_figures (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    entered bigint NOT NULL,
    figures bytea NOT NULL
);
ALTER TABLE public.release_figures OWNER TO attune_owner;
ALTER TABLE public.release_figures ALTER COLUMN entered ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.release_figures_entered_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.release_party (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    party text NOT NULL,
    name text NOT NULL,
    invited integer NOT NULL,
    answered integer NOT NULL
);
ALTER TABLE public.release_party OWNER TO attune_owner;
CREATE TABLE public.release_reader (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    email text NOT NULL
);
ALTER TABLE public.release_reader OWNER TO attune_owner;
CREATE TABLE public.release_sums (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    tallies bytea NOT NULL,
    crosses bytea NOT NULL
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY public.release_sums ALTER COLUMN tallies SET STORAGE EXTERNAL;
ALTER TABLE ONLY public.release_sums ALTER COLUMN crosses SET STORAGE EXTERNAL;
ALTER TABLE public.release_sums OWNER TO attune_owner;
ALTER TABLE public.response ALTER COLUMN response_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.response_response_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.sealed (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    responses integer NOT NULL,
    slots integer NOT NULL,
    width smallint NOT NULL,
    party text NOT NULL,
    codes bytea NOT NULL,
    texts text[],
    CONSTRAINT sealed_check CHECK ((octet_length(codes) = ((responses * slots) * width))),
    CONSTRAINT sealed_check1 CHECK (((cardinality(texts) % responses) = 0)),
    CONSTRAINT sealed_responses_check CHECK ((responses > 0)),
    CONSTRAINT sealed_width_check CHECK ((width = ANY (ARRAY[1, 2])))
)
WITH (toast_tuple_target='8160');
ALTER TABLE ONLY public.sealed ALTER COLUMN codes SET STORAGE EXTERNAL;
ALTER TABLE public.sealed OWNER TO attune_owner;
COMMENT ON COLUMN public.sealed.party IS 'the party; in a wave about a person the rater group';
CREATE VIEW public.sealed_answer AS
 SELECT s.alliance_id,
    s.wave_id,
    (s.earlier + r.r) AS response,
    s.party,
    f.item,
    f.option,
    public.sealed_code(s.codes, s.width, ((((r.r - 1) * s.slots) + f.slot) - 1)) AS code,
    s.texts[(((r.r - 1) * (cardinality(s.texts) / s.responses)) + f.text_slot)] AS words
   FROM (((( SELECT sealed.alliance_id,
            sealed.wave_id,
            sealed.responses,
            sealed.slots,
            sealed.width,
            sealed.party,
            sealed.codes,
            sealed.texts,
            (sum(sealed.responses) OVER (PARTITION BY sealed.alliance_id, sealed.wave_id ORDER BY sealed.ctid) - sealed.responses) AS earlier
           FROM public.sealed) s
     JOIN public.wave w USING (alliance_id, wave_id))
     JOIN public.form_item f USING (fingerprint))
     CROSS JOIN LATERAL generate_series(1, s.responses) r(r));
ALTER TABLE public.sealed_answer OWNER TO attune_owner;
CREATE TABLE public.sealed_comment (
    alliance_id bigint NOT NULL,
    wave_id bigint NOT NULL,
    party text NOT NULL,
    item text NOT NULL,
    words text NOT NULL
);
ALTER TABLE public.sealed_comment OWNER TO attune_owner;
ALTER TABLE public.wave ALTER COLUMN wave_id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.wave_wave_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.alliance
    ADD CONSTRAINT alliance_key_key UNIQUE (key);
ALTER TABLE ONLY public.alliance
    ADD CONSTRAINT alliance_pkey PRIMARY KEY (alliance_id);
ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.benchmark
    ADD CONSTRAINT benchmark_pkey PRIMARY KEY (made);
ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_pkey PRIMARY KEY (alliance_id, wave_id, "position");
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT comment_pkey PRIMARY KEY (alliance_id, wave_id, "position");
ALTER TABLE ONLY public.form_item
    ADD CONSTRAINT form_item_pkey PRIMARY KEY (fingerprint, slot);
ALTER TABLE ONLY public.form_version
    ADD CONSTRAINT form_version_form_id_version_key UNIQUE (form_id, version);
ALTER TABLE ONLY public.form_version
    ADD CONSTRAINT form_version_pkey PRIMARY KEY (fingerprint);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_alliance_id_wave_id_person_id_key UNIQUE (alliance_id, wave_id, person_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (alliance_id, invitation_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_ticket_hash_key UNIQUE (ticket_hash);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_alliance_id_wave_id_kind_key UNIQUE (alliance_id, wave_id, kind);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (alliance_id, job_id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_pkey PRIMARY KEY (alliance_id, person_id);
ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_pkey PRIMARY KEY (alliance_id, wave_id, person_id);
ALTER TABLE ONLY public.norm
    ADD CONSTRAINT norm_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_name_key UNIQUE (name);
ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (organisation_id);
ALTER TABLE ONLY public.page
    ADD CONSTRAINT page_pkey PRIMARY KEY (alliance_id, wave_id, response_id, page);
ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_alliance_id_organisation_id_key UNIQUE (alliance_id, organisation_id);
ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_pkey PRIMARY KEY (alliance_id, party);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (organisation_id, person_id);
ALTER TABLE ONLY public.release_figures
    ADD CONSTRAINT release_figures_pkey PRIMARY KEY (alliance_id, wave_id);
ALTER TABLE ONLY public.release_party
    ADD CONSTRAINT release_party_pkey PRIMARY KEY (alliance_id, wave_id, party);
ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_pkey PRIMARY KEY (alliance_id, wave_id);
ALTER TABLE ONLY public.release_reader
    ADD CONSTRAINT release_reader_pkey PRIMARY KEY (alliance_id, wave_id, email);
ALTER TABLE ONLY public.release_sums
    ADD CONSTRAINT release_sums_pkey PRIMARY KEY (alliance_id, wave_id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT response_alliance_id_invitation_id_key UNIQUE (alliance_id, invitation_id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT response_pkey PRIMARY KEY (alliance_id, response_id);
ALTER TABLE ONLY public.wave
    ADD CONSTRAINT wave_alliance_id_key_key UNIQUE (alliance_id, key);
ALTER TABLE ONLY public.wave
    ADD CONSTRAINT wave_pkey PRIMARY KEY (alliance_id, wave_id);
ALTER TABLE ONLY public.wave_wording
    ADD CONSTRAINT wave_wording_pkey PRIMARY KEY (alliance_id, wave_id, party, lang);
CREATE UNIQUE INDEX person_email ON public.person USING btree (organisation_id, lower(email));
CREATE INDEX sealed_comment_wave ON public.sealed_comment USING btree (alliance_id, wave_id);
CREATE INDEX sealed_wave ON public.sealed USING btree (alliance_id, wave_id);
CREATE INDEX wave_closing_day ON public.wave USING btree (closes) WHERE (state = 'open'::text);
CREATE TRIGGER begin_draft BEFORE INSERT ON public.wave FOR EACH ROW EXECUTE FUNCTION public.wave_begin_draft();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE TRUNCATE ON public.benchmark FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.cell FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.comment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.form_item FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.form_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release_figures FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release_party FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release_reader FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.release_sums FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sealed FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER frozen BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sealed_comment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();
CREATE TRIGGER guard BEFORE DELETE OR UPDATE ON public.benchmark FOR EACH ROW EXECUTE FUNCTION public.benchmark_guard();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.invitation_guard();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION public.nomination_guard();
CREATE TRIGGER guard BEFORE UPDATE ON public.wave FOR EACH ROW EXECUTE FUNCTION public.wave_guard();
CREATE TRIGGER guard_group BEFORE INSERT OR UPDATE OF rater_group ON public.invitation FOR EACH ROW EXECUTE FUNCTION public.invitation_guard_group();
CREATE TRIGGER guard_person BEFORE UPDATE ON public.wave FOR EACH ROW EXECUTE FUNCTION public.wave_guard_person();
CREATE TRIGGER guard_subject BEFORE INSERT OR UPDATE OF fingerprint, about ON public.wave FOR EACH ROW EXECUTE FUNCTION public.wave_guard_subject();
ALTER TABLE ONLY public.cell
    ADD CONSTRAINT cell_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.release(alliance_id, wave_id);
ALTER TABLE ONLY public.comment
    ADD CONSTRAINT comment_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.release(alliance_id, wave_id);
ALTER TABLE ONLY public.form_item
    ADD CONSTRAINT form_item_fingerprint_fkey FOREIGN KEY (fingerprint) REFERENCES public.form_version(fingerprint);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_alliance_id_party_fkey FOREIGN KEY (alliance_id, party) REFERENCES public.party(alliance_id, party);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES public.membership(alliance_id, person_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_alliance_id_party_fkey FOREIGN KEY (alliance_id, party) REFERENCES public.party(alliance_id, party);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT membership_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES public.person(organisation_id, person_id);
ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_alliance_id_person_id_fkey FOREIGN KEY (alliance_id, person_id) REFERENCES public.membership(alliance_id, person_id);
ALTER TABLE ONLY public.nomination
    ADD CONSTRAINT nomination_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES public.alliance(alliance_id);
ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(organisation_id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(organisation_id);
ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.release_figures
    ADD CONSTRAINT release_figures_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.release(alliance_id, wave_id);
ALTER TABLE ONLY public.release
    ADD CONSTRAINT release_fingerprint_fkey FOREIGN KEY (fingerprint) REFERENCES public.form_version(fingerprint);
ALTER TABLE ONLY public.release_party
    ADD CONSTRAINT release_party_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.release(alliance_id, wave_id);
ALTER TABLE ONLY public.release_reader
    ADD CONSTRAINT release_reader_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.release_sums
    ADD CONSTRAINT release_sums_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.release(alliance_id, wave_id);
ALTER TABLE ONLY public.sealed
    ADD CONSTRAINT sealed_alliance_id_wave_id_fkey1 FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.sealed_comment
    ADD CONSTRAINT sealed_comment_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
ALTER TABLE ONLY public.wave
    ADD CONSTRAINT wave_alliance_id_about_fkey FOREIGN KEY (alliance_id, about) REFERENCES public.membership(alliance_id, person_id);
ALTER TABLE ONLY public.wave
    ADD CONSTRAINT wave_alliance_id_fkey FOREIGN KEY (alliance_id) REFERENCES public.alliance(alliance_id);
ALTER TABLE ONLY public.wave
    ADD CONSTRAINT wave_fingerprint_fkey FOREIGN KEY (fingerprint) REFERENCES public.form_version(fingerprint);
ALTER TABLE ONLY public.wave_wording
    ADD CONSTRAINT wave_wording_alliance_id_wave_id_fkey FOREIGN KEY (alliance_id, wave_id) REFERENCES public.wave(alliance_id, wave_id);
REVOKE ALL ON FUNCTION public.answer_begin(ticket bytea, wanted_lang text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_begin(ticket bytea, wanted_lang text) TO attune_answer;
GRANT SELECT ON TABLE public.form_version TO attune_console;
GRANT SELECT,INSERT ON TABLE public.form_version TO attune_admin;
GRANT SELECT ON TABLE public.form_version TO attune_work;
REVOKE ALL ON FUNCTION public.answer_form(wanted bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_form(wanted bytea) TO attune_answer;
GRANT ALL ON FUNCTION public.answer_form(wanted bytea) TO attune_console;
GRANT ALL ON FUNCTION public.answer_form(wanted bytea) TO attune_admin;
GRANT ALL ON FUNCTION public.answer_form(wanted bytea) TO attune_work;
REVOKE ALL ON FUNCTION public.answer_load(ticket bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_load(ticket bytea) TO attune_answer;
REVOKE ALL ON FUNCTION public.answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_save(ticket bytea, on_page smallint, seen integer, new_codes smallint[], new_texts text[]) TO attune_answer;
REVOKE ALL ON FUNCTION public.answer_submit(ticket bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_submit(ticket bytea) TO attune_answer;
GRANT INSERT ON TABLE public.invitation TO attune_admin;
GRANT SELECT(alliance_id) ON TABLE public.invitation TO attune_console;
GRANT SELECT(alliance_id) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(alliance_id) ON TABLE public.invitation TO attune_work;
GRANT SELECT(invitation_id) ON TABLE public.invitation TO attune_console;
GRANT SELECT(invitation_id) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(invitation_id) ON TABLE public.invitation TO attune_work;
GRANT SELECT(wave_id) ON TABLE public.invitation TO attune_console;
GRANT SELECT(wave_id) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(wave_id) ON TABLE public.invitation TO attune_work;
GRANT SELECT(party) ON TABLE public.invitation TO attune_console;
GRANT SELECT(party) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(party) ON TABLE public.invitation TO attune_work;
GRANT SELECT(person_id) ON TABLE public.invitation TO attune_console;
GRANT SELECT(person_id) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(person_id) ON TABLE public.invitation TO attune_work;
GRANT UPDATE(ticket_hash) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(withdrawn) ON TABLE public.invitation TO attune_console;
GRANT SELECT(withdrawn),UPDATE(withdrawn) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(withdrawn) ON TABLE public.invitation TO attune_work;
GRANT UPDATE(lang) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(rater_group) ON TABLE public.invitation TO attune_console;
GRANT SELECT(rater_group) ON TABLE public.invitation TO attune_admin;
GRANT SELECT(rater_group) ON TABLE public.invitation TO attune_work;
GRANT SELECT ON TABLE public.wave_wording TO attune_console;
GRANT SELECT,INSERT ON TABLE public.wave_wording TO attune_admin;
GRANT SELECT ON TABLE public.wave_wording TO attune_work;
GRANT UPDATE(words) ON TABLE public.wave_wording TO attune_admin;
REVOKE ALL ON FUNCTION public.answer_welcome(ticket bytea, in_lang text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.answer_welcome(ticket bytea, in_lang text) TO attune_answer;
REVOKE ALL ON FUNCTION public.audit_add(what text, alliance bigint, about text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_add(what text, alliance bigint, about text) TO attune_console;
GRANT ALL ON FUNCTION public.audit_add(what text, alliance bigint, about text) TO attune_admin;
GRANT ALL ON FUNCTION public.audit_add(what text, alliance bigint, about text) TO attune_work;
GRANT SELECT ON TABLE public.audit_log TO attune_console;
GRANT SELECT ON TABLE public.audit_log TO attune_admin;
GRANT SELECT ON TABLE public.audit_log TO attune_work;
REVOKE ALL ON FUNCTION public.audit_first_broken() FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_first_broken() TO attune_console;
GRANT ALL ON FUNCTION public.audit_first_broken() TO attune_admin;
GRANT ALL ON FUNCTION public.audit_first_broken() TO attune_work;
GRANT SELECT ON TABLE public.wave TO attune_console;
GRANT SELECT,INSERT ON TABLE public.wave TO attune_admin;
GRANT SELECT ON TABLE public.wave TO attune_work;
GRANT UPDATE(name) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(fingerprint) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(mode) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(k) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(target) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(floor) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(state) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(state) ON TABLE public.wave TO attune_work;
GRANT UPDATE(opens) ON TABLE public.wave TO attune_admin;
GRANT UPDATE(closes) ON TABLE public.wave TO attune_admin;
REVOKE ALL ON FUNCTION public.profile_open_to(of public.wave, reader text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.profile_open_to(of public.wave, reader text) TO attune_console;
GRANT ALL ON FUNCTION public.profile_open_to(of public.wave, reader text) TO attune_admin;
GRANT ALL ON FUNCTION public.profile_open_to(of public.wave, reader text) TO attune_work;
REVOKE ALL ON FUNCTION public.wave_check_parties(w public.wave) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.wave_counts(alliance bigint, of_wave bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.wave_counts(alliance bigint, of_wave bigint) TO attune_console;
GRANT ALL ON FUNCTION public.wave_counts(alliance bigint, of_wave bigint) TO attune_admin;
GRANT ALL ON FUNCTION public.wave_counts(alliance bigint, of_wave bigint) TO attune_work;
REVOKE ALL ON FUNCTION public.wave_destroy_open_answers(alliance bigint, of_wave bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.wave_destroy_open_answers(alliance bigint, of_wave bigint) TO attune_work;
REVOKE ALL ON FUNCTION public.wave_names(INOUT w public.wave) FROM PUBLIC;
GRANT SELECT ON TABLE public.alliance TO attune_console;
GRANT SELECT,INSERT ON TABLE public.alliance TO attune_admin;
GRANT SELECT ON TABLE public.alliance TO attune_work;
GRANT UPDATE(type) ON TABLE public.alliance TO attune_admin;
GRANT UPDATE(stage) ON TABLE public.alliance TO attune_admin;
GRANT SELECT ON TABLE public.benchmark TO attune_console;
GRANT SELECT ON TABLE public.benchmark TO attune_admin;
GRANT SELECT,INSERT ON TABLE public.benchmark TO attune_work;
GRANT UPDATE(engine_version) ON TABLE public.benchmark TO attune_work;
GRANT UPDATE(content) ON TABLE public.benchmark TO attune_work;
GRANT SELECT ON TABLE public.cell TO attune_console;
GRANT SELECT ON TABLE public.cell TO attune_admin;
GRANT SELECT,INSERT ON TABLE public.cell TO attune_work;
GRANT SELECT ON TABLE public.comment TO attune_console;
GRANT SELECT ON TABLE public.comment TO attune_admin;
GRANT SELECT,INSERT ON TABLE public.comment TO attune_work;
GRANT SELECT ON TABLE public.form_item TO attune_console;
GRANT SELECT,INSERT ON TABLE public.form_item TO attune_admin;
GRANT SELECT ON TABLE public.form_item TO attune_work;
GRANT SELECT ON TABLE public.job TO attune_console;
GRANT SELECT,INSERT ON TABLE public.job TO attune_admin;
GRANT SELECT,INSERT,DELETE ON TABLE public.job TO attune_work;
GRANT UPDATE(run_after) ON TABLE public.job TO attune_admin;
GRANT UPDATE(run_after) ON TABLE public.job TO attune_work;
GRANT UPDATE(attempts) ON TABLE public.job TO attune_work;
GRANT UPDATE(trouble) ON TABLE public.job TO attune_work;
GRANT SELECT ON TABLE public.membership TO attune_console;
GRANT SELECT,INSERT ON TABLE public.membership TO attune_admin;
GRANT SELECT ON TABLE public.membership TO attune_work;
GRANT UPDATE(function) ON TABLE public.membership TO attune_admin;
GRANT UPDATE(level) ON TABLE public.membership TO attune_admin;
GRANT UPDATE(language) ON TABLE public.membership TO attune_admin;
GRANT SELECT ON TABLE public.nomination TO attune_console;
GRANT SELECT,INSERT ON TABLE public.nomination TO attune_admin;
GRANT SELECT ON TABLE public.nomination TO attune_work;
GRANT UPDATE(rater_group) ON TABLE public.nomination TO attune_admin;
GRANT UPDATE(approved) ON TABLE public.nomination TO attune_admin;
GRANT SELECT ON TABLE public.norm TO attune_console;
GRANT SELECT,INSERT ON TABLE public.norm TO attune_admin;
GRANT SELECT ON TABLE public.norm TO attune_work;
GRANT UPDATE(content) ON TABLE public.norm TO attune_admin;
GRANT SELECT ON TABLE public.page TO attune_work;
GRANT SELECT ON TABLE public.response TO attune_work;
GRANT SELECT ON TABLE public.open_answer TO attune_work;
GRANT SELECT ON TABLE public.organisation TO attune_console;
GRANT SELECT,INSERT ON TABLE public.organisation TO attune_admin;
GRANT SELECT ON TABLE public.organisation TO attune_work;
GRANT SELECT ON TABLE public.party TO attune_console;
GRANT SELECT,INSERT ON TABLE public.party TO attune_admin;
GRANT SELECT ON TABLE public.party TO attune_work;
GRANT SELECT ON TABLE public.person TO attune_console;
GRANT SELECT,INSERT ON TABLE public.person TO attune_admin;
GRANT SELECT ON TABLE public.person TO attune_work;
GRANT UPDATE(name) ON TABLE public.person TO attune_admin;
GRANT SELECT ON TABLE public.release TO attune_console;
GRANT SELECT ON TABLE public.release TO attune_admin;
GRANT SELECT,INSERT ON TABLE public.release TO attune_work;
GRANT SELECT,INSERT ON TABLE public.release_figures TO attune_work;
GRANT SELECT ON TABLE public.release_party TO attune_console;
GRANT SELECT ON TABLE public.release_party TO attune_admin;
GRANT SELECT,INSERT ON TABLE public.release_party TO attune_work;
GRANT SELECT ON TABLE public.release_reader TO attune_console;
GRANT SELECT,INSERT ON TABLE public.release_reader TO attune_admin;
GRANT SELECT ON TABLE public.release_reader TO attune_work;
GRANT SELECT,INSERT ON TABLE public.release_sums TO attune_work;
GRANT SELECT,INSERT ON TABLE public.sealed TO attune_work;
GRANT SELECT ON TABLE public.sealed_answer TO attune_work;
GRANT SELECT,INSERT ON TABLE public.sealed_comment TO attune_work;
