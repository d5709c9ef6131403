#!/usr/bin/python3
# scales.py - omega and polychoric correlations as one would compute them with SciPy: scales.py FILE prints ms of each
# SPDX-License-Identifier: GPL-3.0-or-later
"""FILE has a line of digits a person, see scales.c. Omega of the first five items, maximum likelihood by BFGS with the
analytic gradient; the polychoric correlation of a pair by Brent's method on the likelihood, the bivariate normal by Owen's
T over all corners at once. The time of 30 of the 300 pairs is scaled up."""
import sys
import time

import numpy
from scipy import optimize, special, stats

PAIRS = 30


def discrepancy(parameter, s):
    k = len(s)
    loading, error = parameter[:k], parameter[k:]
    sigma = numpy.outer(loading, loading) + numpy.diag(error)
    sign, log_determinant = numpy.linalg.slogdet(sigma)
    if sign <= 0:
        return numpy.inf, numpy.zeros(2 * k)
    inverse = numpy.linalg.inv(sigma)
    w = inverse - inverse @ s @ inverse
    return log_determinant + numpy.sum(inverse * s), numpy.concatenate([2 * w @ loading, numpy.diag(w)])


def omega(s):
    variance = numpy.diag(s)
    begin = numpy.concatenate([numpy.sqrt(variance / 2), variance / 2])
    best = optimize.minimize(discrepancy, begin, args=(s,), jac=True, method="BFGS", options={"gtol": 1e-8}).x
    common = best[:len(s)].sum()**2
    return common / (common + best[len(s):].sum())


def corners(h, k, r):
    """P(X <= h, Y <= k) by Owen (1956); h and k not 0."""
    root = numpy.sqrt(1 - r * r)
    half = numpy.where(h * k < 0, .5, 0)
    return (special.ndtr(h) + special.ndtr(k)) / 2 - special.owens_t(h, (k / h - r) / root) \
        - special.owens_t(k, (h / k - r) / root) - half


def polychoric(x, y, points):
    table = numpy.bincount((x - 1) * points + y - 1, minlength=points * points).reshape(points, points)
    people = table.sum()
    h = stats.norm.ppf(numpy.cumsum(table.sum(axis=1))[:-1] / people)
    k = stats.norm.ppf(numpy.cumsum(table.sum(axis=0))[:-1] / people)
    chance = numpy.zeros((points + 1, points + 1))
    chance[-1, 1:-1], chance[1:-1, -1], chance[-1, -1] = special.ndtr(k), special.ndtr(h), 1

    def unlikely(r):
        chance[1:-1, 1:-1] = corners(h[:, None], k[None, :], r)
        return -numpy.sum(table * numpy.log(numpy.maximum(numpy.diff(numpy.diff(chance, axis=0), axis=1), 1e-300)))

    return optimize.minimize_scalar(unlikely, bounds=(-.999, .999), method="bounded", options={"xatol": 1e-9}).x


with open(sys.argv[1], encoding="ascii") as f:
    answers = numpy.array([[int(digit) for digit in line.strip()] for line in f])
s = numpy.cov(answers[:, :5], rowvar=False)
omega(s)
begin = time.process_time()
for _ in range(20):
    omega(s)
omega_ms = (time.process_time() - begin) / 20 * 1000
pairs = [(i, j) for i in range(answers.shape[1]) for j in range(i)]
begin = time.process_time()
for i, j in pairs[:PAIRS]:
    polychoric(answers[:, i], answers[:, j], answers.max())
polychoric_ms = (time.process_time() - begin) * len(pairs) / PAIRS * 1000
print("%.2f %.0f" % (omega_ms, polychoric_ms))
