-- calendar.sql - the demonstration's history happened on one day: move its waves to where they would have been
-- SPDX-License-Identifier: GPL-3.0-or-later
-- usage: psql -f calendar.sql < WAVES.csv, as the superuser of the demonstration's own cluster, with columns alliance, wave
-- and months (how long ago the wave closed).
-- All that is moved are the days of waves and their releases, because a trend needs a time axis and nobody who tries Attune
-- has two years. That people answered, that waves were closed, measured, sealed and released is real, and so is every
-- figure. The log keeps the day on which it was done. No role of Attune itself may do this: dates of closed waves and
-- releases are frozen by triggers, which only a superuser can leave out.
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMPORARY TABLE moved (alliance text, wave text, months integer) ON COMMIT DROP;
\copy moved FROM pstdin CSV HEADER
CREATE TEMPORARY TABLE day ON COMMIT DROP AS
SELECT w.alliance_id, w.wave_id, (utc_today() - make_interval(months => m.months))::date AS closed
FROM moved m JOIN alliance a ON a.key = m.alliance JOIN wave w ON w.alliance_id = a.alliance_id AND w.key = m.wave
WHERE w.state = 'closed';
SET LOCAL session_replication_role = replica;
UPDATE wave w SET opens = d.closed - 14, closed = d.closed FROM day d WHERE (w.alliance_id, w.wave_id) = (d.alliance_id, d.wave_id);
UPDATE release r SET closed = d.closed FROM day d WHERE (r.alliance_id, r.wave_id) = (d.alliance_id, d.wave_id);
COMMIT;
