-- name: sealed_stream
-- copy: party text, codes smallint[]
COPY (SELECT party, codes FROM sealed) TO STDOUT (FORMAT binary);
