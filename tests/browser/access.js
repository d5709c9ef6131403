// access.js - what a page must be for everybody: returns { check: [what breaks it, ...] } about the page it runs in
// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast, target size and names as WCAG 2.2 defines them (1.4.3, 1.4.11, 2.5.5, 4.1.2); 4.5:1 for text of any size.
(() => {
	const found = { contrast: [], names: [], groups: [], language: [], headings: [], targets: [], reflow: [], references: [],
		landmarks: [], pictures: [], tables: [] };
	const all = selector => [...document.querySelectorAll(selector)];
	const tell = (check, e, why) => found[check].push(`${why}: ${e.outerHTML.replace(/\s+/g, ' ').slice(0, 120)}`);
	const box = e => e.getBoundingClientRect();
	const style = e => getComputedStyle(e);
	const words = e => (e.textContent || '').trim();
	const seen = e => e.checkVisibility({ visibilityProperty: true }) && box(e).width > 1 && box(e).right > 0;

	// Colours as [red, green, blue, alpha], painted by the browser itself, whatever notation the style sheet has.
	const dot = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const colour = text => {
		dot.clearRect(0, 0, 1, 1);
		dot.fillStyle = text;
		dot.fillRect(0, 0, 1, 1);
		const [r, g, b, a] = dot.getImageData(0, 0, 1, 1).data;
		return [r, g, b, a / 255];
	};
	const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
	const luminance = c => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
		const v = c[i] / 255;
		return sum + weight * (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
	}, 0);
	const ratio = (a, b) => {
		const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
		return (high + 0.05) / (low + 0.05);
	};
	const canvas = colour(matchMedia('(prefers-color-scheme: dark)').matches
		&& style(document.documentElement).colorScheme.includes('dark') ? '#121212' : '#fff');
	const ground = e => e ? over(colour(style(e).backgroundColor), ground(e.parentElement)) : canvas;

	// In a chart the last shape drawn under the middle of the text is what lies behind it.
	const behind = text => {
		const svg = text.ownerSVGElement, at = box(text), x = at.x + at.width / 2, y = at.y + at.height / 2;
		const under = [...svg.querySelectorAll('rect, circle, path, polygon')].filter(shape => {
			const b = box(shape);
			return shape.compareDocumentPosition(text) & 4 && style(shape).fill !== 'none'
				&& b.left <= x && x <= b.right && b.top <= y && y <= b.bottom;
		});
		return under.reduce((below, shape) => {
			const [r, g, b, a] = colour(style(shape).fill);
			return over([r, g, b, a * style(shape).fillOpacity * style(shape).opacity], below);
		}, ground(svg));
	};
	const check_text = e => {
		const svg = e instanceof SVGElement, back = svg ? behind(e) : ground(e);
		const [r, g, b, a] = colour(svg ? style(e).fill : style(e).color);
		const n = ratio(over([r, g, b, a * style(e).opacity], back), back);
		if (n < 4.5)
			tell('contrast', e, `${n.toFixed(2)} : 1`);
	};
	all('body *').filter(e => seen(e) && (e.matches('input, textarea, select')
		|| [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim()))).forEach(check_text);
	all('input[type=text], input[type=date], textarea, select').filter(seen).forEach(e => {
		const n = ratio(over(colour(style(e).borderTopColor), ground(e.parentElement)), ground(e.parentElement));
		if (n < 3)
			tell('contrast', e, `border ${n.toFixed(2)} : 1`);
	});

	const heard = e => words(e).length > [...e.querySelectorAll('[aria-hidden=true]')].map(words).join('').length;
	const named_by = e => (e.getAttribute('aria-labelledby') || '').split(' ').map(id => document.getElementById(id))
		.filter(x => x).map(words).join('');
	const name = e => e.getAttribute('aria-label') || named_by(e) || [...e.labels || []].map(words).join('')
		|| (e.matches('input, select, textarea') ? '' : words(e) || e.querySelector('title'));
	const controls = all('a[href], button, input:not([type=hidden]), select, textarea, summary');
	controls.filter(e => !name(e)).forEach(e => tell('names', e, 'no name'));

	all('input[type=radio], input[type=checkbox]').forEach(e => {
		const group = e.closest('fieldset');
		if (!group || group.firstElementChild.tagName !== 'LEGEND' || !words(group.firstElementChild))
			tell('groups', e, 'no fieldset with a legend');
	});

	if (!document.documentElement.lang)
		found.language.push('the page has none');
	all('[lang]').forEach(e => {
		try {
			Intl.getCanonicalLocales(e.lang);
		} catch {
			tell('language', e, 'no such language');
		}
	});

	const levels = all('h1, h2, h3, h4, h5, h6').filter(e => e.checkVisibility()).map(e => +e.tagName[1]);
	if (levels.filter(n => n === 1).length !== 1)
		found.headings.push(`not one first heading: ${levels}`);
	levels.forEach((n, i) => {
		if (n > 1 + (i ? levels[i - 1] : 1))
			found.headings.push(`a level is left out: ${levels}`);
	});

	// A link within a sentence is as high as its line.
	const in_sentence = e => e.tagName === 'A' && words(e) !== words(e.parentElement) && style(e).display === 'inline';
	controls.filter(e => seen(e) && !in_sentence(e)).forEach(e => {
		const area = box(e.matches('[type=radio], [type=checkbox]') ? e.closest('label') || e : e);
		if (area.height < 44 || area.width < 44)
			tell('targets', e, `${area.width.toFixed(0)} x ${area.height.toFixed(0)}`);
	});

	const page = document.documentElement;
	if (page.scrollWidth > page.clientWidth)
		found.reflow.push(`${page.scrollWidth} wide on ${page.clientWidth}: ${all('body *')
			.filter(e => box(e).right > page.clientWidth + 1).slice(0, 2).map(e => e.outerHTML.slice(0, 90))}`);
	all('button, .button, .option, legend, label, h1, h2, p, dd, dt, li').filter(seen).forEach(e => {
		if (!e.closest('.unseen') && e.scrollWidth > e.clientWidth + 1 && style(e).display !== 'inline')
			tell('reflow', e, `${e.scrollWidth} in a box of ${e.clientWidth}`);
	});

	const ids = all('[id]').map(e => e.id);
	ids.filter((id, i) => ids.indexOf(id) !== i).forEach(id => found.references.push(`the id ${id} is there twice`));
	for (const attribute of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'list'])
		all(`[${attribute}]`).forEach(e => e.getAttribute(attribute).split(' ').filter(id => !ids.includes(id))
			.forEach(id => tell('references', e, `${attribute} leads to no ${id}`)));
	all('a[href^="#"]').filter(e => !ids.includes(e.getAttribute('href').slice(1)))
		.forEach(e => tell('references', e, 'leads nowhere'));

	if (all('main').length !== 1)
		found.landmarks.push('not one main');
	if (!document.title.trim())
		found.landmarks.push('no title');
	if (/user-scalable=no|maximum-scale/.test(document.querySelector('meta[name=viewport]')?.content || 'user-scalable=no'))
		found.landmarks.push('the page cannot be made larger');
	all('h1, h2, p, form, section').filter(e => seen(e) && words(e) && !e.closest('main, header, nav, footer'))
		.forEach(e => tell('landmarks', e, 'outside of all landmarks'));

	all('svg, img').filter(e => e.checkVisibility() && !e.closest('[aria-hidden=true]'))
		.filter(e => !(e.alt || e.getAttribute('aria-label') || named_by(e) || e.querySelector(':scope > title')))
		.forEach(e => tell('pictures', e, 'says nothing'));
	all('svg:not([aria-hidden=true])').filter(e => e.getAttribute('role') !== 'img')
		.forEach(e => tell('pictures', e, 'not role=img'));
	all('table').forEach(e => {
		if (!e.querySelector('th') || [...e.querySelectorAll('th')].some(th => !th.scope || !heard(th)))
			tell('tables', e, 'no headings, or headings without scope or words');
	});
	return found;
})()
