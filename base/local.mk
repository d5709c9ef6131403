# base: arena, text and HTML writers, messages; libc and libsodium only
noinst_LIBRARIES += base/libbase.a
base_libbase_a_CPPFLAGS = $(AM_CPPFLAGS) $(SODIUM_CFLAGS)
base_libbase_a_SOURCES = \
	base/arena.c base/arena.h \
	base/buf.c base/buf.h \
	base/bytes.c base/bytes.h \
	base/check.c base/check.h \
	base/conf.c base/conf.h \
	base/csv.c base/csv.h \
	base/ctx.c base/ctx.h \
	base/day.c base/day.h \
	base/html.c base/html.h \
	base/json.c base/json.h \
	base/lang.c base/lang.h \
	base/log.c base/log.h \
	base/msgs.c base/msgs.h \
	base/process.c base/process.h \
	base/str.c base/str.h \
	base/token.c base/token.h \
	base/urlenc.c base/urlenc.h \
	base/utc.c base/utc.h
BASE_LIBS = base/libbase.a $(SODIUM_LIBS)

check_PROGRAMS += tests/unit/base_test
tests_unit_base_test_SOURCES = tests/unit/base_test.c tests/unit/unit.h
tests_unit_base_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_base_test_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/base_test

check_PROGRAMS += tests/unit/day_test
tests_unit_day_test_SOURCES = tests/unit/day_test.c tests/unit/unit.h
tests_unit_day_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_day_test_LDADD = $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/day_test
