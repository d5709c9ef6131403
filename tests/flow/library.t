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
MANAGER = ["alliance-manager-short.xml", "alliance-manager.xml"]
INSIDE = "self manager colleagues executives"
PARTNER = "counterpart partner_team partner_executives".split()
# (behaviours, described levels) of anybody in the own organisation, and of a rater in the partner's
ASKED_OF = [((19, 0), (8, 0)), ((42, 10), (22, 8))]
ASKED = "item choice choices anchored rank number text date yesno".split()
MAX_WORDS = 25
MAX_WORDS_MANAGER = 20
MAX_WORDS_LEVEL = 30

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

def wordings(element, audience=None):
    return {t.get(LANG, "en"): flat(t) for t in element.findall(NS + "t") if t.get("for") == audience}

def audiences(element):
    return dict.fromkeys([None] + [t.get("for") for t in element.findall(NS + "t")])

def all_wordings(element):
    return {who: wordings(element, who) for who in audiences(element)}

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
    return [(p.get("value"), p.get("missing"), all_wordings(p))
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
                items[e.get("id")] = (local(e), all_wordings(e), e.get("mirror"), e.get("reverse"),
                    stem is not None and all_wordings(stem), note is not None and all_wordings(note),
                    scale(root, question.get("scale")), question.get("ask"), e.get("groups"))
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
    return ["%s: %s has %s for %s" % (place, local(e), " ".join(wordings(e, who)), who or "everybody")
            for place, e in named(root) for who in audiences(e)
            if list(wordings(e, who)) != langs or not all(wordings(e, who).values())]

def wrong_marks(root):
    """A translation may paraphrase an organisation, but not name one that the original leaves out."""
    marks = lambda s: set(re.findall(r"<(\w[\w-]*)>", s))
    return ["%s: %s in %s" % (place, marks(s), lang) for place, e in named(root)
            for who in audiences(e) for lang, s in wordings(e, who).items()
            if not marks(s) <= marks(wordings(e, who).get("en", ""))]

def wrong_typography(root):
    rules = [("all", r"['\"]|\.\.\.|  | $|^ "), ("fr", "(?<!\u00a0)[?!;:»]|«(?!\u00a0)"), ("en", "\u00a0"),
        ("de", "\u00a0")]
    return ["%s (%s): %s" % (place, lang, s) for place, e in named(root)
            for who in audiences(e) for lang, s in wordings(e, who).items()
            for only, rule in rules if only in ("all", lang) and re.search(rule, s)]

def n_words(s):
    return len(re.sub(r"<\w+>", " X", s).split())

def wrong_length(root, element="item", langs=("en",), most=MAX_WORDS):
    return ["%s (%s): %s" % (place, lang, s) for place, e in named(root) if local(e) == element
            for who in audiences(e) for lang, s in wordings(e, who).items() if lang in langs and n_words(s) > most]

def wrong_mirrors(root):
    mirror = {i: v[2] for i, v in identity(root).items() if v[2]}
    partner = {i: i.removesuffix("_own") for i in mirror}
    return [i for i, m in mirror.items() if mirror.get(m) != i or {i, m} != {partner[i], partner[i] + "_own"}]

def wrong_scoring(root):
    """Every rated item enters exactly one dimension or describes its levels, except the half of a pair that is about
    the own side."""
    scored = [i for d in dimensions(root).values() for i in items_of(d) + d.get("levels", "").split()]
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

def behaviours(root):
    return root.findall(".//%sitem" % NS)

def levels(root):
    return root.findall(".//%sanchored" % NS)

def asked(elements, group):
    return sum(group in e.get("groups", INSIDE + " " + " ".join(PARTNER)).split() for e in elements)

def wrong_voices(root):
    """The person reads "I", everybody else a name; what names the person has both."""
    first = {"en": r"\b(I|me)\b", "de": r"\b([Ii]ch|mich|mir)\b", "fr": r"\b(Je|me|moi)\b|J’", "nl": r"\b(Ik|mij)\b"}
    return ["%s (%s)" % (i.get("id"), lang) for i in behaviours(root) for lang, pattern in first.items()
            if not re.search(pattern, wordings(i, "self").get(lang, "")) or "<subject>" in wordings(i, "self").get(lang, "")
            or "<subject>" not in wordings(i)[lang] or re.search(pattern, wordings(i)[lang])]

def wrong_levels(root):
    """Five levels of two sentences each, no two alike, and apart from them a way out."""
    wrong = []
    for question in levels(root):
        options = question.findall(NS + "option")
        if [o.get("value") or o.get("missing") for o in options] != ["1", "2", "3", "4", "5", "na"]:
            wrong.append("%s: not five levels and a way out" % question.get("id"))
        for lang in root.get("langs").split():
            said = [wordings(o)[lang] for o in options[:5]]
            sentences = [x for s in said for x in re.findall(r"[^.]+\.", s)]
            if len(sentences) != 10 or len(set(sentences)) != 10 or any(not s.endswith(".") for s in said):
                wrong.append("%s (%s): not two sentences a level" % (question.get("id"), lang))
    described = [d.get("levels") for d in dimensions(root).values() if d.get("levels")]
    return wrong + (["not every competency has levels"] if described != [q.get("id") for q in levels(root)] else [])

def wrong_routing(root):
    """The partner is asked for a level when at least half of the behaviours of its competency are asked of the partner."""
    items = {e.get("id"): e for e in behaviours(root) + levels(root)}
    return [d.get("levels") for d in dimensions(root).values() if d.get("levels")
            and bool(asked([items[d.get("levels")]], PARTNER[0]))
                != (2 * asked([items[i] for i in items_of(d)], PARTNER[0]) >= len(items_of(d)))]

def wrong_weights(root):
    sets = root.findall(NS + "weights")
    weights = {w.get("id"): dict(v.split("=") for v in w.get("values").split()) for w in sets}
    return ["%s: %s" % (id, w) for id, w in weights.items()
            if list(w) != list(dimensions(root)) or not set(w.values()) <= set("012345")] \
        + (["the kinds are %s" % " ".join(weights)] if len(weights) != 6 else [])

for name, (inside, partner) in zip(MANAGER, ASKED_OF):
    root = forms[name]
    count = lambda group: (asked(behaviours(root), group), asked(levels(root), group))
    everybody = INSIDE.split() + PARTNER
    ok(["%s: %s" % (g, count(g)) for g in everybody if count(g) != (partner if g in PARTNER else inside)],
        "%s: every group is asked what it can see" % name)
    ok(wrong_voices(root), "%s: I about oneself, the name about others" % name)
    ok(wrong_length(root, "item", root.get("langs").split(), MAX_WORDS_MANAGER),
        "%s: no behaviour longer than %d words" % (name, MAX_WORDS_MANAGER))
    ok(wrong_length(root, "option", root.get("langs").split(), MAX_WORDS_LEVEL),
        "%s: no level longer than %d words" % (name, MAX_WORDS_LEVEL))
    ok(wrong_weights(root), "%s: six kinds of alliance weigh ten competencies from 0 to 5" % name)
ok(wrong_levels(forms[MANAGER[1]]), "%s: five described levels of every competency" % MANAGER[1])
ok(wrong_routing(forms[MANAGER[1]]), "%s: the partner rates levels it can see enough of" % MANAGER[1])

for inner, outer in list(zip(FAMILY, FAMILY[1:])) + [MANAGER]:
    small, large = identity(forms[inner]), identity(forms[outer])
    ok([i for i in small if small[i] != large.get(i)], "%s: every item is in %s, unchanged" % (inner, outer))
    d, e = dimensions(forms[inner]), dimensions(forms[outer])
    ok([i for i in d if i not in e or not set(items_of(d[i])) <= set(items_of(e[i]))
        or [wordings(x) for x in d[i]] != [wordings(x) for x in e[i]]],
        "%s: every dimension is in %s, with the same texts" % (inner, outer))

print("1..%d" % len(results))
sys.exit(0 if all(results) else 1)
