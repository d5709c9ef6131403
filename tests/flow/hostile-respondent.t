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
rows() { pg_sql "SELECT md5(string_agg(r::text || coalesce(p::text, ''), '' ORDER BY r.response_id, p.page)) FROM response r LEFT JOIN page p USING (alliance_id, wave_id, response_id)"; }
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
head -c 70000 /dev/zero | tr '\0' x > "$work/big"
begin anna "$anna"
guarded()
{
	name=$1 want=$2
	shift 2
	fetch guest "$@"
	is "$name" "$status" "$want"
	is "$name: guarded" "$(head_of guest | sed -n 's/^\(Content-Security-Policy\|Referrer-Policy\|X-Content-Type-Options\|Cache-Control\|Cross-Origin-Resource-Policy\): .*/\1/Ip' |
		tr 'A-Z' 'a-z' | sort | tr '\n' ' ')" 'cache-control content-security-policy cross-origin-resource-policy referrer-policy x-content-type-options '
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
for path in "/%2e%2e/%2e%2e/etc/passwd" /static/../../etc/passwd /static/%2e%2e/answer/main.c /static../answer/main.c \
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
finish
