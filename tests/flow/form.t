#!/bin/sh
# form.t - attune form check, compare, codebook
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

good=$srcdir/tests/data/good/all-kinds.xml

ok 'good forms' attune form check "$srcdir"/tests/data/good/*.xml
is 'nothing else is said of them' "$(grep -v ': no problems ([0-9]* items*, [0-9]* dimensions*, [0-9]* languages*)$' "$work/out")" ''
for form in "$srcdir"/forms/library/*.xml; do
	ok "${form##*/}" attune form check "$form"
	is "${form##*/} has no warning" "$(grep -v ': no problems (' "$work/out")" ''
done

attune form check "$srcdir/tests/data/bad/many-at-once.xml" > "$work/out" 2> "$work/err"
is 'a bad form has an exit code of its own' $? 65
is 'all problems are told at once' "$(grep -c 'many-at-once.xml:[0-9]*: [a-z]' "$work/err")" 7
refuses 'one bad form among good ones' 'there is no scale agree4; did you mean agree3?' \
	attune form check "$good" "$srcdir/tests/data/bad/many-at-once.xml"
refuses 'a file that is not there' 'nowhere.xml' attune form check nowhere.xml

sed -e 's/version="3"/version="4"/' -e 's/All in all I am satisfied/I am satisfied/' "$good" > "$work/wording.xml"
sed -e 's/version="3"/version="4"/' -e 's/unit="days"/unit="hours"/' "$good" > "$work/critical.xml"
is 'a form against itself' "$(attune form compare "$good" "$good")" ''
is 'other words' "$(attune form compare "$good" "$work/wording.xml")" 'wording: overall: it is asked in other words'
refuses 'something critical' 'must not replace the old one' attune form compare "$good" "$work/critical.xml"
is 'is named' "$(cat "$work/out")" 'critical: esc_days: it is counted in another unit'

is 'a codebook has a row for each code' "$(attune form codebook "$good" | grep -c '^challenge,')" 8
like 'in the language asked for' "$(attune form codebook --lang de "$good")" '^esc_days,number,p_facts,,,Arbeitstage bis zur Lösung'
refuses 'a language it does not have' 'no language fr' attune form codebook --lang fr "$good"
attune form codebook -o "$work/codebook.json" "$good"
is 'a codebook as JSON' "$(jq -r '.variables[] | select(.name == "tr3") | .reversed, (.codes | length)' "$work/codebook.json" | xargs)" 'true 8'

manager=$srcdir/tests/data/good/manager.xml
attune form codebook --lang en "$manager" > "$work/manager.csv"
like 'a codebook says whose levels a question describes' "$(cat "$work/manager.csv")" \
	'^c1_level,anchored,c_diplomacy,,,What fits \[subject\]\?,1,Instructs.,,diplomacy,self manager'
like 'and which rater groups are asked' "$(cat "$work/manager.csv")" ',1,Never,,,manager colleagues executives'
attune form codebook -o "$work/manager.json" "$manager"
is 'in JSON too' "$(jq -r '.variables[] | select(.name == "c1_level") | .levels, .groups' "$work/manager.json" | xargs)" \
	'diplomacy self manager'
finish
