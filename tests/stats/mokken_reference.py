#!/usr/bin/python3
# mokken_reference.py - scalability coefficients of pattern counts, by counting Guttman errors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: mokken_reference.py NAME... > mokken.csv     (NAME.csv beside this file: item columns and `count`)

Nothing here is taken from the engine, and nothing is computed its way. H is one minus observed over expected weighted
Guttman errors (Molenaar 1991): the item steps of two items are put in the order of their popularity, and a person makes
an error for every step taken after a more popular one that was not. Standard errors are the delta method on the
pattern frequencies, with derivatives from central differences in exact fractions: one pattern's count a billionth of a
person up and down. Only the square root is rounded."""
import csv
import os
import sys
from fractions import Fraction
from math import sqrt

TINY = Fraction(1, 10**9)


def read(name):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".csv")
    with open(path, newline="", encoding="utf-8") as f:
        rows = list(csv.reader(line for line in f if not line.startswith("#")))
    return [(tuple(int(x) for x in row[:-1]), Fraction(int(row[-1]))) for row in rows[1:]]


def errors(x, y, order):
    """order: (item 0 or 1, step), most popular first."""
    taken = [(x if item == 0 else y) > step for item, step in order]
    return sum(1 for k, t in enumerate(taken) if t for earlier in taken[:k] if not earlier)


def observed_and_expected(table, top):
    """table[x][y]: how many people."""
    total = sum(map(sum, table))
    ofx = [sum(row) for row in table]
    ofy = [sum(row[y] for row in table) for y in range(top + 1)]
    steps = [(0, s) for s in range(1, top)] + [(1, s) for s in range(1, top)]
    popularity = {(0, s): sum(ofx[s + 1:]) for s in range(1, top)}
    popularity.update({(1, s): sum(ofy[s + 1:]) for s in range(1, top)})
    order = sorted(steps, key=lambda s: -popularity[s])
    f = e = Fraction(0)
    for x in range(1, top + 1):
        for y in range(1, top + 1):
            w = errors(x, y, order)
            if w:
                f += w * table[x][y]
                e += w * ofx[x] * ofy[y] / total
    return f, e


def coefficients(parts, items):
    pairs = {key: 1 - f / e for key, (f, e) in parts.items()}
    single = [1 - sum(parts[k][0] for k in parts if i in k) / sum(parts[k][1] for k in parts if i in k)
              for i in range(items)]
    return pairs, single, 1 - sum(f for f, _ in parts.values()) / sum(e for _, e in parts.values())


def flat(parts, items):
    pairs, single, whole = coefficients(parts, items)
    return [(f"{i}-{j}", pairs[i, j]) for i, j in sorted(pairs)] + [(str(i), h) for i, h in enumerate(single)] + [
        ("all", whole)]


def compute(rows):
    items, top = len(rows[0][0]), max(max(codes) for codes, _ in rows)
    tables = {}
    for i in range(items):
        for j in range(i + 1, items):
            table = tables[i, j] = [[Fraction(0)] * (top + 1) for _ in range(top + 1)]
            for codes, count in rows:
                table[codes[i]][codes[j]] += count

    def moved(codes, by):
        parts = {}
        for (i, j), table in tables.items():
            table[codes[i]][codes[j]] += by
            parts[i, j] = observed_and_expected(table, top)
            table[codes[i]][codes[j]] -= by
        return [h for _, h in flat(parts, items)]

    names = flat({k: observed_and_expected(t, top) for k, t in tables.items()}, items)
    variance = [0.0] * len(names)
    for codes, count in rows:
        up, down = moved(codes, TINY), moved(codes, -TINY)
        for k, (u, d) in enumerate(zip(up, down)):
            variance[k] += float(count) * float((u - d) / (2 * TINY)) ** 2
    return [(name, float(h), sqrt(v)) for (name, h), v in zip(names, variance)]


def main():
    print("# Mokken's H of pairs, items and all items together, with standard errors: mokken_reference.py, Python 3.11 fractions.")
    print("data,of,h,se")
    for name in sys.argv[1:]:
        for of, h, se in compute(read(name)):
            print(f"{name},{of},{h!r},{se!r}")


if __name__ == "__main__":
    main()
