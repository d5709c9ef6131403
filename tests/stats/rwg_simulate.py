#!/usr/bin/python3
# rwg_simulate.py - the agreement people reach who answer at random, by letting them answer at random
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: rwg_simulate.py > rwg_simulated.csv

The engine counts these percentiles exactly; this is the check that shares nothing with it. For every size of group, scale
and number of items DRAWS groups answer uniformly and independently (NumPy's PCG64, seed SEED, in the order of the rows).
Variances are compared as whole numbers, q = sum over items of n sum x^2 - (sum x)^2.

critical: the smallest rwg that is not exceeded by more than 5% of the groups; standard_error: from the same in each of
BATCHES equal parts; least, most: the same at 95% -+ 4 standard errors of a share of 95%. The true percentile lies between
them but for one row in 16,000, whatever the steps in which rwg moves. Half a minute.
"""
import numpy

SEED, DRAWS, BATCHES = 20240229, 200_000, 20
CASES = [(5, n, items) for items in (1, 2, 3, 5, 10) for n in (3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 60)]
CASES += [(points, n, items) for points in (4, 7, 10) for items in (1, 5) for n in (5, 10, 15)]


def rwg(q, points, n, items):
    r = 1 - q / (n * (n - 1) * items) / ((points * points - 1) / 12)
    return 0.0 if r < 0 else items * r / (items * r + 1 - r)


def spread(random, points, n, items, groups):
    answers = random.integers(1, points + 1, size=(groups, items, n), dtype=numpy.int32)
    return (n * (answers * answers).sum(axis=2) - answers.sum(axis=2)**2).sum(axis=1)


def simulate(random, points, n, items):
    batches = [spread(random, points, n, items, DRAWS // BATCHES) for _ in range(BATCHES)]

    def percentile(q, share):
        return rwg(numpy.partition(q, int(share * len(q)))[int(share * len(q))], points, n, items)

    together, four = numpy.concatenate(batches), 4 * numpy.sqrt(.05 * .95 / DRAWS)
    error = numpy.std([percentile(q, .05) for q in batches], ddof=1) / numpy.sqrt(BATCHES)
    return percentile(together, .05), error, percentile(together, .05 + four), percentile(together, .05 - four)


print("# Written by rwg_simulate.py: NumPy %s, seed %d, %d groups a row." % (numpy.__version__, SEED, DRAWS))
print("points,n,items,critical,standard_error,least,most")
generator = numpy.random.Generator(numpy.random.PCG64(SEED))
for case in CASES:
    print("%d,%d,%d,%.15g,%.2g,%.15g,%.15g" % (case + simulate(generator, *case)))
