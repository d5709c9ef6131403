#!/bin/sh
# answer-way.t - the respondent's way through nginx: link, welcome, pages of every kind, check, hand in
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

pg_start
attune migrate > /dev/null
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" 3 --closes 2099-12-18
anna=$(link a 1)
bert=$(link b 1)
stored() { pg_sql 'SELECT count(*) FROM response'; }

get anna "$anna"
is 'a link opens' "$status" 200
like 'it says for whom one answers' "$(page anna)" '<strong>Nordlicht</strong>'
like 'names are text' "$(page anna)" 'work with Acme &lt;East&gt;'
like 'it says until when' "$(page anna)" '18 December 2099'
like 'it promises what the settings keep' "$(page anna)" 'fewer than 5 people are never shown'
like 'it says what nobody can promise' "$(page anna)" 'full control over the server'
ok 'the welcome page is sound HTML' sound anna
get anna "$anna?lang=de"
like 'a language is chosen by a link' "$(page anna)" '<html lang="de">.*Alle Arten von Fragen'
is 'opening a link changes nothing' "$(stored)" 0

send anna "$anna" "_token=$(hidden anna _token)" '_lang=de'
is 'Begin redirects' "$status $location" '303 /p/p_trust'
like 'the cookie is not for scripts' "$(cat "$work/head.anna")" 'Set-Cookie: attune=[a-z2-7]{32}; Path=/; HttpOnly; SameSite=Lax'
is 'now there is a response' "$(stored)" 1
get anna "$location"
like 'the page speaks the language chosen' "$(page anna)" '<html lang="de">.*Vertrauen'
like 'it says how far one is' "$(page anna)" 'Seite 1 von'
like 'nothing foreign is loaded' "$(cat "$work/head.anna")" "Content-Security-Policy: default-src 'none'; style-src 'self'"
like 'nothing is stored on the way' "$(cat "$work/head.anna")" 'Cache-Control: no-store'
like 'no address leaks' "$(cat "$work/head.anna")" 'Referrer-Policy: no-referrer'
is 'no script, no style, no event attribute' "$(grep -ciE '<script|<style| style=| on[a-z]+=' "$work/page.anna")" 0
ok 'a page is sound HTML' sound anna

order=$(grep -o 'name="tr[0-9]" value="1"' "$work/page.anna")
press anna /p/p_trust lang.en tr1=1 tr2=5
is 'a language button saves and stays' "$status $location" '303 /p/p_trust'
get anna "$location"
like 'in the other language' "$(page anna)" '<html lang="en">'
like 'with the answer given' "$(page anna)" 'name="tr1" value="1" checked'
is 'in the same order' "$(grep -o 'name="tr[0-4]" value="1"' "$work/page.anna")" "$order"

press anna /p/p_trust continue tr1=1 tr2=5
is 'what is required is asked for' "$status" 422
like 'with a summary that leads there' "$(page anna)" 'href="#item-tr3"'
like 'and a message beside it' "$(page anna)" 'id="problem-tr3"'
like 'and what was typed' "$(page anna)" 'name="tr1" value="1" checked'
like 'the window title says so first' "$(page anna)" '<title>Please correct: Trust'
ok 'the page with messages is sound HTML' sound anna

press anna /p/p_trust continue tr1=1 tr2=5 tr3=3 tr4=na tr5=2 'tr_why=The plan <changed>.'
is 'complete, it leads on' "$status $location" '303 /p/p_facts'
get anna "$location"
like 'a condition brought up this page' "$(page anna)" 'Was anything escalated'
is 'a hidden question is not there' "$(grep -c 'name="esc_days"' "$work/page.anna")" 0
ok 'a page of all kinds is sound HTML' sound anna
press anna /p/p_facts continue esc=1 challenge=3 overall=4 means_of=1 means_of=3 maturity=50
is 'answers that bring up a question stay on the page' "$status $location" '303 /p/p_facts?more'
get anna "$location"
like 'and it says so' "$(page anna)" 'more to answer'
like 'the question is there' "$(page anna)" 'name="esc_days"'
all='esc=1 challenge=3 overall=4 means_of=1 means_of=3 maturity=50'
press anna /p/p_facts continue $all esc_days=many esc_on=2024-02-30 prio.1=1 prio.2=1 prio.3=2
is 'wrong values come back' "$status" 422
like 'a number must be one' "$(page anna)" 'write a number in digits'
like 'a day must exist' "$(page anna)" 'write a day as year-month-day'
like 'a rank is given once' "$(page anna)" 'Rank 1 is given more than once'
like 'typed values are kept' "$(page anna)" 'value="many"'
ok 'that page is sound HTML' sound anna
press anna /p/p_facts back $all esc_days=many
is 'no button drops a wrong value silently' "$status" 422
press anna /p/p_facts back $all esc_days=7 esc_on=2024-02-29 prio.1=2 prio.2=3 prio.3=1
is 'Back saves and goes back' "$status $location" '303 /p/p_trust'
get anna /p/p_facts
press anna /p/p_facts later $all esc_days=8 esc_on=2024-02-29 prio.1=2 prio.2=3 prio.3=1 code=a-7
is 'Save and come back later saves' "$status $location" '303 /later'
get anna /later
like 'until when' "$(page anna)" '18 December 2099'
ok 'the page for later is sound HTML' sound anna

begin phone "$anna"
is 'another device goes on where this one was' "$(tr -d '\r' < "$work/head.phone" | head -n 1 | cut -d ' ' -f 2) $location" '200 '
like 'with everything there to check' "$(page phone)" 'Check your answers'
like 'in words' "$(page phone)" '1. Quality; 2. Speed; 3. Cost'
like 'with unit' "$(page phone)" '<dd>8 days</dd>'
like 'text is text' "$(page phone)" 'The plan &lt;changed&gt;.'
ok 'the check page is sound HTML' sound phone

get phone /p/p_trust
press phone /p/p_trust continue tr1=4 tr2=5 tr3=3 tr4=na tr5=2 'tr_why=The plan <changed>.'
get phone /check
is 'an answer that is hidden now is not shown' "$(grep -c 'plan &lt;changed' "$work/page.phone")" 0
get phone /p/p_trust
press phone /p/p_trust continue tr1=1 tr2=5 tr3=3 tr4=na tr5=2
get phone "$location"
like 'and is kept' "$(page phone)" 'plan &lt;changed'

begin bert "$bert"
like 'the other side answers the same form in its own words' "$(page bert)" 'Nordlicht keeps the commitments it makes to us'
is 'and sees no answer of this side' "$(grep -c checked "$work/page.bert")" 0
get bert /check
like 'what is open is named before handing in' "$(page bert)" 'href="/p/p_trust#item-tr1"'
send bert /submit "_token=$(hidden bert _token)"
is 'nothing incomplete is handed in' "$status" 422

get phone /check
token=$(hidden phone _token)
send phone /submit "_token=$token"
is 'handing in' "$status $location" '303 /done'
send phone /submit "_token=$token"
is 'pressing twice does no harm' "$status $location" '303 /done'
get phone /done
like 'thanks' "$(page phone)" 'Thank you'
ok 'the last page is sound HTML' sound phone
get anna "$anna"
like 'the link says that it was handed in' "$(page anna)" 'have been handed in'
get anna /p/p_trust
is 'its pages are closed' "$status" 409
like 'and say so' "$(page anna)" 'can no longer be changed'
is 'one response is submitted' "$(pg_sql 'SELECT count(*) FROM response WHERE submitted')" 1
finish
