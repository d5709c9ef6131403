#!/usr/bin/python3
# beta_reference.py - an independent computation of the beta distribution and of quantiles of F and t
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: beta_reference.py > beta.csv

beta_p: the density integrated by mpmath at 40 digits, in pieces of the standard deviation (the engine expands a continued
fraction). f_inv and t_inv: roots of mpmath's incomplete beta function, for rows of distributions.csv where R is off by 1e-13 to
2e-9 and for some others.
"""
import random

from mpmath import beta, betainc, exp, findroot, log, mp, mpf, nstr, quad, sqrt

mp.dps = 40
HEAD = """# beta_p: P(X <= x) of the beta distribution with a and b; f_inv: quantile of F with a and b df at x; t_inv: of t with
# a df, where GSL is NAN or off by 1e-9 and more. mpmath 1.2.1 at 40 digits, by beta_reference.py.
function,a,b,x,value"""


def beta_p(x, a, b):
    """On the logit scale, where the density is bell-shaped for any a and b."""
    top, spread = log(mpf(x) / (1 - mpf(x))), sqrt(1 / mpf(a) + 1 / mpf(b))
    scale = beta(a, b)
    cuts = [top - i * min(spread, 3) for i in range(60, -1, -1)]
    if a < 1:
        cuts = [top - mpf(200) / a, top - mpf(50) / a, top - mpf(10) / a] + cuts[-3:]
    return quad(lambda u: exp(-a * log(1 + exp(-u)) - b * log(1 + exp(u))) / scale, cuts)


def f_inv(p, a, b):
    def excess(u):
        x = a * exp(u) / (a * exp(u) + b)
        return log(betainc(mpf(a) / 2, mpf(b) / 2, 0, x, regularized=True)) - log(mpf(p))
    return exp(findroot(excess, log(mpf(p)) * 2 / a if p < 0.1 else 0))


def t_inv(p, df):
    def excess(u):
        return log(betainc(mpf(df) / 2, mpf(1) / 2, 0, df / (df + exp(2 * u)), regularized=True) / 2) - log(mpf(p))
    return -exp(findroot(excess, log(mpf(3))))


print(HEAD)
for a, b in ((500, 2000), (5e3, 2e4), (9e4, 9e4), (5e5, 2e6), (5e6, 2e7), (3, 2e6), (0.5, 5e5), (0.05, 2), (0.05, 0.07), (1, 1)):
    a, b = mpf(str(a)), mpf(str(b))
    mean, spread = a / (a + b), sqrt(a * b / (a + b) / (a + b) / (a + b + 1))
    for off in (-5, -1, 0, 2):
        x = float(mean + off * spread)
        if 0 < x < 1:
            print(f"beta_p,{nstr(a, 9)},{nstr(b, 9)},{x!r},{nstr(beta_p(x, a, b), 20)}", flush=True)
for row in ("1.09876,199.467,0.0026337", "1.54989,2.75082,2.341e-06", "1.09018,2.99638,0.00042558", "1.3171,7.42314,6.7063e-05",
            "3.34107,220.416,3.1909e-07", "1.08842,559.093,0.012687", "19,76,0.025", "4,96,0.5", "1.5,3,0.3"):
    a, b, p = map(float, row.split(","))
    print(f"f_inv,{row},{nstr(f_inv(p, a, b), 20)}", flush=True)
for df, p in ((44.7985, 1.0327e-19), (50.9571, 1.26914e-27), (0.714234, 0.333368), (0.650205, 0.409526), (1, 0.25), (3, 0.49)):
    print(f"t_inv,{df},0,{p},{nstr(t_inv(p, df), 20)}", flush=True)
