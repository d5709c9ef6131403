#!/bin/sh
# manual.t - every manual page is well-formed, and every example in it prints what it says
# SPDX-License-Identifier: GPL-3.0-or-later
# In a literal display, a line `$ command` is run with the programs of this build in PATH; the lines up to the next
# one are its expected output. An example that needs a running installation has no `$ ` and is not run.
: "${srcdir:=.}" "${builddir:=.}"
srcdir=$(cd "$srcdir" && pwd) builddir=$(cd "$builddir" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
PATH=$builddir:$PATH ATTUNE_LOCALEDIR=$builddir/po/locale
export PATH ATTUNE_LOCALEDIR

pages=$(ls "$srcdir"/man/*.[1-8] "$builddir"/man/*.[1-8] 2>/dev/null | sort -u)
n=0 failed=0
result()
{
	n=$((n + 1))
	if [ "$2" -eq 0 ]; then echo "ok $n - $1"; else echo "not ok $n - $1"; failed=1; fi
}

examples()
{
	awk -v dir="$work" '
		/^\.Bd -literal/ { inside = 1; next }
		/^\.Ed/ { inside = 0; file = ""; next }
		inside && /^\$ / { k++; file = dir "/" k; print substr($0, 3) >(file ".cmd"); printf "" >(file ".out"); next }
		inside && file { print >(file ".out") }' "$1"
}

run_examples()
{
	for cmd in "$work"/*.cmd; do
		[ -e "$cmd" ] || return
		sed -i 's/\\e/\\/g' "$cmd" "${cmd%.cmd}.out"
		(cd "$srcdir" && sh "$cmd") >"$work/actual" 2>&1
		diff "${cmd%.cmd}.out" "$work/actual" | sed 's/^/# /' >"$work/diff"
		cat "$work/diff"
		[ ! -s "$work/diff" ]
		result "$(basename "$1"): $(cat "$cmd")" $?
	done
}

for page in $pages; do
	mandoc -T lint -W warning "$page" >"$work/lint" 2>&1
	sed 's/^/# /' "$work/lint"
	[ ! -s "$work/lint" ]
	result "$(basename "$page") is well-formed" $?
	rm -f "$work"/*.cmd "$work"/*.out
	examples "$page"
	run_examples "$page"
done
echo "1..$n"
exit $failed
