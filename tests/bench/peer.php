<?php
// peer.php - the same page and statements as a minimal PHP program with persistent connections
// SPDX-License-Identifier: GPL-3.0-or-later
const LABELS = ['1' => 'Strongly disagree', '2' => 'Disagree', '3' => 'Neither agree nor disagree',
	'4' => 'Agree', '5' => 'Strongly agree', 'na' => 'Cannot judge'];
const HEAD = "<!DOCTYPE html>\n" .
	'<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" ' .
	'content="width=device-width, initial-scale=1"/><meta name="color-scheme" content="light ' .
	'dark"/><meta name="robots" content="noindex, nofollow"/><title>Part 1</title><link ' .
	'rel="stylesheet" href="/static/answer.css?0.1.0"/></head><body><a href="#main" ' .
	'class="skip">Skip to the content</a><header class="top">';
const BEGIN = '</header><main id="main" tabindex="-1"><p class="progress"><span>Page 1 of 3</span><progress ' .
	'aria-hidden="true" value="1" max="3"></progress></p><h1>Part 1</h1><form method="post" ' .
	'action="/p/p1" autocomplete="off">';
const END = '</div><div class="buttons"><button type="submit" name="_do" value="continue" ' .
	'class="primary">Continue</button><button type="submit" name="_do" value="later">Save and come ' .
	'back later</button></div><div class="languages" role="group" aria-label="Language">' .
	'<strong>English</strong><button type="submit" name="_do" lang="de" value="lang.de">Deutsch' .
	'</button></div></form>';
const PROMISE = ['While the questionnaire is open, the system links your answers to your personal link, so that ' .
		'you can come back to them.',
	'When it closes, this connection is destroyed and all answers are put into random order. From ' .
		'then on the system can no longer tell which answers were yours.',
	'Figures about fewer than %1$d people are never shown to anybody.',
	'Comments are shown word for word, without names, in random order and apart from all other ' .
		'answers, and only when at least %2$d people took part. From which organisation they come is ' .
		'told only when at least that many people of each took part.',
	'How many people of each organisation took part is shown; who took part is not.',
	'All organisations of the alliance see the same report at the same moment.'];
const LIMITS = 'someone with full control over the server could look into it or copy it while the ' .
	'questionnaire is open, whoever sends out the links could open yours until then, and mail ' .
	'providers can see that you were invited.';
const CODES = ['1' => 1, '2' => 2, '3' => 3, '4' => 4, '5' => 5, 'na' => -1001];

function run($db, $name, $sql, $values) {
	return @pg_execute($db, $name, $values)
		?: (pg_prepare($db, $name, $sql) ? pg_execute($db, $name, $values) : false);
}

function shown($i, $all) {
	return $i % 5 != 0 || ($all[$i - 2] ?? 0) >= 2 || isset($all[$i - 3]);
}

function option($i, $value, $answer, $first) {
	return '<label class="option"><input type="radio" name="q' . $i . '" value="' . $value . '"' .
		($answer === CODES[$value] ? ' checked=""' : '') . ($first ? ' id="item-q' . $i . '"' : '') . '/><span>' .
		htmlspecialchars(LABELS[$value]) . '</span></label>';
}

function item($i, $partner, $answer) {
	$options = '';
	foreach (['1', '2', '3', '4', '5'] as $value)
		$options .= option($i, $value, $answer, $value === '1');
	return '<fieldset role="radiogroup" class="item row" aria-required="true"><legend>In the last six months ' .
		htmlspecialchars($partner) . " has kept the commitments of kind $i it made to us.</legend>" .
		"<div class=\"answer\"><div class=\"options\">$options</div><div class=\"options apart\">" .
		option($i, 'na', $answer, false) . '</div></div></fieldset>';
}

function headers() {
	header("Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " .
		"base-uri 'none'; frame-ancestors 'none'");
	header('Referrer-Policy: no-referrer');
	header('Cache-Control: no-store');
	header('X-Content-Type-Options: nosniff');
	header('Cross-Origin-Opener-Policy: same-origin');
	header('Cross-Origin-Resource-Policy: same-origin');
}

function promise($k) {
	$list = '';
	foreach (PROMISE as $sentence)
		$list .= '<li>' . htmlspecialchars(sprintf($sentence, $k, max($k, 10))) . '</li>';
	return "<details><summary>What happens with your answers</summary><ul class=\"promise\">$list</ul>" .
		'<p class="limits"><strong>What nobody can promise:</strong> ' . htmlspecialchars(LIMITS) . '</p></details>';
}

function show($rows, $token) {
	$all = $rows[0]['codes'] === null ? [] : array_map('intval', explode(',', trim($rows[0]['codes'], '{}')));
	$organisations = str_getcsv(trim($rows[0]['organisations'], '{}'));
	$partner = $organisations[$rows[0]['party'] === 'a' ? 1 : 0];
	headers();
	echo HEAD, '<p class="above">', htmlspecialchars($rows[0]['alliance']), '</p><p class="beside">',
		htmlspecialchars($rows[0]['wave']), '</p>', BEGIN, '<input type="hidden" name="_token" value="', $token,
		'"/><input type="hidden" name="_revision" value="', (int)$rows[0]['revision'],
		'"/><div class="question"><p class="stem">Think of the alliance with ', htmlspecialchars($partner),
		'.</p><p class="ask">Please answer every statement, or choose “', htmlspecialchars(LABELS['na']), '”.</p>';
	for ($i = 1; $i <= 20; $i++)
		if (shown($i, $all))
			echo item($i, $partner, $all[$i - 1] ?? null);
	echo END, promise((int)$rows[0]['k']), "</main></body></html>\n";
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
	show($rows, substr($hash, 2));
