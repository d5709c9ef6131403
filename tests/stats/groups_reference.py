#!/usr/bin/python3
# groups_reference.py - writes rank, funnel, nested and trend.csv beside it: another way to the figures of engine/stats/groups
# SPDX-License-Identifier: GPL-3.0-or-later
#
#	python3 groups_reference.py		needs python3-numpy and python3-scipy
#
# Everything is done with whole covariance matrices and plain quadrature, the slow way the C code avoids.
import csv
import os

import numpy as np
from scipy.special import ndtr, ndtri

here = os.path.dirname(os.path.abspath(__file__))


def write(name, comment, header, rows):
    with open(os.path.join(here, name + ".csv"), "w") as f:
        f.write(f"# {comment}\n# by groups_reference.py (NumPy {np.__version__})\n" + ",".join(header) + "\n")
        for row in rows:
            f.write(",".join(x if isinstance(x, str) else repr(float(x)) for x in row) + "\n")


def portfolio():
    """(alliance, side, mean of the answered items of the first scale) of every person in portfolio60.csv."""
    with open(os.path.join(here, "portfolio60.csv")) as f:
        lines = csv.DictReader(line for line in f if not line.startswith("#"))
        out = []
        for r in lines:
            x = [float(r[f"s1_{i}"]) for i in range(1, 6) if r[f"s1_{i}"] != ""]
            if x:
                out.append((int(r["alliance"]), int(r["sideB"]), float(np.mean(x))))
    return out


def rank():
    """The distribution of each rank of 24 independent normal values: others convolved one by one at 6,000
    Gauss-Legendre nodes over 9 SDs either side."""
    mean = np.round(3 + .6 * np.sin(np.arange(24) * 1.7) + .02 * np.arange(24), 3)
    sd = np.round(.12 + .25 * np.cos(np.arange(24) * 2.3) ** 2, 3)
    z, w = np.polynomial.legendre.leggauss(6000)
    z, w = 9 * z, 9 * w * np.exp(-(9 * z) ** 2 / 2) / np.sqrt(2 * np.pi)
    rows = []
    for g in range(24):
        t = mean[g] + sd[g] * z
        pmf = np.zeros((24, t.size))
        pmf[0] = 1
        for j in (j for j in range(24) if j != g):
            p = ndtr((t - mean[j]) / sd[j])
            pmf[1:] = pmf[1:] * (1 - p) + pmf[:-1] * p
            pmf[0] *= 1 - p
        k = pmf @ w
        at = 100 * (np.arange(24) + .5) / 24
        cdf = np.cumsum(k)
        rows.append((mean[g], sd[g], k @ at, k[at <= 25].sum(), at[np.argmax(cdf >= .1)],
                     at[np.argmax(cdf >= .9)]))
    write("rank", "the distribution of the ranks of independent normal values",
          ["mean", "sd", "expected", "p_lowest", "lo", "hi"], rows)


def funnel():
    people = portfolio()
    sides = {}
    for a, s, x in people:
        sides.setdefault((a, s), []).append(x)
    n = np.array([len(x) for x in sides.values()])
    mean = np.array([np.mean(x) for x in sides.values()])
    sigma2 = sum(np.sum((np.array(x) - np.mean(x)) ** 2) for x in sides.values()) / (n.sum() - n.size)
    centre = 3.3
    z = (mean - centre) / np.sqrt(sigma2 / n)
    x, weight = np.polynomial.legendre.leggauss(400)
    a = ndtri(.9)
    normal = a * weight @ ((a * x) ** 2 * np.exp(-(a * x) ** 2 / 2)) / np.sqrt(2 * np.pi) + .2 * a * a
    phi = np.mean(np.clip(z, np.quantile(z, .1), np.quantile(z, .9)) ** 2) / normal
    w = n / sigma2
    between = max(0, (n.size * phi - (n.size - 1)) / (w.sum() - (w ** 2).sum() / w.sum()))
    rows = []
    for size in (3, 8, 14):
        for level in (.95, .998):
            half = ndtri((1 + level) / 2) * np.sqrt(sigma2 / size + between)
            rows.append((centre, sigma2, phi, between, size, level, centre - half, centre + half))
    write("funnel", "limits for both sides of the alliances of portfolio60.csv, first scale, around 3.3",
          ["centre", "sigma2", "phi", "between", "n", "level", "lo", "hi"], rows)


def restricted(y, X, parts, components):
    """-2 log restricted likelihood, V = sum of components[i] parts[i] + components[-1] I, and what follows from V."""
    V = sum(c * p for c, p in zip(components, parts)) + components[-1] * np.eye(len(y))
    L = np.linalg.cholesky(V)
    Xw, yw = np.linalg.solve(L, X), np.linalg.solve(L, y)
    C = np.linalg.inv(Xw.T @ Xw)
    b = C @ (Xw.T @ yw)
    r = yw - Xw @ b
    deviance = (2 * np.log(np.diag(L)).sum() - np.linalg.slogdet(C)[1] + r @ r
                + (len(y) - X.shape[1]) * np.log(2 * np.pi))
    return deviance, b, C, np.linalg.inv(V)


def information(y, X, parts, components):
    """Score of the log likelihood in the components, and the average information (Gilmour & al. 1995)."""
    _, b, C, W = restricted(y, X, parts, components)
    P = W - W @ X @ C @ X.T @ W
    Z = list(parts) + [np.eye(len(y))]
    Py = P @ y
    score = np.array([(Py @ z @ Py - np.sum(P * z)) / 2 for z in Z])
    average = np.array([[Py @ s @ P @ t @ Py / 2 for t in Z] for s in Z])
    return score, average


def polish(y, X, parts, start):
    """Scoring in the components until the score is at rounding; those that leave 0 downwards stay there."""
    c = np.array(start, float)
    for _ in range(200):
        score, average = information(y, X, parts, c)
        free = ~((c <= 0) & (score < 0))
        step = np.zeros_like(c)
        step[free] = np.linalg.solve(average[np.ix_(free, free)], score[free])
        new = np.maximum(c + step, 0)
        new[-1] = max(new[-1], c[-1] / 2)
        done = np.max(np.abs(new - c)) <= 1e-14 * np.max(c)
        c = new
        if done:
            break
    score, _ = information(y, X, parts, c)
    assert all(abs(s) < 1e-8 * len(y) or (v == 0 and s < 0) for s, v in zip(score, c)), (c, score)
    return c


def blocks(labels):
    labels = np.asarray(labels)
    return (labels[:, None] == labels[None, :]).astype(float)


def nested():
    """Alliances and parties within them: variance components, and the belief about parties and alliances from the
    whole joint normal distribution. Three sets: all; the second party of every third alliance only; and drawn
    answers of alliances that do not differ."""
    people = portfolio()
    rng = np.random.default_rng(5)
    sets = {
        "all": people,
        "ragged": [p for p in people if p[1] == 0 or p[0] % 3 == 0],
        "level": [(a, s, round(float(3 + .5 * np.sin(7 * a + 13 * s) * (1 if s else -1) + rng.normal()), 3))
                  for a, s, _ in people],
    }
    rows, beliefs, data = [], [], []
    for name, rs in sets.items():
        a = [r[0] for r in rs]
        party = [2 * r[0] + r[1] for r in rs]
        y = np.array([r[2] for r in rs])
        X, parts = np.ones((len(y), 1)), [blocks(a), blocks(party)]
        c = polish(y, X, parts, [.1, .1, .4])
        deviance, b, C, W = restricted(y, X, parts, c)
        rows.append((name, *c, b[0], np.sqrt(C[0, 0]), -deviance / 2))
        for alliance in sorted(set(a))[:12]:
            sides = sorted({p for q, p in zip(a, party) if q == alliance})
            lines = []
            for p in sides:
                k = c[0] * (np.array(a) == alliance) + c[1] * (np.array(party) == p)
                lines.append(k)
            K = np.array(lines)
            D = c[0] + c[1] * np.eye(len(sides))
            m = b[0] + K @ W @ (y - b[0])
            V = D - K @ W @ K.T
            own = 1 - K @ W @ np.ones(len(y))
            full = V + np.outer(own, own) * C[0, 0]
            j = np.ones(len(sides)) / len(sides)
            for i, p in enumerate(sides):
                beliefs.append((name, str(alliance), str(p % 2), m[i], np.sqrt(V[i, i]), np.sqrt(full[i, i])))
            beliefs.append((name, str(alliance), "joint", j @ m, np.sqrt(j @ V @ j), np.sqrt(j @ full @ j)))
        for p in sorted(set(party)):
            x = y[np.array(party) == p]
            data.append((name, str(p // 2), str(p % 2), str(len(x)), np.mean(x), np.sum((x - np.mean(x)) ** 2)))
    write("nested", "REML of alliances and parties within alliances, whole covariance matrices, score at rounding",
          ["set", "tau2_alliance", "tau2_party", "sigma2", "mu", "se_mu", "log_likelihood"], rows)
    write("nested_beliefs", "of the fits in nested.csv: shrunken means of parties 0 and 1 and of both (joint)",
          ["set", "alliance", "party", "mean", "sd_given_mu", "sd"], beliefs)
    write("nested_groups", "what nested.csv was fitted to: n, mean and sum of squares about it by party",
          ["set", "alliance", "party", "n", "mean", "within"], data)


def hessian(f, x, h):
    """Central differences, Richardson's step from h and h / 2."""
    def plain(h):
        n = len(x)
        out = np.zeros((n, n))
        e = np.diag(h * x)
        for i in range(n):
            for j in range(n):
                out[i, j] = (f(x + e[i] + e[j]) - f(x + e[i] - e[j]) - f(x - e[i] + e[j])
                             + f(x - e[i] - e[j])) / (4 * e[i, i] * e[j, j])
        return out
    return (4 * plain(h / 2) - plain(h)) / 3


def gradient(f, x, h):
    def plain(h):
        e = np.diag(h * x)
        return np.array([(f(x + e[i]) - f(x - e[i])) / (2 * e[i, i]) for i in range(len(x))])
    return (4 * plain(h / 2) - plain(h)) / 3


def trend():
    """Random intercept, fixed slope; Satterthwaite's df from its definition, derivatives by differences."""
    rng = np.random.default_rng(11)
    rows, data = [], []
    for name, units, waves, slope, tau, drop in (("steady", 12, 4, .15, .8, 0), ("ragged", 25, 5, -.1, .5, .35),
                                                ("alike", 15, 3, .05, 0, .1), ("spread", 10, 6, 0, 2, .5)):
        obs = []
        for u in range(units):
            level = 3 + tau * rng.normal()
            for t in range(waves):
                if rng.random() >= drop:
                    when = round(t + .2 * rng.random() * (drop > 0), 2)
                    obs.append((u, when, round(level + slope * when + .6 * rng.normal(), 2)))
        unit, t, y = (np.array(x, float) for x in zip(*obs))
        X, parts = np.column_stack([np.ones(len(y)), t]), [blocks(unit)]
        c = polish(y, X, parts, [.3, .4])
        deviance, b, C, _ = restricted(y, X, parts, c)
        df = len(y) - 2.0
        if c[0] > 0:
            A = np.linalg.inv(hessian(lambda v: restricted(y, X, parts, v)[0] / 2, c, 2e-3))
            g = gradient(lambda v: restricted(y, X, parts, v)[2][1, 1], c, 1e-3)
            df = 2 * C[1, 1] ** 2 / (g @ A @ g)
        rows.append((name, *c, b[1], np.sqrt(C[1, 1]), df, -deviance / 2))
        data += [(name, str(int(u)), w, v) for u, w, v in obs]
    write("trend", "random intercept with a fixed slope by REML, score at rounding; df by definition (about 7 digits)",
          ["set", "tau2", "sigma2", "slope", "se", "df", "log_likelihood"], rows)
    write("trend_observations", "what trend.csv was fitted to, simulated", ["set", "unit", "time", "value"], data)


for make in (rank, funnel, nested, trend):
    make()
