# forms: the questionnaire format; libxml2 only here
noinst_LIBRARIES += forms/libforms.a
forms_libforms_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
forms_libforms_a_SOURCES = \
	forms/check.c forms/check.h \
	forms/check_groups.c \
	forms/check_items.c \
	forms/check_names.c \
	forms/check_rules.c \
	forms/check_scoring.c \
	forms/check_texts.c \
	forms/codebook.c forms/codebook.h \
	forms/codebook_emit.c \
	forms/form.c forms/form.h \
	forms/grammar.c forms/grammar.h \
	forms/group.c forms/group.h \
	forms/kinds/anchored.c \
	forms/kinds/battery.c \
	forms/kinds/choice.c \
	forms/kinds/choices.c \
	forms/kinds/date.c \
	forms/kinds/info.c \
	forms/kinds/kind.c forms/kinds/kind.h \
	forms/kinds/number.c \
	forms/kinds/rank.c \
	forms/kinds/text.c \
	forms/kinds/yesno.c \
	forms/load.c forms/load.h \
	forms/load_attr.c \
	forms/load_page.c \
	forms/load_scoring.c \
	forms/load_text.c \
	forms/loader.h \
	forms/names.c forms/names.h \
	forms/nearest.c forms/nearest.h \
	forms/plain.c forms/plain.h \
	forms/rule.c forms/rule.h \
	forms/rule_function.c forms/rule_function.h \
	forms/rule_read.c forms/rule_read.h \
	forms/scan.c forms/scan.h \
	forms/shape.c forms/shape.h \
	forms/value.c forms/value.h \
	forms/xml.c forms/xml.h
# What a respondent sees and sends.
forms_libforms_a_SOURCES += \
	forms/accept.c forms/accept.h \
	forms/ask/ask.c forms/ask/ask.h \
	forms/ask/choices.c \
	forms/ask/date.c \
	forms/ask/number.c \
	forms/ask/point.c \
	forms/ask/rank.c \
	forms/ask/text.c \
	forms/ask/yesno.c \
	forms/compare.c forms/compare.h \
	forms/compare_items.c \
	forms/compare_scoring.c \
	forms/flow.c forms/flow.h \
	forms/preview.c forms/preview.h \
	forms/render.c forms/render.h \
	forms/words.c
nodist_forms_libforms_a_SOURCES = forms/form_rng.h
FORMS_LIBS = forms/libforms.a $(XML_LIBS)

# The grammar travels inside the program.
forms/form_rng.h: $(srcdir)/forms/form.rng
	$(AM_V_GEN)$(MKDIR_P) forms && { echo 'static const unsigned char form_rng[] = {'; \
	od -An -v -tx1 $(srcdir)/forms/form.rng | sed 's/ *\([0-9a-f][0-9a-f]\)/0x\1,/g'; echo '};'; } > $@.new && mv $@.new $@
BUILT_SOURCES += forms/form_rng.h
CLEANFILES += forms/form_rng.h
EXTRA_DIST += forms/form.rng

check_PROGRAMS += tests/unit/form_test
tests_unit_form_test_SOURCES = tests/unit/form_test.c tests/unit/unit.h
tests_unit_form_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_form_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/form_test

check_PROGRAMS += tests/unit/asking_test
tests_unit_asking_test_SOURCES = tests/unit/asking_test.c tests/unit/unit.h
tests_unit_asking_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_asking_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/asking_test

check_PROGRAMS += tests/unit/compare_test
tests_unit_compare_test_SOURCES = tests/unit/compare_test.c tests/unit/replaced.h tests/unit/unit.h
tests_unit_compare_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_compare_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/compare_test

check_PROGRAMS += tests/unit/group_test
tests_unit_group_test_SOURCES = tests/unit/group_test.c tests/unit/replaced.h tests/unit/unit.h
tests_unit_group_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_group_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/group_test

check_PROGRAMS += tests/unit/preview_test
tests_unit_preview_test_SOURCES = tests/unit/preview_test.c tests/unit/unit.h
tests_unit_preview_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_preview_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/preview_test

check_PROGRAMS += tests/unit/form_files_test
tests_unit_form_files_test_SOURCES = tests/unit/form_files_test.c tests/unit/unit.h
tests_unit_form_files_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_form_files_test_LDADD = $(FORMS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS) -lm
TESTS += tests/unit/form_files_test
EXTRA_DIST += tests/data/good tests/data/bad

dist_check_SCRIPTS += tests/flow/form.t tests/flow/forms-hostile.t
TESTS += tests/flow/form.t tests/flow/forms-hostile.t
EXTRA_DIST += tests/hostile/forms.py tests/hostile/listener.py

# Not part of make check: figures wander with the machine.
check_PROGRAMS += tests/bench/form_bench
tests_bench_form_bench_SOURCES = tests/bench/form_bench.c
tests_bench_form_bench_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_bench_form_bench_LDADD = $(FORMS_LIBS) $(BASE_LIBS) -lm
.PHONY: bench-forms
bench-forms: tests/bench/form_bench
	tests/bench/form_bench $(srcdir)/forms/form.rng
