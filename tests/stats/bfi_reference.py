#!/usr/bin/python3
# bfi_reference.py - an independent computation of what `attune analyse` says about two groups of a personality survey
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: bfi_reference.py ANSWERS.csv > RESULT.json

ANSWERS.csv has the columns A1..A5 C1..C5 E1..E5 N1..N5 O1..O5 (answers 1..6, empty when missing) and gender (1 or 2);
other columns are ignored. A1 C4 C5 E1 E2 O2 O5 are reversed as 7 - x. A person's dimension is the mean of the answered
items if at least 3 are answered (60% of five, rounded up). Gender 1 is the first party; gap = first minus second.

Nothing here is taken from the engine. Scores and moments are fractions. The permutation distribution is built forwards,
person by person, in floating point (the engine counts it in whole numbers or inverts its characteristic function):
everybody is taken into the first group with probability m / n, and the joint distribution of how many were taken and of
their sum is read off where m were taken, which makes every subset of m equally likely. People who answered all five
items have sums on a lattice twelve times coarser and are built apart from the others, then both are joined at the
thresholds, which are whole numbers. Sums and counts further than WINDOW standard deviations from the mean are cut, so p
and mid-p have an absolute error of about 1e-12. Quantiles of t are polished by Newton's method, because those of SciPy
1.10.1 are off by up to 1e-8. About half a minute for 2,800 people.
"""
import csv
import json
import sys
from fractions import Fraction
from math import exp, floor, lgamma, log, sqrt

import numpy
from scipy import special

DIMENSIONS = {d: [d + str(i) for i in range(1, 6)] for d in "ACENO"}
REVERSED = {"A1", "C4", "C5", "E1", "E2", "O2", "O5"}
LEAST_ANSWERED = 3
UNIT = 60  # a mean of 3, 4 or 5 whole answers is a whole number of 60ths
WINDOW = 9.0
MARGIN = 0.5


def person_score(row, items):
    answers = [7 - int(row[i]) if i in REVERSED else int(row[i]) for i in items if row[i] not in ("", "NA")]
    return Fraction(sum(answers), len(answers)) if len(answers) >= LEAST_ANSWERED else None


def read_scores(path):
    scores = {d: {"1": [], "2": []} for d in DIMENSIONS}
    with open(path, newline="", encoding="utf-8") as f:
        for row in csv.DictReader(f):
            for d, items in DIMENSIONS.items():
                score = person_score(row, items)
                if score is not None and row["gender"] in ("1", "2"):
                    scores[d][row["gender"]].append(score)
    return scores


def moments(x):
    mean = sum(x) / len(x)
    return mean, sum((v - mean) ** 2 for v in x) / (len(x) - 1)


def t_quantile(p, df):
    log_scale = lgamma((df + 1) / 2) - lgamma(df / 2) - log(df * numpy.pi) / 2
    x = float(special.stdtrit(df, p))
    for _ in range(4):
        density = exp(log_scale - (df + 1) / 2 * log(1 + x * x / df))
        x += (float(special.stdtr(df, -x)) - (1 - p)) / density
    return x


def interval(value, se, df, level):
    half = t_quantile((1 + level) / 2, df) * se
    return [value - half, value + half]


def welch(a, b):
    (mean_a, var_a), (mean_b, var_b) = moments(a), moments(b)
    u, v = var_a / len(a), var_b / len(b)
    gap, se = float(mean_a - mean_b), sqrt(u + v)
    df = float((u + v) ** 2 / (u**2 / (len(a) - 1) + v**2 / (len(b) - 1)))
    return {"gap": gap, "se": se, "df": df, "t": gap / se, "p": 2 * float(special.stdtr(df, -abs(gap / se))),
            "ci95": interval(gap, se, df, 0.95), "ci90": interval(gap, se, df, 0.90)}


def taken(values, p):
    """Joint distribution of (how many, sum) when each of the whole numbers is taken with probability p.

    Returns (table, first, low, centre): table[i, j] is the probability that first + i are taken and that their sum is
    low + j + centre * (first + i). The window of counts follows the running mean."""
    values = numpy.random.default_rng(1).permutation(numpy.array(values, dtype=numpy.int64))
    if len(values) == 0:
        return numpy.ones((1, 1)), 0, 0, 0
    centre = int(round(float(values.mean())))
    offsets = [int(v) - centre for v in values]
    spread = floor(WINDOW * sqrt(p * sum(o * o for o in offsets))) + 40
    low = max(sum(o for o in offsets if o < 0), -spread)
    high = min(sum(o for o in offsets if o > 0), spread)
    people = len(values)
    reach = floor(WINDOW * sqrt(people * p * (1 - p))) + 12
    rows = min(people + 1, 2 * reach + 1)
    table = numpy.zeros((rows, high - low + 1))
    table[0, -low] = 1
    first = 0
    for i, o in enumerate(offsets, 1):
        moved = p * table
        table *= 1 - p
        wanted = min(max(0, floor(i * p) - reach), people + 1 - rows)
        if wanted > first:  # drop the lowest count, make room at the top; the taken ones stay in their row
            table[:-1] = table[1:].copy()
            table[-1] = 0
            source, target, first = moved, table, wanted
        else:
            source, target = moved[:-1], table[1:]
        width = table.shape[1]
        if o >= 0:
            target[:, o:] += source[:, : width - o]
        else:
            target[:, :o] += source[:, -o:]
    return table, first, low, centre


def taken_exactly(values, p):
    """As taken(), for few people: a list over counts of arrays over all sums from 0, nothing cut."""
    table = numpy.zeros((len(values) + 1, sum(values) + 1))
    table[0, 0] = 1
    top = 0
    for i, v in enumerate(values):
        taken_now = p * table[: i + 1, : top + 1]
        table[: i + 1, : top + 1] *= 1 - p
        table[1 : i + 2, v : top + 1 + v] += taken_now
        top += v
    return table


def row_of(built, count):
    """Probabilities of the sums when `count` were taken, and the first of those sums."""
    table, first, low, centre = built
    if not first <= count < first + table.shape[0]:
        return None, 0
    return table[count - first], low + centre * count


def permutation(a, b):
    """p and mid-p of |mean(a) - mean(b)|, every choice of a's people being equally likely."""
    a, b = [int(v * UNIT) for v in a], [int(v * UNIT) for v in b]
    pool, n, m = a + b, len(a) + len(b), len(a)
    total = sum(pool)
    observed = abs(n * sum(a) - m * total)
    # |n S - m total| > observed  <=>  S <= lowest or S >= highest
    lowest = (m * total - observed - 1) // n
    highest = (m * total + observed) // n + 1
    ties = {s // n for s in (m * total - observed, m * total + observed) if s % n == 0}
    step = 12
    coarse = taken([x // step for x in pool if x % step == 0], m / n)
    fine = taken_exactly([x for x in pool if x % step != 0], m / n)
    beyond = equal = everything = 0.0
    for count, sums in enumerate(fine):
        row, start = row_of(coarse, m - count)
        if row is None:
            continue
        cumulated = numpy.concatenate(([0.0], numpy.cumsum(row)))
        for s in numpy.flatnonzero(sums):
            weight, s = sums[s], int(s)
            up_to = min(max((lowest - s) // step - start + 1, 0), len(row))
            from_on = min(max(-((s - highest) // step) - start, 0), len(row))
            beyond += weight * (cumulated[up_to] + cumulated[-1] - cumulated[from_on])
            everything += weight * cumulated[-1]
            for tie in ties:
                place = (tie - s) // step - start
                if (tie - s) % step == 0 and 0 <= place < len(row):
                    equal += weight * row[place]
    beyond, equal = beyond / everything, equal / everything
    return beyond + equal, beyond + equal / 2


def holm(p):
    adjusted, largest = [0.0] * len(p), 0.0
    for rank, i in enumerate(sorted(range(len(p)), key=lambda k: p[k])):
        largest = max(largest, min(1.0, (len(p) - rank) * p[i]))
        adjusted[i] = largest
    return adjusted


def verdict(holm_mid_p, gap):
    if holm_mid_p < 0.05:
        return "clear-gap"
    if gap["ci95"][0] > 0 or gap["ci95"][1] < 0:
        return "probable-gap"
    if gap["ci90"][0] > -MARGIN and gap["ci90"][1] < MARGIN:
        return "aligned"
    return "cannot-tell"


def party(x):
    mean, variance = moments(x)
    return {"n": len(x), "mean": float(mean), "variance": float(variance)}


def main():
    results = []
    for d, by_gender in read_scores(sys.argv[1]).items():
        a, b = by_gender["1"], by_gender["2"]
        p, mid_p = permutation(a, b)
        results.append({"dimension": d, "1": party(a), "2": party(b), "welch": welch(a, b), "p": p, "mid_p": mid_p})
    for r, adjusted in zip(results, holm([r["mid_p"] for r in results])):
        r["holm_mid_p"] = adjusted
        r["verdict"] = verdict(adjusted, r["welch"])
    json.dump({"dimensions": results}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
