# engine/stats/reliability: do the items of a scale hold together?
engine_stats_libstats_a_SOURCES += \
	engine/stats/reliability/alpha.c engine/stats/reliability/alpha.h \
	engine/stats/reliability/composite.c engine/stats/reliability/composite.h \
	engine/stats/reliability/factor.c engine/stats/reliability/factor.h \
	engine/stats/reliability/omega.c engine/stats/reliability/omega.h \
	engine/stats/reliability/polychoric.c engine/stats/reliability/polychoric.h

EXTRA_DIST += \
	tests/stats/bfi_sums.csv tests/stats/bfi_tables.csv tests/stats/composite.csv tests/stats/polychoric_bfi.csv \
	tests/stats/polychoric_thresholds.csv tests/stats/reliability_bfi.csv tests/stats/reliability_items.csv \
	tests/stats/reliability_polished.csv tests/stats/reliability_reference.py

check_PROGRAMS += tests/unit/stats_reliability_test
tests_unit_stats_reliability_test_SOURCES = tests/unit/stats_reliability_test.c tests/unit/unit.h
tests_unit_stats_reliability_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_reliability_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_reliability_test

check_PROGRAMS += tests/unit/stats_factor_test
tests_unit_stats_factor_test_SOURCES = tests/unit/stats_factor_test.c tests/unit/unit.h
tests_unit_stats_factor_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_factor_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_factor_test

check_PROGRAMS += tests/unit/stats_polychoric_test
tests_unit_stats_polychoric_test_SOURCES = tests/unit/stats_polychoric_test.c tests/unit/unit.h
tests_unit_stats_polychoric_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_polychoric_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_polychoric_test
