#!/bin/sh
# analyse.t - a questionnaire and a table of answers become a report, or words about what is wrong with them
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

ATTUNE_LOCALEDIR=$builddir/po/locale
export ATTUNE_LOCALEDIR
form=$srcdir/forms/library/alliance-health-pulse.xml

# answers A B: a table of A people of side a, who agree, and B people of side b, who are of two minds.
answers()
{
	echo 'side,go_time,tr_word,cm_early,recommend,open_change'
	awk -v a="$1" -v b="$2" 'BEGIN {
		for (i = 0; i < a; i++) print "a," 3 + i % 2 "," 4 - i % 2 ",4," 6 + i % 5 ",Decide sooner"
		for (i = 0; i < b; i++) print "b," 2 + i % 2 ",2," 1 + i % 5 "," 2 + i % 7 ",Meet more often"
	}'
}

# cell MEASURE OF GROUP FIELD: one field of a JSON report.
cell()
{
	jq -r --arg m "$1" --arg o "$2" --arg g "$3" --arg f "$4" \
		'.cells[] | select(.measure == $m and .of == $o and .group == $g) | .[$f]' "$work/report.json"
}

answers 12 12 > "$work/answers.csv"
ok 'a report in JSON' attune analyse --party side -o "$work/report.json" "$form" "$work/answers.csv"
is 'the mean of side a' "$(cell score governance a value)" 3.5
is 'the mean of side b' "$(cell score trust b value)" 2
is 'the gap' "$(cell gap governance a value)" 1
is 'its verdict' "$(cell gap governance a word)" clear-gap
is 'comments of both sides' "$(jq -r '.comments[].party' "$work/report.json" | sort | uniq -c | xargs)" '12 a 12 b'
ok 'a report in HTML' attune analyse --party side --target 75 --floor 50 -o "$work/report.html" "$form" "$work/answers.csv"
ok 'as a page, not a fragment' grep -q '</html>' "$work/report.html"
like 'without a file the figures are a table' "$(attune analyse --party side "$form" "$work/answers.csv" 2> /dev/null)" \
	'^score,governance,a,,shown,,no,12,3.5,'

answers 12 4 > "$work/few.csv"
attune analyse --party side -o "$work/report.json" "$form" "$work/few.csv" 2> /dev/null
is 'nothing is said about four people' "$(jq -r '.cells[] | select(.shown == "shown" and .measure != "response" and
	(.group == "b" or .group == "joint")) | .of' "$work/report.json")" ''
is 'but that they answered' "$(cell response '' b value)" 4
is 'and nobody is told their side' "$(jq -r '.comments[].party' "$work/report.json" | sort -u)" null
ok 'with a smaller k there are words' attune analyse --party side --k 4 -o "$work/report.json" "$form" "$work/few.csv"
is 'in bands' "$(cell score trust b word)" low

{ answers 3 3; echo 'a,9,2,x,5,'; } > "$work/wrong.csv"
refuses 'a value the scale does not have' 'wrong.csv:8: go_time: `9` is not an answer to this item.' \
	attune analyse --party side "$form" "$work/wrong.csv"
refuses 'every wrong cell is named' 'wrong.csv:8: cm_early: `x` is not an answer to this item.' \
	attune analyse --party side "$form" "$work/wrong.csv"
refuses 'a party column that is not there' 'team: There is no column of this name' \
	attune analyse --party team "$form" "$work/answers.csv"
refuses 'a k below three' 'k is a whole number from 3 to 40' attune analyse --k 2 "$form" "$work/answers.csv"
refuses 'a floor above the target' 'The floor lies above the target.' \
	attune analyse --target 50 --floor 60 "$form" "$work/answers.csv"
refuses 'a report of an unknown sort' 'report.doc' attune analyse -o "$work/report.doc" "$form" "$work/answers.csv"
refuses 'answers in place of the form' 'answers.csv:1:' attune analyse "$work/answers.csv" "$work/answers.csv"
ok 'a report in another language' attune analyse --party side --lang de -o "$work/report.html" "$form" "$work/answers.csv"
ok 'with the title of the form in it' grep -q 'Kurzer Gesundheitscheck' "$work/report.html"
like 'and the day as it is written there' "$(cat "$work/report.html")" "$(date -u +%-d)[.] [^ ]+ $(date -u +%Y)"
like 'too little of the index is not too few people' "$(cat "$work/report.html")" 'zu wenige Dimensionen gezeigt werden'
like 'without a target there are no strengths' "$(cat "$work/report.html")" 'Ohne vereinbarten Zielwert'
refuses 'a language the form does not have' 'The form has no language xx.' \
	attune analyse --party side --lang xx -o "$work/report.html" "$form" "$work/answers.csv"

manager=$srcdir/forms/library/alliance-manager-short.xml raters=$srcdir/tests/data/raters.csv
ok 'a profile of a person' attune analyse --party group --person 'The manager' --role venture -o "$work/report.json" "$manager" "$raters"
is 'of whom it is' "$(jq -r '.report + " " + .person + " " + .role' "$work/report.json")" 'competency_profile The manager venture'
is 'three people make a group' "$(jq .k "$work/report.json")" 3
is 'the person thinks more of it than anybody' "$(cell quadrant orchestration others word)" blind-spot
is 'the counterpart counts with the team' "$(cell response '' partner_team value)" 7
ok 'as a page' attune analyse --party group --person 'The manager' --role venture --lang nl -o "$work/report.html" "$manager" "$raters"
like 'in the language of the reader' "$(cat "$work/report.html")" 'Alleen voor ontwikkeling.*Joint venture en participatie'
refuses 'a profile of nobody' 'needs --person' attune analyse --party group "$manager" "$raters"
refuses 'raters without groups' 'needs --person' attune analyse --person x "$manager" "$raters"
refuses 'a role the form does not have' 'The form has no weights pirate' \
	attune analyse --party group --person x --role pirate "$manager" "$raters"
sed 's/^partner_team/team/' "$raters" > "$work/groups.csv"
refuses 'a group that is none' 'team: This is no rater group' attune analyse --party group --person x "$manager" "$work/groups.csv"
refuses 'a person where an alliance is asked about' 'are for a form about a manager' \
	attune analyse --party side --person x "$form" "$work/answers.csv"

refuses 'a file that is not there' 'nowhere.csv' attune analyse "$form" "$work/nowhere.csv"
finish
