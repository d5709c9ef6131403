#!/bin/sh
# demo.t - the demonstration portfolio: what its opinions plant is found in the reports, what they do not plant is not
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

ATTUNE_DATA_DIR=$work/data ATTUNE_STATICDIR=$srcdir/fcgi/static ATTUNE_LOCALEDIR=$builddir/po/locale
ATTUNE_READ_WORKERS=2 ATTUNE_WRITE_WORKERS=2
export ATTUNE_DATA_DIR ATTUNE_STATICDIR ATTUNE_LOCALEDIR ATTUNE_READ_WORKERS ATTUNE_WRITE_WORKERS
data=$work/data
if [ "$(id -u)" = 0 ]; then chown nobody:nogroup "$work"; fi

serve() { as_server "$builddir/attune" serve "$@"; }
attune() { as_server "$builddir/attune" -c "$data/attune.conf" "$@"; }
step() { as_server "$srcdir/deploy/demo/run" "$1" "$builddir/attune" "$data"; }
trap 'code=$?; serve --stop; at_end "$code"' EXIT

serve > "$work/address" 2>&1 || { echo "Bail out! $(cat "$work/address")"; exit 1; }
for step in portfolio history wave profiles benchmark; do
	ok "$step" step "$step" || exit 1
done
cp -r "$data/links" "$work/links"
for step in portfolio history wave profiles benchmark; do
	ok "$step a second time" step "$step"
done
ok 'which made nothing anew' diff -r "$work/links" "$data/links"

# The reports of single alliances.
alliances=$(awk -F, 'NR > 1 && $1 != "cold-chain" { print $1 }' "$srcdir/deploy/demo/alliances.csv")
read_report() { attune report "$1/$2" -o "$data/$1-$2.json"; }
for alliance in $alliances; do read_report "$alliance" pulse-3 || exit 1; done
read_report grid-storage pulse-2
said() { jq -r --arg m "$2" --arg of "$3" --arg g "$4" ".cells[] | select(.measure == \$m and .of == \$of and .group == \$g) | $5" "$data/$1.json"; }
dimensions='["purpose","value","commitment","governance","execution","communication","trust","conflict","learning"]'
words() { jq -r --arg m "$1" --arg word "$2" --argjson of "$dimensions" '(input_filename | sub(".*/"; "") | sub("-pulse-3.json"; "")) as $a
	| .cells[] | select(.measure == $m and .word == $word and (.of | IN($of[]))) | [$a, .of, .group] | join(" ")' "$data"/*-pulse-3.json; }

is 'a gap between the sides is found' "$(said reseller-south-pulse-3 gap governance a .word)" clear-gap
words gap clear-gap > "$work/gaps"
is 'in other alliances no more of them than one in twenty' "$(grep -vc '^reseller-south' "$work/gaps" | awk '{ print $1 <= 10 }')" 1
is 'the one side in two camps is found, and no other' "$(words agreement split)" 'robot-vision value b'
is 'a side of which few answered is not shown' "$(said drive-licence-pulse-3 score health b .shown)" small
is 'nor the joint score, which would tell it' "$(said drive-licence-pulse-3 score health joint .shown)" small
is 'a fall from one year to the next' \
	"$(jq -n "[$(said grid-storage-pulse-2 score health joint .percent), $(said grid-storage-pulse-3 score health joint .percent)] | .[0] - .[1] > 12")" true
day() { attune wave status "grid-storage/$1" | sed -n 's/^closed *//p'; }
is 'the history has years' "$(date -d "$(day pulse-1) + 2 years" +%Y-%m)" "$(date -d "$(day pulse-3)" +%Y-%m)"
is 'in the reports too' "$(jq -r '.closed' "$data/grid-storage-pulse-2.json")" "$(day pulse-2)"
is 'the log is whole' "$(psql -XqAt -h "$data/run" -U postgres -d attune -c 'SELECT audit_first_broken() IS NULL')" t

# The benchmark. Between alliances trust goes with the results, inside them governance does.
ok 'a benchmark' attune benchmark --form alliance_health_pulse -o "$data/benchmark.json"
asked() { jq -r "$1" "$data/benchmark.json"; }
is 'of all alliances with their waves' "$(asked '[.pool_alliances, .pool_releases] | join(" ")')" '24 72'
is 'each with its kind and stage' "$(asked '[.alliances[] | [.type, .stage]] | unique | length')" 24
is 'those that need a look are listed with the reason, and no others' \
	"$(asked '[.attention[] | [.alliance, .reason, .party // empty] | join(" ")] | sort | join(", ")')" \
	'drive-licence silent b, grid-storage drop, pilot-plant overdue, robot-vision split b'
is 'the outstanding one is in the top quarter' \
	"$(asked '.alliances[] | select(.key == "bio-sensor") | .cells[] | select(.of == "health") | .percentile > 90')" true
is 'only what fell or has a bad side is surely in the bottom quarter' \
	"$(asked '[.alliances[] | .key as $a | .cells[] | select(.of == "health" and .p_lowest > .98) | $a] | join(" ")')" grid-storage
asked '[.alliances[] | .key as $a | .cells[] | select(.gap_adjusted != null and .gap_adjusted < .05 and $a != "cold-chain")
	| {p: .gap_adjusted, of: "\($a) \(.of)"}] | sort_by(.p) | .[].of' > "$work/surest"
is 'the surest gap between sides is the one that is there' "$(head -n 1 "$work/surest")" 'reseller-south governance'
is 'of hundreds at most one other comes as far as one in twenty' "$(wc -l < "$work/surest" | awk '{ print $1 <= 2 }')" 1
is 'the form with other items is not mixed in' "$(asked '[.excluded[] | .form] | unique | join(" ")')" alliance_health_core
raw='[.alliances[] | [.cells[] | {(.of): .raw}] | add] | map(select(.results != null and .trust != null and .governance != null))'
correlation='def mean: add / length; def r($x; $y): ($x | mean) as $mx | ($y | mean) as $my
	| ([range($x | length) | ($x[.] - $mx) * ($y[.] - $my)] | add)
	/ (([$x[] | . - $mx | . * .] | add) * ([$y[] | . - $my | . * .] | add) | sqrt);'
is 'between alliances trust goes with results' "$(asked "$correlation $raw | r(map(.trust); map(.results)) > .8")" true
driver='.drivers[] | select(.outcome == $outcome) | .drivers'
drivers() { jq -r --arg outcome "$1" "$driver | $2" "$data/benchmark.json"; }
is 'inside them governance does, surely more than anything else' \
	"$(drivers results '(map(select(.of == "governance"))[0].share95[0]) > (map(select(.of != "governance") | .share95[1]) | max)')" true
is 'nothing surely goes with what nothing was planted for' "$(drivers advocacy 'map(.share) | max < .15')" true
is 'no slope over all alliances is sure' "$(asked '[.rows[].trend | select(.p_rise != null) | .p_rise] | min > .01 and max < .99')" true

# Competency profiles.
profile() { attune report "$1" --for "$2" -o "$data/$3.json"; }
ok 'a profile' profile cold-chain/manager alliance-management.cold-chain@meridian.example.org first
ok 'another, a year later' profile joint-venture/manager-2 alliance-management.joint-venture@orsay.example.org second
of_word() { jq -r --arg m "$2" --arg g "$3" --arg w "$4" '[.cells[] | select(.measure == $m and .group == $g and .word == $w) | .of] | sort | join(" ")' "$data/$1.json"; }
is 'the blind spot is found, and no other' "$(of_word first quadrant others blind-spot)" business
is 'the hidden strength too' "$(of_word first quadrant others hidden-strength)" orchestration
is 'the need that both see' "$(of_word first quadrant others agreed-need)" entrepreneurship
is 'the partner sees less in one competency' "$(of_word first gap inside clear-gap)" relationships
is 'no other comes near' "$(of_word first gap inside probable-gap)" ''
is 'it is the partner who sees less' "$(said first gap relationships inside '.value > 1')" true
is 'co-development fits better than reselling' \
	"$(jq '[.cells[] | select(.measure == "fit" and .group == "others" and .detail == null) | {(.of): .percent}] | add | .codevelopment > .reseller + 3' "$data/first.json")" true
is 'strengths that both see' "$(of_word second quadrant others agreed-strength)" 'delivery diplomacy leadership relationships'
is 'neither a blind spot nor a hidden strength' "$(of_word second quadrant others blind-spot)$(of_word second quadrant others hidden-strength)" ''
is 'one competency has risen, and no other' "$(of_word second change others up)" delivery
is 'none has fallen' "$(of_word second change others down)" ''
finish
