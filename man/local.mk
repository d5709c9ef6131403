# man: the manual
noinst_PROGRAMS += man/settings
man_settings_SOURCES = man/settings.c
man_settings_LDADD = $(BASE_LIBS)

dist_man_MANS = man/attune.1 man/attune-stats.1 man/attune-answer.8 man/attune-form.5 man/attune-measure.7 man/attune-tallies.5
EXTRA_DIST += man/attune.conf.5.in
CLEANFILES += man/attune.conf.5
nodist_man_MANS = man/attune.conf.5
man/attune.conf.5: man/attune.conf.5.in man/settings$(EXEEXT)
	$(AM_V_GEN)man/settings$(EXEEXT) >$@.list && \
	sed -e '/^@SETTINGS@$$/{r $@.list' -e 'd;}' $(top_srcdir)/man/attune.conf.5.in >$@ && rm $@.list

dist_check_SCRIPTS += tests/flow/manual.t
TESTS += tests/flow/manual.t
