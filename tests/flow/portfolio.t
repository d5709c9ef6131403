#!/bin/sh
# portfolio.t - benchmarks of portfolios of every size are well-formed HTML in every language, and print
# SPDX-License-Identifier: GPL-3.0-or-later
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
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

echo 1..8
"$builddir/tests/unit/portfolio_samples" "$dir" || { echo 'Bail out! the samples cannot be written'; exit 1; }

is 'six samples in four languages, and a large one' "$(ls "$dir"/*.html | wc -l)" 25
is 'tidy has nothing to say' "$(tidy -e -q "$dir"/*.html 2>&1)" ''
is 'no script, no inline style, no event attribute' "$(grep -lE '<script| style=| on[a-z]+=' "$dir"/*.html)" ''
is 'nothing is fetched from anywhere' "$(grep -lE '(href|src|url\()' "$dir"/*.html)" ''
is 'each picture has its words' \
	"$(cat "$dir"/*.html | grep -o 'role="img"' | wc -l)" "$(cat "$dir"/*.html | grep -oE '<title>[^<]+</title><desc>[^<]+</desc>' | wc -l)"
is 'a report made for one alliance names no other' "$(grep -lE 'North Loom|Amber Forge|Summit Garden' "$dir"/portfolio-own.*.html)" ''
is 'the PDF is tagged and complete' "$(pdfinfo "$dir/portfolio-24.en.pdf" | grep -c '^Tagged: *yes')$(ls "$dir" | grep -c '~\|log')" 10
is 'the heat map lies on its own wide page, its head repeated' \
	"$(pdftotext -layout "$dir/portfolio-60.en.pdf" - | grep -c 'Alliance .*Outlook')" 3
exit "$bad"
