# engine/measure: from a form and its answers to the cells of a release; no database
noinst_LIBRARIES += engine/measure/libmeasure.a
engine_measure_libmeasure_a_SOURCES = \
	engine/measure/atoms.c engine/measure/atoms.h \
	engine/measure/cell.c engine/measure/cell.h \
	engine/measure/disclosure.c engine/measure/disclosure.h \
	engine/measure/measure.h \
	engine/measure/rowspace.c engine/measure/rowspace.h
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
