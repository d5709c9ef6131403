-- name: job_add
-- in: alliance_id bigint, wave_id bigint, kind text
INSERT INTO job (alliance_id, wave_id, kind) VALUES (:alliance_id, :wave_id, :kind);

-- name: job_claim
-- The job that has been due longest. Its next attempt is set before this one begins, so that a worker that dies counts too.
-- row: alliance_id bigint, job_id bigint, wave_id bigint, kind text
UPDATE job SET attempts = attempts + 1, trouble = 'was interrupted',
	run_after = now() + least(interval '1 hour', interval '5 seconds' * 2 ^ least(attempts, 20))
WHERE (alliance_id, job_id) = (SELECT alliance_id, job_id FROM job WHERE run_after <= now()
	ORDER BY run_after LIMIT 1 FOR UPDATE SKIP LOCKED)
RETURNING alliance_id, job_id, wave_id, kind;

-- name: job_lock
-- Held until the work is committed, so that nobody else claims it however long it takes.
-- in: alliance_id bigint, job_id bigint
-- row: job_id bigint
SELECT job_id FROM job WHERE alliance_id = :alliance_id AND job_id = :job_id FOR UPDATE SKIP LOCKED;

-- name: job_done
-- in: alliance_id bigint, job_id bigint
DELETE FROM job WHERE alliance_id = :alliance_id AND job_id = :job_id;

-- name: job_failed
-- in: alliance_id bigint, job_id bigint, trouble text
UPDATE job SET trouble = :trouble WHERE alliance_id = :alliance_id AND job_id = :job_id;

-- name: job_of_wave
-- in: alliance_id bigint, wave_id bigint
-- row: kind text, attempts integer, run_after bigint, trouble text
SELECT kind, attempts, extract(epoch FROM run_after)::bigint, trouble FROM job
WHERE alliance_id = :alliance_id AND wave_id = :wave_id ORDER BY job_id LIMIT 1;

-- name: job_drop_benchmarks
-- Other benchmarks that wait: the one being made holds all that is released by now.
-- in: alliance_id bigint, job_id bigint
DELETE FROM job WHERE (alliance_id, job_id) IN (SELECT alliance_id, job_id FROM job
	WHERE kind = 'benchmark' AND (alliance_id, job_id) <> (:alliance_id, :job_id) FOR UPDATE SKIP LOCKED);
