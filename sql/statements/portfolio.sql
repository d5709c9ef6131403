-- name: portfolio_add
-- What a release brings into a pool.
-- in: alliance_id bigint, wave_id bigint, figures bytea
INSERT INTO release_figures (alliance_id, wave_id, figures) VALUES (:alliance_id, :wave_id, :figures);

-- name: portfolio_add_sums
-- in: alliance_id bigint, wave_id bigint, tallies bytea, crosses bytea
INSERT INTO release_sums (alliance_id, wave_id, tallies, crosses) VALUES (:alliance_id, :wave_id, :tallies, :crosses);

-- name: portfolio_stream
-- Every release, alliance by alliance; about 0: of the alliance itself. figures NULL: stored without.
-- copy: alliance_id bigint, key text, name text, type text, stage text, wave text, wave_name text, closed bigint, about bigint,
-- copy: fingerprint bytea, entered bigint, figures bytea
COPY (SELECT r.alliance_id, a.key, a.name, a.type, a.stage, w.key, r.wave, (r.closed - date '1970-01-01')::bigint * 86400,
		coalesce(w.about, 0), r.fingerprint, coalesce(f.entered, 0), f.figures
	FROM release r JOIN wave w USING (alliance_id, wave_id) JOIN alliance a USING (alliance_id)
	LEFT JOIN release_figures f USING (alliance_id, wave_id)
	ORDER BY r.alliance_id, r.wave_id) TO STDOUT (FORMAT binary);

-- name: portfolio_choose
-- Which releases portfolio_sums means: a COPY has no parameters. since: seconds of a UTC day.
-- in: form_id text, since bigint
SELECT FROM set_config('attune.form_id', :form_id, true) f,
	set_config('attune.since', (date '1970-01-01' + (:since / 86400)::integer)::text, true) s;

-- name: portfolio_sums
-- Of the newest release of each alliance with this form.
-- copy: alliance_id bigint, fingerprint bytea, tallies bytea, crosses bytea
COPY (SELECT n.alliance_id, n.fingerprint, s.tallies, s.crosses
	FROM (SELECT DISTINCT ON (alliance_id) alliance_id, wave_id, fingerprint FROM release
		WHERE form_id = current_setting('attune.form_id', true) AND closed >= current_setting('attune.since', true)::date
		ORDER BY alliance_id, closed DESC, wave_id DESC) n
	JOIN release_sums s USING (alliance_id, wave_id)) TO STDOUT (FORMAT binary);

-- name: portfolio_versions
-- The published versions of a form, ascending.
-- in: form_id text
-- rows: fingerprint bytea
SELECT fingerprint FROM form_version WHERE form_id = :form_id ORDER BY version;

-- name: benchmark_put
-- That of today; what was made earlier today is replaced.
-- in: engine_version text, content bytea
INSERT INTO benchmark (made, engine_version, content) VALUES (utc_today(), :engine_version, :content)
ON CONFLICT (made) DO UPDATE SET engine_version = excluded.engine_version, content = excluded.content;

-- name: benchmark_newest
-- row: content bytea
SELECT content FROM benchmark ORDER BY made DESC LIMIT 1;

-- name: norm_put
-- in: name text, content text
INSERT INTO norm (name, content) VALUES (:name, :content) ON CONFLICT (name) DO UPDATE SET content = excluded.content;

-- name: norm_find
-- in: name text
-- row: content text
SELECT content FROM norm WHERE name = :name;
