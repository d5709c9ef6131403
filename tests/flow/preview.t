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

manager=$srcdir/forms/library/alliance-manager.xml
pages=$srcdir/tests/data/good/manager.xml
text_of() { sed -e 's/<[^>]*>/ /g' "$1" | tr -s ' '; }
items_of() { tr '\n' ' ' < "$1" | grep -o '<form lang="en".*' | sed 's,</form>.*,,' | grep -o 'id="en-item-[a-z_]*"' | wc -l; }
author=$(text_of "$work/alliance-manager.html")
like 'an author sees who is asked' "$author" 'Asked of: self, manager, colleagues, executives'
like 'and the words of a single group' "$author" 'self: I win support among people'
like 'and those of another one' "$author" 'partner_team: We turn to Person M first'
for group in self manager colleagues executives counterpart partner_team partner_executives; do
	ok "a preview for $group is written" attune form preview --group $group "$manager" -o "$work/$group.html"
	ok "$group: it is sound HTML" sound "$work/$group.html"
done
like 'the person reads I' "$(text_of "$work/self.html")" 'I win support among people'
is 'and not the own name' "$(grep -c 'Person M' "$work/self.html")" 0
like 'others read a name' "$(text_of "$work/manager.html")" 'Person M wins support among people'
is 'a group reads no notes for authors' "$(grep -c 'Asked of:' "$work/manager.html")" 0
is 'the own organisation is asked everything' "$(items_of "$work/executives.html")" 55
is 'the partner what it can see' "$(items_of "$work/counterpart.html")" 33
like 'in its own words' "$(text_of "$work/counterpart.html")" 'We turn to Person M first'
attune form preview --group self "$pages" -o "$work/pages.html"
is 'a page that a group is not asked is left out' "$(grep -c 'Your view from outside' "$work/pages.html")" 0
sed 's/<page id="c_diplomacy">/<page id="c_diplomacy" groups="self manager colleagues executives">/' "$pages" > "$work/partner.xml"
attune form preview --group counterpart "$work/partner.xml" -o "$work/partner.html"
like 'the others are numbered from 1' "$(text_of "$work/partner.html")" '1\. Alliance manager +Your view from outside'
refuses 'a group of a form about an alliance' 'no rater groups' \
	attune form preview --group self "$srcdir/tests/data/good/all-kinds.xml"
refuses 'a group that there is not' 'no rater group friends' attune form preview --group friends "$manager"
refuses 'a form with mistakes' 'attune' attune form preview "$srcdir/configure.ac"
finish
