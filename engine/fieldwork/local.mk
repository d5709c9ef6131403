# engine/fieldwork: the workflow, over sql/
noinst_LIBRARIES += engine/fieldwork/libfieldwork.a
engine_fieldwork_libfieldwork_a_SOURCES = \
	engine/fieldwork/published.c engine/fieldwork/published.h \
	engine/fieldwork/sitting.c engine/fieldwork/sitting.h \
	engine/fieldwork/ticket.c engine/fieldwork/ticket.h
FIELDWORK_LIBS = engine/fieldwork/libfieldwork.a $(MEASURE_LIBS) $(SQL_LIBS)
