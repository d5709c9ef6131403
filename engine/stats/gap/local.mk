# engine/stats/gap: two groups of people
engine_stats_libstats_a_SOURCES += \
	engine/stats/gap/bootstrap.c engine/stats/gap/bootstrap.h \
	engine/stats/gap/contrast.c engine/stats/gap/contrast.h \
	engine/stats/gap/effect.c engine/stats/gap/effect.h \
	engine/stats/gap/equivalence.c engine/stats/gap/equivalence.h \
	engine/stats/gap/multiplicity.c engine/stats/gap/multiplicity.h \
	engine/stats/gap/permutation.c engine/stats/gap/permutation.h \
	engine/stats/gap/ranks.c engine/stats/gap/ranks.h \
	engine/stats/gap/subset.c engine/stats/gap/subset.h \
	engine/stats/gap/subset_lattice.c engine/stats/gap/subset_lattice.h \
	engine/stats/gap/verdict.c engine/stats/gap/verdict.h \
	engine/stats/gap/welch.c engine/stats/gap/welch.h

check_PROGRAMS += tests/unit/stats_welch_test
tests_unit_stats_welch_test_SOURCES = tests/unit/stats_welch_test.c tests/unit/unit.h
tests_unit_stats_welch_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_welch_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_welch_test

check_PROGRAMS += tests/unit/stats_permutation_test
tests_unit_stats_permutation_test_SOURCES = tests/unit/stats_permutation_test.c tests/unit/unit.h
tests_unit_stats_permutation_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_permutation_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_permutation_test

check_PROGRAMS += tests/unit/stats_contrast_test
tests_unit_stats_contrast_test_SOURCES = tests/unit/stats_contrast_test.c tests/unit/draw.h tests/unit/unit.h
tests_unit_stats_contrast_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_contrast_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_contrast_test

check_PROGRAMS += tests/unit/stats_effect_test
tests_unit_stats_effect_test_SOURCES = tests/unit/stats_effect_test.c tests/unit/unit.h
tests_unit_stats_effect_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_effect_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_effect_test

check_PROGRAMS += tests/unit/stats_verdict_test
tests_unit_stats_verdict_test_SOURCES = tests/unit/stats_verdict_test.c tests/unit/unit.h
tests_unit_stats_verdict_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_verdict_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_verdict_test

check_PROGRAMS += tests/unit/stats_bootstrap_test
tests_unit_stats_bootstrap_test_SOURCES = tests/unit/stats_bootstrap_test.c tests/unit/unit.h
tests_unit_stats_bootstrap_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_bootstrap_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_bootstrap_test
EXTRA_DIST += tests/stats/bootstrap.csv
