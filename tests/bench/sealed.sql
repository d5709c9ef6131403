-- name: sealed_stream
-- copy: party text, responses integer, slots integer, width smallint, codes bytea
COPY (SELECT party, responses, slots, width, codes FROM sealed) TO STDOUT (FORMAT binary);
