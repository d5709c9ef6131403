#!/usr/bin/env python3
# forms.py - write hostile forms into a directory, each of which must be refused
# SPDX-License-Identifier: GPL-3.0-or-later
"""usage: forms.py DIRECTORY CANARY URL

CANARY is a file and URL an address that nobody may open; the documents point at both."""
import os
import sys

directory, canary, url = sys.argv[1:4]

HEAD = '<form xmlns="urn:attune:form:1" id="f" version="1" xml:lang="en">'
TITLE = "<title><t>T</t></title>"
STEM = "<stem><t>Q</t></stem>"
QUESTION = '<yesno id="q">' + STEM + "</yesno>"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
documents = {}


def form(page=QUESTION, title=TITLE, after="", head=HEAD, prolog=DECLARATION):
    return prolog + head + title + '<page id="p">' + page + "</page>" + after + "</form>\n"


def add(name, text):
    assert name not in documents
    documents[name] = text if isinstance(text, bytes) else text.encode()


def document_types():
    expansions = "".join('<!ENTITY e%d "%s">' % (i, "&e%d;" % (i - 1) * 10) for i in range(1, 10))
    subsets = {
        "plain": "<!DOCTYPE form>",
        "empty-subset": "<!DOCTYPE form []>",
        "system-file": '<!DOCTYPE form SYSTEM "%s">' % canary,
        "system-url": '<!DOCTYPE form SYSTEM "%s/x.dtd">' % url,
        "public-url": '<!DOCTYPE form PUBLIC "-//X//X" "%s/y.dtd">' % url,
        "entity-internal": '<!DOCTYPE form [<!ENTITY e "x">]>',
        "entity-file": '<!DOCTYPE form [<!ENTITY e SYSTEM "file://%s">]>' % canary,
        "entity-url": '<!DOCTYPE form [<!ENTITY e SYSTEM "%s/e">]>' % url,
        "entity-ftp": '<!DOCTYPE form [<!ENTITY e SYSTEM "ftp://127.0.0.1/e">]>',
        "entity-unparsed": '<!DOCTYPE form [<!NOTATION n SYSTEM "n"><!ENTITY e SYSTEM "%s" NDATA n>]>' % canary,
        "parameter-file": '<!DOCTYPE form [<!ENTITY %% p SYSTEM "%s">%%p;]>' % canary,
        "parameter-url": '<!DOCTYPE form [<!ENTITY %% p SYSTEM "%s/p">%%p;]>' % url,
        "parameter-nested": '<!DOCTYPE form [<!ENTITY % a "<!ENTITY e \'x\'>">%a;]>',
        "laughs": '<!DOCTYPE form [<!ENTITY e0 "ha">%s<!ENTITY e "&e9;">]>' % expansions,
        "quadratic": '<!DOCTYPE form [<!ENTITY e "%s">]>' % ("x" * 50000),
        "recursive": '<!DOCTYPE form [<!ENTITY e "&f;"><!ENTITY f "&e;">]>',
        "attlist": '<!DOCTYPE form [<!ATTLIST yesno if CDATA "1">]>',
        "attlist-entity": '<!DOCTYPE form [<!ENTITY e "x"><!ATTLIST t for CDATA "&e;">]>',
        "element-model": "<!DOCTYPE form [<!ELEMENT form (%s)>]>" % ("(" * 5000 + "a" + ")" * 5000),
        "conditional": '<!DOCTYPE form [<![INCLUDE[<!ENTITY e "x">]]>]>',
        "unfinished": "<!DOCTYPE form [",
        "lower-case": "<!doctype form>",
        "after-comment": "<!-- c --><!DOCTYPE form>",
        "after-blank-lines": "\n" * 1000 + "<!DOCTYPE form>",
    }
    for name, subset in subsets.items():
        add("doctype-" + name, form('<yesno id="q"><stem><t>&e;</t></stem></yesno>', prolog=DECLARATION + subset))
    add("doctype-inside", form("<!DOCTYPE form>"))
    add("doctype-without-form", DECLARATION + "<!DOCTYPE form [<!ENTITY e 'x'>]>")
    add("entity-declaration-inside", form('<!ENTITY e SYSTEM "%s">' % canary))
    for name in ("e", "nbsp", "#0", "#x0", "#1", "#xFFFE", "#xD800", "#x110000", "#99999999999999999999", "#xZZ", ""):
        add("reference-%s" % name.replace("#", "code-"), form('<yesno id="q"><stem><t>&%s;</t></stem></yesno>' % name))
    add("reference-in-attribute", form('<yesno id="q" if="&e;">' + STEM + "</yesno>"))
    add("reference-many", form('<yesno id="q"><stem><t>%s</t></stem></yesno>' % ("&lol;" * 100000)))


def instructions():
    for name, target in {"php": "<?php system('id') ?>", "stylesheet": '<?xml-stylesheet href="%s/s.xsl"?>' % url,
                         "catalog": '<?oasis-xml-catalog catalog="%s"?>' % canary, "unfinished": "<?x ",
                         "model": '<?xml-model href="%s"?>' % canary}.items():
        add("instruction-%s-before" % name, form(prolog=DECLARATION + target))
        add("instruction-%s-inside" % name, form(target + QUESTION))
    add("declaration-late", form(DECLARATION + QUESTION))
    add("declaration-second", DECLARATION + form())
    add("declaration-1.1", form(prolog='<?xml version="1.1"?>', page=QUESTION + "&#1;"))


def encodings():
    text = form()
    add("utf-16-le", b"\xff\xfe" + text.encode("utf-16-le"))
    add("utf-16-be", b"\xfe\xff" + text.encode("utf-16-be"))
    add("utf-16-le-bare", text.encode("utf-16-le"))
    add("utf-16-be-bare", text.encode("utf-16-be"))
    add("utf-32-le", b"\xff\xfe\0\0" + text.encode("utf-32-le"))
    add("utf-32-be", b"\0\0\xfe\xff" + text.encode("utf-32-be"))
    add("utf-7", text.replace("UTF-8", "UTF-7").replace("Q", "+ADw-script+AD4-"))
    for name in ("UTF-16", "ISO-8859-1", "windows-1252", "EBCDIC-CP-US", "IBM037", "Shift_JIS", "HZ-GB-2312", "UTF-8x", "US-ASCII"):
        add("encoding-" + name, text.replace("UTF-8", name))
    add("ebcdic", text.encode("cp037"))
    add("latin-1", text.replace("Q", "\u00e9").encode("latin-1"))
    for name, sequence in {"overlong": b"\xc0\xbc", "overlong-3": b"\xe0\x80\xbc", "surrogate": b"\xed\xa0\x80", "above": b"\xf4\x90\x80\x80",
                           "cut": b"\xe2\x82", "continuation": b"\x80", "nul": b"\0", "escape": b"\x1b", "c1": b"\xc2\x85",
                           "form-feed": b"\x0c", "ff": b"\xff"}.items():
        add("bytes-" + name, form("<yesno id=\"q\"><stem><t>Q?</t></stem></yesno>").encode().replace(b"Q?", sequence))
    add("nul-at-the-end", form().encode() + b"\0")
    add("nul-then-doctype", form().encode() + b"\0<!DOCTYPE form>")


def sizes():
    add("10-megabytes", form("<!-- %s -->" % ("x" * 10_000_000)))
    add("10-megabytes-nul", b"\0" * 10_000_000)
    add("10-megabytes-tags", "<a>" * 3_300_000)
    add("attributes-80000", form("<yesno %s/>" % " ".join('a%d="1"' % i for i in range(80000))))
    add("attributes-same", form("<yesno %s/>" % ('a="1" ' * 80000)))
    add("attributes-namespaces", form("<yesno %s/>" % " ".join('xmlns:n%d="u:%d"' % (i, i) for i in range(40000))))
    add("attributes-unquoted", form("<yesno %s/>" % ("a=1 " * 80000)))
    add("attribute-name-long", form('<yesno %s="1"/>' % ("a" * 900000)))
    add("attribute-value-long", form('<yesno id="%s">%s</yesno>' % ("a" * 900000, STEM)))
    add("element-name-long", form("<%s/>" % ("a" * 900000)))
    add("depth-1000", form("<a>" * 1000 + "</a>" * 1000))
    add("depth-300000", "<a>" * 300000)
    add("depth-em", form('<yesno id="q"><stem><t>%s</t></stem></yesno>' % ("<em>" * 100000 + "x" + "</em>" * 100000)))
    add("depth-unclosed-quote", form('<yesno id="' + "<a>" * 100000))
    add("elements-empty", form("<t/>" * 250000))
    add("elements-unknown", form("<x/>" * 250000))
    add("elements-foreign", form('<x xmlns="u:x"/>' * 60000))
    add("comments", "<!---->" * 140000)
    add("items-30000", form('<battery id="b" scale="s">%s</battery>' % "".join('<item id="i%d"><t>x</t></item>' % i for i in range(30000))))
    add("questions-20000", form("".join('<info id="i%d"><stem><t>x</t></stem></info>' % i for i in range(20000))))
    add("ids-same", form('<info id="i"><stem><t>x</t></stem></info>' * 1900))
    add("wordings", form(title="<title>%s</title>" % "".join('<t for="a%d">x</t>' % i for i in range(50000))))
    add("wordings-same", form(title="<title>%s</title>" % ("<t>x</t>" * 120000)))
    add("options", form('<choice id="c">%s%s</choice>' % (STEM, "".join('<option value="%d"><t>x</t></option>' % i for i in range(28000)))))
    add("languages", form(head=HEAD[:-1] + ' langs="en %s">' % " ".join("aa" for i in range(300000))))
    add("languages-long", form(head=HEAD[:-1] + ' langs="en %s">' % ("x" * 900000)))
    add("parties", form(head=HEAD[:-1] + ' parties="%s">' % " ".join("p%d" % i for i in range(150000))))
    add("parties-long", form(head=HEAD[:-1] + ' parties="%s %s">' % ("x" * 400000, "y" * 400000)))
    references = " ".join("q%d" % i for i in range(130000))
    dimension = '<dimension id="d" items="%s"><title><t>D</t></title></dimension>'
    add("references-unknown", form(after=dimension % references))
    add("references-same", form(after=dimension % ("q " * 450000)))
    add("references-near", form("".join('<yesno id="%s%d">%s</yesno>' % ("q" * 58, i, STEM) for i in range(1900)),
                                after=dimension % " ".join("q" * 57 + "x%d" % i for i in range(10000))))
    add("id-of-many-problems", form('<battery id="%s" scale="s">%s</battery>' % ("b" * 500000, '<item x="1"><t/></item>' * 18000)))
    add("problems-out-of-order", form(title="<title>%s</title>" % ('<t for="no"></t>' * 200) * 1, page="<yesno/>" * 20000))
    add("numbers", form(after='<dimension id="d" items="q" item-weights="%s"><title><t>D</t></title></dimension>' % ("1 " * 450000)))
    add("number-long", form('<number id="n" min="%s">%s</number>' % ("9" * 900000, STEM)))
    add("version-huge", form(head=HEAD.replace('"1"', '"99999999999999999999"')))


def references_outside():
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%s" parse="text"/>'
    add("include-file", form(include % canary))
    add("include-file-url", form(include % ("file://" + canary)))
    add("include-url", form(include % (url + "/i")))
    add("include-in-text", form('<yesno id="q"><stem><t>%s</t></stem></yesno>' % (include % canary)))
    add("include-as-root", '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="%s"/>' % canary)
    add("schema-location", form('<yesno id="q" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u %s/s.xsd">%s</yesno>'
                                % (url, STEM)))
    add("base", form('<yesno id="q" xml:base="%s/">%s</yesno>' % (url, STEM)))
    add("xml-id", form('<yesno id="q" xml:id="x">%s</yesno>' % STEM))
    add("link", form('<yesno id="q"><stem><t><a href="%s">x</a></t></stem></yesno>' % url))
    add("script", form('<yesno id="q"><stem><t><script>alert(1)</script></t></stem></yesno>'))
    add("svg", form('<yesno id="q"><stem><t><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/></t></stem></yesno>'))
    add("handler", form('<yesno id="q" onfocus="alert(1)">%s</yesno>' % STEM))
    add("xslt", '<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:include href="%s"/></xsl:stylesheet>'
        % canary)


def conditions():
    expressions = {
        "document": "document('%s')" % canary, "document-url": "document('%s')//x" % url, "unparsed": "unparsed-entity-uri('e')",
        "id": "id('q')", "key": "key('k', 1)", "extension": "exsl:node-set(1)", "system": "system-property('xsl:vendor')",
        "all-nodes": "//*//*//*//*//*//*//*", "ancestors": "ancestor::*/descendant::*", "following": "following::node()",
        "attributes": "//@*", "namespace": "namespace::*", "text": "//text()", "root": "/", "parent": "../..", "wildcard": "*",
        "union": " | ".join(["//*"] * 100), "brackets": "(" * 400 + "1" + ")" * 400, "predicates": "$q" + "[1" * 300 + "]" * 300,
        "minus": "-" * 900 + "1 = ", "not": "not(" * 200 + "1" + ")" * 200, "length": "1 = 1 and " * 50000 + "1",
        "literal": "'" + "x" * 500000 + "'", "concat": "concat(" * 100 + "'x'" + ",'x')" * 100, "number": "9" * 5000,
        "unknown-variable": "$nobody", "variable-long": "$" + "a" * 900, "prefix": "$x:y", "quote": "'", "empty": "", "comma": ",",
        "operator": "and", "hash": "#", "brace": "{1}", "nothing-called": "()", "translate": "translate('a','b')",
        "function-long": "f" * 800 + "()", "current": "current()", "later": "$zzz = 1", "self": "self::node()",
        "arguments": "in(" + ",".join(["1"] * 400) + ")",
    }
    for name, expression in expressions.items():
        escaped = expression.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        add("condition-" + name, form(QUESTION + '<yesno id="r" if="%s">%s</yesno>' % (escaped, STEM)))
    add("conditions-20000", form("".join('<info id="i%d" if="1 = 1"><stem><t>x</t></stem></info>' % i for i in range(14000))))
    add("conditions-deep-everywhere", form("".join(
        '<yesno id="i%d" if="%s1%s">%s</yesno>' % (i, "(" * 100, ")" * 100, STEM) for i in range(1900))))


def malformed():
    text = form()
    for part in (1, 10, 50, 100, 150, len(text) - 10):
        add("cut-after-%d" % part, text[:part])
    add("nothing", "")
    add("blank", " \n" * 1000)
    add("not-xml", "attune")
    add("json", '{"form": 1}')
    add("zip", b"PK\x03\x04" + bytes(range(256)) * 100)
    add("gzip", b"\x1f\x8b\x08\x00" + bytes(1000))
    add("two-forms", text + form(prolog=""))
    add("tail", text + "x")
    add("angle-brackets", "<" * 500000)
    add("closing-only", "</a>" * 200000)
    add("cdata-open", form("<![CDATA["))
    add("cdata-many", form("<![CDATA[x]]>" * 50000))
    add("comment-dashes", form("<!-- -- -->"))
    add("prefix-unknown", form("<a:b/>"))
    add("namespace-empty", form().replace("urn:attune:form:1", ""))
    add("namespace-near", form().replace("urn:attune:form:1", "urn:attune:form:1 "))


document_types()
instructions()
encodings()
sizes()
references_outside()
conditions()
malformed()
os.makedirs(directory, exist_ok=True)
for name, content in documents.items():
    with open(os.path.join(directory, name + ".xml"), "wb") as out:
        out.write(content)
print(len(documents))
