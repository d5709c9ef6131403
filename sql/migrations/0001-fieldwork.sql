-- 0001-fieldwork.sql - forms, alliances, people, waves, invitations, jobs, and the log of what was done
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A published questionnaire. Never changes: the fingerprint is the SHA-256 of its canonical XML.
CREATE TABLE form_version (
	fingerprint bytea PRIMARY KEY CHECK (octet_length(fingerprint) = 32),
	form_id text NOT NULL,
	version integer NOT NULL,
	xml text NOT NULL,
	published date NOT NULL DEFAULT (now() AT TIME ZONE 'UTC')::date,
	UNIQUE (form_id, version)
);

-- Where each item's codes and text stand in packed rows, counted from 1; option is NULL for items of one slot.
CREATE TABLE form_item (
	fingerprint bytea REFERENCES form_version,
	slot smallint,
	page smallint NOT NULL,
	page_slot smallint NOT NULL,
	item text NOT NULL,
	option smallint,
	text_slot smallint,
	page_text smallint,
	PRIMARY KEY (fingerprint, slot)
);

CREATE TABLE organisation (
	organisation_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	name text NOT NULL UNIQUE CHECK (name <> '')
);

CREATE TABLE alliance (
	alliance_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
	key text NOT NULL UNIQUE CHECK (key ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
	name text NOT NULL CHECK (name <> '')
);

-- Each organisation takes part in an alliance as a party: a, b, ...
CREATE TABLE party (
	alliance_id bigint REFERENCES alliance,
	party text CHECK (party ~ '^[a-h]$'),
	organisation_id bigint NOT NULL REFERENCES organisation,
	PRIMARY KEY (alliance_id, party),
	UNIQUE (alliance_id, organisation_id)
);

CREATE TABLE person (
	organisation_id bigint REFERENCES organisation,
	person_id bigint GENERATED ALWAYS AS IDENTITY,
	name text NOT NULL CHECK (name <> ''),
	email text NOT NULL,
	PRIMARY KEY (organisation_id, person_id)
);
CREATE UNIQUE INDEX person_email ON person (organisation_id, lower(email));

-- A person's part in one alliance.
CREATE TABLE membership (
	alliance_id bigint,
	party text,
	person_id bigint,
	organisation_id bigint NOT NULL,
	function text NOT NULL DEFAULT '',
	level text NOT NULL DEFAULT '',
	language text NOT NULL DEFAULT '',
	PRIMARY KEY (alliance_id, person_id),
	FOREIGN KEY (alliance_id, party) REFERENCES party,
	FOREIGN KEY (organisation_id, person_id) REFERENCES person
);

CREATE TABLE wave (
	alliance_id bigint REFERENCES alliance,
	wave_id bigint GENERATED ALWAYS AS IDENTITY,
	key text NOT NULL CHECK (key ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
	name text NOT NULL CHECK (name <> ''),
	fingerprint bytea NOT NULL REFERENCES form_version,
	mode text NOT NULL CHECK (mode IN ('confidential', 'anonymous', 'identified')),
	k smallint NOT NULL CHECK (k BETWEEN 3 AND 100),
	target double precision CHECK (target BETWEEN 0 AND 100),
	floor double precision CHECK (floor BETWEEN 0 AND target),
	state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closing', 'closed')),
	opens date,
	closes date CHECK (closes >= opens),
	closed date,
	PRIMARY KEY (alliance_id, wave_id),
	UNIQUE (alliance_id, key),
	CHECK ((target IS NULL) = (floor IS NULL))
);

-- Words of welcome for one wave, to everybody ('') or to one party, by language.
CREATE TABLE wave_wording (
	alliance_id bigint,
	wave_id bigint,
	party text,
	lang text,
	words text NOT NULL,
	PRIMARY KEY (alliance_id, wave_id, party, lang),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);

-- Who may answer. In an anonymous wave person_id is NULL: no ticket is ever stored with a person.
-- Nothing here changes when somebody answers, so no row version tells when or whether somebody did.
CREATE TABLE invitation (
	alliance_id bigint,
	invitation_id bigint GENERATED ALWAYS AS IDENTITY,
	wave_id bigint NOT NULL,
	party text NOT NULL,
	person_id bigint,
	ticket_hash bytea NOT NULL UNIQUE CHECK (octet_length(ticket_hash) = 32),
	withdrawn boolean NOT NULL DEFAULT false,
	PRIMARY KEY (alliance_id, invitation_id),
	UNIQUE (alliance_id, wave_id, person_id),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave,
	FOREIGN KEY (alliance_id, party) REFERENCES party,
	FOREIGN KEY (alliance_id, person_id) REFERENCES membership
);

CREATE TABLE job (
	alliance_id bigint,
	job_id bigint GENERATED ALWAYS AS IDENTITY,
	wave_id bigint NOT NULL,
	kind text NOT NULL CHECK (kind IN ('measure')),
	run_after timestamptz NOT NULL DEFAULT now(),
	attempts integer NOT NULL DEFAULT 0,
	trouble text,
	PRIMARY KEY (alliance_id, job_id),
	UNIQUE (alliance_id, wave_id, kind),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);

-- Append-only; each entry's hash covers the one before it.
CREATE TABLE audit_log (
	entry_id bigint PRIMARY KEY,
	at timestamptz NOT NULL,
	actor text NOT NULL,
	action text NOT NULL,
	alliance_id bigint,
	detail text NOT NULL,
	hash bytea NOT NULL
);

CREATE FUNCTION audit_hash(previous bytea, e audit_log) RETURNS bytea LANGUAGE sql STABLE
SET search_path = public, pg_temp
RETURN sha256(previous || convert_to(jsonb_build_array(e.entry_id, extract(epoch FROM e.at), e.actor, e.action, e.alliance_id,
	e.detail)::text, 'UTF8'));

CREATE FUNCTION audit_add(what text, alliance bigint, about text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
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

-- The first entry that does not follow from the one before it; NULL when the log is whole.
CREATE FUNCTION audit_first_broken() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, pg_temp
RETURN (SELECT min(entry_id) FROM (
	SELECT l.entry_id, l.hash = audit_hash(coalesce(lag(l.hash) OVER o, ''), l)
		AND l.entry_id = coalesce(lag(l.entry_id) OVER o, 0) + 1 AS follows
	FROM audit_log l WINDOW o AS (ORDER BY l.entry_id)) AS chain WHERE NOT follows);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
SET search_path = public, pg_temp AS $$
BEGIN
	RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = format('what is in %s is never changed', TG_TABLE_NAME);
END $$;

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON form_version EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON form_item EXECUTE FUNCTION refuse_change();

GRANT SELECT ON form_version, form_item, organisation, alliance, party, person, membership, wave, wave_wording, job, audit_log
	TO attune_console, attune_admin, attune_work;
GRANT SELECT (alliance_id, invitation_id, wave_id, party, person_id, withdrawn) ON invitation
	TO attune_console, attune_admin, attune_work;
GRANT INSERT ON form_version, form_item, organisation, alliance, party, person, membership, wave, wave_wording, invitation, job
	TO attune_admin;
GRANT UPDATE (name, fingerprint, mode, k, target, floor, state, opens, closes) ON wave TO attune_admin;
GRANT UPDATE (ticket_hash, withdrawn) ON invitation TO attune_admin;
GRANT UPDATE (words) ON wave_wording TO attune_admin;
GRANT UPDATE (name) ON person TO attune_admin;
GRANT UPDATE (function, level, language) ON membership TO attune_admin;
GRANT UPDATE (run_after) ON job TO attune_admin;
GRANT UPDATE (state) ON wave TO attune_work;
GRANT UPDATE (run_after, attempts, trouble), DELETE ON job TO attune_work;
REVOKE EXECUTE ON FUNCTION audit_add, audit_first_broken FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_add, audit_first_broken TO attune_console, attune_admin, attune_work;
