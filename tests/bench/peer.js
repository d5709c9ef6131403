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

function item(i, partner, answer) {
	const options = values.map((v, k) => `<label class="option"><input type="radio" name="q${i}" value="${v}"` +
		`${answer === codes[v] ? ' checked=""' : ''}/><span>${escape(labels[k])}</span></label>`).join('');
	return `<fieldset role="radiogroup" class="item row" aria-required="true"><legend>In the last six months ` +
		`${escape(partner)} has kept the commitments of kind ${i} it made to us.</legend>` +
		`<div class="answer"><div class="options">${options}</div></div></fieldset>`;
}

function page(row, all) {
	const partner = row.organisations[row.parties.indexOf(row.party === 'a' ? 'b' : 'a')];
	let items = '';
	for (let i = 1; i <= 20; i++)
		if (shown(i, all))
			items += item(i, partner, all[i - 1]);
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Part 1</title>` +
		`<link rel="stylesheet" href="/static/answer.css"/></head><body><header class="top">` +
		`<p>${escape(row.alliance)}</p><p>${escape(row.wave)}</p></header><main><h1>Part 1</h1>` +
		`<form method="post" action="/p/p1"><input type="hidden" name="_revision" value="${row.revision || 0}"/>` +
		`<p>Think of the alliance with ${escape(partner)}.</p>${items}` +
		`<button type="submit" name="_do" value="continue">Continue</button></form></main></body></html>`;
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
	res.set('Cache-Control', 'no-store').send(page(rows[0], saved ? saved.codes : []));
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
