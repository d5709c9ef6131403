// peer.js - the same page and statements as a minimal Node program: node peer.js SOCKET CONNINFO_DIR
// SPDX-License-Identifier: GPL-3.0-or-later
const cluster = require('cluster'), http = require('http'), { Pool } = require('pg');
const [socket, host] = process.argv.slice(2);
const labels = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree', 'Cannot judge'];
const values = ['1', '2', '3', '4', '5', 'na'], codes = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, na: -1001 };
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (s) => String(s).replace(/[&<>"']/g, (c) => escapes[c]);
const shown = (i, all) => i % 5 !== 0 || all[i - 2] >= 2 || all[i - 3] !== undefined;
const pool = new Pool({ host, user: 'attune_answer', database: 'attune', max: 4 });
const hash = (req) => Buffer.from((/attune=([0-9a-f]{64})/.exec(req.headers.cookie || '') || [])[1] || '', 'hex');

function item(i, partner, answer) {
	const options = values.map((v, k) => `<label class="option"><input type="radio" name="q${i}" value="${v}"` +
		`${answer === codes[v] ? ' checked=""' : ''}/><span>${escape(labels[k])}</span></label>`).join('');
	return `<fieldset role="radiogroup" class="item row" aria-required="true"><legend>In the last six months ${escape(partner)} has kept ` +
		`the commitments of kind ${i} it made to us.</legend><div class="answer"><div class="options">${options}</div></div></fieldset>`;
}

function page(row, all) {
	const partner = row.organisations[row.parties.indexOf(row.party === 'a' ? 'b' : 'a')];
	let items = '';
	for (let i = 1; i <= 20; i++)
		if (shown(i, all))
			items += item(i, partner, all[i - 1]);
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"/><title>Part 1</title><link rel="stylesheet" href="/static/answer.css"/>` +
		`</head><body><header class="top"><p>${escape(row.alliance)}</p><p>${escape(row.wave)}</p></header><main><h1>Part 1</h1>` +
		`<form method="post" action="/p/p1"><input type="hidden" name="_revision" value="${row.revision || 0}"/><p>Think of the alliance with ` +
		`${escape(partner)}.</p>${items}<button type="submit" name="_do" value="continue">Continue</button></form></main></body></html>`;
}

async function show(req, res, rows) {
	const html = page(rows[0], (rows.find((r) => r.page === 0) || { codes: [] }).codes);
	res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': Buffer.byteLength(html), 'Cache-Control': 'no-store' });
	res.end(html);
}

async function save(req, res) {
	let body = '';
	for await (const piece of req)
		body += piece;
	const posted = new URLSearchParams(body), list = [];
	for (let i = 21; i <= 40; i++)
		list.push(codes[posted.get(`q${i}`)]);
	if (list.includes(undefined))
		return res.writeHead(422).end('Please answer every statement.');
	await pool.query({ name: 'save', text: 'SELECT * FROM answer_save($1, 1::smallint, $2, $3, NULL)',
		values: [hash(req), Number(posted.get('_revision')), list] });
	res.writeHead(303, { Location: '/p/p3', 'Content-Length': 0 }).end();
}

async function answer(req, res) {
	const found = await pool.query({ name: 'load', text: 'SELECT * FROM answer_load($1)', values: [hash(req)] });
	if (found.rows.length === 0)
		return res.writeHead(404).end('unknown');
	return req.method === 'POST' ? save(req, res) : show(req, res, found.rows);
}

if (cluster.isPrimary)
	for (let i = 0; i < 2; i++)
		cluster.fork();
else
	http.createServer((req, res) => answer(req, res).catch(() => res.writeHead(503).end('later'))).listen(socket);
