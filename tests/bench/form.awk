# form.awk - a questionnaire of any length, with the parts that real ones have
# SPDX-License-Identifier: GPL-3.0-or-later
#
# awk -v items=50 -f form.awk: pages of 20 items q1 ..., the last page takes the rest; two languages; every fifth
# item depends on the two before it, every page from the third on depends on the first; a dimension for each page.

function say(line) { print line }

function text(en, de) { return "<t>" en "</t><t xml:lang=\"de\">" de "</t>" }

function item(i) {
	say("<item id=\"q" i "\"" (i % 5 == 0 ? " if=\"$q" i - 1 " &gt;= 2 or answered($q" i - 2 ")\"" : "") ">" \
		text("In the last six months <partner/> has kept the commitments of kind " i " it made to us.",
		"In den letzten sechs Monaten hat <partner/> die Zusagen der Art " i " uns gegenüber gehalten.") "</item>")
}

function page(n, first, last,    i) {
	say("<page id=\"p" n "\"" (n > 2 ? " if=\"answered($q" n - 2 ") or $q" n - 1 " = 1\"" : "") ">")
	say("<title>" text("Part " n, "Teil " n) "</title>")
	say("<battery id=\"b" n "\" scale=\"agree\" ask=\"required\"><stem>" \
		text("Think of the alliance with <partner/>.", "Denken Sie an die Allianz mit <partner/>.") "</stem>")
	for (i = first; i <= last; i++)
		item(i)
	say("</battery></page>")
}

function dimension(n, first, last,    i, list) {
	for (i = first; i <= last; i++)
		list = list " q" i
	say("<dimension id=\"d" n "\" items=\"" substr(list, 2) "\">" \
		"<title>" text("Topic " n, "Thema " n) "</title><means>" text("What it is about.", "Worum es geht.") "</means>" \
		"<question>" text("What shall we do?", "Was sollen wir tun?") "</question></dimension>")
}

function least(a, b) { return a < b ? a : b }

BEGIN {
	en[1] = "Strongly disagree"; de[1] = "Stimme gar nicht zu"
	en[2] = "Disagree"; de[2] = "Stimme nicht zu"
	en[3] = "Neither agree nor disagree"; de[3] = "Teils, teils"
	en[4] = "Agree"; de[4] = "Stimme zu"
	en[5] = "Strongly agree"; de[5] = "Stimme voll zu"
	say("<form xmlns=\"urn:attune:form:1\" id=\"bench_" items "\" version=\"1\" xml:lang=\"en\" " \
		"langs=\"en de\" subject=\"alliance\" parties=\"a b\">")
	say("<title>" text("Long questionnaire", "Langer Fragebogen") "</title>")
	say("<scale id=\"agree\">")
	for (i = 1; i <= 5; i++)
		say("<point value=\"" i "\">" text(en[i], de[i]) "</point>")
	say("<point missing=\"na\">" text("Cannot judge", "Kann ich nicht beurteilen") "</point></scale>")
	for (n = 1; (n - 1) * 20 < items; n++)
		page(n, (n - 1) * 20 + 1, least(n * 20, items))
	for (n = 1; (n - 1) * 20 < items; n++)
		dimension(n, (n - 1) * 20 + 1, least(n * 20, items))
	say("</form>")
}
