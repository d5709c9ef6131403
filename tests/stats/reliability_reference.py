#!/usr/bin/python3
# reliability_reference.py - one-factor models and polychoric correlations to 15 digits, by other means than the engine's
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: reliability_reference.py > reliability_polished.csv

Reads bfi_sums.csv and bfi_tables.csv beside it, works with 30 digits (mpmath). Some minutes.

One factor: for given error variances e the loadings follow from the first eigenvector of e^-1/2 R e^-1/2, and the
likelihood is stationary when loading^2 + error = 1 for every item (Joreskog 1967); that is iterated, then finished by
Newton's method on these k equations. Expected information from traces of explicit derivative matrices.

Polychoric: P(X <= x, Y <= y) = integral of phi(u) Phi((y - r u) / sqrt(1 - r^2)) over u up to x, by quadrature; the
derivative of the log-likelihood is set to 0 by the secant method.
"""
import csv
import os
import sys

from mpmath import det, diag, eigsy, erfinv, exp, findroot, inf, log, matrix, mp, mpf, ncdf, npdf, pi, quad, sqrt
from mpmath import gammainc

HERE = os.path.dirname(os.path.abspath(__file__))
mp.dps = 30


def read(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        return list(csv.DictReader(line for line in f if not line.startswith("#")))


def scale_covariance(scale):
    s, people = matrix(5, 5), 0
    for row in read("bfi_sums.csv"):
        if row["scale"] != scale or row["rows"] != "listwise":
            continue
        n, x, y, xy = (mpf(row[c]) for c in ("n", "sum_i", "sum_j", "sum_ij"))
        i, j, people = int(row["i"]) - 1, int(row["j"]) - 1, n
        s[i, j] = s[j, i] = (n * xy - x * y) / (n * (n - 1))
    return s, people


def loadings(r, error):
    k = r.rows
    scaled = matrix(k, k)
    for i in range(k):
        for j in range(k):
            scaled[i, j] = r[i, j] / sqrt(error[i] * error[j])
    values, vectors = eigsy(scaled)
    sign = 1 if sum(vectors[i, k - 1] for i in range(k)) > 0 else -1
    return [sign * sqrt(error[i]) * vectors[i, k - 1] * sqrt(values[k - 1] - 1) for i in range(k)]


def one_factor(r):
    k = r.rows
    error = [mpf(1) / 2] * k
    for _ in range(40):
        error = [1 - l * l for l in loadings(r, error)]
    error = list(findroot(lambda *e: [l * l + x - 1 for l, x in zip(loadings(r, e), e)], error))
    return loadings(r, error), error


def discrepancy(r, sigma):
    product = r * sigma**-1
    return log(det(sigma)) - log(det(r)) + sum(product[i, i] for i in range(r.rows)) - r.rows


def omega_se(loading, error, people):
    k = len(loading)
    l = matrix(loading)
    inverse = (l * l.T + diag(error))**-1
    slopes = []
    for i in range(k):
        e = matrix(k, 1)
        e[i] = 1
        slopes.append(inverse * (e * l.T + l * e.T))
    for i in range(k):
        e = matrix(k, 1)
        e[i] = 1
        slopes.append(inverse * (e * e.T))
    information = matrix(2 * k, 2 * k)
    for a in range(2 * k):
        for b in range(2 * k):
            product = slopes[a] * slopes[b]
            information[a, b] = (people - 1) / 2 * sum(product[i, i] for i in range(k))
    total, rest = sum(loading), sum(error)
    slope = [2 * total * rest / (total**2 + rest)**2] * k + [-total**2 / (total**2 + rest)**2] * k
    slope = matrix(slope)
    return sqrt((slope.T * information**-1 * slope)[0])


def say(what, of, value):
    print("%s,%s,%s" % (what, of, mp.nstr(value, 17)))


def factor(name, s, people):
    k = s.rows
    sd = [sqrt(s[i, i]) for i in range(k)]
    r = matrix(k, k)
    for i in range(k):
        for j in range(k):
            r[i, j] = s[i, j] / (sd[i] * sd[j])
    loading, error = one_factor(r)
    l = matrix(loading)
    sigma = l * l.T + diag(error)
    chi, df = (people - 1) * discrepancy(r, sigma), mpf(k * (k - 3)) / 2
    base, base_df = -(people - 1) * log(det(r)), mpf(k * (k - 1)) / 2
    own = [a * b for a, b in zip(sd, loading)], [a * a * b for a, b in zip(sd, error)]
    for i in range(k):
        say("loading", "%s%d" % (name, i + 1), own[0][i])
        say("error", "%s%d" % (name, i + 1), own[1][i])
    say("omega", name, sum(own[0])**2 / (sum(own[0])**2 + sum(own[1])))
    say("omega_se", name, omega_se(*own, people))
    say("chi_square", name, chi)
    say("p", name, gammainc(df / 2, chi / 2, regularized=True))
    say("rmsea", name, sqrt(max(0, chi - df) / (df * (people - 1))))
    say("cfi", name, 1 - max(0, chi - df) / max(chi - df, base - base_df, 0))
    squares = sum((r[i, j] - sigma[i, j])**2 for i in range(k) for j in range(i + 1))
    say("srmr", name, sqrt(2 * squares / (k * (k + 1))))


def cuts(margin):
    below = [sum(margin[:i + 1]) for i in range(len(margin))]
    return [-inf] + [sqrt(mpf(2)) * erfinv(2 * mpf(b) / below[-1] - 1) for b in below[:-1]] + [inf]


def both_below(x, y, r):
    if -inf in (x, y):
        return mpf(0)
    if inf in (x, y):
        return ncdf(min(x, y))
    root = sqrt(1 - r * r)
    return quad(lambda u: npdf(u) * ncdf((y - r * u) / root), [-inf, -4, -2, x] if x > -2 else [-inf, -4, x])


def density(x, y, r):
    if abs(x) == inf or abs(y) == inf:
        return mpf(0)
    left = 1 - r * r
    return exp(-(x * x + y * y - 2 * r * x * y) / (2 * left)) / (2 * pi * sqrt(left))


def polychoric(table):
    x, y = cuts([sum(row) for row in table]), cuts([sum(column) for column in zip(*table)])

    def cells(f):
        corner = [[f(a, b) for b in y] for a in x]
        return [[corner[i + 1][j + 1] - corner[i][j + 1] - corner[i + 1][j] + corner[i][j] for j in range(len(y) - 1)]
                for i in range(len(x) - 1)]

    def slope(r):
        chance, change = cells(lambda a, b: both_below(a, b, r)), cells(lambda a, b: density(a, b, r))
        return sum(n * c / p for ns, cs, ps in zip(table, change, chance) for n, c, p in zip(ns, cs, ps) if n)

    people = sum(map(sum, table))
    r = findroot(slope, (mpf("0.2") * (1 if table[-1][-1] > table[-1][0] else -1), mpf("0.3")), solver="secant", tol=1e-18)
    step = mpf("1e-8")
    bend = (slope(r + step) - slope(r - step)) / (2 * step)
    chance = cells(lambda a, b: both_below(a, b, r))
    fit = 2 * sum(n * log(n / (people * p)) for ns, ps in zip(table, chance) for n, p in zip(ns, ps) if n)
    return r, 1 / sqrt(-bend), fit


def polychorics():
    tables = {}
    for row in read("bfi_tables.csv"):
        tables.setdefault((int(row["i"]), int(row["j"])), []).append([int(row["c%d" % c]) for c in range(1, 7)])
    correlation = matrix(5, 5)
    for (i, j), table in tables.items():
        r, se, fit = polychoric(table)
        correlation[i - 1, j - 1] = correlation[j - 1, i - 1] = r * (-1 if j == 1 else 1)
        for what, value in (("polychoric", r), ("polychoric_se", se), ("polychoric_fit", fit)):
            say(what, "%d%d" % (i, j), value)
    for i in range(5):
        correlation[i, i] = 1
    return correlation, mpf(sum(map(sum, tables[2, 1])))


print("# Written by reliability_reference.py: scales A and C of bfi_sums.csv; polychoric correlations of the tables ij in")
print("# bfi_tables.csv; P one factor behind these correlations, the first item reversed.")
print("what,of,value")
factor("A", *scale_covariance("A"))
factor("C", *scale_covariance("C"))
sys.stdout.flush()
factor("P", *polychorics())
