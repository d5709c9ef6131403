<?php
// peer.php - the same page and statements as a minimal PHP program with persistent connections
// SPDX-License-Identifier: GPL-3.0-or-later
const LABELS = ['1' => 'Strongly disagree', '2' => 'Disagree', '3' => 'Neither agree nor disagree',
	'4' => 'Agree', '5' => 'Strongly agree', 'na' => 'Cannot judge'];
const CODES = ['1' => 1, '2' => 2, '3' => 3, '4' => 4, '5' => 5, 'na' => -1001];

function run($db, $name, $sql, $values) {
	return @pg_execute($db, $name, $values)
		?: (pg_prepare($db, $name, $sql) ? pg_execute($db, $name, $values) : false);
}

function shown($i, $all) {
	return $i % 5 != 0 || ($all[$i - 2] ?? 0) >= 2 || isset($all[$i - 3]);
}

function item($i, $partner, $answer) {
	$options = '';
	foreach (LABELS as $value => $label)
		$options .= '<label class="option"><input type="radio" name="q' . $i . '" value="' . $value . '"' .
			($answer === CODES[$value] ? ' checked=""' : '') . '/><span>' . htmlspecialchars($label) .
			'</span></label>';
	return '<fieldset role="radiogroup" class="item row" aria-required="true"><legend>In the last six months ' .
		htmlspecialchars($partner) . " has kept the commitments of kind $i it made to us.</legend>" .
		"<div class=\"answer\"><div class=\"options\">$options</div></div></fieldset>";
}

function show($rows) {
	$all = $rows[0]['codes'] === null ? [] : array_map('intval', explode(',', trim($rows[0]['codes'], '{}')));
	$organisations = str_getcsv(trim($rows[0]['organisations'], '{}'));
	$partner = $organisations[$rows[0]['party'] === 'a' ? 1 : 0];
	header('Cache-Control: no-store');
	echo '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Part 1</title>',
		'<link rel="stylesheet" href="/static/answer.css"/></head><body><header class="top"><p>',
		htmlspecialchars($rows[0]['alliance']), '</p><p>', htmlspecialchars($rows[0]['wave']),
		'</p></header><main><h1>Part 1</h1><form method="post" action="/p/p1">',
		'<input type="hidden" name="_revision" value="', (int)$rows[0]['revision'],
		'"/><p>Think of the alliance with ', htmlspecialchars($partner), '.</p>';
	for ($i = 1; $i <= 20; $i++)
		if (shown($i, $all))
			echo item($i, $partner, $all[$i - 1] ?? null);
	echo '<button type="submit" name="_do" value="continue">Continue</button></form></main></body></html>';
}

function save($db, $hash) {
	$list = [];
	for ($i = 21; $i <= 40; $i++)
		$list[] = CODES[$_POST["q$i"] ?? ''] ?? null;
	if (in_array(null, $list, true)) {
		http_response_code(422);
		return;
	}
	run($db, 'save', 'SELECT * FROM answer_save($1, 1::smallint, $2, $3, NULL)',
		[$hash, $_POST['_revision'], '{' . implode(',', $list) . '}']);
	header('Location: /p/p3', true, 303);
}

$db = pg_pconnect('host=' . $_SERVER['DATABASE_DIR'] . ' user=attune_answer dbname=attune');
$hash = '\x' . preg_replace('/[^0-9a-f]/', '', $_COOKIE['attune'] ?? '');
$rows = pg_fetch_all(run($db, 'load', 'SELECT * FROM answer_load($1)', [$hash]));
if (!$rows)
	http_response_code(404);
elseif ($_SERVER['REQUEST_METHOD'] === 'POST')
	save($db, $hash);
else
	show($rows);
