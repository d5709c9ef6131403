# engine/stats/response: item response models, what items say about people
engine_stats_libstats_a_SOURCES += \
	engine/stats/response/ascent.c \
	engine/stats/response/calibration.c engine/stats/response/calibration.h \
	engine/stats/response/categories.c engine/stats/response/categories.h \
	engine/stats/response/column.c engine/stats/response/column.h \
	engine/stats/response/dif.c engine/stats/response/dif.h \
	engine/stats/response/graded.c engine/stats/response/graded.h \
	engine/stats/response/graded_scores.c \
	engine/stats/response/grid.c engine/stats/response/grid.h \
	engine/stats/response/information.c \
	engine/stats/response/item_curve.c engine/stats/response/item_curve.h \
	engine/stats/response/lanes.h \
	engine/stats/response/linking.c engine/stats/response/linking.h \
	engine/stats/response/marginal.c engine/stats/response/marginal.h \
	engine/stats/response/maximisation.c \
	engine/stats/response/mokken.c engine/stats/response/mokken.h \
	engine/stats/response/patterns.c engine/stats/response/patterns.h \
	engine/stats/response/population.c engine/stats/response/population.h \
	engine/stats/response/posterior.c engine/stats/response/posterior.h

tests_stats_libreference_a_SOURCES += tests/stats/answers.c tests/stats/answers.h

check_PROGRAMS += tests/unit/stats_graded_test
tests_unit_stats_graded_test_SOURCES = tests/unit/stats_graded_test.c tests/unit/unit.h
tests_unit_stats_graded_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_graded_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_graded_test

check_PROGRAMS += tests/unit/stats_mokken_test
tests_unit_stats_mokken_test_SOURCES = tests/unit/stats_mokken_test.c tests/unit/unit.h
tests_unit_stats_mokken_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_mokken_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_mokken_test

check_PROGRAMS += tests/unit/stats_linking_test
tests_unit_stats_linking_test_SOURCES = tests/unit/stats_linking_test.c tests/unit/unit.h
tests_unit_stats_linking_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_linking_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_linking_test

check_PROGRAMS += tests/unit/stats_dif_test
tests_unit_stats_dif_test_SOURCES = tests/unit/stats_dif_test.c tests/unit/unit.h
tests_unit_stats_dif_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_dif_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_dif_test

check_PROGRAMS += tests/unit/stats_marginal_test
tests_unit_stats_marginal_test_SOURCES = tests/unit/stats_marginal_test.c tests/unit/unit.h
tests_unit_stats_marginal_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_marginal_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_marginal_test

EXTRA_DIST += \
	tests/stats/bfi_a_gender.csv tests/stats/bfi_a_patterns.csv tests/stats/graded_fit.csv \
	tests/stats/graded_groups.csv tests/stats/graded_information.csv tests/stats/graded_items.csv \
	tests/stats/graded_missing.csv tests/stats/graded_reference.py tests/stats/graded_scores.csv \
	tests/stats/mokken.csv tests/stats/mokken_reference.py tests/stats/science_patterns.csv
