# fcgi: the programs behind nginx; libfcgi only here
noinst_LIBRARIES += fcgi/libshared.a fcgi/libanswer.a
fcgi_libshared_a_SOURCES = \
	fcgi/guard.c fcgi/guard.h \
	fcgi/layout.c fcgi/layout.h \
	fcgi/prefork.c fcgi/prefork.h \
	fcgi/reply.c fcgi/reply.h \
	fcgi/request.c fcgi/request.h \
	fcgi/route.c fcgi/route.h \
	fcgi/site.c fcgi/site.h \
	fcgi/wire.c fcgi/wire.h \
	fcgi/worker.c fcgi/worker.h
fcgi_libanswer_a_SOURCES = \
	fcgi/answer/finish.c \
	fcgi/answer/frame.c fcgi/answer/frame.h \
	fcgi/answer/notice.c fcgi/answer/notice.h \
	fcgi/answer/page.c fcgi/answer/pages.h \
	fcgi/answer/promise.c fcgi/answer/promise.h \
	fcgi/answer/promise_person.c \
	fcgi/answer/routes.c \
	fcgi/answer/session.c fcgi/answer/session.h \
	fcgi/answer/stale.c \
	fcgi/answer/welcome.c

# Nothing of the administration is linked in: of fieldwork only what a sitting needs.
bin_PROGRAMS += attune-answer
attune_answer_SOURCES = fcgi/answer/main.c
attune_answer_LDADD = fcgi/libanswer.a fcgi/libshared.a engine/fieldwork/libfieldwork.a $(SQL_LIBS) $(FORMS_LIBS) \
	$(BASE_LIBS) -lfcgi -lm

staticdir = $(pkgdatadir)/static
dist_static_DATA = fcgi/static/answer.css fcgi/static/refused.html fcgi/static/unavailable.html

# What `attune form preview` puts into its page.
CLEANFILES += fcgi/static/answer.css.inc
fcgi/static/answer.css.inc: fcgi/static/answer.css base/embed.awk
	$(AM_V_GEN)$(MKDIR_P) fcgi/static && $(AWK) -v name=answer_css -f $(top_srcdir)/base/embed.awk \
		$(top_srcdir)/fcgi/static/answer.css >$@

check_PROGRAMS += tests/unit/fcgi_test
tests_unit_fcgi_test_SOURCES = tests/unit/fcgi_test.c tests/unit/unit.h
tests_unit_fcgi_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_fcgi_test_LDADD = fcgi/libshared.a $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/fcgi_test

check_PROGRAMS += tests/unit/wire_test
tests_unit_wire_test_SOURCES = tests/unit/wire_test.c tests/unit/unit.h
tests_unit_wire_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_wire_test_LDADD = fcgi/libshared.a $(BASE_LIBS) $(CMOCKA_LIBS) -lfcgi
TESTS += tests/unit/wire_test

ANSWER_TESTS = tests/flow/preview.t tests/flow/answer-way.t tests/flow/answer-profile.t \
	tests/flow/answer-trouble.t tests/flow/answer-crash.t \
	tests/flow/hostile-respondent.t tests/browser/keyboard.t tests/browser/access.t
dist_check_SCRIPTS += $(ANSWER_TESTS)
EXTRA_DIST += tests/flow/web.sh tests/browser/chrome.py tests/browser/keyboard.py tests/browser/access.py tests/browser/access.js
TESTS += $(ANSWER_TESTS)
