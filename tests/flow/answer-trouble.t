#!/bin/sh
# answer-trouble.t - two windows, dead links, forged forms, hostile bodies, a database that is away
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

pg_start
attune migrate > /dev/null
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" 4
anna=$(link a 1)
codes() { pg_sql "SELECT string_agg(codes::text, ' ' ORDER BY response_id, page) FROM page"; }

# Two windows on one page.
begin one "$anna"
cp "$work/page.one" "$work/page.old"
cp "$work/jar.one" "$work/jar.old"
press one /p/p_trust continue tr1=4 tr2=4 tr3=2 tr4=4
is 'the first window saves' "$status" 303
before=$(codes)
press old /p/p_trust continue tr1=2 tr2=4 tr3=2 tr4=4
is 'the second window is told' "$status" 409
like 'what the other said' "$(page old)" 'Other window:</span> <span class="words">Agree'
like 'what it said itself' "$(page old)" 'This window:</span> <span class="words">Disagree'
is 'only what differs is shown' "$(grep -o '<dt>' "$work/page.old" | wc -l)" 1
is 'nothing was overwritten' "$(codes)" "$before"
ok 'the page with both versions is sound HTML' sound old
press old /p/p_trust continue tr1=2 tr2=4 tr3=2 tr4=4 tr5=4
is 'the respondent may decide for this window' "$status" 303
like 'and it counts' "$(codes)" '\{2,4,2,4'
begin again "$anna"
get again /p/p_trust
cp "$work/page.again" "$work/page.twice"
cp "$work/jar.again" "$work/jar.twice"
press again /p/p_trust later tr1=5 tr2=4 tr3=2 tr4=4 tr5=1
press twice /p/p_trust later tr1=5 tr2=4 tr3=2 tr4=4 tr5=1
is 'the same answers sent twice are no conflict' "$status" 303

# Forged and foreign forms.
get again /p/p_trust
good=$(hidden again _token)
before=$(codes)
send again /p/p_trust _revision=9 _do=continue tr1=1
is 'a form without token is refused' "$status" 403
send again /p/p_trust "_token=$(echo "$good" | tr 0-9a-f 1-9a-f0)" _revision=9 _do=continue tr1=1
is 'so is one with a wrong token' "$status" 403
fetch again /p/p_trust -H 'Sec-Fetch-Site: cross-site' -d "_token=$good&_revision=9&_do=continue&tr1=1"
is 'and one from another site' "$status" 403
fetch again /p/p_trust -H 'Origin: http://evil.example.org' -d "_token=$good&_revision=9&_do=continue&tr1=1"
is 'by whichever header it shows' "$status" 403
begin bert "$(link b 1)"
send bert /p/p_trust "_token=$good" _revision=0 _do=continue tr1=1
is "another respondent's token is refused" "$status" 403
like 'and the page helps' "$(page bert)" 'belongs to another link'
fetch nobody /p/p_trust
is 'no cookie, no page' "$status" 404
fetch nobody /p/p_trust -b "attune=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
is 'a guessed cookie opens nothing' "$status" 404
is 'no attempt left a trace' "$(codes)" "$before"

# Bodies.
get again /p/p_trust
press again /p/p_nosuch continue tr1=1
is 'a page that does not exist' "$status" 404
get again /p/p_trust
press again /p/p_trust fly tr1=1
is 'a button that does not exist' "$status" 422
for body in '%' 'a=%zz' 'a=%00' 'a=%ff%fe' 'a=%C0%AF'; do
	fetch again /p/p_trust --data-raw "$body"
	is "the body $body is refused" "$status" 400
done
fetch again /p/p_trust -H 'Content-Type: application/json' --data-raw '{}'
is 'another type is refused' "$status" 415
head -c 1100000 /dev/zero | tr '\0' x > "$work/big"
fetch again /p/p_trust --data-binary "@$work/big"
is 'too much is refused' "$status" 413
seq 1 5000 | sed 's/.*/a&=1/' | tr '\n' '&' > "$work/many"
fetch again /p/p_trust --data-binary "@$work/many"
is 'too many fields are refused' "$status" 400
for method in PUT DELETE OPTIONS TRACE; do
	fetch again /p/p_trust -X "$method"
	like "$method is refused" "$status" '^40[35]$'
done
fetch again /p/p_trust -I
is 'HEAD is a GET' "$status" 200
get again '/i/../../etc/passwd'
is 'no way out of the site' "$status" 404

# Links that open nothing.
get late "/i/$(printf 'a%.0s' $(seq 32))"
is 'an unknown link' "$status" 404
like 'is explained' "$(page late)" 'This link does not work'
ok 'in sound HTML' sound late
fetch late '/i/short' -H 'Accept-Language: fr-CH, fr;q=0.9'
like 'in the language of the browser' "$(page late)" '<html lang="fr">.*Ce lien ne fonctionne pas'
attune wave withdraw bridge/one a2@bridge.example.org
get late "$(link a 2)"
is 'a withdrawn link' "$status" 410
like 'says so' "$(page late)" 'invitation was taken back'
begin cara "$(link a 3)"
attune wave create bridge/two --form all_kinds --opens 2099-01-01 > /dev/null
attune wave open bridge/two > /dev/null
attune wave links bridge/two -o "$work/two.csv"
get early "$(grep -oE '/i/[a-z2-7]{32}' "$work/two.csv" | head -n 1)"
is 'a link before its time' "$status" 403
like 'asks to come back' "$(page early)" 'not open yet'

# The database goes away while somebody writes.
pg_kill
press cara /p/p_trust continue tr1=1 'tr_why=Half an hour of work.'
is 'without a database nothing is acknowledged' "$status" 503
like 'it says when to try again' "$(cat "$work/head.cara")" 'Retry-After: [0-9]'
like 'the words are on the page' "$(page cara)" '<blockquote class="written">Half an hour of work.'
like 'with a button that sends them again' "$(page cara)" 'name="tr_why" value="Half an hour of work."'
ok 'in sound HTML' sound cara
pg_up
press cara /p/p_trust continue tr1=1 'tr_why=Half an hour of work.'
is 'and then they are saved' "$status" 422
like 'valid answers even beside missing ones' "$(pg_sql 'SELECT texts FROM page')" 'Half an hour of work'

# The wave closes while somebody writes.
get cara /p/p_trust
attune wave close bridge/one > /dev/null
press cara /p/p_trust continue tr1=1 tr2=1 tr3=1 tr4=1 tr5=1
is 'after the close nothing is taken' "$status" 410
like 'and the page says so' "$(page cara)" 'has closed'
ok 'in sound HTML too' sound cara

# The longest text there can be, in the script that takes most room: 90,000 encoded bytes.
sed 's/id="all_kinds"/id="long_text"/; s/max="1500"/max="10000"/' "$srcdir/tests/data/good/all-kinds.xml" > "$work/long.xml"
cp "$work/links.csv" "$work/bridge.csv"
web_wave long "$work/long.xml" 1
begin writer "$(link a 1)"
head -c 10000 /dev/zero | sed 's/\x0/聴/g' > "$work/words"
press writer /p/p_trust continue tr1=1 tr2=4 tr3=2 tr4=4 "tr_why@$work/words"
is 'ten thousand characters are taken' "$status" 303
is 'whole' "$(pg_sql "SELECT words FROM open_answer JOIN wave USING (wave_id) JOIN alliance a ON a.alliance_id = wave.alliance_id
	WHERE a.key = 'long' AND item = 'tr_why'" | sha256sum)" "$({ cat "$work/words"; echo; } | sha256sum)"
get writer /p/p_trust
printf 聴 >> "$work/words"
press writer /p/p_trust continue tr1=1 tr2=4 tr3=2 tr4=4 "tr_why@$work/words"
is 'one more is not' "$status" 422
is 'and is still on the page' "$(grep -o 聴 "$work/page.writer" | wc -l)" 10001
mv "$work/bridge.csv" "$work/links.csv"

web_stop
cat "$work/answer.log" "$work/nginx.log" "$run"/nginx*.log > "$work/logs"
grep -ohE '[a-z2-7]{32}' "$work/links.csv" "$work/two.csv" > "$work/tickets"
is 'requests are logged' "$(grep -c 'route=/i/\* status=410' "$work/logs")" 1
is 'no ticket in any log' "$(wc -l < "$work/tickets") $(grep -cFf "$work/tickets" "$work/logs")" "16 0"
is 'no answer in any log' "$(grep -c 'Half an hour' "$work/logs")" 0
is 'no address in any log' "$(grep -cE '127\.0\.0\.1|client:' "$work/logs")" 0
finish
