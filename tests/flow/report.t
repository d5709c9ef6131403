#!/bin/sh
# report.t - every report is well-formed HTML without inline script or style, sound JSON and CSV, and prints
# SPDX-License-Identifier: GPL-3.0-or-later
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
ATTUNE_LOCALEDIR=$builddir/po/locale
export ATTUNE_LOCALEDIR
n=0 bad=0

# is WHAT GOT WANTED
is()
{
	n=$((n + 1))
	if [ "$2" = "$3" ]; then
		echo "ok $n - $1"
	else
		bad=1
		echo "not ok $n - $1"
		printf '%s\n' "$2" | sed 's/^/# /'
	fi
}

echo 1..12
"$builddir/tests/unit/report_samples" "$dir" || { echo 'Bail out! the samples cannot be written'; exit 1; }

is 'eight samples in four languages' "$(ls "$dir"/*.html | wc -l)" 32
is 'tidy has nothing to say' "$(tidy -e -q "$dir"/*.html 2>&1)" ''
is 'no script, no inline style, no event attribute' "$(grep -lE '<script| style=| on[a-z]+=' "$dir"/*.html)" ''
is 'nothing is fetched from anywhere' "$(grep -lE '(href|src|url\()' "$dir"/*.html)" ''
is 'a hidden figure is nowhere' "$(grep -lE '66613|poison' "$dir"/*)" ''
is 'JSON reads back, hidden cells without figures' \
	"$(jq -r '.cells[] | select(.shown != "shown") | select(has("value") or has("n")) | .of' "$dir"/*.json 2>&1)" ''
is 'each picture has its words' \
	"$(cat "$dir"/*.html | grep -o 'role="img"' | wc -l)" "$(cat "$dir"/*.html | grep -oE '<title>[^<]+</title><desc>[^<]+</desc>' | wc -l)"
is 'the PDF is tagged and complete' "$(pdfinfo "$dir/full.en.pdf" | grep -c '^Tagged: *yes')$(ls "$dir" | grep -c '~\|log')" 10
is 'the PDF of a profile too' "$(pdfinfo "$dir/profile.en.pdf" | grep -c '^Tagged: *yes')" 1
is 'its first page says what it is for' "$(pdftotext -l 1 -layout "$dir/profile.en.pdf" - | grep -c 'For development only')" 1
is 'and what to try, three times' "$(pdftotext -l 1 -layout "$dir/profile.en.pdf" - | grep -o 'The next level' | wc -l)" 3
is 'the PDF carries the headline' "$(pdftotext -layout "$dir/full.en.pdf" - | grep -c 'Room to grow: at 65 of 100')" 1
exit "$bad"
