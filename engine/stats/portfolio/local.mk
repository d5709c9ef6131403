# engine/stats/portfolio: one pass over everybody's answers in a portfolio, and what is stored and added of it
engine_stats_libstats_a_SOURCES += \
	engine/stats/portfolio/columns.c engine/stats/portfolio/columns.h \
	engine/stats/portfolio/counting.c engine/stats/portfolio/counting.h \
	engine/stats/portfolio/crew.c engine/stats/portfolio/crew.h \
	engine/stats/portfolio/encoding.c engine/stats/portfolio/encoding.h \
	engine/stats/portfolio/gaps.c engine/stats/portfolio/gaps.h \
	engine/stats/portfolio/lanes.c engine/stats/portfolio/lanes.h \
	engine/stats/portfolio/pages.c engine/stats/portfolio/pages.h \
	engine/stats/portfolio/portfolio.c engine/stats/portfolio/portfolio.h \
	engine/stats/portfolio/processor.h \
	engine/stats/portfolio/shape.c engine/stats/portfolio/shape.h \
	engine/stats/portfolio/side.c engine/stats/portfolio/side.h \
	engine/stats/portfolio/tails.c engine/stats/portfolio/tails.h \
	engine/stats/portfolio/tallies.c engine/stats/portfolio/tallies.h \
	engine/stats/portfolio/tally.c engine/stats/portfolio/tally.h
EXTRA_DIST += tests/stats/t_tails.csv tests/stats/t_tails_reference.py

check_PROGRAMS += tests/unit/stats_portfolio_test
tests_unit_stats_portfolio_test_SOURCES = tests/unit/stats_portfolio_test.c tests/unit/unit.h tests/unit/draw.h \
	tests/unit/answers.c tests/unit/answers.h
tests_unit_stats_portfolio_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_portfolio_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_portfolio_test

check_PROGRAMS += tests/unit/stats_portfolio60_test
tests_unit_stats_portfolio60_test_SOURCES = tests/unit/stats_portfolio60_test.c tests/unit/unit.h
tests_unit_stats_portfolio60_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_portfolio60_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_portfolio60_test

check_PROGRAMS += tests/unit/stats_order_test
tests_unit_stats_order_test_SOURCES = tests/unit/stats_order_test.c tests/unit/unit.h tests/unit/draw.h
tests_unit_stats_order_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS) $(GSL_CFLAGS)
tests_unit_stats_order_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_order_test

check_PROGRAMS += tests/unit/stats_encoding_test
tests_unit_stats_encoding_test_SOURCES = tests/unit/stats_encoding_test.c tests/unit/unit.h tests/unit/draw.h \
	tests/unit/answers.c tests/unit/answers.h
tests_unit_stats_encoding_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_encoding_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_encoding_test
