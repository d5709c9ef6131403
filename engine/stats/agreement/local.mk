# engine/stats/agreement: do the people of one group agree?
engine_stats_libstats_a_SOURCES += \
	engine/stats/agreement/agreement.c engine/stats/agreement/agreement.h \
	engine/stats/agreement/concordance.c engine/stats/agreement/concordance.h \
	engine/stats/agreement/consensus.c engine/stats/agreement/consensus.h \
	engine/stats/agreement/icc.c engine/stats/agreement/icc.h \
	engine/stats/agreement/krippendorff.c engine/stats/agreement/krippendorff.h \
	engine/stats/agreement/rwg.c engine/stats/agreement/rwg.h

check_PROGRAMS += tests/unit/stats_agreement_test
tests_unit_stats_agreement_test_SOURCES = tests/unit/stats_agreement_test.c tests/unit/unit.h
tests_unit_stats_agreement_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_agreement_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_agreement_test

EXTRA_DIST += \
	tests/stats/concordance.csv tests/stats/icc_forms.csv tests/stats/icc_oneway.csv tests/stats/kripp12x4.csv \
	tests/stats/krippendorff.csv tests/stats/rwg_simulate.py tests/stats/rwg_simulated.csv \
	tests/stats/shrout_fleiss.csv

check_PROGRAMS += tests/unit/stats_icc_test
tests_unit_stats_icc_test_SOURCES = tests/unit/stats_icc_test.c tests/unit/unit.h
tests_unit_stats_icc_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_icc_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_icc_test

check_PROGRAMS += tests/unit/stats_coders_test
tests_unit_stats_coders_test_SOURCES = tests/unit/stats_coders_test.c tests/unit/unit.h
tests_unit_stats_coders_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_coders_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_coders_test
