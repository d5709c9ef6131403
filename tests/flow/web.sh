# web.sh - for tests of the respondents' pages: attune-answer behind nginx, browsers made of curl
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	. "${srcdir:-.}/tests/flow/lib.sh"
#	. "${srcdir:-.}/tests/flow/web.sh"
#	web_start                     after pg_start and attune migrate: nginx at the socket $work/web.sock,
#	                              and at the loopback port $WEB_PORT if that is set
#	web_wave KEY FORM.xml PEOPLE [OPTION...]  an alliance of Nordlicht and Acme with so many people a
#	                              side, and an open wave KEY/one
#	link PARTY N                  path of the personal link of the N-th person of that party
#	get WHO PATH                  GET; $status, $location, and the page in $work/page.WHO
#	send WHO PATH FIELD=VALUE...  POST of exactly these fields
#	press WHO PATH BUTTON FIELD=VALUE...  POST with token and revision of WHO's page, as its form would
#	begin WHO PATH                open the link, press Begin, follow to the first page
#	page WHO                      the page as text
#	sound WHO                     the page is sound HTML: tidy has nothing to say
#
# A browser is a name: its cookies are in $work/jar.WHO.

NGINX=${NGINX:-/usr/sbin/nginx}
export ATTUNE_READ_WORKERS=2 ATTUNE_WRITE_WORKERS=2
ATTUNE_LOCALEDIR=$builddir/po/locale
export ATTUNE_LOCALEDIR
web_pids=

web_start()
{
	mkdir -p "$ATTUNE_DATA_DIR/run"
	run=$ATTUNE_DATA_DIR/run
	sed -e "s,@RUN@,$run,g" -e "s,@STATIC@,$srcdir/fcgi/static,g" \
		-e "s,@LISTEN@,unix:$work/web.sock${WEB_PORT:+; listen 127.0.0.1:$WEB_PORT}," \
		"$srcdir/deploy/nginx.conf.in" > "$run/nginx.conf"
	answer_up
	set -- "$NGINX" -e stderr -p "$run" -c "$run/nginx.conf"
	if [ "$(id -u)" = 0 ]; then
		"$@" -g 'daemon off; user root;' 2> "$work/nginx.log" &
	else
		"$@" -g 'daemon off;' 2> "$work/nginx.log" &
	fi
	web_pids="$web_pids $!"
	soon front_page || { cat "$work/nginx.log" "$work/answer.log"; exit 99; }
}

front_page() { get nobody / && [ "$status" = 200 ]; }

answer_up()
{
	"$builddir/attune-answer" 2>> "$work/answer.log" &
	answer_pid=$!
	web_pids="$web_pids $answer_pid"
}

web_stop()
{
	for pid in $web_pids; do kill "$pid" 2> /dev/null; done
	for pid in $web_pids; do ended "$pid" 2> /dev/null; done
	web_pids=
}

web_people()
{
	echo 'alliance,party,name,email,language,function,level'
	for party in a b; do
		n=1
		while [ "$n" -le "$2" ]; do
			echo "$1,$party,Person $party$n,$party$n@$1.example.org,en,,"
			n=$((n + 1))
		done
	done
}

web_wave()
{
	key=$1 form=$2 people=$3
	shift 3
	attune form publish "$form" > /dev/null || exit 99
	attune alliance add "$key" Bridge 'Nordlicht' 'Acme <East>' > /dev/null || exit 99
	web_people "$key" "$people" > "$work/people.csv"
	attune person import "$work/people.csv" > /dev/null || exit 99
	id=$(sed -n 's/.*<form [^>]*id="\([^"]*\)".*/\1/p' "$form")
	attune wave create "$key/one" --form "$id" --name 'Spring 2026' "$@" > /dev/null || exit 99
	attune wave open "$key/one" > /dev/null || exit 99
	attune wave links "$key/one" -o "$work/links.csv" || exit 99
}

link()
{
	grep ",$1$2@" "$work/links.csv" | grep -oE '/i/[a-z2-7]{32}'
}

fetch()
{
	browser=$1 path=$2
	shift 2
	status=$(curl -s --max-time 30 --unix-socket "$work/web.sock" -b "$work/jar.$browser" \
		-c "$work/jar.$browser" -D "$work/head.$browser" -o "$work/page.$browser" -w '%{http_code}' \
		"$@" "http://127.0.0.1:8080$path")
	location=$(tr -d '\r' < "$work/head.$browser" 2> /dev/null |
		sed -n 's/^Location: //Ip' | sed 's,^http://[^/]*,,')
}

get() { fetch "$@"; }

send()
{
	from=$1 to=$2
	shift 2
	for field in "$@"; do
		set -- "$@" --data-urlencode "$field"
		shift
	done
	[ "$#" -gt 0 ] || set -- --data ''
	fetch "$from" "$to" "$@"
}

hidden() { grep -o "name=\"$2\" value=\"[^\"]*\"" "$work/page.$1" | head -n 1 | sed 's/.*value="//; s/"$//'; }

press()
{
	who=$1 where=$2 button=$3
	shift 3
	send "$who" "$where" "_token=$(hidden "$who" _token)" "_revision=$(hidden "$who" _revision)" \
		"_do=$button" "$@"
}

begin()
{
	get "$1" "$2"
	send "$1" "$2" "_token=$(hidden "$1" _token)" "_lang=$(hidden "$1" _lang)"
	get "$1" "$location"
}

page() { cat "$work/page.$1"; }

sound()
{
	tidy -errors -quiet "$work/page.$1" > "$work/tidy" 2>&1
	cat "$work/tidy"
	[ ! -s "$work/tidy" ]
}
