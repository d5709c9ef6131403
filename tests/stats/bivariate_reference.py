#!/usr/bin/python3
# bivariate_reference.py - an independent computation of bivariate normal probabilities
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bivariate_reference.py > bivariate.csv

P(X <= h, Y <= k) = integral over x <= h of phi(x) Phi((k - r x) / sqrt(1 - r^2)), by mpmath at 40 digits, cut into
pieces where the second factor is steep. The engine integrates over the correlation instead.
"""
import random

from mpmath import erfc, exp, mp, mpf, nstr, pi, quad, sqrt

mp.dps = 40
HEAD = """# P(X <= h, Y <= k) of two standard normal variables with correlation r: mpmath 1.2.1 at 40 digits, quadrature over x of
# phi(x) Phi((k - r x) / sqrt(1 - r^2)), by bivariate_reference.py.
h,k,r,p"""


def normal(x):
    return erfc(-x / sqrt(2)) / 2


def bivariate(h, k, r):
    h, k, r = mpf(h), mpf(k), mpf(r)
    s = sqrt((1 - r) * (1 + r))
    middle, width = k / r if r else mpf(0), s / abs(r) if r else mpf(1)
    cuts = {mpf(-40), h} | {c for c in range(-14, 14, 2)} | {middle + i * width for i in range(-14, 15, 2)}
    cuts = sorted(c for c in map(mpf, cuts) if -40 <= c <= h)
    return quad(lambda x: exp(-x * x / 2) / sqrt(2 * pi) * normal((k - r * x) / s), cuts)


print(HEAD)
draw = random.Random(1)
grid = [(h, k, r) for r in (0.1, -0.29, 0.3, 0.5, -0.74, 0.75, 0.9, -0.92, 0.924, 0.925, -0.93, 0.95, 0.99, -0.999, 0.999999)
        for h, k in ((0, 0), (-1.5, 0.25), (0.7, 0.7), (-2.5, -2.4), (1, -3), (4, 3.9), (-3.5, 3.6), (-6, -5))]
grid += [(round(draw.gauss(0, 1.5), 6), round(draw.gauss(0, 1.5), 6), round(draw.uniform(-1, 1), 6)) for i in range(150)]
for h, k, r in grid:
    print(f"{h},{k},{r},{nstr(bivariate(h, k, r), 20)}", flush=True)
