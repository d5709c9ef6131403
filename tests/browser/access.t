#!/bin/sh
# access.t - every page a respondent can meet, and the report: for everybody, on every screen, in light and dark
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
. "${srcdir:-.}/tests/flow/web.sh"

command -v "${CHROMIUM:=chromium}" > /dev/null || { echo 'Bail out! there is no chromium here: apt-get install chromium'; exit 1; }
pg_start
attune migrate > /dev/null 2>&1
web_start
web_wave bridge "$srcdir/tests/data/good/all-kinds.xml" 5 --closes 2099-12-18
pages=$work/pages
mkdir -p "$pages"
ln -s "$(cd "$srcdir" && pwd)/fcgi/static" "$pages/static"
cp "$srcdir/fcgi/static/"*.html "$pages"

# keep NAME WHO STATUS: the page that WHO sees now
keep()
{
	cp "$work/page.$2" "$pages/$1.html"
	is "there is a page: $1" "$status" "$3"
}

anna=$(link a 1)
get anna /
keep nobody anna 200
get anna /nowhere
keep missing anna 404
get anna /i/unknown
keep unknown anna 404
get anna "$anna"
keep welcome anna 200
begin anna "$anna"
keep battery anna 200
cp "$work/page.anna" "$work/page.other"
cp "$work/jar.anna" "$work/jar.other"
press anna /p/p_trust continue tr1=1
keep battery-wrong anna 422
press anna /p/p_trust continue tr1=1 tr2=5 tr3=3 tr4=na tr5=2 'tr_why=The plan changed, and nobody told us.'
press other /p/p_trust continue tr1=4
keep stale other 409
get anna /p/p_facts
keep facts anna 200
all='esc=1 challenge=3 overall=4 means_of=1 means_of=3 maturity=50'
press anna /p/p_facts continue $all
get anna "$location"
keep more anna 200
press anna /p/p_facts continue $all esc_days=many esc_on=2024-02-30 prio.1=1 prio.2=1 prio.3=2 code=much-too-long
keep facts-wrong anna 422
get anna /check
keep check-open anna 200
get anna /p/p_facts
press anna /p/p_facts later $all esc_days=8 esc_on=2024-02-29 prio.1=2 prio.2=3 prio.3=1 code=a-7
get anna /later
keep later anna 200
get anna /check
keep check anna 200
send bert /p/p_trust _token=wrong _revision=0 'tr_why=Something that took an hour to write'
keep foreign bert 403

begin cara "$(link a 3)"
pg_kill
press cara /p/p_trust continue tr1=1 'tr_why=Something that took an hour to write'
keep unsaved cara 503
get cara /p/p_trust
keep away cara 503
pg_up
get anna /check
send anna /submit "_token=$(hidden anna _token)"
get anna /done
keep done anna 200
get anna /p/p_trust
keep submitted anna 409
attune wave withdraw bridge/one a2@bridge.example.org
get late "$(link a 2)"
keep withdrawn late 410
attune wave create bridge/two --form all_kinds --opens 2099-01-01 > /dev/null
attune wave open bridge/two > /dev/null
attune wave links bridge/two -o "$work/two.csv"
get early "$(grep -oE '/i/[a-z2-7]{32}' "$work/two.csv" | head -n 1)"
keep early early 403
attune wave close bridge/one > /dev/null
get cara /p/p_trust
keep closed cara 410
web_stop
trap at_end EXIT
mkdir "$work/samples"
ok 'there are reports' "$builddir/tests/unit/report_samples" "$work/samples"
mkdir "$work/portfolios"
ok 'there are benchmarks' "$builddir/tests/unit/portfolio_samples" "$work/portfolios"
for report in "$work/samples"/*.en.html "$work/samples/full.de.html" "$work/portfolios"/portfolio-[or]*.en.html \
	"$work/portfolios/portfolio-24.de.html" "$work/portfolios/portfolio-many.en.html"; do
	cp "$report" "$pages/report-${report##*/}"
done

PYTHONDONTWRITEBYTECODE=1 timeout 300 python3 "$srcdir/tests/browser/access.py" "$pages" ${ACCESS_PICTURES:+"$ACCESS_PICTURES"} \
	> "$work/found" 2>&1
is 'the browser reports no trouble' "$?" 0
while read -r line; do
	case $line in
	'ok - '*) tap 0 "all pages: ${line#ok - }" ;;
	'not ok - '*) tap 1 "all pages: ${line#not ok - }" ;;
	*) diag "${line#\# }" ;;
	esac
done < "$work/found"
finish
