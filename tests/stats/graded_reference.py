#!/usr/bin/python3
# graded_reference.py - graded response models with missing answers and in two groups, computed another way
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: graded_reference.py items > graded_missing.csv
       graded_reference.py groups > graded_groups.csv

Reads bfi_a_gender.csv beside this file: five items A1..A5 (0 = missing), gender, count.

Nothing here is taken from the engine, and only the likelihood is written down: P(answer > k | theta) is logistic in
slope * theta + intercept[k], theta is normal on 61 equally spaced nodes from -6 to 6 (weights scaled to sum 1), people
without an answer are left out. Derivatives are complex-step derivatives of that likelihood (exact to rounding), second
derivatives are differences of those; the maximum is found by Newton's method with step halving until the gradient is below
1e-7. `items` fits one group and gives standard errors from the inverse of minus the second derivatives. `groups` fits
gender 1 with mean 0 and sd 1 and gender 2 with mean and sd to be found, first with all items equal, then with each item
in turn free in both groups: likelihood ratios, and the mean and root mean square of the difference of the expected
answers over the distribution of gender 2. A few minutes each with numpy 1.24."""
import csv
import os
import sys

import numpy

NODES = numpy.linspace(-6, 6, 61)
ITEMS, POINTS = 5, 6


def read():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bfi_a_gender.csv")
    with open(path, newline="", encoding="utf-8") as f:
        rows = [[int(x) for x in r] for r in csv.reader(line for line in f if line[0] != "#" and line[0] != "A")]
    rows = numpy.array([r for r in rows if any(r[:ITEMS])])
    return rows[:, :ITEMS], rows[:, ITEMS], rows[:, ITEMS + 1]


CODES, GENDER, COUNT = read()


def curves(slope, intercepts):
    """Row 0 for a missing answer, then a row a category."""
    above = 1 / (1 + numpy.exp(-(slope * NODES[None, :] + intercepts[:, None])))
    one, zero = numpy.ones((1, len(NODES))), numpy.zeros((1, len(NODES)))
    bounds = numpy.vstack([one, above, zero])
    return numpy.vstack([one, bounds[:-1] - bounds[1:]])


def density(mean, sd):
    w = numpy.exp(-((NODES - mean) / sd) ** 2 / 2)
    return w / w.sum()


class Model:
    """parameters: mean and sd of gender 2 if there are two groups; then slope and intercepts of each item, those of a
    freed item once for either gender."""

    def __init__(self, groups, freed=()):
        self.groups, self.freed = groups, freed
        self.blocks = [(i, g) for i in range(ITEMS) for g in ((1, 2) if i in freed else (0,))]

    def split(self, p):
        head = 2 if self.groups else 0
        return p[:head], p[head:].reshape(len(self.blocks), POINTS)

    def start(self):
        blocks = []
        for i, g in self.blocks:
            here = (CODES[:, i] > 0) & ((GENDER == g) | (g == 0))
            n = COUNT[here].sum()
            share = numpy.array([COUNT[here & (CODES[:, i] > k)].sum() / n for k in range(1, POINTS)])
            blocks.append(numpy.concatenate([[1.0], 1.2 * numpy.log(share / (1 - share))]))
        return numpy.concatenate([[0.0, 1.0] if self.groups else []] + blocks)

    def log_likelihood(self, p):
        head, blocks = self.split(p)
        product = numpy.ones((len(CODES), len(NODES)), dtype=p.dtype)
        for (i, g), block in zip(self.blocks, blocks):
            rows = curves(block[0], block[1:])
            codes = CODES[:, i] if g == 0 else numpy.where(GENDER == g, CODES[:, i], 0)
            product *= rows[codes]
        here = product @ density(0.0, 1.0)
        if self.groups:
            here = numpy.where(GENDER == 2, product @ density(head[0], head[1]), here)
        return (COUNT * numpy.log(here)).sum()

    def proper(self, p):
        head, blocks = self.split(p)
        return all((numpy.diff(b[1:]) < 0).all() for b in blocks) and (not self.groups or head[1] > 0)

    def gradient(self, p):
        g = numpy.empty(len(p))
        for k in range(len(p)):
            moved = p.astype(complex)
            moved[k] += 1e-30j
            g[k] = self.log_likelihood(moved).imag / 1e-30
        return g

    def hessian(self, p, step=1e-4):
        """Central differences of two widths, their errors of second order cancelled."""
        h = numpy.empty((len(p), len(p)))
        for k in range(len(p)):
            e = numpy.zeros(len(p))
            e[k] = step
            near = (self.gradient(p + e) - self.gradient(p - e)) / (2 * step)
            far = (self.gradient(p + 2 * e) - self.gradient(p - 2 * e)) / (4 * step)
            h[k] = (4 * near - far) / 3
        return (h + h.T) / 2

    def fit(self, p):
        """The second derivatives are kept while they serve."""
        height, g, h = self.log_likelihood(p), self.gradient(p), None
        while abs(g).max() > 1e-7:
            if h is None:
                h = self.hessian(p)
                values, vectors = numpy.linalg.eigh(-h)
                inverse = vectors @ numpy.diag(1 / numpy.maximum(abs(values), 1e-3)) @ vectors.T
            step = inverse @ g
            while not self.proper(p + step) or self.log_likelihood(p + step) < height - 1e-8:
                step /= 2
            p = p + step
            height, new = self.log_likelihood(p), self.gradient(p)
            if abs(new).max() > 0.2 * abs(g).max():
                h = None
            g = new
            print(f"{height:.9f} {abs(g).max():.2e}", file=sys.stderr)
        return p, height


def items():
    m = Model(False)
    p, height = m.fit(m.start())
    se = numpy.sqrt(numpy.diag(numpy.linalg.inv(-m.hessian(p)))).reshape(ITEMS, POINTS)
    print("# Graded response model of bfi_a_gender.csv with its missing answers, both genders together: graded_reference.py,")
    print(f"# numpy {numpy.__version__}. place 0 is the slope, place k the intercept k.")
    print("data,item,place,parameter,se,log_likelihood")
    for i, block in enumerate(m.split(p)[1]):
        for k in range(POINTS):
            print(f"bfi_a_gender,{i},{k},{float(block[k])!r},{float(se[i, k])!r},{float(height)!r}")


def difference(m, p, item):
    head, blocks = m.split(p)
    expected = {g: sum(c * row for c, row in enumerate(curves(b[0], b[1:])) if c > 0)
                for (i, g), b in zip(m.blocks, blocks) if i == item}
    d, w = expected[2] - expected[1], density(*head)
    return float(w @ d), float(numpy.sqrt(w @ d**2))


def groups():
    equal = Model(True)
    p, height = equal.fit(equal.start())
    head, blocks = equal.split(p)
    print("# Gender 2 against gender 1 in bfi_a_gender.csv, every item against all others held equal: graded_reference.py,")
    print(f"# numpy {numpy.__version__}. mean and sd of gender 2 with all items equal.")
    print("item,likelihood_ratio,shift,distance,mean,sd")
    for item in range(ITEMS):
        m = Model(True, (item,))
        start = numpy.concatenate([head] + [blocks[i] for i, _ in m.blocks])
        q, free = m.fit(start)
        shift, distance = difference(m, q, item)
        print(f"{item},{float(2 * (free - height))!r},{shift!r},{distance!r},{float(head[0])!r},{float(head[1])!r}")


if __name__ == "__main__":
    {"items": items, "groups": groups}[sys.argv[1]]()
