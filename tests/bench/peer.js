// peer.js - the same page and statements as a minimal Express program: node peer.js SOCKET DATABASE_DIR
// SPDX-License-Identifier: GPL-3.0-or-later
const cluster = require('cluster'), express = require('express'), { Pool } = require('pg');
const [socket, host] = process.argv.slice(2);
const labels = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree',
	'Cannot judge'];
const values = ['1', '2', '3', '4', '5', 'na'], codes = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, na: -1001 };
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (s) => String(s).replace(/[&<>"']/g, (c) => escapes[c]);
const shown = (i, all) => i % 5 !== 0 || all[i - 2] >= 2 || all[i - 3] !== undefined;
const pool = new Pool({ host, user: 'attune_answer', database: 'attune', max: 4 });
const cookie = (req) => (/attune=([0-9a-f]{64})/.exec(req.headers.cookie || '') || [])[1] || '';
const hash = (req) => Buffer.from(cookie(req), 'hex');

const head = '<!DOCTYPE html>\n' +
	'<html lang="en"><head><meta charset="utf-8"/><meta name="viewport" ' +
	'content="width=device-width, initial-scale=1"/><meta name="color-scheme" content="light ' +
	'dark"/><meta name="robots" content="noindex, nofollow"/><title>Part 1</title><link ' +
	'rel="stylesheet" href="/static/answer.css?0.1.0"/></head><body><a href="#main" ' +
	'class="skip">Skip to the content</a><header class="top">';
const begin = '</header><main id="main" tabindex="-1"><p class="progress"><span>Page 1 of 3</span><progress ' +
	'aria-hidden="true" value="1" max="3"></progress></p><h1>Part 1</h1><form method="post" ' +
	'action="/p/p1" autocomplete="off">';
const end = '</div><div class="buttons"><button type="submit" name="_do" value="continue" ' +
	'class="primary">Continue</button><button type="submit" name="_do" value="later">Save and come ' +
	'back later</button></div><div class="languages" role="group" aria-label="Language">' +
	'<strong>English</strong><button type="submit" name="_do" lang="de" value="lang.de">Deutsch' +
	'</button></div></form>';
const promise = (k) => [`While the questionnaire is open, the system links your answers to your personal link, so that ` +
		`you can come back to them.`,
	`When it closes, this connection is destroyed and all answers are put into random order. From ` +
		`then on the system can no longer tell which answers were yours.`,
	`Figures about fewer than ${k} people are never shown to anybody.`,
	`Comments are shown word for word, without names, in random order and apart from all other ` +
		`answers, and only when at least ${Math.max(k, 10)} people took part. From which organisation ` +
		`they come is told only when at least that many people of each took part.`,
	`How many people of each organisation took part is shown; who took part is not.`,
	`All organisations of the alliance see the same report at the same moment.`];
const limits = 'someone with full control over the server could look into it or copy it while the ' +
	'questionnaire is open, whoever sends out the links could open yours until then, and mail ' +
	'providers can see that you were invited.';
const headers = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; " +
		"base-uri 'none'; frame-ancestors 'none'",
	'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff',
	'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Resource-Policy': 'same-origin'
};

function option(i, k, answer) {
	return `<label class="option"><input type="radio" name="q${i}" value="${values[k]}"` +
		`${answer === codes[values[k]] ? ' checked=""' : ''}${k === 0 ? ` id="item-q${i}"` : ''}/>` +
		`<span>${escape(labels[k])}</span></label>`;
}

function item(i, partner, answer) {
	let options = '';
	for (let k = 0; k < 5; k++)
		options += option(i, k, answer);
	return `<fieldset role="radiogroup" class="item row" aria-required="true"><legend>In the last six months ` +
		`${escape(partner)} has kept the commitments of kind ${i} it made to us.</legend>` +
		`<div class="answer"><div class="options">${options}</div><div class="options apart">` +
		`${option(i, 5, answer)}</div></div></fieldset>`;
}

function page(row, all, token) {
	const partner = row.organisations[row.parties.indexOf(row.party === 'a' ? 'b' : 'a')];
	let items = '';
	for (let i = 1; i <= 20; i++)
		if (shown(i, all))
			items += item(i, partner, all[i - 1]);
	return `${head}<p class="above">${escape(row.alliance)}</p><p class="beside">${escape(row.wave)}</p>${begin}` +
		`<input type="hidden" name="_token" value="${token}"/>` +
		`<input type="hidden" name="_revision" value="${row.revision || 0}"/><div class="question">` +
		`<p class="stem">Think of the alliance with ${escape(partner)}.</p>` +
		`<p class="ask">Please answer every statement, or choose “${escape(labels[5])}”.</p>${items}${end}` +
		`<details><summary>What happens with your answers</summary><ul class="promise">` +
		promise(row.k).map((sentence) => `<li>${escape(sentence)}</li>`).join('') +
		`</ul><p class="limits"><strong>What nobody can promise:</strong> ${escape(limits)}</p></details>` +
		'</main></body></html>\n';
}

async function load(req) {
	const text = 'SELECT * FROM answer_load($1)';
	return (await pool.query({ name: 'load', text, values: [hash(req)] })).rows;
}

async function show(req, res) {
	const rows = await load(req);
	if (rows.length === 0)
		return res.status(404).send('unknown');
	const saved = rows.find((row) => row.page === 0);
	res.set(headers).send(page(rows[0], saved ? saved.codes : [], cookie(req)));
}

async function save(req, res) {
	const list = [], text = 'SELECT * FROM answer_save($1, 1::smallint, $2, $3, NULL)';
	if ((await load(req)).length === 0)
		return res.status(404).send('unknown');
	for (let i = 21; i <= 40; i++)
		list.push(codes[req.body[`q${i}`]]);
	if (list.includes(undefined))
		return res.status(422).send('Please answer every statement.');
	await pool.query({ name: 'save', text, values: [hash(req), Number(req.body._revision), list] });
	res.redirect(303, '/p/p3');
}

if (cluster.isPrimary)
	for (let i = 0; i < 2; i++)
		cluster.fork();
else
	express().set('etag', false).use(express.urlencoded({ extended: false }))
		.get('/p/p1', show).post('/p/p2', save).listen(socket);
