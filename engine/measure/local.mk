# engine/measure: form and answers to cells; what may be shown
noinst_LIBRARIES += engine/measure/libmeasure.a
engine_measure_libmeasure_a_SOURCES = \
	engine/measure/atoms.c engine/measure/atoms.h \
	engine/measure/disclosure.c engine/measure/disclosure.h \
	engine/measure/rowspace.c engine/measure/rowspace.h
MEASURE_LIBS = engine/measure/libmeasure.a -lm

check_PROGRAMS += tests/unit/disclosure_test
tests_unit_disclosure_test_SOURCES = tests/unit/disclosure_test.c tests/unit/draw.h tests/unit/unit.h
tests_unit_disclosure_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_disclosure_test_LDADD = $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/disclosure_test

check_PROGRAMS += tests/unit/disclosure_attack_test
tests_unit_disclosure_attack_test_SOURCES = tests/unit/disclosure_attack_test.c tests/unit/draw.h tests/unit/unit.h
tests_unit_disclosure_attack_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_disclosure_attack_test_LDADD = $(MEASURE_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/disclosure_attack_test
