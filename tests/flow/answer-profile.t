#!/bin/sh
# answer-profile.t - the way of those who rate an alliance manager: what each rater group is told, asked, and not asked
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

pg_start
attune migrate > /dev/null
web_start
attune form publish "$srcdir/forms/library/alliance-manager-short.xml" > /dev/null
attune alliance add bridge Bridge Nordlicht Acme > /dev/null
web_people bridge 5 > "$work/people.csv"
attune person import "$work/people.csv" > /dev/null
attune wave create bridge/one --form alliance_manager_short --name 'Profile 2026' --about a1@bridge.example.org \
	--role codevelopment --name-counterpart --reader a5@bridge.example.org
printf '%s\n' email,group a2@bridge.example.org,manager a3@bridge.example.org,colleagues a4@bridge.example.org,colleagues \
	a5@bridge.example.org,executives b1@bridge.example.org,counterpart b2@bridge.example.org,partner_team > "$work/raters.csv"
attune wave nominate bridge/one "$work/raters.csv" > "$work/out"
attune wave approve bridge/one > "$work/out"
attune wave open bridge/one && attune wave links bridge/one -o "$work/links.csv" ||
	{ echo 'Bail out! no wave'; exit 1; }

get self "$(link a 1)"
like 'the person is addressed' "$(page self)" 'about the way you work'
like 'and for which organisation' "$(page self)" 'Your organisation</span> <strong>Nordlicht'
is 'but in no group' "$(grep -c 'Your group' "$work/page.self")" 0
like 'and told whose profile it is' "$(page self)" 'The profile is for you\. These people see it too: a5@bridge\.example\.org'
ok 'the welcome page is sound HTML' sound self
get manager "$(link a 2)"
like 'the manager is told not to be anonymous' "$(page manager)" 'not anonymous: .*manager’s, and Person a1 will know'
is 'and is promised nothing else' "$(grep -c 'random order' "$work/page.manager")" 0
get counterpart "$(link b 1)"
like 'so is the counterpart who agreed' "$(page counterpart)" 'not anonymous: .*counterpart’s, and Person a1 will know'
get colleague "$(link a 3)"
like 'a colleague is told of how many answers are shown' "$(page colleague)" 'No figure is about fewer than 3 of those who are not named'
like 'what becomes of the others' "$(page colleague)" 'destroyed and counted nowhere'
like 'and who sees it' "$(page colleague)" 'The profile is for Person a1\. These people see it too: a5@'
like 'as what the colleague is asked' "$(page colleague)" 'Your group</span> <strong>Colleagues'
like 'whom it is about' "$(page colleague)" 'about the way Person a1 works'
for lang in de fr nl; do
	get colleague "$(link a 3)?lang=$lang"
	is "the promise in $lang" "$(grep -c 'counted nowhere' "$work/page.colleague")" 0
	ok "is sound HTML in $lang" sound colleague
done

# asked WHO: the items of the page at hand.
asked() { grep -oE 'name="[a-z]{2}_[a-z]+"' "$work/page.$1" | sed 's/name="//; s/"//' | sort -u; }
questions() { asked "$1" | wc -l; }
for who in 'self a 1' 'colleague a 3' 'partner b 2'; do
	# shellcheck disable=SC2086 # three words
	set -- $who
	begin "$1" "$(link "$2" "$3")"
	ok "the first page for $1 is sound HTML" sound "$1"
done
like 'the person reads I' "$(page self)" 'I win support'
like 'a colleague reads the name' "$(page colleague)" 'Person a1 wins support'
ok 'the partner is asked less than a colleague' test "$(questions partner)" -lt "$(questions colleague)"
ok 'but something' test "$(questions partner)" -gt 0
like 'what happens with the answers stays at hand' "$(page partner)" '<details>.*destroyed and counted nowhere'

asked colleague > "$work/asked"
inside_only=$(asked partner | comm -13 - "$work/asked" | head -n 1)
both=$(asked partner | head -n 1)
path=$(grep -oE '<form [^>]*action="/p/[^"]*"' "$work/page.partner" | head -n 1 | grep -oE '/p/[a-z_]+')
press partner "$path" later "$both=4" "$inside_only=5"
is 'what the partner is asked is taken' "$(pg_sql "SELECT code FROM open_answer WHERE item = '$both' AND code IS NOT NULL")" 4
is "what the partner is not asked ($inside_only) is not" \
	"$(pg_sql "SELECT count(*) FROM open_answer WHERE item = '$inside_only' AND code = 5")" 0

# finish_up WHO: answer everything that is asked, and hand it in.
finish_up()
{
	while path=$(grep -oE '<form [^>]*action="/p/[^"]*"' "$work/page.$1" | grep -oE '/p/[a-z_]+'); do
		# shellcheck disable=SC2046 # a field each
		press "$1" "$path" continue $(asked "$1" | sed 's/$/=4/')
		get "$1" "$location"
	done
	send "$1" /submit "_token=$(hidden "$1" _token)"
	get "$1" "$location"
}
begin partner "$(link b 2)"
finish_up partner
like 'who has handed in is thanked' "$(page partner)" 'Thank you'
like 'and told again whose profile it is' "$(page partner)" 'The profile is for Person a1\. These people see it too: a5@'
is 'not that organisations see a report' "$(grep -c 'All organisations' "$work/page.partner")" 0
ok 'the thank-you page is sound HTML' sound partner
attune wave close bridge/one > /dev/null
get late "$(link a 3)"
like 'after closing a colleague is told the same' "$(page late)" 'has closed.*The profile is for Person a1\. These people see it too: a5@'
is 'and not that organisations see results' "$(grep -c 'all organisations' "$work/page.late")" 0
ok 'the page of a closed profile is sound HTML' sound late
web_stop
finish
