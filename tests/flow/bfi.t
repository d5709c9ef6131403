#!/usr/bin/env python3
# bfi.t - attune analyse on 25 items in five dimensions says what an independent program says
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs on an excerpt of 200 people, and on all 2,800 when bfi.csv is found in $ATTUNE_REFERENCE_DATA or in
../shared/data/reference beside the checkout. gender tells the two parties."""
import json, os, subprocess, sys, tempfile

SRC, BUILD = os.environ.get("srcdir", "."), os.environ.get("builddir", ".")
FORM = os.path.join(SRC, "tests", "data", "bfi.xml")
EXCERPT = os.path.join(SRC, "tests", "data", "bfi200.csv")
FULL = os.path.join(os.environ.get("ATTUNE_REFERENCE_DATA", os.path.join(SRC, "..", "shared", "data", "reference")), "bfi.csv")
TOLERANCE = 1e-9

results = []

def ok(problems, what):
    """One line of TAP; problems is a list of what is wrong, empty when all is well."""
    results.append(not problems)
    print("%sok %d - %s" % ("not " if problems else "", len(results), what))
    for problem in problems:
        print("# " + problem)

def analyse(answers):
    """The shown cells of the report, by measure, dimension and group."""
    with tempfile.TemporaryDirectory() as place:
        report = os.path.join(place, "report.json")
        subprocess.run([os.path.join(BUILD, "attune"), "analyse", "--party", "gender", "-o", report, FORM, answers], check=True)
        with open(report, encoding="utf-8") as f:
            cells = json.load(f)["cells"]
    return {(c["measure"], c["of"], c["group"]): c for c in cells if c["shown"] == "shown"}

def reference(answers):
    script = os.path.join(SRC, "tests", "stats", "bfi_reference.py")
    run = subprocess.run([script, answers], check=True, stdout=subprocess.PIPE)
    return json.loads(run.stdout)["dimensions"]

def far(what, actual, expected):
    if isinstance(expected, (int, str)):
        return [] if actual == expected else ["%s: %s, not %s" % (what, actual, expected)]
    if actual is not None and abs(actual - expected) <= TOLERANCE * max(1, abs(expected)):
        return []
    return ["%s: %r, not %r" % (what, actual, expected)]

def compare(dimension, cells, expected):
    gap = cells["gap", dimension, "1"]
    problems = far("gap", gap["value"], expected["welch"]["gap"]) + far("low", gap["low"], expected["welch"]["ci95"][0]) \
        + far("high", gap["high"], expected["welch"]["ci95"][1]) + far("mid-p", gap["p"], expected["mid_p"]) \
        + far("Holm", gap["p_adjusted"], expected["holm_mid_p"]) + far("verdict", gap["word"], expected["verdict"])
    for party in "12":
        score = cells["score", dimension, party]
        problems += far("n of " + party, score["n"], expected[party]["n"]) \
            + far("mean of " + party, score["value"], expected[party]["mean"])
    joint = (expected["1"]["mean"] + expected["2"]["mean"]) / 2
    return problems + far("joint", cells["score", dimension, "joint"]["value"], joint)

for answers in [EXCERPT] + ([FULL] if os.path.exists(FULL) else []):
    cells = analyse(answers)
    dimensions = {of[0].upper(): of for measure, of, group in cells if measure == "gap"}
    expected = reference(answers)
    ok([] if sorted(dimensions) == sorted(e["dimension"] for e in expected) else [str(dimensions)],
        "%s: five dimensions compared" % os.path.basename(answers))
    for e in expected:
        ok(compare(dimensions[e["dimension"]], cells, e), "%s: %s" % (os.path.basename(answers), dimensions[e["dimension"]]))

print("1..%d" % len(results))
sys.exit(0 if all(results) else 1)
