#!/bin/sh
# preview.t - attune form preview: every shipped questionnaire and every kind of question as sound HTML
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

# tidy has nothing to say.
sound()
{
	tidy -errors -quiet "$1" > "$work/tidy" 2>&1
	cat "$work/tidy"
	[ ! -s "$work/tidy" ]
}

for form in "$srcdir"/forms/library/*.xml "$srcdir"/tests/data/good/all-kinds.xml; do
	which=$(basename "$form" .xml)
	ok "$which: a preview is written" attune form preview "$form" -o "$work/$which.html"
	ok "$which: it is sound HTML" sound "$work/$which.html"
	is "$which: it loads nothing" "$(grep -cE '(src|href)="[^#]' "$work/$which.html")" 0
done

page=$work/all-kinds.html
is 'every language has its own form' "$(grep -o '<form lang="[a-z]*"' "$page" | tr '\n' ' ')" '<form lang="en" <form lang="de" '
like 'texts carry the marks of the form' "$(cat "$page")" '<strong>no persons</strong>'
like 'hidden questions are shown and say so' "$(cat "$page")" 'Shown only when its condition holds'
ok 'another party reads other words' attune form preview --party b "$srcdir/tests/data/good/all-kinds.xml" -o "$work/b.html"
like 'party b gets the plan' "$(cat "$work/b.html")" 'We get the plan from Organisation A, Organisation C early enough'
refuses 'a party the form does not have' 'no party x' attune form preview --party x "$srcdir/tests/data/good/all-kinds.xml"
refuses 'a form with mistakes' 'attune' attune form preview "$srcdir/configure.ac"
finish
