# engine/measure: from a form and its answers to the cells of a release; no database
noinst_LIBRARIES += engine/measure/libmeasure.a
engine_measure_libmeasure_a_SOURCES = \
	engine/measure/agreement.c \
	engine/measure/atoms.c engine/measure/atoms.h \
	engine/measure/benchmark/attention.c \
	engine/measure/benchmark/benchmark.c engine/measure/benchmark/benchmark.h \
	engine/measure/benchmark/benchmarking.h \
	engine/measure/benchmark/changes.c \
	engine/measure/benchmark/comparable.c engine/measure/benchmark/comparable.h \
	engine/measure/benchmark/contributing.h \
	engine/measure/benchmark/contribution.c engine/measure/benchmark/contribution.h \
	engine/measure/benchmark/contribution_bytes.c \
	engine/measure/benchmark/contribution_sums.c \
	engine/measure/benchmark/excluded.c \
	engine/measure/benchmark/frozen.c engine/measure/benchmark/frozen.h \
	engine/measure/benchmark/instrument.c \
	engine/measure/benchmark/key_drivers.c \
	engine/measure/benchmark/managers.c \
	engine/measure/benchmark/narrow.c \
	engine/measure/benchmark/norm.c engine/measure/benchmark/norm.h \
	engine/measure/benchmark/norm_file.c \
	engine/measure/benchmark/pool.c engine/measure/benchmark/pool.h \
	engine/measure/benchmark/rows.c \
	engine/measure/benchmark/tallying.c engine/measure/benchmark/tallying.h \
	engine/measure/cell.c engine/measure/cell.h \
	engine/measure/comments.c \
	engine/measure/compare.c \
	engine/measure/counts.c \
	engine/measure/disclosure.c engine/measure/disclosure.h \
	engine/measure/eliminate.c \
	engine/measure/figure.c \
	engine/measure/index.c \
	engine/measure/items.c \
	engine/measure/lines.c engine/measure/lines.h \
	engine/measure/measure.c engine/measure/measure.h \
	engine/measure/measuring.h \
	engine/measure/profile/behaviours.c \
	engine/measure/profile/change.c \
	engine/measure/profile/circles.c \
	engine/measure/profile/fit.c \
	engine/measure/profile/levels.c \
	engine/measure/profile/profile.c engine/measure/profile/profile.h \
	engine/measure/profile/profiling.h \
	engine/measure/profile/raters.c engine/measure/profile/raters.h \
	engine/measure/profile/rater_icc.c engine/measure/profile/rater_icc.h \
	engine/measure/profile/reliability.c \
	engine/measure/profile/remarks.c \
	engine/measure/profile/self.c \
	engine/measure/profile/views.c \
	engine/measure/rows.c \
	engine/measure/rowspace.c engine/measure/rowspace.h \
	engine/measure/score.c engine/measure/score.h \
	engine/measure/show.c engine/measure/show.h \
	engine/measure/table.c engine/measure/table.h
MEASURE_LIBS = engine/measure/libmeasure.a $(STATS_LIBS) $(FORMS_LIBS)

check_PROGRAMS += tests/unit/disclosure_test
tests_unit_disclosure_test_SOURCES = tests/unit/disclosure_test.c tests/unit/brute.c tests/unit/brute.h \
	tests/unit/draw.h tests/unit/unit.h
tests_unit_disclosure_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_disclosure_test_LDADD = $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/disclosure_test

check_PROGRAMS += tests/unit/disclosure_attack_test
tests_unit_disclosure_attack_test_SOURCES = tests/unit/disclosure_attack_test.c tests/unit/draw.h tests/unit/unit.h
tests_unit_disclosure_attack_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_disclosure_attack_test_LDADD = $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/disclosure_attack_test

check_PROGRAMS += tests/unit/lines_test
tests_unit_lines_test_SOURCES = tests/unit/lines_test.c tests/unit/draw.h tests/unit/unit.h
tests_unit_lines_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_lines_test_LDADD = $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/lines_test

check_LIBRARIES += tests/unit/libsurvey.a
tests_unit_libsurvey_a_SOURCES = tests/unit/survey.c tests/unit/survey.h
MEASURE_TEST_LIBS = tests/unit/libsurvey.a $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/measure_test
tests_unit_measure_test_SOURCES = tests/unit/measure_test.c tests/unit/measured.h tests/unit/unit.h
tests_unit_measure_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_measure_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/measure_test

check_PROGRAMS += tests/unit/showing_test
tests_unit_showing_test_SOURCES = tests/unit/showing_test.c tests/unit/measured.h tests/unit/unit.h
tests_unit_showing_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_showing_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/showing_test

check_PROGRAMS += tests/unit/rerelease_test
tests_unit_rerelease_test_SOURCES = tests/unit/rerelease_test.c tests/unit/measured.h tests/unit/unit.h
tests_unit_rerelease_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_rerelease_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/rerelease_test

check_PROGRAMS += tests/unit/measure_law_test
tests_unit_measure_law_test_SOURCES = tests/unit/measure_law_test.c
tests_unit_measure_law_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_measure_law_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/measure_law_test

check_PROGRAMS += tests/unit/release_attack_test
tests_unit_release_attack_test_SOURCES = tests/unit/release_attack_test.c
tests_unit_release_attack_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_release_attack_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/release_attack_test

check_PROGRAMS += tests/unit/comments_test
tests_unit_comments_test_SOURCES = tests/unit/comments_test.c
tests_unit_comments_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_comments_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/comments_test

check_PROGRAMS += tests/unit/table_test
tests_unit_table_test_SOURCES = tests/unit/table_test.c
tests_unit_table_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_table_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/table_test

check_PROGRAMS += tests/unit/measure_library_test
tests_unit_measure_library_test_SOURCES = tests/unit/measure_library_test.c
tests_unit_measure_library_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_measure_library_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/measure_library_test

check_PROGRAMS += tests/unit/measure_attack_test
tests_unit_measure_attack_test_SOURCES = tests/unit/measure_attack_test.c tests/unit/brute.c tests/unit/brute.h
tests_unit_measure_attack_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_measure_attack_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/measure_attack_test

check_PROGRAMS += tests/unit/score_test
tests_unit_score_test_SOURCES = tests/unit/score_test.c
tests_unit_score_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_score_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/score_test

dist_check_SCRIPTS += tests/flow/analyse.t tests/flow/bfi.t
TESTS += tests/flow/analyse.t tests/flow/bfi.t
EXTRA_DIST += tests/data/bfi.xml tests/data/bfi200.csv
tests/flow/analyse.log tests/flow/bfi.log: attune$(EXEEXT)

check_PROGRAMS += tests/unit/profile_test
tests_unit_profile_test_SOURCES = tests/unit/profile_test.c tests/unit/assessment.c tests/unit/assessment.h tests/unit/unit.h
tests_unit_profile_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_profile_test_LDADD = tests/stats/libreference.a $(MEASURE_TEST_LIBS)
TESTS += tests/unit/profile_test

check_PROGRAMS += tests/unit/profile_attack_test
tests_unit_profile_attack_test_SOURCES = \
	tests/unit/profile_attack_test.c tests/unit/attacked.c tests/unit/attacked.h tests/unit/assessment.c \
	tests/unit/assessment.h tests/unit/exposure.c tests/unit/exposure.h
tests_unit_profile_attack_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_profile_attack_test_LDADD = $(MEASURE_TEST_LIBS)
TESTS += tests/unit/profile_attack_test
EXTRA_DIST += tests/data/assessment.xml

check_LIBRARIES += tests/unit/libpooled.a
tests_unit_libpooled_a_SOURCES = tests/unit/pooled.c tests/unit/pooled.h tests/unit/normal.h tests/unit/draw.h
BENCHMARK_TEST_LIBS = tests/unit/libpooled.a tests/stats/libreference.a $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)

check_PROGRAMS += tests/unit/benchmark_test
tests_unit_benchmark_test_SOURCES = tests/unit/benchmark_test.c tests/unit/unit.h
tests_unit_benchmark_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) -D_GNU_SOURCE
tests_unit_benchmark_test_LDADD = $(BENCHMARK_TEST_LIBS)
TESTS += tests/unit/benchmark_test

check_PROGRAMS += tests/unit/contribution_test
tests_unit_contribution_test_SOURCES = tests/unit/contribution_test.c tests/unit/assessment.c tests/unit/assessment.h \
	tests/unit/unit.h
tests_unit_contribution_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_contribution_test_LDADD = $(BENCHMARK_TEST_LIBS)
TESTS += tests/unit/contribution_test

check_PROGRAMS += tests/unit/benchmark_reference_test
tests_unit_benchmark_reference_test_SOURCES = tests/unit/benchmark_reference_test.c tests/unit/unit.h
tests_unit_benchmark_reference_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_benchmark_reference_test_LDADD = $(BENCHMARK_TEST_LIBS)
TESTS += tests/unit/benchmark_reference_test
EXTRA_DIST += tests/data/portfolio60.xml
