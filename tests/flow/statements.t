#!/bin/sh
# statements.t - what stmt.awk refuses, so that a mistake in a .sql file stops the build
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
generate() { printf '%b' "$1" > "$work/x.sql"; "${AWK:-awk}" -v want="$2" -f "$srcdir/sql/stmt.awk" "$work/x.sql"; }

good='-- name: thing\n-- A thing.\n-- in: id bigint, words text\n-- row: n integer\n-- retry\nSELECT (:id + 1)::integer WHERE :words <> :words;\n'
like 'a statement becomes a typed function' "$(generate "$good" h)" \
	'^bool q_thing\(struct ctx \*c, int64_t id, const char \*words, const struct q_thing \*\*row_r\);$'
like 'its comment stands above it' "$(generate "$good" h)" '^/\* A thing. \*/$'
like 'parameters are numbered, casts stay' "$(generate "$good" c)" '"SELECT \(\$1 \+ 1\)::integer WHERE \$2 <> \$2;'
refuses 'a parameter that is not declared' 'there is no parameter :other' generate '-- name: x\nSELECT :other;\n' c
refuses 'a parameter that is never used' 'never uses :id' generate '-- name: x\n-- in: id bigint\nSELECT 1;\n' c
refuses 'a type it does not know' 'cannot read `id money' generate '-- name: x\n-- in: id money\nSELECT :id;\n' c
refuses 'two statements of one name' 'two statements named x' generate '-- name: x\nSELECT 1;\n-- name: x\nSELECT 2;\n' c
finish
