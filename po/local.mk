# po: the interface in German, French and Dutch. `make po-update` brings new strings into the .po files.
delocaledir = $(localedir)/de/LC_MESSAGES
frlocaledir = $(localedir)/fr/LC_MESSAGES
nllocaledir = $(localedir)/nl/LC_MESSAGES
nodist_delocale_DATA = po/locale/de/LC_MESSAGES/attune.mo
nodist_frlocale_DATA = po/locale/fr/LC_MESSAGES/attune.mo
nodist_nllocale_DATA = po/locale/nl/LC_MESSAGES/attune.mo
CLEANFILES += $(nodist_delocale_DATA) $(nodist_frlocale_DATA) $(nodist_nllocale_DATA)
EXTRA_DIST += po/de.po po/extract po/fr.po po/nl.po

CATALOGUE = $(AM_V_GEN)$(MKDIR_P) $(@D) && $(MSGFMT) --check-format --output-file=$@
po/locale/de/LC_MESSAGES/attune.mo: po/de.po
	$(CATALOGUE) $(srcdir)/po/de.po
po/locale/fr/LC_MESSAGES/attune.mo: po/fr.po
	$(CATALOGUE) $(srcdir)/po/fr.po
po/locale/nl/LC_MESSAGES/attune.mo: po/nl.po
	$(CATALOGUE) $(srcdir)/po/nl.po

po-update:
	$(srcdir)/po/extract $(srcdir) po/attune.pot
	for lang in de fr nl; do \
		msgmerge --quiet --update --backup=none --add-location=file $(srcdir)/po/$$lang.po po/attune.pot || exit; \
		msgattrib --no-obsolete --output-file=$(srcdir)/po/$$lang.po $(srcdir)/po/$$lang.po || exit; \
	done
CLEANFILES += po/attune.pot
.PHONY: po-update

TESTS += tests/flow/po.t
dist_check_SCRIPTS += tests/flow/po.t
