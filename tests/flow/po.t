#!/bin/sh
# po.t - every string of the interface is translated into every language, and nothing is left to guess
# SPDX-License-Identifier: GPL-3.0-or-later
export LC_ALL=C.UTF-8
srcdir=${srcdir:-.}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
n=0

# ok WHAT FILE: passes when FILE, the list of what is wrong, is empty.
ok()
{
	n=$((n + 1))
	if test -s "$2"; then
		echo "not ok $n - $1"
		sed 's/^/# /' "$2"
	else
		echo "ok $n - $1"
	fi
}

# entries FILE OPTION...: the entries msgattrib selects, without the header.
entries()
{
	file=$1
	shift
	msgattrib --no-wrap "$@" "$file" | awk 'BEGIN { RS = "" } !/"Project-Id-Version/ { print $0 "\n" }'
}

# clumsy LANG: the lines that a typesetter would send back.
clumsy()
{
	case $1 in
	fr) grep -P "['\"]|  |(?<!\x{a0})[?!;:»](?!//)|«(?!\x{a0})" ;;
	*) grep -P "['\"]|  " ;;
	esac
}

bail()
{
	echo "Bail out! $1"
	exit 1
}

"$srcdir/po/extract" "$srcdir" "$tmp/attune.pot" || bail "the strings cannot be extracted"
echo 1..15
for lang in de fr nl; do
	msgmerge --quiet --force-po --no-fuzzy-matching --output-file="$tmp/po" \
		"$srcdir/po/$lang.po" "$tmp/attune.pot" ||
		bail "$lang.po cannot be merged"
	entries "$tmp/po" --untranslated --no-obsolete >"$tmp/untranslated"
	ok "$lang: every string is translated" "$tmp/untranslated"
	entries "$srcdir/po/$lang.po" --only-fuzzy >"$tmp/fuzzy"
	ok "$lang: no translation is a guess" "$tmp/fuzzy"
	entries "$tmp/po" --only-obsolete >"$tmp/obsolete"
	ok "$lang: no translation without its string" "$tmp/obsolete"
	msgfmt --check-format --output-file="$tmp/mo" "$tmp/po" 2>"$tmp/format"
	ok "$lang: formats and plural forms agree with the original" "$tmp/format"
	entries "$tmp/po" --translated --no-obsolete | sed -n '/^msgstr/s/^[^ ]* "\(.*\)"$/\1/p' | clumsy "$lang" >"$tmp/clumsy"
	ok "$lang: quotes and spaces are those of the language" "$tmp/clumsy"
done
