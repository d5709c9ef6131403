# saving.sh - rows about saving: in a large database, on a slow disk, in the log of writes, sealed
# SPDX-License-Identifier: GPL-3.0-or-later

# Without a checkpoint in between, whose first writes of whole pages would count.
wal_row()
{
	"$here/load" "$port" "$seconds" 8 "$work/post-p3" "$house/p3" > /dev/null
	before=$(sql 'SELECT pg_current_wal_lsn()')
	saved=$("$here/load" "$port" "$seconds" 8 "$work/post-p3" "$house/p3" | cut -d' ' -f1)
	row 'log of writes per saved page of 10 answers, bytes' \
		"$(sql "SELECT round((pg_current_wal_lsn() - '$before') / $saved)")" '' '' '<= 700'
}

millions() { awk -v n="$1" 'BEGIN { print n / 1e6 }'; }

# Two installations side by side, so that both have the machine as it is.
size_row()
{
	small=$house small_port=$port small_serve=$serve_pid
	house_start large "$answers"
	for _ in $repetitions; do
		measure saving-large "$serve_pid" "$port" 8 "$work/post-p3" "$house/p3"
		measure saving-small "$small_serve" "$small_port" 8 "$work/post-p3" "$small/p3"
	done
	compare "page saved, p50 ms: $(millions "$answers") M answers, 0.4 M" saving-large saving-small 2 '<= 1.3'
}

# As seal.c packs them: a byte an answer (packing.h), 200 responses of 40 answers a row.
sealed_rows()
{
	sql "INSERT INTO sealed (alliance_id, wave_id, responses, slots, width, party, codes)
		SELECT alliance_id, wave_id, 200, 40, 1, chr(97 + g % 2), decode(repeat(to_hex(107 + g % 5), 200 * 40), 'hex')
		FROM wave CROSS JOIN generate_series(1, $sealed / 200) g" && sql 'VACUUM ANALYZE sealed' && sql CHECKPOINT
	row 'sealed answer, bytes' \
		"$(sql "SELECT round(pg_total_relation_size('sealed') / ($sealed * 40.0), 2)")" '' '' '<= 8'
	file=$house/cluster/$(sql "SELECT pg_relation_filepath('sealed')")
	# shellcheck disable=SC2046 # files, figures
	set -- $("$here/sealed" "host=$house/run dbname=attune user=postgres" $(ls "$file" "$file".* 2> /dev/null))
	row "$(millions "$sealed") M x 40 sealed answers into memory, ms; read()" "$1" "$2" "$3" '<= 12'
}

# 64 people save while others read: nobody who reads waits for the disk.
readers_beside_writers()
{
	measure idle "$serve_pid" "$port" 2 "$work/get" "$house/respondents"
	"$here/load" "$port" "$longer" 64 "$work/post" "$house/p2" > /dev/null &
	sleep 0.3
	measure busy "$serve_pid" "$port" 2 "$work/get" "$house/respondents"
	wait $!
}

slow_disk_rows()
{
	attune serve --stop
	house_up small LD_PRELOAD="$here/slow_disk.so"
	longer=$(awk -v s="$seconds" 'BEGIN { print s + 0.5 }')
	for _ in $repetitions; do
		readers_beside_writers
		measure slow "$serve_pid" "$port" 16 "$work/post" "$house/p2"
		bare_saves slow-bare
	done
	compare '2 ms disk: page shown, p50 ms, 64 saving; idle' busy idle 2 '<= 6'
	compare '2 ms disk: pages saved a second, bare statement' slow slow-bare 1 '>= 0.45'
}

saving_rows()
{
	post p3 41 50 @TICKET@ > "$work/post-p3"
	wal_row
	size_row
	sealed_rows
	attune serve --stop
	rm -rf "$house"
	house=$small
	slow_disk_rows
}
