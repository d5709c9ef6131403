# engine/fieldwork: the workflow, over sql/
noinst_LIBRARIES += engine/fieldwork/libfieldwork.a
engine_fieldwork_libfieldwork_a_SOURCES = \
	engine/fieldwork/alliance.c engine/fieldwork/alliance.h \
	engine/fieldwork/closing.c engine/fieldwork/closing.h \
	engine/fieldwork/invitation.c engine/fieldwork/invitation.h \
	engine/fieldwork/job.c engine/fieldwork/job.h \
	engine/fieldwork/packing.c engine/fieldwork/packing.h \
	engine/fieldwork/person.c engine/fieldwork/person.h \
	engine/fieldwork/nomination.c engine/fieldwork/nomination.h \
	engine/fieldwork/portfolio.c engine/fieldwork/portfolio.h \
	engine/fieldwork/published.c engine/fieldwork/published.h \
	engine/fieldwork/release.c engine/fieldwork/release.h \
	engine/fieldwork/seal.c engine/fieldwork/seal.h \
	engine/fieldwork/sitting.c engine/fieldwork/sitting.h \
	engine/fieldwork/ticket.c engine/fieldwork/ticket.h \
	engine/fieldwork/wave.c engine/fieldwork/wave.h
FIELDWORK_LIBS = engine/fieldwork/libfieldwork.a $(MEASURE_LIBS) $(SQL_LIBS)
$(engine_fieldwork_libfieldwork_a_OBJECTS): sql/q.h

check_PROGRAMS += tests/unit/packing_test
tests_unit_packing_test_SOURCES = tests/unit/packing_test.c tests/unit/unit.h
tests_unit_packing_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_packing_test_LDADD = engine/fieldwork/libfieldwork.a $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/packing_test

check_PROGRAMS += tests/flow/respondent
tests_flow_respondent_SOURCES = tests/flow/respondent.c
tests_flow_respondent_LDADD = $(FIELDWORK_LIBS) $(BASE_LIBS)
EXTRA_DIST += tests/data/fieldwork.xml
dist_check_SCRIPTS += tests/flow/assessment.t tests/flow/assessment-hostile.t tests/flow/benchmark.t tests/flow/closing.t tests/flow/crash.t tests/flow/fieldwork.t tests/flow/promises.t tests/flow/seal.t
TESTS += tests/flow/assessment.t tests/flow/assessment-hostile.t tests/flow/benchmark.t tests/flow/closing.t tests/flow/crash.t tests/flow/fieldwork.t tests/flow/promises.t tests/flow/seal.t
