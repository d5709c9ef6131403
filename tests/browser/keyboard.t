#!/bin/sh
# keyboard.t - a full core questionnaire in headless Chromium, 390 pixels wide, with the keyboard only
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

command -v "${CHROMIUM:=chromium}" > /dev/null || { echo 'Bail out! there is no chromium here: apt-get install chromium'; exit 1; }
WEB_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
pg_start
attune migrate > /dev/null 2>&1
web_start
web_wave bridge "$srcdir/forms/library/alliance-health-core.xml" 3

PYTHONDONTWRITEBYTECODE=1 timeout 120 python3 "$srcdir/tests/browser/keyboard.py" \
	"http://127.0.0.1:$WEB_PORT$(link a 1)" /done > "$work/walk" 2>&1
is 'the browser reports no trouble' "$?" 0
while read -r line; do
	case $line in
	'ok - '*) tap 0 "${line#ok - }" ;;
	'not ok - '*) tap 1 "${line#not ok - }" ;;
	*) diag "${line#\# }" ;;
	esac
done < "$work/walk"
is 'the questionnaire is handed in' "$(pg_sql 'SELECT count(*) FROM response WHERE submitted')" 1
is 'with an answer to every statement' \
	"$(pg_sql "SELECT count(*) FROM page, unnest(codes) AS code WHERE code BETWEEN 1 AND 5" | awk '{ print ($1 >= 40) }')" 1
finish
