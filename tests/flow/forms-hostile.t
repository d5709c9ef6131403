#!/bin/sh
# forms-hostile.t - hostile forms are refused in 2 s and 256 MB, with a line number, without opening a file or a socket
# SPDX-License-Identifier: GPL-3.0-or-later
# The documents point at a named pipe and at a listening address. Opening the pipe would block beyond the time limit; the
# listener notes every call. Where strace is installed, system calls are looked at as well.
. "${srcdir:-.}/tests/flow/lib.sh"

# AddressSanitizer reserves terabytes of addresses.
# Seconds of the processor, because the clock also counts what other programs do.
limit='prlimit --as=268435456 --cpu=2'
! grep -q '^#define ATTUNE_SANITIZE' "$builddir/config.h" || limit=

call() { python3 -c 'import socket, sys; socket.create_connection(("127.0.0.1", int(sys.argv[1]))).recv(1)' "$port"; }

# refusal FORM: what is wrong with the way it was refused; nothing when all is well.
refusal()
{
	$limit timeout 60 "$builddir/attune" form check "$1" > "$work/out" 2> "$work/err"
	status=$?
	[ $status = 65 ] || echo "${1##*/}: status $status"
	case $(head -n 1 "$work/err") in
	"$1":[1-9]*': '*) ;;
	*) echo "${1##*/}: no line in: $(head -n 1 "$work/err" | cut -c 1-200)" ;;
	esac
}

mkfifo "$work/canary"
timeout 600 python3 "$srcdir/tests/hostile/listener.py" "$work/port" "$work/calls" &
listener=$!
soon test -s "$work/port"
port=$(cat "$work/port")

count=$(python3 "$srcdir/tests/hostile/forms.py" "$work/forms" "$work/canary" "http://127.0.0.1:$port")
ok "at least 100 documents ($count)" test "$count" -ge 100
timeout 1 cat "$work/canary"
is 'whoever opens the pipe runs into the time limit' $? 124

is 'each is refused within 2 s and 256 MB, naming a line' "$(for form in "$work"/forms/*.xml; do refusal "$form"; done)" ''
ok 'nobody called the address' test ! -e "$work/calls"
call
ok 'the listener would have noticed' test -s "$work/calls"
kill "$listener"

if [ -n "$limit" ] && command -v strace > /dev/null; then
	find "$work/forms" -name '*.xml' -size -400k -exec \
		strace -f -o "$work/trace" -e trace=open,openat,openat2,socket,connect,execve "$builddir/attune" form check {} + \
		> "$work/out" 2>&1
	is 'no system call opens anything else' "$(sed 1d "$work/trace" |
		grep -v -e "\"$work/forms/" -e '"/etc/ld.so' -e '"/lib' -e '"/usr/lib' -e '"/usr/share/locale' -e ENOENT -e '+++ ')" ''
fi
finish
