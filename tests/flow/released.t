#!/bin/sh
# released.t - attune report: nothing before the release, then the same release in every form
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
pg_start

people()
{
	echo alliance,party,name,email,language
	for side in a b; do
		for i in 1 2 3 4 5 6; do echo "north,$side,Person $side$i,$side$i@example.org,en"; done
	done
}
people > "$work/people.csv"

attune migrate > /dev/null &&
	attune form publish "$srcdir/forms/library/alliance-health-pulse.xml" > /dev/null &&
	attune alliance add north 'North Sea Alliance' 'Meridian Biologics' 'Halden Systems' > /dev/null &&
	attune person import "$work/people.csv" > /dev/null &&
	attune wave create north/spring --form alliance_health_pulse --name 'Spring 2026' \
		--target 70 --floor 50 > /dev/null ||
	{ echo 'Bail out! no wave to report'; exit 1; }
attune wave open north/spring > "$work/out" 2>&1 && attune wave links north/spring -o "$work/links.csv"

refuses 'an open wave has no report' 'nothing has been released' attune report north/spring -o "$work/r.html"
refuses 'there is no report of a wave that is not there' 'there is no wave north/autumn' attune report north/autumn -o "$work/r.html"
attune wave close north/spring > "$work/out" 2>&1
ok 'the worker measures and releases' attune work --once
for kind in html pdf json csv; do
	ok "the release becomes $kind" attune report north/spring -o "$work/r.$kind"
done
refuses 'another kind of file is refused' 'ends in .html' attune report north/spring -o "$work/r.docx"
is 'nobody answered, and the page says so' \
	"$(grep -c 'Too few people answered to say how the alliance is doing' "$work/r.html")" 1
is 'no figure was released' \
	"$(jq '[.cells[] | select(.shown == "shown" and .measure != "response")] | length' "$work/r.json")" 0
is 'both sides are counted' "$(jq -c '[.parties[] | [.name, .invited, .answered]]' "$work/r.json")" \
	'[["Meridian Biologics",6,0],["Halden Systems",6,0]]'
ok 'in the language of the reader' attune report --lang de north/spring -o "$work/de.html"
is 'the page knows its language' "$(grep -c '<html lang="de">' "$work/de.html")" 1
finish
