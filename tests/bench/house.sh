# house.sh - a running Attune with people who have begun to answer
# SPDX-License-Identifier: GPL-3.0-or-later
#
# house_start NAME ANSWERS: a wave of 1,000 respondents among so many answers of others, made in the database.
# Form: pages p1, p2 of 20 items, p3 of 10. Everybody has saved p1. Sets house, port, serve_pid, database_pid.

people=1000

attune() { ATTUNE_DATA_DIR=$house "$builddir/attune" "$@"; }
sql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -h "$house/run" -U postgres -d attune -c "$1"; }

house_up()
{
	house=$work/house-$1
	shift
	address=$(env "$@" ATTUNE_DATA_DIR="$house" "$builddir/attune" serve) || give_up 'attune serve did not start'
	port=${address##*:}
	database_pid=$(head -n 1 "$house/cluster/postmaster.pid")
	serve_pid=$(awk '{ sub(/^.*\) /, ""); print $2 }' "/proc/$database_pid/stat")
}

house_people()
{
	awk -v n=$((people / 2)) 'BEGIN {
		print "alliance,party,name,email"
		for (i = 1; i <= n; i++)
			printf "bench,a,Person %d,p%d@a.example.org\nbench,b,Person %d,p%d@b.example.org\n", i, i, i, i
	}'
}

house_wave()
{
	conf=$house/attune.conf
	awk -v items=50 -f "$srcdir/tests/bench/form.awk" > "$house/form.xml"
	house_people > "$house/people.csv"
	attune -c "$conf" form publish "$house/form.xml" &&
		attune -c "$conf" alliance add bench Bench Northwind Southgate &&
		attune -c "$conf" person import "$house/people.csv" &&
		attune -c "$conf" wave create bench/wave --form bench_50 &&
		attune -c "$conf" wave open bench/wave &&
		attune -c "$conf" wave links -o "$house/links.csv" bench/wave
}

# Our respondents lie evenly among the others; numbers of invitations below zero belong to nobody.
house_answers()
{
	step=$(($1 / 50 / people))
	sql "INSERT INTO response (alliance_id, wave_id, response_id, invitation_id, lang) OVERRIDING SYSTEM VALUE
			SELECT w.alliance_id, w.wave_id, g, coalesce(i.invitation_id, -g), 'en'
			FROM wave w CROSS JOIN generate_series(1, $people * $step) g
			LEFT JOIN (SELECT *, row_number() OVER () AS n FROM invitation) i ON i.n * $step = g;
		INSERT INTO page (alliance_id, wave_id, response_id, page, revision, codes)
			SELECT alliance_id, wave_id, response_id, p, 1,
				array_fill((response_id % 5 + 1)::smallint, ARRAY[CASE p WHEN 2 THEN 10 ELSE 20 END])
			FROM response CROSS JOIN generate_series(0, 2) p WHERE p = 0 OR invitation_id < 0;" &&
		sql 'VACUUM ANALYZE' && sql 'CHECKPOINT'
}

house_start()
{
	house_up "$1"
	sql "ALTER SYSTEM SET max_wal_size = '4GB'" && sql "ALTER SYSTEM SET checkpoint_timeout = '1h'"
	sql 'SELECT pg_reload_conf()' > /dev/null
	house_wave > "$work/house.log" 2>&1 && house_answers "$2" || give_up "$(tail -n 1 "$work/house.log")"
	"$here/invite" "$house/keys/ticket" "$house/links.csv" "$house/respondents" || give_up 'no respondents'
	cp "$house/respondents" "$house/p2"
	cp "$house/respondents" "$house/p3"
}

# get PAGE COOKIE, post PAGE FIRST LAST COOKIE: requests for load; COOKIE is @TICKET@ or, for programs that cannot
# hash, @HASH@.
get() { printf 'GET /p/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: attune=%s\r\n\r\n' "$1" "$2"; }
post()
{
	printf 'POST /p/%s HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: attune=%s\r\n' "$1" "$4"
	printf 'Content-Type: application/x-www-form-urlencoded\r\n\r\n'
	printf '_token=@TOKEN@&_revision=@REVISION@&_do=continue'
	awk -v first="$2" -v last="$3" 'BEGIN { for (i = first; i <= last; i++) printf "&q%d=@CODE@", i }'
}
