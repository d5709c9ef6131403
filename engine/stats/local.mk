# engine/stats: numbers in, numbers out; GSL only here
noinst_LIBRARIES += engine/stats/libstats.a
engine_stats_libstats_a_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
engine_stats_libstats_a_SOURCES = \
	engine/stats/agreement.c engine/stats/agreement.h \
	engine/stats/colour.c engine/stats/colour.h \
	engine/stats/consensus.c engine/stats/consensus.h \
	engine/stats/distribution.c engine/stats/distribution.h \
	engine/stats/effect.c engine/stats/effect.h \
	engine/stats/multiplicity.c engine/stats/multiplicity.h \
	engine/stats/permutation.c engine/stats/permutation.h \
	engine/stats/ranks.c engine/stats/ranks.h \
	engine/stats/refusal.h \
	engine/stats/rwg.c engine/stats/rwg.h \
	engine/stats/scores.c engine/stats/scores.h \
	engine/stats/shares.c engine/stats/shares.h \
	engine/stats/subset.c engine/stats/subset.h \
	engine/stats/subset_lattice.c engine/stats/subset_lattice.h \
	engine/stats/verdict.c engine/stats/verdict.h \
	engine/stats/welch.c engine/stats/welch.h \
	engine/stats/whole.h
STATS_LIBS = engine/stats/libstats.a $(GSL_LIBS) -lm

check_LIBRARIES = tests/stats/libreference.a
tests_stats_libreference_a_SOURCES = \
	tests/stats/near.h \
	tests/stats/sides.c tests/stats/sides.h \
	tests/stats/table.c tests/stats/table.h
EXTRA_DIST += \
	tests/stats/bfi_reference.py \
	tests/stats/ally_10v10.csv tests/stats/distributions.csv tests/stats/gap_portfolio60.csv \
	tests/stats/cliff.csv tests/stats/hedges_g.csv tests/stats/rwg_critical_exact.csv \
	tests/stats/noncentral_t.csv tests/stats/nps.csv tests/stats/permutation_large.csv tests/stats/portfolio60.csv \
	tests/stats/rwg_critical.csv \
	tests/stats/rwg_portfolio60.csv tests/stats/twosample_ally.csv tests/stats/wilson.csv
STATS_TEST_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
STATS_TEST_LIBS = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/stats_distribution_test
tests_unit_stats_distribution_test_SOURCES = tests/unit/stats_distribution_test.c tests/unit/unit.h
tests_unit_stats_distribution_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_distribution_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_distribution_test

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

check_PROGRAMS += tests/unit/stats_effect_test
tests_unit_stats_effect_test_SOURCES = tests/unit/stats_effect_test.c tests/unit/unit.h
tests_unit_stats_effect_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_effect_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_effect_test

check_PROGRAMS += tests/unit/stats_agreement_test
tests_unit_stats_agreement_test_SOURCES = tests/unit/stats_agreement_test.c tests/unit/unit.h
tests_unit_stats_agreement_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_agreement_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_agreement_test

check_PROGRAMS += tests/unit/stats_verdict_test
tests_unit_stats_verdict_test_SOURCES = tests/unit/stats_verdict_test.c tests/unit/unit.h
tests_unit_stats_verdict_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_verdict_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_verdict_test
