-- roles.sql - who may connect, and the book of migrations; run again before every migration
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- attune_owner    owns every table and function; nobody can connect as it
-- attune_answer   the respondents' program: a handful of functions that ask for a ticket, no table
-- attune_console  signed-in people: alliances, waves and releases, never an answer
-- attune_admin    the command line: sets up alliances, people, waves; never an answer
-- attune_work     jobs: reads the answers of closing waves, writes releases and sealed answers
RESET ROLE;
DO $$
DECLARE
	role text;
BEGIN
	FOREACH role IN ARRAY ARRAY['attune_owner', 'attune_answer', 'attune_console', 'attune_admin', 'attune_work'] LOOP
		IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
			EXECUTE format('CREATE ROLE %I %s', role, CASE role WHEN 'attune_owner' THEN 'NOLOGIN' ELSE 'LOGIN' END);
		END IF;
	END LOOP;
	EXECUTE format('ALTER DATABASE %I OWNER TO attune_owner', current_database());
	EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
	EXECUTE format('GRANT CONNECT ON DATABASE %I TO attune_answer, attune_console, attune_admin, attune_work',
		current_database());
END $$;
SET ROLE attune_owner;
CREATE TABLE IF NOT EXISTS migration (
	name text PRIMARY KEY,
	checksum text NOT NULL,
	applied timestamptz NOT NULL DEFAULT now()
);
