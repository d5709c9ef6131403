#!/usr/bin/env python3
"""respondents.py - scripted respondents: each opens a personal link and fills in the pages as a browser would

usage: respondents.py FORM.xml LINKS.csv OPINIONS.csv COMMENTS.csv

LINKS.csv is what `attune wave links` wrote. OPINIONS.csv says what the people of a party think: columns party, about
(a dimension, an item, or * for the rest), mean and spread on the item's own scale. COMMENTS.csv has columns party, item
and words; each comment is written by one of them. The same input always gives the same answers.
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import html.parser
import http.cookiejar
import random
import re
import sys
import urllib.parse
import urllib.request
import xml.etree.ElementTree

NAMESPACE = '{urn:attune:form:1}'


class Page(html.parser.HTMLParser):
    """The first form of a page that has a button to go on, with its fields."""

    def __init__(self, text):
        super().__init__()
        self.action, self.hidden, self.radios, self.boxes, self.words, self.selects, self.buttons = None, [], {}, {}, [], {}, []
        self.select = None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        name, value = a.get('name'), a.get('value', '')
        if tag == 'form':
            self.action = a.get('action', '')
        elif tag == 'button':
            self.buttons.append((name, value))
        elif tag == 'textarea':
            self.words.append(name)
        elif tag == 'select':
            self.select = self.selects.setdefault(name, [])
        elif tag == 'option' and self.select is not None:
            self.select.append(value)
        elif tag == 'input':
            self.take_input(a.get('type', 'text'), name, value)

    def take_input(self, kind, name, value):
        if kind == 'hidden':
            self.hidden.append((name, value))
        elif kind == 'radio':
            self.radios.setdefault(name, []).append(value)
        elif kind == 'checkbox':
            self.boxes.setdefault(name, []).append(value)
        else:
            self.words.append(name)


class Instrument:
    """What of the form a scripted respondent must know: which dimension an item belongs to, and which way it points."""

    def __init__(self, path):
        root = xml.etree.ElementTree.parse(path).getroot()
        self.reversed = {i.get('id') for i in root.iter(NAMESPACE + 'item') if i.get('reverse') == 'yes'}
        self.dimension = {item: d.get('id') for d in root.iter(NAMESPACE + 'dimension') for item in d.get('items').split()}


def rows(path):
    with open(path, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


class Opinions:
    def __init__(self, opinions, comments):
        self.of = {(row['party'], row['about']): row for row in rows(opinions)}
        self.comments = {}
        for row in rows(comments):
            self.comments.setdefault((row['party'], row['item']), []).append(row['words'])

    def find(self, party, *abouts):
        return next(self.of[party, about] for about in abouts if (party, about) in self.of)

    def next_comment(self, party, item):
        left = self.comments.get((party, item))
        return left.pop(0) if left else ''


class Respondent:
    def __init__(self, link, instrument, opinions):
        self.party, self.link, self.instrument, self.opinions = link['party'], link['link'], instrument, opinions
        self.draw = random.Random(link['email'] + link['wave'])
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(cookies, urllib.request.ProxyHandler({}))

    def code(self, item, values):
        """A point of the scale, drawn around what this party thinks; for yes or no its mean is the share of yes."""
        codes = sorted(int(v) for v in values if re.fullmatch(r'-?\d+', v))
        if codes == [0, 1]:
            return str(int(self.draw.random() < float(self.opinions.find(self.party, item, 'yes_no')['mean'])))
        opinion = self.opinions.find(self.party, item, self.instrument.dimension.get(item, ''), '*')
        if len(codes) < len(values) and self.draw.random() < 0.03:
            return next(v for v in values if not re.fullmatch(r'-?\d+', v))
        wish = self.draw.gauss(float(opinion['mean']), float(opinion['spread']))
        if item in self.instrument.reversed:
            wish = codes[0] + codes[-1] - wish
        return str(min(codes, key=lambda c: (abs(c - wish), c)))

    def filled(self, page):
        fields = list(page.hidden)
        fields += [(name, self.code(name, values)) for name, values in page.radios.items()]
        fields += [(name, v) for name, values in page.boxes.items() for v in values if self.draw.random() < 0.3]
        fields += [(name, self.opinions.next_comment(self.party, name)) for name in page.words]
        return fields

    def post(self, url, page, fields, button):
        data = urllib.parse.urlencode(fields + ([button] if button else [])).encode()
        request = urllib.request.Request(urllib.parse.urljoin(url, page.action or url), data)
        origin = urllib.parse.urlsplit(url)
        request.add_header('Origin', f'{origin.scheme}://{origin.netloc}')
        return self.browser.open(request)

    def answer(self):
        """From the link to the thank-you page; the number of pages sent."""
        reply, sent = self.browser.open(self.link), 0
        while True:
            url, page = reply.geturl(), Page(reply.read().decode())
            if not page.buttons or urllib.parse.urlsplit(url).path.endswith('/done'):
                return sent
            forward = next((b for b in page.buttons if b[1] in ('continue', 'submit', 'begin')), page.buttons[0])
            reply, sent = self.post(url, page, self.filled(page), forward if forward[0] else None), sent + 1
            if sent > 200:
                raise SystemExit(f'{url}: this questionnaire does not come to an end')


def main():
    if len(sys.argv) != 5:
        raise SystemExit(__doc__)
    instrument, opinions = Instrument(sys.argv[1]), Opinions(sys.argv[3], sys.argv[4])
    for link in rows(sys.argv[2]):
        pages = Respondent(link, instrument, opinions).answer()
        print(f"party {link['party']}: {pages} pages answered", flush=True)


main()
