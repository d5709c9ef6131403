# lib.sh - what benchmarks share: programs started and ended, CPU time read, figures compared, the table
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Figures of a target are collected in $work/TARGET.figures, a line per repetition: requests a second, p50
# in ms, CPU us of a request, requests a CPU second.
# They are compared within a repetition, and the median of those ratios counts: what disturbs one disturbs the
# other too.

here=$builddir/tests/bench

say() { echo "# $*"; }

give_up()
{
	echo "bench: $*" >&2
	exit 1
}

# Processes of a benchmark are children of this shell or of `attune serve`; all end with it.
started=
start()
{
	log=$1
	shift
	"$@" > "$work/$log.log" 2>&1 &
	started="$started $!"
	last_started=$!
}

at_end()
{
	status=$?
	trap - EXIT
	for house in "$work"/house-*; do
		[ ! -d "$house" ] || ATTUNE_DATA_DIR=$house "$builddir/attune" serve --stop
	done
	# shellcheck disable=SC2086 # process ids
	[ -z "$started" ] || kill $started 2> /dev/null
	wait
	if [ "$status" = 0 ]; then rm -rf "$work"; else echo "bench: what happened is in $work" >&2; fi
	exit "$status"
}

# Ticks of CPU (user and system) of processes with all that descend from them.
ticks()
{
	cat /proc/[0-9]*/stat 2> /dev/null | awk -v roots="$*" '
		{ pid = $1; sub(/^.*\) /, ""); parent[pid] = $2; own[pid] = $12 + $13 }
		END {
			n = split(roots, root, " ")
			for (i = 1; i <= n; i++)
				wanted[root[i]] = 1
			for (pid in own) {
				for (p = pid; p > 1 && !(p in wanted); p = parent[p])
					continue
				if (p > 1)
					sum += own[pid]
			}
			print sum + 0
		}'
}


# measure TARGET "ROOT..." PORT CONNECTIONS REQUEST RESPONDENTS: one repetition.
measure()
{
	target=$1 roots=$2
	shift 2
	# shellcheck disable=SC2086 # process ids
	before=$(ticks $roots)
	result=$("$here/load" "$1" "$seconds" "$2" "$3" "$4") || give_up "$target: no answers"
	# shellcheck disable=SC2086
	after=$(ticks $roots)
	# shellcheck disable=SC2086 # five figures
	set -- $result
	[ "$2" = 0 ] || give_up "$target: $2 of $1 requests failed"
	awk -v n="$1" -v per_second="$3" -v p50="$4" -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" \
		'BEGIN { s = ticks / hz / n; printf "%.0f %.3f %.0f %.0f\n", per_second, p50, s * 1e6, 1 / s }' \
		>> "$work/$target.figures"
}

median() { sort -g | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
figure() { awk -v column="$2" '{ print $column }' "$work/$1.figures" | median; }
ratio()
{
	paste -d' ' "$work/$1.figures" "$work/$2.figures" | awk -v c="$3" '{ printf "%.2f\n", $c / $(c + NF / 2) }' | median
}

heading()
{
	printf '%-52s %8s %12s %6s %8s  %s\n' 'what' 'figure' 'floor, peer' 'ratio' 'reach' 'reached'
}

missed=0
# row WHAT FIGURE FLOOR RATIO REACH: REACH is "<= X" or ">= X" and is held against the ratio, or the figure when
# there is none. Without one the row is for information.
row()
{
	reached=
	[ -z "$5" ] || reached=$(awk -v x="${4:-$2}" -v reach="$5" 'BEGIN {
		split(reach, r, " ")
		print (r[1] == "<=" ? x + 0 <= r[2] : x + 0 >= r[2]) ? "yes" : "NO" }')
	[ "$reached" != NO ] || missed=$((missed + 1))
	printf '%-52s %8s %12s %6s %8s  %s\n' "$1" "$2" "$3" "$4" "$5" "$reached"
}
without_row() { printf '%-52s left out: %s\n' "$1" "$2"; }

# The next loopback port from this one on that nobody listens at.
free_port()
{
	awk -v port="$1" '{ split($2, at, ":"); taken[at[2]] = 1 }
		END { while (sprintf("%04X", port) in taken) port++; print port }' /proc/net/tcp
}

# filled TEMPLATE NAME=VALUE...: every @NAME@ replaced.
filled()
{
	template=$1
	shift
	for pair; do set -- "$@" -e "s|@${pair%%=*}@|${pair#*=}|g"; shift; done
	sed "$@" "$template"
}

# The first reply of a new program may take a moment.
await()
{
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		! "$here/load" "$1" 0.01 1 "$2" "$3" > /dev/null 2>&1 || return 0
		sleep 0.3
	done
	give_up "nobody answers at port $1"
}
