# engine/stats/drivers: what an outcome goes with
engine_stats_libstats_a_SOURCES += \
	engine/stats/drivers/cross.c engine/stats/drivers/cross.h \
	engine/stats/drivers/drivers.c engine/stats/drivers/drivers.h \
	engine/stats/drivers/importance.c engine/stats/drivers/importance.h \
	engine/stats/drivers/regression.c engine/stats/drivers/regression.h \
	engine/stats/drivers/resample.c \
	engine/stats/drivers/ridge.c engine/stats/drivers/ridge.h

EXTRA_DIST += \
	tests/stats/attitude.csv tests/stats/attitude_fit.csv tests/stats/attitude_importance.csv \
	tests/stats/attitude_ridge.csv

check_PROGRAMS += tests/unit/stats_drivers_test
tests_unit_stats_drivers_test_SOURCES = tests/unit/stats_drivers_test.c tests/unit/unit.h
tests_unit_stats_drivers_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_drivers_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_drivers_test
