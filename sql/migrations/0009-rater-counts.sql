-- 0009-rater-counts.sql - how many raters answered without telling who; who may read a profile, asked in one place
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Counts by party, or by rater group in a wave about a person: how many, never who. So they are not told of a group of fewer
-- than k people whose names are not shown anyway; and who is withdrawn stays among those who have begun and handed in, or to
-- withdraw a link and to look would tell what became of it.
DROP FUNCTION wave_counts;
CREATE FUNCTION wave_counts(alliance bigint, of_wave bigint)
RETURNS TABLE (party text, invited bigint, told boolean, begun bigint, submitted bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
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
REVOKE EXECUTE ON FUNCTION wave_counts FROM PUBLIC;
GRANT EXECUTE ON FUNCTION wave_counts TO attune_console, attune_admin, attune_work;

-- A profile is open to its person, to whoever was declared a reader at launch, and to whom the person has opened it.
CREATE FUNCTION profile_open_to(of wave, reader text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
	SELECT of.about IS NOT NULL AND (lower(reader) IN (SELECT lower(unnest(of.readers)))
		OR EXISTS (SELECT FROM release_reader r
			WHERE r.alliance_id = of.alliance_id AND r.wave_id = of.wave_id AND lower(r.email) = lower(reader))
		OR EXISTS (SELECT FROM membership m JOIN person p USING (organisation_id, person_id)
			WHERE m.alliance_id = of.alliance_id AND m.person_id = of.about AND lower(p.email) = lower(reader)))
$$;
REVOKE EXECUTE ON FUNCTION profile_open_to FROM PUBLIC;
GRANT EXECUTE ON FUNCTION profile_open_to TO attune_console, attune_admin, attune_work;
