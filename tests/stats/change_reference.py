#!/usr/bin/python3
# change_reference.py - independent computations of tests of change and of Theil-Sen trends
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: change_reference.py flip waves24.csv > sign_flip.csv
       change_reference.py trend > theil_sen.csv

flip: of the 2^24 ways to sign the changes of 24 people, how many lead to each sum, in whole numbers.
trend: slopes as fractions; the distribution of S by going through ALL orders of the values (up to eight waves), or by
expanding the generating function of inversions in whole numbers (more waves, no ties). With ties the variance of S is that
of all orders, not a formula, and the rest the normal approximation in mpmath.
"""
import csv
import itertools
import random
import sys
from collections import Counter
from fractions import Fraction
from statistics import median

from mpmath import erfc, erfinv, floor, mp, mpf, nstr, sqrt

mp.dps = 30


def digits(x):
    return nstr(mpf(x.numerator) / x.denominator if isinstance(x, Fraction) else mpf(x), 20)


def flip(path):
    with open(path) as f:
        rows = list(csv.DictReader(line for line in f if not line.startswith("#")))
    waves = {w: sorted((int(r["resp"]), r) for r in rows if r["wave"] == w) for w in "12"}
    print("# Exact sign-flip tests of the changes in waves24.csv, counted in Python 3.11 whole numbers, by change_reference.py.")
    print("item,n,mean_change,p,mid_p")
    for item in ("d1", "d2", "d3", "d4", "d5", "d6"):
        changes = [int(b[item]) - int(a[item]) for (_, a), (_, b) in zip(waves["1"], waves["2"])]
        ways = Counter({0: 1})
        for c in changes:
            ways = sum((Counter({s + sign * c: n for s, n in ways.items()}) for sign in (1, -1)), Counter())
        total, seen = sum(ways.values()), abs(sum(changes))
        beyond = Fraction(sum(n for s, n in ways.items() if abs(s) > seen), total)
        equal = Fraction(sum(n for s, n in ways.items() if abs(s) == seen), total)
        print(f"{item},{len(changes)},{digits(Fraction(sum(changes), len(changes)))},{digits(beyond + equal)},"
              f"{digits(beyond + equal / 2)}")


def balance(x, y):
    def sign(v):
        return (v > 0) - (v < 0)
    return sum(sign(x[j] - x[i]) * sign(y[j] - y[i]) for i, j in itertools.combinations(range(len(x)), 2))


def distribution(x, y):
    """S over all orders of y -> probability."""
    n = len(x)
    if n <= 8:
        counts = Counter(balance(x, order) for order in itertools.permutations(y))
    else:
        ways = [1]
        for k in range(2, n + 1):
            ways = [sum(ways[i - j] for j in range(k) if 0 <= i - j < len(ways)) for i in range(len(ways) + k - 1)]
        counts = {n * (n - 1) // 2 - 2 * i: w for i, w in enumerate(ways)}
    total = sum(counts.values())
    return {s: Fraction(c, total) for s, c in counts.items()}


def trend(x, y):
    slopes = sorted(Fraction(y[j] - y[i]) / (x[j] - x[i])
                    for i, j in itertools.combinations(range(len(x)), 2) if x[i] != x[j])
    slope = median(slopes)
    s, chance, exact = balance(x, y), distribution(x, y), len(set(x)) == len(x) and len(set(y)) == len(y)
    if exact:
        p = sum(c for t, c in chance.items() if abs(t) >= abs(s))
        least = max(chance)
        r = 0
        while 2 * sum(c for t, c in chance.items() if t >= least - 2 * r) <= Fraction(1, 20):
            r += 1
    else:
        sd = sqrt(mpf(1) * sum(c * t * t for t, c in chance.items()).numerator
                  / sum(c * t * t for t, c in chance.items()).denominator)
        p = min(mpf(1), erfc(max(0, abs(s) - 1) / sd / sqrt(2)))
        r = int(floor((len(slopes) - sqrt(2) * erfinv(mpf("0.95")) * sd) / 2))
    ends = (digits(slopes[r - 1]), digits(slopes[-r])) if r >= 1 else ("", "")
    return slope, median(b - slope * a for a, b in zip(x, y)), s, p, ends, exact


def trends():
    print("# Theil-Sen trends with tests and intervals: fractions and whole numbers in Python 3.11, normal tails in mpmath 1.2.1, by")
    print("# change_reference.py. x and y are lists; values are thousandths.")
    print("x,y,slope,intercept,s,p,lo,hi,exact")
    draw = random.Random(7)
    series = [([0, 1, 2, 3], [10, 20, 15, 40]), ([0, 1, 2, 3, 4], [3100, 3200, 3150, 3400, 3500]),
              ([0, 90, 180, 280, 365, 450], [3500, 3420, 3310, 3390, 3205, 3190]), ([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 7])]
    for n in (5, 6, 7, 8, 9, 12, 20, 40):
        x = sorted(draw.sample(range(2000), n))
        series.append((x, [v + draw.randrange(900) for v in draw.sample(range(4000), n)]))
    for n in (6, 7, 8):
        series.append((list(range(n)), [draw.randrange(4) * 250 for _ in range(n)]))
        series.append(([draw.randrange(4) for _ in range(n)], [draw.randrange(5) * 100 for _ in range(n)]))
    for x, y in series:
        if len(y) > 8 and len(set(y)) < len(y):
            continue
        slope, intercept, s, p, ends, exact = trend(x, y)
        print(f"{' '.join(map(str, x))},{' '.join(map(str, y))},{digits(slope)},{digits(intercept)},{s},{digits(p)},"
              f"{ends[0]},{ends[1]},{int(exact)}")


if sys.argv[1] == "flip":
    flip(sys.argv[2])
else:
    trends()
