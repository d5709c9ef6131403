-- 0003-releases.sql - the frozen results of closed waves
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE release (
	alliance_id bigint,
	wave_id bigint,
	wave text NOT NULL,
	alliance text NOT NULL,
	form_id text NOT NULL,
	form_version integer NOT NULL,
	fingerprint bytea NOT NULL REFERENCES form_version,
	engine_version text NOT NULL,
	closed date NOT NULL,
	mode text NOT NULL,
	k integer NOT NULL,
	target double precision,
	floor double precision,
	PRIMARY KEY (alliance_id, wave_id),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES wave
);

CREATE TABLE release_party (
	alliance_id bigint,
	wave_id bigint,
	party text,
	name text NOT NULL,
	invited integer NOT NULL,
	answered integer NOT NULL,
	PRIMARY KEY (alliance_id, wave_id, party),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES release
);

CREATE TABLE cell (
	alliance_id bigint,
	wave_id bigint,
	position integer,
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
	capped boolean NOT NULL,
	PRIMARY KEY (alliance_id, wave_id, position),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES release
);

CREATE TABLE comment (
	alliance_id bigint,
	wave_id bigint,
	position integer,
	item text NOT NULL,
	party text,
	words text NOT NULL,
	PRIMARY KEY (alliance_id, wave_id, position),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES release
);

CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_party EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON cell EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON comment EXECUTE FUNCTION refuse_change();

GRANT SELECT ON release, release_party, cell, comment TO attune_console, attune_admin, attune_work;
GRANT INSERT ON release, release_party, cell, comment TO attune_work;
