-- 0007-assessment.sql - waves about an alliance manager: rater groups, nomination, who reads the profile
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE form_version ADD subject text NOT NULL DEFAULT 'alliance' CHECK (subject IN ('alliance', 'manager'));

-- about: who is assessed, a member of the alliance. role: the form's weights for this kind of alliance. counterpart_named: the
-- counterpart agreed to answer under the own name. readers: addresses that see the profile besides the person, said at launch.
ALTER TABLE wave ADD about bigint, ADD role text NOT NULL DEFAULT '', ADD counterpart_named boolean NOT NULL DEFAULT false,
	ADD readers text[] NOT NULL DEFAULT '{}',
	ADD FOREIGN KEY (alliance_id, about) REFERENCES membership,
	ADD CHECK (about IS NULL OR mode = 'confidential'),
	ADD CHECK (about IS NOT NULL OR (role = '' AND NOT counterpart_named AND readers = '{}'));

-- Proposed by the person who is assessed, approved by the alliance office; only then invited.
CREATE TABLE nomination (
	alliance_id bigint,
	wave_id bigint,
	person_id bigint,
	rater_group text NOT NULL CHECK (rater_group IN ('self', 'manager', 'colleagues', 'executives', 'counterpart',
		'partner_team', 'partner_executives')),
	approved boolean NOT NULL DEFAULT false,
	PRIMARY KEY (alliance_id, wave_id, person_id),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave,
	FOREIGN KEY (alliance_id, person_id) REFERENCES membership
);

ALTER TABLE invitation ADD rater_group text NOT NULL DEFAULT '';

CREATE FUNCTION nomination_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON nomination FOR EACH ROW EXECUTE FUNCTION nomination_guard();

GRANT SELECT ON nomination TO attune_console, attune_admin, attune_work;
GRANT INSERT, UPDATE (rater_group, approved) ON nomination TO attune_admin;
GRANT SELECT (rater_group) ON invitation TO attune_console, attune_admin, attune_work;

-- The assessed person's name, as it was when the wave opened.
ALTER TABLE wave ADD about_name text, ADD CHECK (state = 'draft' OR (about_name IS NULL) = (about IS NULL));

CREATE OR REPLACE FUNCTION wave_names(INOUT w wave) LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
	SELECT a.name, array_agg(p.party ORDER BY p.party), array_agg(o.name ORDER BY p.party)
	INTO w.alliance_name, w.parties, w.organisations
	FROM alliance a JOIN party p USING (alliance_id) JOIN organisation o USING (organisation_id)
	WHERE a.alliance_id = w.alliance_id GROUP BY a.name;
	SELECT p.name INTO w.about_name FROM membership m JOIN person p USING (organisation_id, person_id)
		WHERE m.alliance_id = w.alliance_id AND m.person_id = w.about;
END $$;

CREATE FUNCTION wave_guard_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
CREATE TRIGGER guard_person BEFORE UPDATE ON wave FOR EACH ROW EXECUTE FUNCTION wave_guard_person();

-- An alliance's wave needs people of every party, one about a person approved raters.
CREATE OR REPLACE FUNCTION wave_check_parties(w wave) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
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

-- A form about a person is asked about a person, one about an alliance about none.
CREATE FUNCTION wave_guard_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	IF ((SELECT f.subject FROM form_version f WHERE f.fingerprint = NEW.fingerprint) = 'manager') <> (NEW.about IS NOT NULL) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = CASE WHEN NEW.about IS NULL
			THEN 'this form is about a person: say about whom' ELSE 'this form is about an alliance, not about a person' END;
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard_subject BEFORE INSERT OR UPDATE OF fingerprint, about ON wave
	FOR EACH ROW EXECUTE FUNCTION wave_guard_subject();

-- Who was approved is invited, in the group that was approved.
CREATE FUNCTION invitation_guard_group() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
	IF NEW.rater_group <> coalesce((SELECT n.rater_group FROM nomination n WHERE n.alliance_id = NEW.alliance_id
			AND n.wave_id = NEW.wave_id AND n.person_id = NEW.person_id AND n.approved), '')
		OR (NEW.rater_group = '' AND (SELECT w.about IS NOT NULL FROM wave w
			WHERE w.alliance_id = NEW.alliance_id AND w.wave_id = NEW.wave_id)) THEN
		RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'only approved raters are invited, each in the approved group';
	END IF;
	RETURN NEW;
END $$;
CREATE TRIGGER guard_group BEFORE INSERT OR UPDATE OF rater_group ON invitation
	FOR EACH ROW EXECUTE FUNCTION invitation_guard_group();

-- Counts by party, or by rater group in a wave about a person: how many, never who.
CREATE OR REPLACE FUNCTION wave_counts(alliance bigint, of_wave bigint)
RETURNS TABLE (party text, invited bigint, begun bigint, submitted bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
	SELECT coalesce(nullif(i.rater_group, ''), i.party) AS answering, count(*), count(r.response_id),
		count(*) FILTER (WHERE r.submitted)
	FROM invitation i LEFT JOIN response r ON r.alliance_id = i.alliance_id AND r.invitation_id = i.invitation_id
	WHERE i.alliance_id = alliance AND i.wave_id = of_wave AND NOT i.withdrawn
	GROUP BY answering ORDER BY answering
$$;

-- As before, with what a page about a person needs.
DROP FUNCTION answer_load;
CREATE FUNCTION answer_load(ticket bytea) RETURNS TABLE (state text, alliance_id bigint, wave_id bigint, invitation_id bigint,
	response_id bigint, fingerprint bytea, mode text, k integer, wave text, alliance text, closes bigint, party text, lang text,
	parties text[], organisations text[], rater_group text, person text, named boolean, readers text[], page smallint,
	revision integer, codes smallint[], texts text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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

REVOKE EXECUTE ON FUNCTION answer_load FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_load TO attune_answer;

-- Of a profile: who it is about, and the weights of the kind of alliance.
ALTER TABLE release ADD person text, ADD role text;
-- To whom the person has opened the profile, besides the readers declared at launch. Append-only: what was read was read.
CREATE TABLE release_reader (
	alliance_id bigint,
	wave_id bigint,
	email text,
	PRIMARY KEY (alliance_id, wave_id, email),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_reader EXECUTE FUNCTION refuse_change();
GRANT SELECT ON release_reader TO attune_console, attune_admin, attune_work;
GRANT INSERT ON release_reader TO attune_admin;
COMMENT ON COLUMN sealed.party IS 'the party; in a wave about a person the rater group';
