#!/bin/sh
# stats.t - attune stats: every figure against reference values, as text and as JSON, and what is refused
# SPDX-License-Identifier: GPL-3.0-or-later
. "${srcdir:-.}/tests/flow/lib.sh"
cd "$srcdir/tests/stats" || exit 99

bfi=$srcdir/tests/data/bfi200.csv

# figure FILTER ARGUMENTS...: one figure of the JSON, by a jq filter.
figure()
{
	filter=$1
	shift
	attune stats "$@" --json | jq -r "$filter"
}

# near NAME GOT EXPECTED TOLERANCE: relative to the expected value where that is above 1.
near()
{
	is "$1 ($2)" "$(awk -v x="$2" -v y="$3" -v e="$4" 'BEGIN {
		scale = y < 0 ? -y : y; if (scale < 1) scale = 1
		away = x - y; if (away < 0) away = -away
		print x != "" && y != "" && x != "null" && away <= e * scale ? "near" : "not near " y }')" near
}

# reference FILE KEY=VALUE... FIELD: a field of the row of a reference table in which the columns have these values.
reference()
{
	awk -F, -v want="$*" 'BEGIN { n = split(want, w, " ") } /^#/ { next }
		!head { for (i = 1; i <= NF; i++) at[$i] = i; head = 1; next }
		{ for (i = 2; i < n; i++) { split(w[i], kv, "="); if ($at[kv[1]] != kv[2]) next } print $at[w[n]]; exit }' "$1"
}

# A table of answers from counted patterns: the columns before the last, as often as the last says.
people_of()
{
	awk -F, '/^#/ { next } { line = $1; for (i = 2; i < NF; i++) line = line "," $i }
		!head { print line; head = 1; next } { for (i = 0; i < $NF; i++) print line }' "$1"
}

attune stats --help | sed -En 's/^  (stats [a-z]+) .*/\1/p' > "$work/parts"
is 'the manual explains every figure, in the order of the help' "$(cat "$work/parts")" \
	"$(sed -En 's/^\.It Ic ([a-z]+) Fl.*/stats \1/p' "$srcdir/man/attune-stats.1")"
while read -r part; do
	# shellcheck disable=SC2086 # two words
	like "$part --help" "$(attune $part --help)" "^usage: attune $part .*FILE.csv"
	# shellcheck disable=SC2086
	refuses "$part without a file" "usage: attune $part " attune $part
	# shellcheck disable=SC2086
	refuses "$part with an option it does not have" "unrecognized option '--nonsense'" attune $part --nonsense x.csv
	# shellcheck disable=SC2086
	refuses "$part without its columns" 'Say w' attune $part ${points:-} shrout_fleiss.csv $(
		[ "$part" = 'stats rwg' ] && echo --points 5)
done < "$work/parts"
refuses 'a figure that is not there' 'there is no figure `alhpa`' attune stats alhpa "$bfi"
refuses 'no figure' 'usage: attune stats FIGURE' attune stats

# One scale
people_of bfi_a_patterns.csv > "$work/a.csv"
of_a() { figure "$1" "$2" --items A1-A5 --points 6 "$work/a.csv"; }
near 'alpha' "$(of_a .alpha alpha)" "$(reference reliability_bfi.csv scale=A rows=listwise alpha)" 1e-11
near 'its interval' "$(of_a .ci95_lo alpha)" "$(reference reliability_bfi.csv scale=A rows=listwise lo)" 1e-11
near 'alpha without an item' "$(of_a '.by_item[1].if_dropped' alpha)" \
	"$(reference reliability_items.csv scale=A item=2 if_dropped)" 1e-11
near 'omega' "$(of_a .omega omega)" "$(reference reliability_bfi.csv scale=A rows=listwise omega)" 1e-7
near 'a loading' "$(of_a '.by_item[0].loading' omega)" "$(reference reliability_items.csv scale=A item=1 loading)" 1e-7
is 'and how it converged' "$(of_a '.iterations > 0 and .gradient <= .tolerance' omega)" true
near 'a polychoric correlation, the item reversed' "$(of_a '.correlations[1].A1' polychoric)" \
	"$(reference polychoric_bfi.csv i=2 j=1 own | tr -d -)" 1e-7
near 'H' "$(of_a .h mokken)" "$(reference mokken.csv data=bfi_a_patterns of=all h)" 1e-11
near 'H of a pair' "$(of_a '.pairs[0].se' mokken)" "$(reference mokken.csv data=bfi_a_patterns of=0-1 se)" 1e-11
near 'a slope' "$(of_a '.by_item[0].slope' grm)" \
	"$(reference graded_items.csv data=bfi_a_patterns item=0 place=0 parameter)" 1e-7
near 'log-likelihood' "$(of_a .log_likelihood grm)" \
	"$(reference graded_fit.csv data=bfi_a_patterns log_likelihood)" 1e-7
near 'reliability' "$(of_a .reliability grm)" "$(reference graded_fit.csv data=bfi_a_patterns reliability)" 1e-7
people_of science_patterns.csv > "$work/science.csv"
row=$(grep -n '^4,4,3,2$' "$work/science.csv" | head -n 1 | cut -d: -f1)
near 'a score' "$(figure ".by_person[] | select(.line == $row) | .theta" grm --people --items Comfort-Benefit "$work/science.csv")" \
	"$(reference graded_scores.csv data=science_patterns answers=4432 theta)" 1e-7

near 'reversed here or there is the same' "$(figure .alpha alpha --items A1-A5 --reverse A1 --points 6 "$bfi")" \
	"$(awk -F, -v OFS=, 'NR > 1 && $1 != "" { $1 = 7 - $1 } 1' "$bfi" > "$work/turned.csv"
	figure .alpha alpha --items A1-A5 "$work/turned.csv")" 1e-15
is 'omega of polychoric correlations' "$(figure '.omega > 0.7 and .omega < 0.8 and .refused == null' \
	omega --polychoric --items A1-A5 --reverse A1 --points 6 "$bfi")" true
is 'pairwise uses everybody' "$(figure .people alpha --pairwise --items A1-A5 "$bfi")" 200
printf 'x,y,z\n1,1,1\n2,2,2\n3,3,\n1,2,3\n' > "$work/runs.csv"
is 'long runs and no variation' "$(figure '[.people, .long_runs, .flat] | join(" ")' quality --items x-z --run 3 "$work/runs.csv")" \
	'4 2 3'

# Agreement
for form in '0 ICC(1,1) oneway' '2 ICC(A,1) agreement' '4 ICC(C,1) consistency'; do
	# shellcheck disable=SC2086 # three words
	set -- $form
	is "form $1" "$(figure ".forms[$1].form" icc --items J1-J4 shrout_fleiss.csv)" "$2"
	near "$2" "$(figure ".forms[$1].value" icc --items J1-J4 shrout_fleiss.csv)" \
		"$(reference icc_forms.csv tool=psych "form=$3" value)" 1e-11
	near "$2 from" "$(figure ".forms[$1].ci95_lo" icc --items J1-J4 shrout_fleiss.csv)" \
		"$(reference icc_forms.csv tool=psych "form=$3" lo)" 1e-11
done
of_s1() { figure "$1" "$2" --items s1_1-s1_5 --group alliance,sideB $3 portfolio60.csv; }
near 'ICC(1)' "$(of_s1 '.forms[0].value' icc '--least 1')" "$(reference icc_oneway.csv dataset=portfolio60_s1 n0_icc1)" 1e-11
near 'ICC(2)' "$(of_s1 '.forms[1].value' icc '--least 1')" "$(reference icc_oneway.csv dataset=portfolio60_s1 icc2)" 1e-11
near 'rwg(j)' "$(of_s1 '.groups[0].rwg' rwg '--points 5')" \
	"$(reference rwg_portfolio60.csv group=1_0 scale=s1 available)" 1e-11
is 'the word for it' "$(of_s1 '.groups[0].word' rwg '--points 5')" aligned
near "Kendall's W" "$(figure .w kendall --items J1-J4 shrout_fleiss.csv)" "$(reference concordance.csv grades=shrout_fleiss w)" 1e-11
near 'its p' "$(figure .chi_square kendall --items J1-J4 shrout_fleiss.csv)" \
	"$(reference concordance.csv grades=shrout_fleiss chi_square)" 1e-11
for metric in nominal ordinal interval ratio; do
	near "Krippendorff's alpha, $metric" "$(figure .alpha krippendorff --metric $metric --items coder1-coder4 kripp12x4.csv)" \
		"$(reference krippendorff.csv metric=$metric alpha)" 1e-11
done
refuses 'a metric that is not one' '--metric cubic: nominal, ordinal' \
	attune stats krippendorff --metric cubic --items coder1-coder4 kripp12x4.csv
is 'of everybody together' "$(figure '[.n, .items, .word] | join(" ")' rwg --items d01-d14 --points 5 ally_10v10.csv)" '20 14 aligned'
refuses 'agreement without the points of the scale' 'Say where the scale ends' attune stats rwg --items s1_1-s1_5 portfolio60.csv

# Two sides, two waves
attune stats gap --group side --items d01-d14 --each --json ally_10v10.csv > "$work/gap.json"
# of_gap LIST ITEM FIELD
of_gap() { jq -r ".$1[] | select(.measure == \"$2\") | .$3" "$work/gap.json"; }
for item in d01 d03 d09 d12; do
	near "$item: gap" "$(of_gap gaps $item gap)" "$(reference twosample_ally.csv item=$item diff)" 1e-11
	near "$item: p" "$(of_gap gaps $item p)" "$(reference twosample_ally.csv item=$item welch_p)" 1e-11
	near "$item: interval" "$(of_gap gaps $item ci95_hi)" "$(reference twosample_ally.csv item=$item welch_hi)" 1e-11
	near "$item: permutation p" "$(of_gap permutation $item p)" "$(reference twosample_ally.csv item=$item perm_p)" 1e-11
	near "$item: Mann and Whitney" "$(of_gap effects $item u_p)" "$(reference twosample_ally.csv item=$item mw_p_exact)" 1e-11
	near "$item: g" "$(of_gap effects $item g)" "$(reference twosample_ally.csv item=$item hedges_g)" 1e-11
	near "$item: delta" "$(of_gap effects $item delta_ci95_lo)" "$(reference cliff.csv item=$item lo)" 1e-11
done
is 'the verdict' "$(of_gap gaps d12 verdict)" clear-gap
is 'Holm never undoes mid-p' "$(jq '[.permutation[] | .holm >= .mid_p] | all' "$work/gap.json")" true
awk -F, -v OFS=, '/^#/ { print; next } $2 == "B" { $2 = $3 <= 5 || $3 > 15 ? "B" : "C" } 1' ally_10v10.csv > "$work/three.csv"
is 'three sides, each against the others' "$(figure '[.gaps[] | .side + "-" + .against] | join(" ")' \
	gap --group side --items d01-d05 "$work/three.csv")" 'A-others B-others C-others'
refuses 'one side only' 'A gap needs two sides; here is one only.' \
	attune stats gap --group alliance --items d01 ally_10v10.csv
awk -F, -v OFS=, '/^#/ || /^resp/ { next } $2 == 1 { was[$1] = $3 "," $4 "," $5; next }
	{ now[$1] = $3 "," $4 "," $5 } END { print "was1,was2,was3,now1,now2,now3"
	for (i in was) print was[i], now[i] }' waves24.csv > "$work/waves.csv"
for k in 1 2; do
	near "the change of d$k" "$(figure .t paired --before was$k --after now$k "$work/waves.csv")" \
		"$(reference paired_waves24.csv item=d$k t)" 1e-11
	near 'g' "$(figure .g paired --before was$k --after now$k "$work/waves.csv")" \
		"$(reference paired_waves24.csv item=d$k g)" 1e-11
	near 'signed rank' "$(figure '.tests[1].p' paired --before was$k --after now$k "$work/waves.csv")" \
		"$(reference paired_waves24.csv item=d$k p_exact_pratt)" 1e-11
	near 'sign-flip' "$(figure '.tests[0].mid_p' paired --before was$k --after now$k "$work/waves.csv")" \
		"$(reference sign_flip.csv item=d$k mid_p)" 1e-11
done
refuses 'two waves of unlike items' '--before names 2 columns, --after 1' \
	attune stats paired --before was1,was2 --after now1 "$work/waves.csv"
near 'NPS' "$(figure '.groups[0].nps' nps --value score --group side nps66.csv)" "$(reference nps.csv group=A nps)" 1e-11
near 'adjusted below 30' "$(figure '.groups[1].ci95_lo' nps --value score --group side nps66.csv)" \
	"$(reference nps.csv group=B aw_lo)" 1e-11
refuses 'a recommendation beyond 10' "wrong.csv:3: score: \`11\` is not a whole number from 0 to 10." \
	sh -c 'printf "score\n10\n11\n" > "$1/wrong.csv"; "$2/attune" stats nps --value score "$1/wrong.csv"' - "$work" "$builddir"

# Portfolio
near 'tau2' "$(of_s1 .tau2 reml '--least 1')" "$(reference reml.csv dataset=portfolio60_s1 tau2)" 1e-7
near 'log-likelihood' "$(of_s1 .log_likelihood reml '--least 1')" "$(reference reml.csv dataset=portfolio60_s1 log_likelihood)" 1e-11
near 'a shrunken mean' "$(of_s1 '.groups_shrunken[0].shrunken' reml '--least 1')" \
	"$(reference reml_shrunken.csv dataset=portfolio60_s1 group=1_0 eb)" 1e-7
is 'where it stands' "$(of_s1 '.groups_shrunken[0].quarter' reml '--least 1')" 'middle half'
of_parties() { figure "$1" reml --least 1 --items s1_1-s1_5 --alliance alliance --group sideB portfolio60.csv; }
near 'parties within alliances' "$(of_parties .tau2_party)" "$(reference nested.csv set=all tau2_party)" 1e-7
near "a party's mean" "$(of_parties '.parties_shrunken[1].shrunken')" \
	"$(reference nested_beliefs.csv set=all alliance=1 party=1 mean)" 1e-7
near "an alliance's" "$(of_parties '.alliances_shrunken[0].sd')" \
	"$(reference nested_beliefs.csv set=all alliance=1 party=joint sd)" 1e-7
near 'what groups ordinarily differ' "$(of_s1 .between funnel '--least 1 --centre 3.3')" \
	"$(grep -v '^#' funnel.csv | sed -n 2p | cut -d, -f4)" 1e-11
near 'the centre is that of the model' "$(of_s1 .centre funnel '')" "$(of_s1 .mu reml '')" 0
awk -F, 'NR < 3 || /^[0-9]/ { print } /^[0-9]/ { print; print }' attitude.csv > "$work/thrice.csv"
near 'shares of R2' "$(figure '.by_predictor[2].shapley' drivers --items complaints-advance --outcome rating --replicates 100 "$work/thrice.csv")" \
	"$(reference attitude_importance.csv predictor=learning lmg)" 1e-11
near 'a coefficient' "$(figure '.by_predictor[0].coefficient' drivers --items complaints-advance --outcome rating --replicates 100 "$work/thrice.csv")" \
	"$(reference attitude_importance.csv predictor=complaints coefficient)" 1e-11
is 'with an interval around each share' "$(figure '[.by_predictor[] | .shapley95_lo < .shapley and .shapley < .shapley95_hi] | all' \
	drivers --items complaints-advance --outcome rating --seed 7 "$work/thrice.csv")" true
near 'the same seed, the same interval' "$(figure '.by_predictor[0].shapley95_lo' drivers --items complaints-advance --outcome rating --seed 7 "$work/thrice.csv")" \
	"$(figure '.by_predictor[0].shapley95_lo' drivers --items complaints-advance --outcome rating --seed 7 "$work/thrice.csv")" 0
# Of everybody who has all values, as they are, and with what differs between managers taken away.
awk -F, '/^#/ { next } !head { head = 1; next } $4 != "" && $5 != "" && $6 != "" { print $1, $4, $5, $6 }' m360.csv > "$work/rated"
{ echo 'target,x,y,z'; tr ' ' , < "$work/rated"; } > "$work/rated.csv"
{ echo 'x,y,z'; awk 'NR == FNR { n[$1]++; x[$1] += $2; y[$1] += $3; z[$1] += $4; next }
	{ printf "%.17g,%.17g,%.17g\n", $2 - x[$1] / n[$1], $3 - y[$1] / n[$1], $4 - z[$1] / n[$1] }' "$work/rated" "$work/rated"
} > "$work/centred.csv"
near 'within alliances' "$(figure '.by_predictor[0].shapley' drivers --items x,y --outcome z --group target "$work/rated.csv")" \
	"$(figure '.by_predictor[0].shapley' drivers --items x,y --outcome z "$work/centred.csv")" 1e-11
is 'alliances are drawn whole' "$(figure '[.replicates, .used, .seed, .intervals_refused] | map(tostring) | join(" ")' \
	drivers --items x,y --outcome z --group target --replicates 200 --seed 4 "$work/rated.csv")" '200 200 4 null'
refuses 'thirteen predictors' '13 predictors; up to 12 can be compared' \
	attune stats drivers --items c01-c13 --outcome c14 m360.csv
near 'a trend of people' "$(figure '.parts[] | select(.part == "ragged") | .slope' trend --time time --value value --unit unit --by set trend_observations.csv)" \
	"$(reference trend.csv set=ragged slope)" 1e-7
near 'its degrees of freedom' "$(figure '.parts[] | select(.part == "ragged") | .df' trend --time time --value value --unit unit --by set trend_observations.csv)" \
	"$(reference trend.csv set=ragged df)" 1e-7
printf 'when,level\n0,10\n1,20\n2,15\n3,40\n' > "$work/series.csv"
is 'a trend of one series' "$(figure '[.slope, .intercept, .s, .method] | join(" ")' trend --time when --value level "$work/series.csv")" \
	'10 10 4 exact'
awk -F, 'NR == 1 { print "group," $0; next } { print NR % 2 "," $0 }' "$work/a.csv" > "$work/halves.csv"
is 'no item means something else to random halves' "$(figure '[.refused, .anchors, ([.by_item[].found] | unique | length)] | join(" ")' \
	dif --group group --items A1-A5 --points 6 "$work/halves.csv")" ' 5 1'
refuses 'three groups' 'Two groups are compared; this column tells 6.' attune stats dif --group A1 --items A2-A5 "$work/a.csv"

# What is refused is said, and is a result
printf 'a,b,c\n3,3,3\n3,3,3\n3,3,3\n' > "$work/alike.csv"
printf 'a,b,c\n1,2,3\n' > "$work/one.csv"
printf 'a,b,c\n' > "$work/nobody.csv"
: > "$work/empty.csv"
for figure in alpha omega polychoric mokken icc kendall krippendorff; do
	like "$figure: all alike" "$(attune stats $figure --items a-c "$work/alike.csv")" 'refused +all answers are alike'
	like "$figure: one person" "$(attune stats $figure --items a-c "$work/one.csv" 2>&1)" "refused +too few people|alpha +-?[0-9]"
	like "$figure: nobody" "$(attune stats $figure --items a-c "$work/nobody.csv")" 'refused +nobody answered'
	is "$figure: the file is empty" "$(attune stats $figure --items a-c "$work/empty.csv" 2> /dev/null; echo $?)" 65
done
like 'drivers: nobody' "$(attune stats drivers --items a-b --outcome c "$work/nobody.csv")" 'refused +nobody answered'
like 'paired: nobody' "$(attune stats paired --before a --after b "$work/nobody.csv")" 'refused +nobody answered'
like 'trend: nobody' "$(attune stats trend --time a --value b "$work/nobody.csv")" 'refused +nobody answered'
like 'reml: nobody' "$(attune stats reml --group a --value b "$work/nobody.csv")" 'refused +nobody answered'
like 'funnel: too few groups' "$(attune stats funnel --group a --value b "$work/one.csv")" 'refused +too few people'
like 'a threshold nobody crossed' "$(attune stats polychoric --items A1-A3 --points 7 "$bfi")" 'A3.* inf$'
like 'too few for a model' "$(attune stats grm --items A1-A5 "$bfi")" 'refused +too few people'
like 'predictors that say the same' "$(awk -F, '/^#/ { next } { print $0 "," $2 }' "$work/thrice.csv" | sed '1s/,complaints$/,again/' |
	attune stats drivers --items complaints-advance,again --outcome rating -)" 'refused +some items or predictors say the same'
like 'too few for drivers' "$(attune stats drivers --items complaints-advance --outcome rating attitude.csv)" 'refused +too few people'
is 'in JSON a refused figure is null' "$(figure '[.alpha, .refused] | map(tostring) | join(" ")' alpha --items a-c "$work/alike.csv")" \
	'null all answers are alike'
is 'and its reason null when it was computed' "$(figure .refused alpha --items A1-A5 "$bfi")" null

# Trouble with the table
printf '# made up\na,b,c\n1,2,3\n2,zwei,3\n2,2,9\nNA,,1\n' > "$work/bad.csv"
refuses 'a cell that is no number' "bad.csv:4: b: \`zwei\` is not a whole number from 1 to 5; leave the cell empty where there is no answer." \
	attune stats alpha --items a-c --points 5 "$work/bad.csv"
refuses 'and every other one' "bad.csv:5: c: \`9\` is not a whole number from 1 to 5" attune stats alpha --items a-c --points 5 "$work/bad.csv"
refuses 'a score that is no number' "bad.csv:4: b: \`zwei\` is not a number" attune stats icc --group a --value b "$work/bad.csv"
refuses 'a row that is too short' 'short.csv:3:' sh -c 'printf "# made up\na,b\n1\n" > "$1/short.csv"
	"$2/attune" stats alpha --items a-b "$1/short.csv"' - "$work" "$builddir"
refuses 'a column that is not there' 'A9: There is no column of this name' attune stats alpha --items A1,A9 "$bfi"
refuses 'a range that is not there' 'A5-A1: There is no column of this name' attune stats alpha --items A5-A1 "$bfi"
refuses 'a column twice' 'A2: This column is named twice.' attune stats alpha --items A1-A3,A2 "$bfi"
refuses 'a reversed column that is no item' 'C1: This column is to be reversed but is not an item.' \
	attune stats alpha --items A1-A5 --reverse C1 --points 6 "$bfi"
refuses 'reversing without an end of the scale' '--reverse needs --points' attune stats alpha --items A1-A5 --reverse A1 "$bfi"
refuses 'a scale of one point' '--points 1: a whole number from 2 to 101' attune stats alpha --items A1-A5 --points 1 "$bfi"
refuses 'no margin' '--margin 0: a number from 1e-06 to 1e+06' attune stats gap --group gender --items A1 --margin 0 "$bfi"
refuses 'a margin that is no number' '--margin wide: a number' attune stats gap --group gender --items A1 --margin wide "$bfi"
refuses 'a spread below 0' '--spread -1: a number from 0 to' attune stats quality --items A1-A5 --spread -1 "$bfi"
refuses 'a run of one' '--run 1: a whole number from 2 to 1000' attune stats quality --items A1-A5 --run 1 "$bfi"
refuses 'fewer than one item' '--least 0: a whole number' attune stats reml --group gender --items A1 --least 0 "$bfi"
refuses 'a seed that is none' '--seed x: a whole number' attune stats drivers --items A1 --outcome A2 --seed x "$bfi"
refuses 'too few samples' '--replicates 9: a whole number from 100' \
	attune stats drivers --items A1 --outcome A2 --replicates 9 "$bfi"
refuses 'groups without a score' 'Say what the score is' attune stats reml --group gender "$bfi"
refuses 'alliances without parties' 'Say which column tells the parties' attune stats reml --alliance gender --items A1 "$bfi"
refuses 'a column of groups that is not there' 'sex: There is no column of this name' \
	attune stats rwg --items A1 --points 6 --group sex "$bfi"
refuses 'more points than a model takes' 'These answers have 12 points; the model takes up to 11.' \
	attune stats grm --items A1-A5 --points 12 "$bfi"
is 'by a column, as rows' "$(attune stats krippendorff --by gender --items A1-A5 "$bfi" | sed -n '4,$p' | awk '{ print $1, $2 }' | xargs)" \
	'part units 1 74 2 126'
is 'or one below the other' "$(attune stats alpha --by gender --items A1-A5 "$bfi" | grep -E '^(by|part|people)  ' | tr -s ' ' | xargs)" \
	'by gender part 1 people 72 part 2 people 125'
refuses 'by a column that is not there' 'sex: There is no column of this name' attune stats alpha --by sex --items A1-A5 "$bfi"
refuses 'a file that is not there' 'nowhere.csv: No such file' attune stats alpha --items a nowhere.csv
finish
