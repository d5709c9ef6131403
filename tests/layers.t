#!/bin/sh
# layers.t - who may include whom: the doors between the rooms, held against the code
# SPDX-License-Identifier: GPL-3.0-or-later
cd "${srcdir:-.}" || exit 1

# room, then the rooms whose headers it may include (its own always)
doors='
base
sql base
forms base
engine/stats base
engine/measure base forms engine/stats
engine/fieldwork base sql forms engine/measure
reports base forms engine/measure
fcgi base forms engine/measure engine/fieldwork reports
cli base forms engine/stats engine/measure engine/fieldwork reports
'
# a header from outside, then the only places that may include it
foreign='
libpq-fe.h sql/
libxml/ forms/
gsl/ engine/stats/
sodium.h base/
fcgiapp.h fcgi/
curl/ engine/fieldwork/mail.c
'
# A program opens its database and hands it on as struct db; more of sql/ than that it does not see.
opened_by_programs='sql/db.h|sql/migrate.h'

n=0 bad=0
result()
{
	n=$((n + 1))
	if [ -z "$2" ]; then echo "ok $n - $1"; return; fi
	bad=1
	echo "not ok $n - $1"
	echo "$2" | sed 's/^/# /'
}

own_includes()
{
	grep -rnE '^#include "' "$1" --include='*.[ch]' | sed -E 's/^([^:]+:[0-9]+):#include "([^"]*)".*/\1 \2/'
}

check_door()
{
	room=$1
	shift
	allowed="config\\.h$|[^ ]*\\.inc$|$room/"
	for other; do allowed="$allowed|$other/"; done
	case $room in cli | fcgi) allowed="$allowed|($opened_by_programs)$" ;; esac
	result "$room includes only: $*" "$(own_includes "$room" | grep -vE "^[^ ]+ ($allowed)")"
}

echo "1..$(($(echo "$doors" | grep -c .) + $(echo "$foreign" | grep -c .) + 1))"
while read -r room others; do
	# shellcheck disable=SC2086 # the list is meant to fall into words
	[ -z "$room" ] || check_door "$room" $others
done <<TABLE
$doors
TABLE
while read -r header places; do
	[ -z "$header" ] || result "<$header> only in $places" \
		"$(grep -rnE "^#include <$header" base sql forms engine reports fcgi cli --include='*.[ch]' | grep -v "^$places")"
done <<TABLE
$foreign
TABLE
result 'libfcgi in at most three files' \
	"$(grep -rlE '^#include <fcgiapp.h' fcgi --include='*.[ch]' | tail -n +4)"
exit "$bad"
