#!/usr/bin/python3
# groups.py - two figures of groups.c in SciPy, as an analyst would write them: groups.py FILE prints ms
# SPDX-License-Identifier: GPL-3.0-or-later
import sys
import time
from itertools import combinations
from math import comb

import numpy as np
from scipy.optimize import minimize_scalar

with open(sys.argv[1]) as f:
    lines = [np.array(line.split(), float) for line in f]
found, groups, correlation = lines[0], np.array(lines[1:-10]), np.array(lines[-10:])


def reml():
    n, mean, within = groups.T
    people = n.sum()

    def parts(r):
        w = n / (1 + n * r)
        mu = w @ mean / w.sum()
        return w, within.sum() + w @ (mean - mu) ** 2

    def deviance(log_r):
        r = np.exp(log_r)
        w, q = parts(r)
        return (people - 1) * np.log(q) + np.log1p(n * r).sum() + np.log(w.sum())

    r = np.exp(minimize_scalar(deviance, bounds=(-15, 15), method="bounded", options={"xatol": 1e-10}).x)
    return r * parts(r)[1] / (people - 1)


def shapley():
    p = 9
    r2 = {(): 0.0}
    for size in range(1, p + 1):
        for s in combinations(range(p), size):
            r = correlation[p, s]
            r2[s] = r @ np.linalg.solve(correlation[np.ix_(s, s)], r)
    share = 0.0
    for s, value in r2.items():
        if 0 not in s:
            share += (r2[(0,) + s] - value) / (p * comb(p - 1, len(s)))
    return share


def median_ms(run, expected, tolerance):
    times = []
    for _ in range(7):
        begin = time.process_time()
        value = run()
        times.append(1e3 * (time.process_time() - begin))
        assert abs(value - expected) <= tolerance * abs(expected), (value, expected)
    return sorted(times)[3]


print("%.1f %.1f" % (median_ms(reml, found[0], 1e-5), median_ms(shapley, found[1], 1e-10)))
