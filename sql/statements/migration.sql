-- name: migration_lock
SELECT FROM pg_advisory_lock(hashtext('attune migration'));

-- name: migration_unlock
SELECT FROM pg_advisory_unlock(hashtext('attune migration'));

-- name: migration_find
-- in: name text
-- row: checksum text
SELECT checksum FROM migration WHERE name = :name;

-- name: migration_list
-- rows: name text
SELECT name FROM migration ORDER BY name;

-- name: migration_add
-- in: name text, checksum text
INSERT INTO migration (name, checksum) VALUES (:name, :checksum);
