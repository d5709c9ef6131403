#!/usr/bin/env python3
"""respondents.py - scripted respondents: each opens a personal link and fills in the pages as a browser would

usage: respondents.py FORM.xml OPINIONS.csv COMMENTS.csv ALLIANCE/WAVE.csv ...

Each ALLIANCE/WAVE.csv is what `attune wave links` wrote for that wave of this form; several waves are answered at a time.
OPINIONS.csv says what people think, COMMENTS.csv what they write: columns alliance, wave, party (of a wave about a person:
the rater group) and about (a dimension, an item, or * for the rest). * stands for all. Of several rows the one that says
most about the place counts, then the one that says most about the question. The same input always gives the same answers.

mean, spread  on the item's own scale. 1.6|4.4: two camps, every other person. For yes_no the mean is the share of yes, for
              "answers" the share of the invited who answer.
-0.9 or +0.5  as mean: so much less or more than what is said otherwise, in points of a scale from 1 to 5; these add up
steady        share of the spread that a person keeps from wave to wave
with, slope   the dimension that it goes with in the head of one person: a point more than the own side there is so many
              points more here
"""
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import html.parser
import http.cookiejar
import multiprocessing
import os
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
        self.dimension = {item: d.get('id') for d in root.iter(NAMESPACE + 'dimension')
                          for item in (d.get('items') + ' ' + d.get('levels', '')).split()}


def rows(path):
    with open(path, newline='', encoding='utf-8') as file:
        return list(csv.DictReader(file))


class Opinions:
    """What is thought and written in one wave."""

    def __init__(self, alliance, wave, opinions, comments):
        here = [row for row in opinions if row['alliance'] in (alliance, '*') and row['wave'] in (wave, '*')]
        self.shifts = [row for row in here if row['mean'][0] in '+-']
        self.said = {tuple(row[c] for c in ('alliance', 'wave', 'party', 'about')): row
                     for row in here if row['mean'][0] not in '+-'}
        self.places = [(a, w) for a in (alliance, '*') for w in (wave, '*')]
        self.comments = {}
        for row in comments:
            if (row['alliance'], row['wave']) == (alliance, wave):
                self.comments.setdefault((row['party'], row['about']), []).append(row['words'])

    def find(self, party, *abouts):
        return next(self.said[a, w, p, about] for a, w in self.places for p in (party, '*') for about in abouts
                    if (a, w, p, about) in self.said)

    def shift(self, party, *abouts):
        return sum(float(row['mean']) for row in self.shifts if row['party'] in (party, '*') and row['about'] in abouts)

    def next_comment(self, party, item):
        left = self.comments.get((party, item))
        return left.pop(0) if left else ''


class Respondent:
    def __init__(self, link, number, instrument, opinions):
        self.party, self.link, self.instrument, self.opinions = link.get('group') or link['party'], link['link'], instrument, opinions
        self.email, self.number = link['email'], number
        self.draw = random.Random(link['email'] + link['wave'])
        self.beyond_own_side = {}
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.browser = urllib.request.build_opener(cookies, urllib.request.ProxyHandler({}))

    def always(self, item):
        """What this person feels in every wave, in standard deviations: about everything, and about this."""
        return 0.55 * random.Random(self.email).gauss(0, 1) + 0.835 * random.Random(self.email + item).gauss(0, 1)

    def wish(self, item, dimension, low, high):
        opinion = self.opinions.find(self.party, item, dimension, '*')
        camps, steady = opinion['mean'].split('|'), float(opinion['steady'] or 0)
        mean = float(camps[self.number % len(camps)])
        mean += self.opinions.shift(self.party, item, dimension, '*') * (high - low) / 4
        drift = self.draw.gauss(0, 1)
        if steady > 0:
            drift = steady ** 0.5 * self.always(item) + (1 - steady) ** 0.5 * drift
        own = float(opinion['spread']) * drift
        if opinion['with']:
            own += float(opinion['slope']) * self.beyond_own_side.get(opinion['with'], 0)
        self.beyond_own_side[dimension] = own
        return mean + own

    def code(self, item, values):
        """A point of the scale, drawn around what this party thinks; for yes or no its mean is the share of yes."""
        codes = sorted(int(v) for v in values if re.fullmatch(r'-?\d+', v))
        if codes == [0, 1]:
            return str(int(self.draw.random() < float(self.opinions.find(self.party, item, 'yes_no')['mean'])))
        if len(codes) < len(values) and self.draw.random() < 0.03:
            return next(v for v in values if not re.fullmatch(r'-?\d+', v))
        wish = self.wish(item, self.instrument.dimension.get(item, ''), codes[0], codes[-1])
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


def who_answers(links, opinions):
    """Of each party or rater group the share that answers, each with the own number within it."""
    for party in sorted({link.get('group') or link['party'] for link in links}):
        there = [link for link in links if (link.get('group') or link['party']) == party]
        share = float(opinions.find(party, 'answers')['mean'])
        random.Random(there[0]['alliance'] + there[0]['wave'] + party).shuffle(there)
        yield from enumerate(there[:round(share * len(there))])


def answer_wave(form, opinions, comments, path):
    alliance, wave = os.path.splitext(path)[0].split(os.sep)[-2:]
    instrument, opinions = Instrument(form), Opinions(alliance, wave, rows(opinions), rows(comments))
    links = rows(path)
    pages = [Respondent(link, number, instrument, opinions).answer() for number, link in who_answers(links, opinions)]
    return f'{alliance}/{wave}: {len(pages)} of {len(links)} people answered, {sum(pages)} pages'


def main():
    if len(sys.argv) < 5:
        raise SystemExit(__doc__)
    with multiprocessing.Pool(4 * os.cpu_count()) as pool:
        for done in [pool.apply_async(answer_wave, (*sys.argv[1:4], path)) for path in sys.argv[4:]]:
            print(done.get(), flush=True)


main()
