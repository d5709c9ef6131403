# engine/stats: numbers in, numbers out; GSL only here. A folder a topic, each with its own list.
noinst_LIBRARIES += engine/stats/libstats.a
engine_stats_libstats_a_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
engine_stats_libstats_a_SOURCES = \
	engine/stats/beta.c engine/stats/beta.h \
	engine/stats/bivariate.c engine/stats/bivariate.h \
	engine/stats/cholesky.c engine/stats/cholesky.h \
	engine/stats/colour.c engine/stats/colour.h \
	engine/stats/convergence.h \
	engine/stats/covariance.c engine/stats/covariance.h \
	engine/stats/distribution.c engine/stats/distribution.h \
	engine/stats/interval.h \
	engine/stats/noncentral_t.c engine/stats/noncentral_t.h \
	engine/stats/order.c engine/stats/order.h \
	engine/stats/quality.c engine/stats/quality.h \
	engine/stats/quantile.c engine/stats/quantile.h \
	engine/stats/ratings.c engine/stats/ratings.h \
	engine/stats/refusal.c engine/stats/refusal.h \
	engine/stats/scores.c engine/stats/scores.h \
	engine/stats/similarity.c engine/stats/similarity.h \
	engine/stats/shares.c engine/stats/shares.h \
	engine/stats/whole.h
STATS_LIBS = engine/stats/libstats.a $(GSL_LIBS) -lm

check_LIBRARIES = tests/stats/libreference.a
tests_stats_libreference_a_SOURCES = \
	tests/stats/bfi.c tests/stats/bfi.h \
	tests/stats/draw.h \
	tests/stats/fixture.h \
	tests/stats/health.c tests/stats/health.h \
	tests/stats/near.h \
	tests/stats/people.c tests/stats/people.h \
	tests/stats/sides.c tests/stats/sides.h \
	tests/stats/table.c tests/stats/table.h
EXTRA_DIST += \
	tests/stats/bfi_reference.py tests/stats/beta.csv tests/stats/beta_reference.py \
	tests/stats/bivariate.csv tests/stats/bivariate_reference.py \
	tests/stats/ally_10v10.csv tests/stats/distributions.csv tests/stats/gap_portfolio60.csv \
	tests/stats/health_sides.csv \
	tests/stats/cliff.csv tests/stats/hedges_g.csv tests/stats/rwg_critical_exact.csv \
	tests/stats/m360.csv tests/stats/m360_selfother.csv tests/stats/noncentral_t.csv tests/stats/nps.csv tests/stats/nps66.csv tests/stats/percentile_ranks.csv \
	tests/stats/percentile_ties.csv tests/stats/quantiles.csv tests/stats/permutation_large.csv tests/stats/portfolio60.csv \
	tests/stats/rwg_critical.csv \
	tests/stats/rwg_portfolio60.csv tests/stats/twosample_ally.csv tests/stats/wilson.csv
STATS_TEST_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
STATS_TEST_LIBS = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/stats_distribution_test
tests_unit_stats_distribution_test_SOURCES = tests/unit/stats_distribution_test.c tests/unit/unit.h
tests_unit_stats_distribution_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_distribution_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_distribution_test

check_PROGRAMS += tests/unit/stats_bivariate_test
tests_unit_stats_bivariate_test_SOURCES = tests/unit/stats_bivariate_test.c tests/unit/unit.h
tests_unit_stats_bivariate_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_bivariate_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_bivariate_test

check_PROGRAMS += tests/unit/stats_profile_test
tests_unit_stats_profile_test_SOURCES = tests/unit/stats_profile_test.c tests/unit/unit.h
tests_unit_stats_profile_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_profile_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_profile_test

check_PROGRAMS += tests/unit/stats_covariance_test
tests_unit_stats_covariance_test_SOURCES = tests/unit/stats_covariance_test.c tests/unit/unit.h
tests_unit_stats_covariance_test_CPPFLAGS = $(STATS_TEST_CPPFLAGS)
tests_unit_stats_covariance_test_LDADD = $(STATS_TEST_LIBS)
TESTS += tests/unit/stats_covariance_test

include engine/stats/change/local.mk
include engine/stats/gap/local.mk
include engine/stats/agreement/local.mk
include engine/stats/groups/local.mk
include engine/stats/response/local.mk
include engine/stats/drivers/local.mk
include engine/stats/reliability/local.mk
include engine/stats/portfolio/local.mk
