# engine/stats/agreement: do the people of one group agree?
engine_stats_libstats_a_SOURCES += \
	engine/stats/agreement/agreement.c engine/stats/agreement/agreement.h \
	engine/stats/agreement/consensus.c engine/stats/agreement/consensus.h \
	engine/stats/agreement/rwg.c engine/stats/agreement/rwg.h

check_PROGRAMS += tests/unit/stats_agreement_test
tests_unit_stats_agreement_test_SOURCES = tests/unit/stats_agreement_test.c tests/unit/unit.h
tests_unit_stats_agreement_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_agreement_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_agreement_test
