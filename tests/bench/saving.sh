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

# Two installations side by side, so that both have the machine as it is.
size_row()
{
	small=$house small_port=$port small_serve=$serve_pid
	house_start large "$answers"
	for _ in $repetitions; do
		measure saving-large "$serve_pid" "$port" 8 "$work/post-p3" "$house/p3"
		measure saving-small "$small_serve" "$small_port" 8 "$work/post-p3" "$small/p3"
	done
	row "page saved, p50 ms: $(awk -v n="$answers" 'BEGIN { print n / 1e6 }') M answers, 0.4 M" "$(figure saving-large 2)" \
		"$(figure saving-small 2)" "$(ratio saving-large saving-small 2)" '<= 1.3'
}

sealed_row()
{
	sql "INSERT INTO sealed (alliance_id, wave_id, party, codes)
		SELECT alliance_id, wave_id, CASE g % 2 WHEN 0 THEN 'a' ELSE 'b' END, array_fill((g % 5 + 1)::smallint, ARRAY[40])
		FROM wave CROSS JOIN generate_series(1, $((sealed))) g" && sql 'VACUUM ANALYZE sealed' && sql CHECKPOINT
	row 'sealed answer, bytes' "$(sql "SELECT round(pg_total_relation_size('sealed') / ($sealed * 40.0), 2)")" '' '' '<= 8'
	file=$house/cluster/$(sql "SELECT pg_relation_filepath('sealed')")
	# shellcheck disable=SC2046 # files, figures
	set -- $("$here/sealed" "host=$house/run dbname=attune user=postgres" $(ls "$file" "$file".* 2> /dev/null))
	row "$(awk -v n="$sealed" 'BEGIN { print n / 1e6 }') M x 40 sealed answers into memory, ms; read()" "$1" "$2" "$3" '<= 12'
}

# Readers must not wait for writers.
slow_disk_row()
{
	attune serve --stop
	house_up small LD_PRELOAD="$here/slow_disk.so"
	for _ in $repetitions; do
		measure idle "$serve_pid" "$port" 2 "$work/get" "$house/respondents"
		"$here/load" "$port" "$(awk -v s="$seconds" 'BEGIN { print s + 0.5 }')" 64 "$work/post" "$house/p2" > "$work/posting" &
		sleep 0.3
		measure busy "$serve_pid" "$port" 2 "$work/get" "$house/respondents"
		wait $!
	done
	row 'page shown, p50 ms: 64 saving on a 2 ms disk, idle' "$(figure busy 2)" "$(figure idle 2)" "$(ratio busy idle 2)" '<= 6'
	say "saved a second meanwhile: $(cut -d' ' -f3 "$work/posting")"
}

saving_rows()
{
	post p3 41 50 @TICKET@ > "$work/post-p3"
	wal_row
	size_row
	sealed_row
	attune serve --stop
	rm -rf "$house"
	house=$small
	slow_disk_row
}
