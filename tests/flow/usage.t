#!/bin/sh
# usage.t - every command shows its help, and says once how it is called when it is called wrongly
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"

attune help | sed -En 's/^  ([a-z]+( [a-z]+)?)  .*/\1/p' > "$work/commands"
is 'help goes through the commands as the manual does' "$(cat "$work/commands")" \
	"$(awk '/^\.Ss/ { inside = 1 } /^\.Sh ENV/ { exit }
		inside && (/^\.It Ic / || (/^\.Ic / && xo)) {
			sub(/^\.(It )?Ic /, ""); xo = 0
			print $1 ($2 ~ /^[a-z]+$/ && $2 != "file" ? " " $2 : "") }
		/^\.It Xo/ { xo = 1 }' "$srcdir/man/attune.1")"

while read -r command; do
	# shellcheck disable=SC2086 # one or two words
	attune $command --help > "$work/out" 2>&1
	is "$command --help" "$?: $(sed -n '1s/^\(usage: attune [a-z ]*[a-z]\).*/\1/p' "$work/out")" "0: usage: attune $command"
	# shellcheck disable=SC2086
	attune $command --nonsense > "$work/out" 2>&1
	is "$command with an option it does not have" "$?: $(cut -d '[' -f 1 "$work/out" | sed -n '1p')" \
		"64: attune $command: unrecognized option '--nonsense'"
	is "$command says once how it is called" "$(grep -c "usage: attune $command" "$work/out")" 1
done < "$work/commands"

is 'help about one command' "$(attune help wave close)" "$(attune wave close --help)"
is 'help without arguments' "$(attune)" "$(attune --help)"
refuses 'a command that is not there' 'there is no command `wave opn`' attune wave opn demo/w1
refuses 'half a command' 'there is no command `wave`;' attune wave
refuses 'an argument too many' 'usage: attune wave open ALLIANCE/WAVE' attune wave open demo/w1 demo/w2
attune wave close > /dev/null 2>&1
is 'an argument too few has the exit code of wrong usage' $? 64
finish
