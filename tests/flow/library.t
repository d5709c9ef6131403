#!/usr/bin/env python3
# library.t - the shipped questionnaires: complete in every language, one inside the other, sized as designed
# SPDX-License-Identifier: GPL-3.0-or-later
import os, re, sys
import xml.etree.ElementTree as ET

LIBRARY = os.path.join(os.environ.get("srcdir", "."), "forms", "library")
NS = "{urn:attune:form:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NINE = "purpose value commitment governance execution communication trust conflict learning".split()
FAMILY = ["alliance-health-pulse.xml", "alliance-health-core.xml", "alliance-health.xml"]
# (items of the nine dimensions, outcomes, facts, items about the own side); a mirrored pair counts once in the first.
SIZES = [(9, 2, 0, 3), (27, 5, 0, 8), (42, 5, 7, 9)]
ASKED = "item choice choices anchored rank number text date yesno".split()
MAX_WORDS = 25

results = []

def ok(problems, what):
    """One line of TAP; problems is a list of what is wrong, empty when all is well."""
    results.append(not problems)
    print("%sok %d - %s" % ("not " if problems else "", len(results), what))
    for problem in problems:
        print("# " + problem)

def load(name):
    return ET.parse(os.path.join(LIBRARY, name)).getroot()

def local(element):
    return element.tag.replace(NS, "")

def flat(t):
    return re.sub(r"[ \t\n]+", " ", "".join(
        [t.text or ""] + ["<%s>%s%s" % (local(e), "".join(e.itertext()), e.tail or "") for e in t])).strip()

def wordings(element):
    return {t.get(LANG, "en"): flat(t) for t in element.findall(NS + "t")}

def named(root):
    """Every element that has words, with the id a reader would look for."""
    def walk(element, place):
        place = element.get("id") or place
        if element.find(NS + "t") is not None:
            yield place, element
        for child in element:
            yield from walk(child, place)
    return list(walk(root, root.get("id")))

def scale(root, id):
    return [(p.get("value"), p.get("missing"), wordings(p))
            for s in root.findall(NS + "scale") if s.get("id") == id for p in s]

def identity(root):
    """What must not differ between two forms for an item to be the same item."""
    items = {}
    for page in root.findall(NS + "page"):
        for question in page:
            for e in question.iter():
                if local(e) not in ASKED:
                    continue
                note, stem = question.find(NS + "note"), question.find(NS + "stem")
                items[e.get("id")] = (local(e), wordings(e), e.get("mirror"), e.get("reverse"),
                    stem is not None and wordings(stem), note is not None and wordings(note),
                    scale(root, question.get("scale")), question.get("ask"))
    return items

def dimensions(root):
    return {d.get("id"): d for d in root.findall(NS + "dimension")}

def items_of(dimension):
    return dimension.get("items").split()

def counts(root):
    d = dimensions(root)
    role = lambda r: sum(len(items_of(x)) for x in d.values() if x.get("role", "driver") == r)
    return role("driver"), role("outcome"), role("signal"), sum(i.endswith("_own") for i in identity(root))

def wrong_languages(root):
    langs = root.get("langs").split()
    return ["%s: %s has %s" % (place, local(e), " ".join(wordings(e))) for place, e in named(root)
            if list(wordings(e)) != langs or not all(wordings(e).values())]

def wrong_marks(root):
    """A translation may paraphrase an organisation, but not name one that the original leaves out."""
    marks = lambda s: set(re.findall(r"<(\w[\w-]*)>", s))
    return ["%s: %s in %s" % (place, marks(s), lang) for place, e in named(root)
            for lang, s in wordings(e).items() if not marks(s) <= marks(wordings(e)["en"])]

def wrong_typography(root):
    rules = [("all", r"['\"]|\.\.\.|  | $|^ "), ("fr", "(?<!\u00a0)[?!;:»]|«(?!\u00a0)"), ("en", "\u00a0"),
        ("de", "\u00a0")]
    return ["%s (%s): %s" % (place, lang, s) for place, e in named(root) for lang, s in wordings(e).items()
            for only, rule in rules if only in ("all", lang) and re.search(rule, s)]

def wrong_length(root):
    said = lambda s: re.sub(r"<\w+>", " X", s).split()
    return ["%s: %d words" % (e.get("id"), len(said(wordings(e)["en"]))) for e in root.iter(NS + "item")
            if len(said(wordings(e)["en"])) > MAX_WORDS]

def wrong_mirrors(root):
    mirror = {i: v[2] for i, v in identity(root).items() if v[2]}
    partner = {i: i.removesuffix("_own") for i in mirror}
    return [i for i, m in mirror.items() if mirror.get(m) != i or {i, m} != {partner[i], partner[i] + "_own"}]

def wrong_scoring(root):
    """Every rated item enters exactly one dimension, except the half of a pair that is about the own side."""
    scored = [i for d in dimensions(root).values() for i in items_of(d)]
    rated = [i for i, v in identity(root).items() if v[0] != "text"]
    expected = [i for i in rated if not i.endswith("_own")]
    times = {i: scored.count(i) for i in rated}
    return ["%s: scored %d times" % (i, times[i]) for i in rated if times[i] != (i in expected)] \
        + ["%s: there is no such item" % i for i in scored if i not in rated]

def wrong_scales(root):
    """Every labelled scale offers a way out, apart from the points with a value."""
    return [s.get("id") for s in root.findall(NS + "scale") if [p.get("missing") for p in s][-1] != "na"]

def wrong_dimension_texts(root):
    return ["%s: no %s" % (id, part) for id, d in dimensions(root).items()
            for part in ("title", "means", "question") if d.find(NS + part) is None]

forms = {name: load(name) for name in sorted(os.listdir(LIBRARY)) if name.endswith(".xml")}
for name, root in forms.items():
    ok([i for i in [root.get("id")] if i != name[:-4].replace("-", "_")], "%s: named as its file" % name)
    ok(wrong_languages(root), "%s: every text in every language, in order" % name)
    ok(wrong_marks(root), "%s: no translation names an organisation the original does not" % name)
    ok(wrong_typography(root), "%s: typographic quotes, French spacing" % name)
    ok(wrong_length(root), "%s: no item longer than %d words" % (name, MAX_WORDS))
    ok(wrong_mirrors(root), "%s: mirrored items point at each other" % name)
    ok(wrong_scoring(root), "%s: every rated item scored once, own-side items never" % name)
    ok(wrong_scales(root), "%s: every scale lets people say they cannot judge" % name)
    ok(wrong_dimension_texts(root), "%s: every dimension says what it means and asks a question" % name)

for name, size in zip(FAMILY, SIZES):
    found = counts(forms[name])
    # The ideal point item is a dimension of its own and counts with the conflict it belongs to.
    ok([] if found == size else ["%s instead of %s" % (found, size)], "%s: sized as designed" % name)
    index = forms[name].find(NS + "index")
    equal = index.get("weights") is None
    ok([] if index.get("dimensions").split() == NINE and equal else [index.get("dimensions")],
        "%s: health is the nine dimensions, weighted equally" % name)

for inner, outer in zip(FAMILY, FAMILY[1:]):
    small, large = identity(forms[inner]), identity(forms[outer])
    ok([i for i in small if small[i] != large.get(i)], "%s: every item is in %s, unchanged" % (inner, outer))
    d, e = dimensions(forms[inner]), dimensions(forms[outer])
    ok([i for i in d if i not in e or not set(items_of(d[i])) <= set(items_of(e[i]))
        or [wordings(x) for x in d[i]] != [wordings(x) for x in e[i]]],
        "%s: every dimension is in %s, with the same texts" % (inner, outer))

print("1..%d" % len(results))
sys.exit(0 if all(results) else 1)
