# engine/stats/groups: many groups of people; how much they differ, and where each of them stands
engine_stats_libstats_a_SOURCES += \
	engine/stats/groups/funnel.c engine/stats/groups/funnel.h \
	engine/stats/groups/group.c engine/stats/groups/group.h \
	engine/stats/groups/intercept.c engine/stats/groups/intercept.h \
	engine/stats/groups/jet.h \
	engine/stats/groups/mixed.c engine/stats/groups/mixed.h \
	engine/stats/groups/nested.c engine/stats/groups/nested.h \
	engine/stats/groups/pair.c engine/stats/groups/pair.h \
	engine/stats/groups/rank.c engine/stats/groups/rank.h \
	engine/stats/groups/ratio.c engine/stats/groups/ratio.h \
	engine/stats/groups/shrink.c engine/stats/groups/shrink.h \
	engine/stats/groups/standing.c engine/stats/groups/standing.h \
	engine/stats/groups/trend.c engine/stats/groups/trend.h

tests_stats_libreference_a_SOURCES += \
	tests/stats/portfolio.c tests/stats/portfolio.h tests/unit/draw.h tests/unit/normal.h
EXTRA_DIST += \
	tests/stats/groups_reference.py \
	tests/stats/funnel.csv tests/stats/groups.csv tests/stats/nested.csv tests/stats/nested_beliefs.csv \
	tests/stats/nested_groups.csv tests/stats/rank.csv tests/stats/reml.csv \
	tests/stats/reml_shrunken.csv tests/stats/trend.csv tests/stats/trend_observations.csv

check_PROGRAMS += tests/unit/stats_groups_test
tests_unit_stats_groups_test_SOURCES = tests/unit/stats_groups_test.c tests/unit/unit.h
tests_unit_stats_groups_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_groups_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_groups_test

check_PROGRAMS += tests/unit/stats_standing_test
tests_unit_stats_standing_test_SOURCES = tests/unit/stats_standing_test.c tests/unit/unit.h
tests_unit_stats_standing_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_standing_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_standing_test

check_PROGRAMS += tests/unit/stats_nested_test
tests_unit_stats_nested_test_SOURCES = tests/unit/stats_nested_test.c tests/unit/unit.h
tests_unit_stats_nested_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_nested_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_nested_test

check_PROGRAMS += tests/unit/stats_mixed_trend_test
tests_unit_stats_mixed_trend_test_SOURCES = tests/unit/stats_mixed_trend_test.c tests/unit/unit.h
tests_unit_stats_mixed_trend_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_mixed_trend_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_mixed_trend_test
