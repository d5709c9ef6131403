# pages.sh - rows about pages: one shown, one saved, against the floor program, bare saves, Node and PHP
# SPDX-License-Identifier: GPL-3.0-or-later

# The floor has the product's own nginx settings, its numbers of workers, its role in the database.
start_floor()
{
	floor=$work/floor floor_roots=
	mkdir -p "$floor"
	ticket=$(cut -d' ' -f1 "$house/respondents" | head -n 1)
	curl -s -b "attune=$ticket" "http://127.0.0.1:$port/p/p1" > "$floor/page.html"
	floor_port=$(free_port $((port + 1)))
	filled "$srcdir/deploy/nginx.conf.in" "RUN=$floor" "LISTEN=127.0.0.1:$floor_port" "STATIC=$srcdir/fcgi/static" \
		> "$floor/nginx.conf"
	for pool in read:4 write:8; do
		start "floor-${pool%:*}" "$here/floor" "$floor/answer-${pool%:*}.sock" "${pool#*:}" "$database" \
			"$house/keys/ticket" "$floor/page.html" 1
		floor_roots="$floor_roots $last_started"
	done
	start floor-nginx "$NGINX" -e stderr -p "$floor" -c "$floor/nginx.conf" -g 'daemon off;'
	floor_roots="$floor_roots $last_started $database_pid"
	await "$floor_port" "$work/get" "$house/respondents"
}

start_node()
{
	command -v node > /dev/null || { without_row 'against Node' 'apt-get install nodejs'; return; }
	[ -d "$here/node_modules/express" ] || { without_row 'against Node' 'apt-get install npm'; return; }
	start node env NODE_PATH="$here/node_modules" NODE_ENV=production \
		node "$srcdir/tests/bench/peer.js" "$peers/node.sock" "$house/run"
	node_roots="$last_started $database_pid"
	node_port=$(free_port $((floor_port + 1)))
	all_peers=node
}

start_php()
{
	php=$(command -v php-fpm || ls /usr/sbin/php-fpm* 2> /dev/null | head -n 1)
	[ -n "$php" ] || { without_row 'against PHP' 'apt-get install php-fpm php-pgsql'; return; }
	"$php" -m | grep -qx pgsql || { without_row 'against PHP' 'apt-get install php-pgsql'; return; }
	printf '[global]\nerror_log = /dev/stderr\n[www]\nlisten = %s\npm = static\npm.max_children = 8\n' \
		"$peers/php.sock" > "$peers/php.conf"
	start php "$php" -F -y "$peers/php.conf"
	php_roots="$last_started $database_pid"
	php_port=$(free_port $((floor_port + 2)))
	all_peers="$all_peers php"
}

start_peers()
{
	peers=$work/peers all_peers= node_roots= php_roots=
	node_port=$((floor_port + 1)) php_port=$((floor_port + 2))
	mkdir -p "$peers"
	start_node
	start_php
	[ -n "$all_peers" ] || return
	filled "$srcdir/tests/bench/peers.conf.in" "RUN=$peers" "NODE_PORT=$node_port" "PHP_PORT=$php_port" \
		"DATABASE=$house/run" "SOURCE=$srcdir/tests/bench" > "$peers/nginx.conf"
	start peers-nginx "$NGINX" -e stderr -p "$peers" -c "$peers/nginx.conf" -g 'daemon off;'
	node_roots="$node_roots $last_started" php_roots="$php_roots $last_started"
	for peer in $all_peers; do
		eval "await \$${peer}_port $work/get-hash $house/respondents"
		eval "same_page $peer \$${peer}_port"
	done
}

masked() { sed -E 's/[0-9a-f]{64}/TOKEN/; s/\?[0-9.]+"/?VERSION"/' "$1" > "$1.masked"; }

# What is compared writes the same bytes, but for the token and the program's version.
same_page()
{
	hash=$(cut -d' ' -f3 "$house/respondents" | head -n 1)
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		curl -sf -b "attune=$hash" -o "$peers/$1.html" "http://127.0.0.1:$2/p/p1" && break
		sleep 0.3
	done
	masked "$floor/page.html"
	masked "$peers/$1.html"
	cmp -s "$floor/page.html.masked" "$peers/$1.html.masked" || give_up "$1 writes another page than the product"
}

# One repetition of everything that is compared, the product first.
measure_pages()
{
	measure "$1" "$serve_pid" "$port" 16 "$work/$1" "$house/p2"
	measure "$1-floor" "$floor_roots" "$floor_port" 16 "$work/$1" "$house/p2"
	for peer in $all_peers; do
		eval "measure $1-$peer \"\$${peer}_roots\" \$${peer}_port 16 $work/$1-hash $house/p2"
	done
}

# bare_saves NAME: the statement alone, over as many connections as the product has writers.
bare_saves()
{
	name=$1
	result=$("$here/saves" "$database" "$seconds" 8 1 20 "$house/p2") || give_up 'bare saves failed'
	# shellcheck disable=SC2086 # three figures
	set -- $result
	[ "$2" = 0 ] || give_up "$2 of $1 bare saves failed"
	echo "$3 0 0 0" >> "$work/$name.figures"
}

# compare WHAT OURS OTHER COLUMN REACH
compare() { row "$1" "$(figure "$2" "$4")" "$(figure "$3" "$4")" "$(ratio "$2" "$3" "$4")" "$5"; }

compare_pages()
{
	for _ in $repetitions; do
		measure_pages get
		measure_pages post
		bare_saves bare
	done
	compare 'page of 20 items shown: CPU us, floor' get get-floor 3 '<= 1.5'
	compare 'page of 20 items saved: CPU us, floor' post post-floor 3 '<= 1.5'
	# Without a disk to wait for this compares a whole request with a part of it: see NOTES.md.
	compare 'pages saved a second, bare statement' post bare 1 ''
	compare 'the same of the floor program' post-floor bare 1 ''
	for peer in $all_peers; do
		compare "pages shown a CPU second, $peer" get "get-$peer" 4 '>= 1.6'
		compare "pages saved a CPU second, $peer" post "post-$peer" 4 '>= 1.6'
	done
}

# Lines the server logged of statements that the pages' role has sent.
logged_statements() { grep -cE '^attune_answer LOG: +(execute|statement)' "$house/log/postgres.log"; }

count_statements()
{
	sql "ALTER SYSTEM SET log_line_prefix = '%u '" && sql "ALTER SYSTEM SET log_statement = 'all'"
	sql 'SELECT pg_reload_conf()' > /dev/null
	sleep 0.5
	logged=$(logged_statements)
	requests=$("$here/load" "$port" 0.2 1 "$work/$1" "$house/p2" | cut -d' ' -f1)
	statements=$(($(logged_statements) - logged))
	sql "ALTER SYSTEM RESET log_statement" && sql 'SELECT pg_reload_conf()' > /dev/null
	awk -v statements="$statements" -v requests="$requests" 'BEGIN { printf "%.2f", statements / requests }'
}

# The private memory of the worker that has most.
worker_memory()
{
	for pid in $(pgrep -P "$(pgrep -P "$serve_pid" -x attune-answer)"); do
		awk '/^Private_/ { kb += $2 } END { printf "%.2f\n", kb / 1024 }' "/proc/$pid/smaps_rollup"
	done | sort -g | tail -n 1
}

pages_rows()
{
	database="host=$house/run dbname=attune user=attune_answer"
	get p1 @TICKET@ > "$work/get"
	get p1 @HASH@ > "$work/get-hash"
	post p2 21 40 @TICKET@ > "$work/post"
	post p2 21 40 @HASH@ > "$work/post-hash"
	start_floor
	start_peers
	compare_pages
	row 'statements to show a page' "$(count_statements get)" '' '' '<= 2'
	row 'statements to save a page' "$(count_statements post)" '' '' '<= 2'
	row 'private memory of a worker, MB' "$(worker_memory)" '' '' '<= 2'
}
