#!/bin/sh
# hostile-respondent.t - a hostile respondent and a curious partner: every attack that was tried, kept
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

pg_start
attune migrate > /dev/null
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" 12 --closes 2099-12-18
anna=$(link a 1) bert=$(link b 1)
rows()
{
	pg_sql "SELECT md5(string_agg(r::text || coalesce(p::text, ''), '' ORDER BY r.response_id, p.page))
		FROM response r LEFT JOIN page p USING (alliance_id, wave_id, response_id)"
}
head_of() { tr -d '\r' < "$work/head.$1"; }

# Opening is no answering: mail scanners and prefetching browsers change nothing.
for how in '-X GET' '-I' '-H Purpose:prefetch' '-H Sec-Purpose:prefetch' '-H X-Moz:prefetch'; do
	fetch scanner "$anna" $how
	is "opening a link with $how is harmless" "$status $(pg_sql 'SELECT count(*) FROM response')" '200 0'
done
get scanner "$anna?_do=continue&_token=$(hidden scanner _token)&_lang=de"
is 'nor does a form sent by GET begin' "$status $(pg_sql 'SELECT count(*) FROM response')" '200 0'
is 'no link is opened by its ticket in another place' "$(for path in "/p/${anna#/i/}" "/${anna#/i/}" "/i/$anna" "$anna/" "$anna/x"; do
	get nobody "$path"; echo "$status"; done | sort -u)" 404

# A cookie that never began.
fetch eager /p/p_trust -b "attune=${bert#/i/}"
is 'a cookie without Begin leads to the beginning' "$status $location" '303 /'
fetch eager /check -b "attune=${bert#/i/}"
is 'so does it on the way out' "$status $location" '303 /'

# Every answer of the site keeps its guards up, whoever gives it: the program, nginx, static files.
head -c 1100000 /dev/zero | tr '\0' x > "$work/big"
begin anna "$anna"
guards='cache-control
content-security-policy
cross-origin-opener-policy
cross-origin-resource-policy
referrer-policy
x-content-type-options'
guarded()
{
	name=$1 want=$2
	shift 2
	fetch guest "$@"
	is "$name" "$status" "$want"
	is "$name: guarded" "$(head_of guest | cut -d : -f 1 | tr 'A-Z' 'a-z' | sort | grep -xF "$guards")" "$guards"
	is "$name: does not tell its versions" "$(head_of guest | grep -ciE '^(server: nginx/|x-powered)')" 0
}
guarded 'the page without a link' 200 /
guarded 'a page that is not there' 404 /nowhere
guarded 'too large a body' 413 / --data-binary "@$work/big"
guarded 'a method that is not known' 403 / -X DELETE
guarded 'a style sheet' 200 /static/answer.css
guarded 'a static file that is not there' 404 /static/none
guarded 'the directory of static files' 403 /static/
guarded 'robots' 200 /robots.txt
guarded 'an address too long' 414 "/$(printf 'a%.0s' $(seq 9000))"
guarded 'a broken address' 400 /%zz
guarded 'NUL in an address' 400 /i/%00
guarded 'an address that is no text' 400 /i/%ff
guarded 'a page that is for nginx alone' 404 /refused.html

# Ways around the routes.
for path in "/%2e%2e/%2e%2e/etc/passwd" /static/../../etc/passwd /static/%2e%2e/answer/main.c \
	/static../answer/main.c \
	'/i/..%2f..%2fp' /p/ /p/p_trust/ /p//p_trust/x '/p/p_trust;x' '/p/p_trust%20' /P/p_trust '/i/%0d%0aSet-Cookie:x=y'; do
	get anna "$path" --path-as-is
	like "no way around by $path" "$status" '^(400|404)$'
done
is 'nothing of an address becomes a header' "$(head_of anna | grep -ci '^set-cookie')" 0
get nobody "/i%2f${anna#/i/}"
is 'an encoded slash is a slash and no more' "$status" 200
for host in evil.example.org 'evil.example.org:80' 'a b' '"><x'; do
	fetch hosted /p/p_trust -b "attune=${bert#/i/}" -H "Host: $host"
	is "Host $host leads nowhere else" "$(head_of hosted | grep -ciE 'evil|"><') $(grep -c evil "$work/page.hosted")" '0 0'
done
fetch hosted /p/p_trust -b "attune=${bert#/i/}" -H 'X-Forwarded-Host: evil.example.org' -H 'Proxy: http://evil.example.org'
is 'nor does a forwarded one' "$status $(head_of hosted | sed -n 's/^Location: //p')" '303 /'

# Another site does not put its words on our page, not even on the one that refuses them.
for from in 'Sec-Fetch-Site: cross-site' 'Sec-Fetch-Site: same-site' 'Origin: https://evil.example.org'; do
	fetch anna /p/p_trust -H "$from" --data-urlencode 'tr_why=Please call this number at once'
	is "words from $from are not shown" "$status $(grep -c 'call this number' "$work/page.anna")" '403 0'
done
send anna /p/p_trust 'tr_why=Please call this number at once'
is 'what was written here is' "$status $(grep -c 'call this number' "$work/page.anna")" '403 1'

# Half a body each from more visitors than there are workers: the others do not wait.
python3 - "$work/web.sock" <<'PYTHON' &
import socket, sys, time
visitors = [socket.socket(socket.AF_UNIX) for _ in range(12)]
for v in visitors:
    v.connect(sys.argv[1])
    v.sendall(b"POST /p/p_trust HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\na=")
time.sleep(3)
PYTHON
slow=$!
sleep 0.5
fetch anna /p/p_trust --max-time 2
is 'slow visitors keep nobody waiting' "$status" 200
wait "$slow"

# Words that would be something else elsewhere.
html='<script>alert(1)</script><img src=x onerror=alert(2)>"'"'"'&amp;</textarea>'
sql="'); DROP TABLE page; --"
formula='=HYPERLINK("http://evil.example.org";"x")'
turned=$(printf '\342\200\256txt.exe \360\237\230\200 \327\251\327\234\327\225\327\235')
given='tr1=1 tr2=5 tr3=3 tr4=na tr5=2'
text_of() { pg_sql "SELECT texts[1] FROM page WHERE texts[1] IS NOT NULL"; }
for words in "$html" "$sql" "$formula" "$turned" '%s%n%00%0d' '$(reboot)' '${jndi:x}' '{{7*7}}' '\x00\'; do
	get anna /p/p_trust
	press anna /p/p_trust later $given "tr_why=$words"
	is "words stay the same words: $words" "$status $(text_of)" "303 $words"
	get anna /p/p_trust
	is 'and stay words in the page' "$(grep -cE '<script|<img|</textarea>&' "$work/page.anna")" 0
	get anna /check
	is 'and where they are checked' "$(grep -cE '<script|<img' "$work/page.anna")" 0
	ok 'in sound HTML' sound anna
done
get anna /p/p_trust
press anna /p/p_trust later $given "tr_why=$(printf '\360\237\230\200%.0s' $(seq 1500))"
is 'the longest text may be all emoji' "$status" 303
get anna /p/p_trust
press anna /p/p_trust later $given "tr_why=$(printf '\360\237\230\200%.0s' $(seq 1501))"
is 'and not one more' "$status" 422
before=$(rows)
for bytes in %00 %01 %1b%5b2J %7f %c2%80 %ed%a0%80 %f4%90%80%80 %c0%80 %ff %e2%80; do
	fetch anna /p/p_trust --data-raw "_token=$(hidden anna _token)&_revision=1&_do=later&tr_why=a${bytes}b"
	is "$bytes is no text" "$status" 400
done
is 'and nothing of it was saved' "$(rows)" "$before"

# Values that the form does not offer, fields that it does not have, fields without end.
codes_of() { pg_sql 'SELECT codes FROM page WHERE page = 1'; }
get anna /p/p_facts
press anna /p/p_facts later esc=1 maturity=50
before=$(codes_of)
for field in esc=2 esc=-1 esc=32768 esc=99999999999999999999 'esc=1 or 1=1' esc=1.0 'esc= 1' esc=na challenge=6 challenge=na means_of=4 \
	maturity=49 prio.1=4 prio.1=0 esc_days=nan esc_days=inf esc_days=1e999 esc_days=0x10 esc_days=-0.5 esc_days=999999999999999999999 \
	esc_on=2024-13-01 esc_on=0000-00-00 esc_on=99999999-01-01 esc_on=2019-12-31 esc_on=2999-01-01 esc_on=now; do
	get anna /p/p_facts
	press anna /p/p_facts later esc=1 "$field"
	like "$field is not taken" "$status $(pg_sql "SELECT count(*) FROM page WHERE page = 1 AND (32768 = ANY (codes)
		OR 6 = ANY (codes) OR 49 = ANY (codes) OR 2 = codes[1]
		OR texts::text ~ 'nan|inf|0x|-0|99|2019|2999|now')")" '^(422|303) 0$'
done
many=$(seq 1 3000 | sed 's/.*/means_of=1\&tr1=5\&nosuch.&=1/' | head -n 1200 | tr '\n' '&')
get anna /p/p_facts
fetch anna /p/p_facts --data-raw "_token=$(hidden anna _token)&_revision=$(hidden anna _revision)&_do=later&esc=0&esc=1&maturity=50&$many"
like 'thousands of fields are read once' "$status" '^(303|422)$'
is 'and no other page is touched' "$(pg_sql 'SELECT codes[1] FROM page WHERE page = 0')" 1
get anna /p/p_facts
token=$(hidden anna _token)
for revision in -1 2147483648 x '' 0x1 1e1; do
	send anna /p/p_facts "_token=$token" "_revision=$revision" _do=later esc=0
	is "the revision '$revision' is refused" "$status" 422
done
send anna /p/p_facts "_token=$token" _revision=1 _do=lang.xx esc=0
is 'so is a language that is not offered' "$status" 422
for type in 'multipart/form-data; boundary=x' text/plain application/json application/xml ''; do
	fetch anna /p/p_facts -H "Content-Type: $type" --data-raw 'esc=0'
	is "a body of type '$type' is refused" "$status" 415
done

# Everybody hands in hostile words; the partners read them in every form of the report.
hand_in()
{
	begin "$1" "$2"
	press "$1" /p/p_trust continue $given "tr_why=$3"
	get "$1" /p/p_facts
	press "$1" /p/p_facts continue esc=0 maturity=50
	get "$1" /check
	token_used=$(hidden "$1" _token)
	send "$1" /submit "_token=$token_used"
}
n=1
while [ "$n" -le 11 ]; do
	hand_in "b$n" "$(link b "$n")" "$formula$n"
	hand_in "a$n" "$(link a "$n")" "$html$n"
	n=$((n + 1))
done
is 'all are handed in' "$(pg_sql 'SELECT count(*) FROM response WHERE submitted')" 22
before=$(rows)
send a11 /p/p_trust "_token=$token_used" _revision=1 _do=later tr1=5
is 'nothing is changed after handing in' "$status" 409
send a11 "$(link a 11)" "_token=$token_used" _lang=de
is 'beginning again only thanks' "$status" 200
is 'and changes nothing' "$(rows)" "$before"

# Links that were taken back or replaced, in a browser that had begun.
begin late "$(link a 12)"
attune wave again bridge/one a12@bridge.example.org > "$work/again.csv"
press late /p/p_trust later tr1=5
is 'a replaced link saves nothing' "$status" 404
begin gone "$(link b 12)"
attune wave withdraw bridge/one b12@bridge.example.org
press gone /p/p_trust later tr1=5
is 'nor does one taken back' "$status" 410

attune wave close bridge/one > /dev/null && attune work --once 2> "$work/work.log"
for kind in html json csv; do ok "the report as $kind" attune report bridge/one -o "$work/r.$kind"; done
get a1 /p/p_trust
is 'after the close no cookie opens anything' "$status" 410
is 'the words are there' "$(jq '[.comments[]] | length > 0' "$work/r.json")" true
is 'as words in the page' "$(grep -cE '<script|<img src=x' "$work/r.html")" 0
is 'and no formula in a sheet' "$(grep -cE '(^|,)"?[=+@-][A-Z]' "$work/r.csv")" 0
is 'sealed answers know no ticket, person or time' "$(pg_sql "SELECT count(*) FROM response") $(pg_sql "SELECT count(*)
	FROM information_schema.columns WHERE table_name LIKE 'sealed%'
	AND (data_type LIKE 'timestamp%' OR column_name ~ 'person|ticket|invitation|lang')
	AND table_name <> 'sealed_answer'")" '0 0'

# What is promised in the other modes.
promised()
{
	attune wave create "bridge/$1" --form all_kinds --mode "$1" > /dev/null
	attune wave open "bridge/$1" > /dev/null
	attune wave links "bridge/$1" -o "$work/$1.csv"
	get "$1" "$(grep -oE '/i/[a-z2-7]{32}' "$work/$1.csv" | head -n 1)"
}
promised anonymous
like 'anonymous: the page says what holds' "$(page anonymous)" 'never stores which link went to which person'
is 'and it does hold' "$(pg_sql "SELECT count(i.person_id) FROM invitation i JOIN wave USING (wave_id)
	WHERE mode = 'anonymous'") $(grep -c '@' "$work/anonymous.csv")" '0 0'
promised identified
like 'identified: the page says so before the first question' "$(page identified)" 'not anonymous'
like 'and what is destroyed at the end' "$(page identified)" 'the connection with your name is destroyed'
is 'and promises nothing else' "$(grep -cE 'never shown|random order|can no longer tell' "$work/page.identified")" 0

web_stop
cat "$work/answer.log" "$work/nginx.log" "$run"/nginx*.log "$work/run/postgres.log" "$work/work.log" > "$work/logs"
cat "$work"/*.csv | grep -ohE '/i/[a-z2-7]{32}' | cut -c 4- > "$work/tickets"
is 'no ticket in any log' "$(grep -cFf "$work/tickets" "$work/logs")" 0
is 'no answer in any log' "$(grep -cE 'alert\(|HYPERLINK|DROP TABLE|jndi|reboot' "$work/logs")" 0
is 'nobody fell' "$(grep -cE 'worker_died|PANIC|check_failed|level=error' "$work/logs")" 0
finish
