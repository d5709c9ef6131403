# engine/stats/change: from wave to wave
engine_stats_libstats_a_SOURCES += \
	engine/stats/change/ewma.c engine/stats/change/ewma.h \
	engine/stats/change/flips.c engine/stats/change/flips.h \
	engine/stats/change/paired.c engine/stats/change/paired.h \
	engine/stats/change/reliable.c engine/stats/change/reliable.h \
	engine/stats/change/theil_sen.c engine/stats/change/theil_sen.h \
	engine/stats/change/waves.c engine/stats/change/waves.h

check_PROGRAMS += tests/unit/stats_change_test
tests_unit_stats_change_test_SOURCES = tests/unit/stats_change_test.c tests/unit/unit.h
tests_unit_stats_change_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_change_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_change_test

check_PROGRAMS += tests/unit/stats_trend_test
tests_unit_stats_trend_test_SOURCES = tests/unit/stats_trend_test.c tests/unit/unit.h
tests_unit_stats_trend_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_trend_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_trend_test
EXTRA_DIST += \
	tests/stats/change_reference.py tests/stats/paired_waves24.csv tests/stats/sign_flip.csv \
	tests/stats/theil_sen.csv tests/stats/waves24.csv
