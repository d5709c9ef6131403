#!/bin/sh
# keyboard.t - two full questionnaires in headless Chromium, with the keyboard only: the core form on a phone, and the form
# about a manager, in German on the narrowest screen, whose described states are long
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

command -v "${CHROMIUM:=chromium}" > /dev/null || { echo 'Bail out! there is no chromium here: apt-get install chromium'; exit 1; }
WEB_PORT=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
pg_start
attune migrate > /dev/null 2>&1
web_start
web_wave bridge "$srcdir/forms/library/alliance-health-core.xml" 5

# walk WHAT WIDTH PATH: from the welcome page to the thanks.
walk()
{
	PYTHONDONTWRITEBYTECODE=1 timeout 120 python3 "$srcdir/tests/browser/keyboard.py" \
		"http://127.0.0.1:$WEB_PORT$3" /done "$2" > "$work/walk" 2>&1
	is "$1: the browser reports no trouble" "$?" 0
	while read -r line; do
		case $line in
		'ok - '*) tap 0 "$1: ${line#ok - }" ;;
		'not ok - '*) tap 1 "$1: ${line#not ok - }" ;;
		*) diag "${line#\# }" ;;
		esac
	done < "$work/walk"
}
walk 'core form' 390 "$(link a 1)"
is 'the questionnaire is handed in' "$(pg_sql 'SELECT count(*) FROM response WHERE submitted')" 1
is 'with an answer to every statement' \
	"$(pg_sql "SELECT count(*) FROM page, unnest(codes) AS code WHERE code BETWEEN 1 AND 5" | awk '{ print ($1 >= 40) }')" 1

attune form publish "$srcdir/forms/library/alliance-manager.xml" > /dev/null
attune wave create bridge/profile --form alliance_manager --name Profile --about a1@bridge.example.org --role codevelopment \
	--name-counterpart > /dev/null
printf '%s\n' email,group a2@bridge.example.org,manager a3@bridge.example.org,colleagues a4@bridge.example.org,colleagues \
	a5@bridge.example.org,executives b1@bridge.example.org,counterpart b2@bridge.example.org,partner_team > "$work/raters.csv"
attune wave nominate bridge/profile "$work/raters.csv" > /dev/null
attune wave approve bridge/profile > /dev/null
attune wave open bridge/profile && attune wave links bridge/profile -o "$work/links.csv" || tap 1 'a wave about a manager'
walk 'manager form' 320 "$(link a 1)?lang=de"
is 'it is handed in too' "$(pg_sql 'SELECT count(*) FROM response WHERE submitted')" 2
is 'with a described state for every competency' \
	"$(pg_sql "SELECT count(*) FROM open_answer WHERE item LIKE '%\_level' AND code BETWEEN 1 AND 5")" \
	"$(grep -c '<anchored' "$srcdir/forms/library/alliance-manager.xml")"
finish
