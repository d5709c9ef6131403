#!/bin/sh
# serve.t - the family starts, survives its members, ends; and the demonstration's report tells what was planted
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

ATTUNE_DATA_DIR=$work/data ATTUNE_STATICDIR=$srcdir/fcgi/static ATTUNE_LOCALEDIR=$builddir/po/locale
ATTUNE_READ_WORKERS=2 ATTUNE_WRITE_WORKERS=2
export ATTUNE_DATA_DIR ATTUNE_STATICDIR ATTUNE_LOCALEDIR ATTUNE_READ_WORKERS ATTUNE_WRITE_WORKERS
data=$work/data
demo=$srcdir/deploy/demo/run
if [ "$(id -u)" = 0 ]; then chown nobody:nogroup "$work"; fi

serve() { as_server "$builddir/attune" serve "$@"; }
demonstrate() { as_server "$demo" "$1" "$builddir/attune" "$data"; }
page_status() { curl -s -o /dev/null -w '%{http_code}' "$1"; }
members() { pgrep -f "$data|$builddir/attune-answer" | wc -l; }
trap 'code=$?; serve --stop; at_end "$code"' EXIT

address=$(serve 2>&1)
like 'the first start tells its address' "$address" '^http://127\.0\.0\.1:[0-9]+$'
is 'a page comes back' "$(page_status "$address/")" 200
is 'a second start tells the same address' "$(serve)" "$address"
refuses 'a second one in the foreground is refused' 'running already' serve --foreground

ok 'the portfolio is loaded' demonstrate portfolio
ok 'both sides answer, the wave closes, the report is written' demonstrate wave
ok 'a second demonstration finds everything there' demonstrate wave
ok 'the report is there for printing' grep -q '^%PDF' "$data/reports/cold-chain-spring.pdf"
like 'it tells one link for each side' "$(demonstrate tell)" '/i/[a-z2-7]{32}'

# What deploy/demo/opinions.csv plants: Halden Systems is far less happy with governance; both trust each other.
as_server "$builddir/attune" -c "$data/attune.conf" report cold-chain/spring -o "$data/spring.json"
word_of() { jq -r --arg of "$1" '.cells[] | select(.measure == "gap" and .of == $of and .group == "a") | .word' "$data/spring.json"; }
is 'the planted gap is found' "$(word_of governance)" clear-gap
is 'no gap is found where none is planted' "$(word_of trust)" aligned
is 'everybody is counted' "$(jq -c '[.parties[].answered]' "$data/spring.json")" '[12,12]'

# Pages may still come from the orphaned workers for a moment, so wait for the new program first.
pkill -9 -o -f "$builddir/attune-answer -c $data"
restarted() { [ "$(grep -c 'event=started' "$data/log/answer.log")" -ge 2 ]; }
page_is_good() { [ "$(page_status "$address/")" = 200 ]; }
ok 'a program that was killed is started again' soon restarted
ok 'and its pages come back' soon page_is_good

ok 'it stops' serve --stop
is 'no process is left' "$(members)" 0
is 'a new start has the same address' "$(serve)" "$address"
like 'and the same data' "$(as_server "$builddir/attune" -c "$data/attune.conf" wave status cold-chain/spring)" 'state +closed'
serve --stop
address=$(cd "$work" && ATTUNE_DATA_DIR=data serve)
is 'a relative path leads to the same data directory' "$(page_status "$address/")" 200
serve --stop
as_server timeout -s INT 5 "$builddir/attune" serve --foreground > "$work/foreground" 2>&1
like 'in the foreground it says when it is ready' "$(cat "$work/foreground")" ready
is 'an interrupt leaves no process' "$(members)" 0
finish
