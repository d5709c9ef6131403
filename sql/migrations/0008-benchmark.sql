-- 0008-benchmark.sql - kinds and stages of alliances, what releases bring into a pool, benchmarks
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which words there are is in alliance.c; '': not told.
ALTER TABLE alliance ADD type text NOT NULL DEFAULT '' CHECK (type ~ '^[a-z]*$'),
	ADD stage text NOT NULL DEFAULT '' CHECK (stage ~ '^[a-z]*$');
GRANT UPDATE (type, stage) ON alliance TO attune_admin;

-- Of what a release shows, by party and dimension: people, mean, spread. Small, since a benchmark reads it of all releases.
-- entered is their order: profiles of managers enter the map of managers by fives.
CREATE TABLE release_figures (
	alliance_id bigint,
	wave_id bigint,
	entered bigint GENERATED ALWAYS AS IDENTITY,
	figures bytea NOT NULL,
	PRIMARY KEY (alliance_id, wave_id),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES release
);
-- Sums over the answers behind these, for reliability and key drivers; read of an alliance's newest release only. In the row
-- itself, because a row elsewhere is one more look-up for each.
CREATE TABLE release_sums (
	alliance_id bigint,
	wave_id bigint,
	tallies bytea NOT NULL,
	crosses bytea NOT NULL,
	PRIMARY KEY (alliance_id, wave_id),
	FOREIGN KEY (alliance_id, wave_id) REFERENCES release
) WITH (toast_tuple_target = 8160);
ALTER TABLE release_sums ALTER tallies SET STORAGE EXTERNAL, ALTER crosses SET STORAGE EXTERNAL;
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_figures EXECUTE FUNCTION refuse_change();
CREATE TRIGGER frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON release_sums EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON release_figures, release_sums TO attune_work;

-- One a day; that of today is made anew after each release, those of earlier days never change.
CREATE TABLE benchmark (
	made date PRIMARY KEY,
	engine_version text NOT NULL,
	content bytea NOT NULL
);
CREATE FUNCTION benchmark_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND OLD.made = utc_today() AND NEW.made = OLD.made THEN
		RETURN NEW;
	END IF;
	RAISE EXCEPTION USING ERRCODE = 'AT001', MESSAGE = 'a benchmark of an earlier day is never changed';
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON benchmark FOR EACH ROW EXECUTE FUNCTION benchmark_guard();
CREATE TRIGGER frozen BEFORE TRUNCATE ON benchmark EXECUTE FUNCTION refuse_change();
GRANT SELECT ON benchmark TO attune_console, attune_admin, attune_work;
GRANT INSERT, UPDATE (engine_version, content) ON benchmark TO attune_work;

-- Norm groups: aggregates made elsewhere, or here.
CREATE TABLE norm (
	name text PRIMARY KEY,
	content text NOT NULL
);
GRANT SELECT ON norm TO attune_console, attune_admin, attune_work;
GRANT INSERT, UPDATE (content) ON norm TO attune_admin;

ALTER TABLE job DROP CONSTRAINT job_kind_check, ADD CONSTRAINT job_kind_check CHECK (kind IN ('measure', 'benchmark'));
GRANT INSERT ON job TO attune_work;
