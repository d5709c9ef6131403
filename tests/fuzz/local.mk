# Fuzz drivers: replayed over their corpus by `make check`; with --enable-fuzz CC=clang also built as libFuzzer programs,
# run as `tests/fuzz/form_fuzz -dict=$(srcdir)/tests/fuzz/form.dict NEW_INPUTS $(srcdir)/tests/fuzz/corpus/form`
EXTRA_DIST += tests/fuzz/corpus tests/fuzz/form.dict

small_form = tests/fuzz/small_form.c tests/fuzz/small_form.h
replays = \
	tests/fuzz/analyse_replay \
	tests/fuzz/benchmark_replay \
	tests/fuzz/csv_replay \
	tests/fuzz/disclosure_replay \
	tests/fuzz/distribution_replay \
	tests/fuzz/form_replay \
	tests/fuzz/groups_replay \
	tests/fuzz/page_replay \
	tests/fuzz/request_replay \
	tests/fuzz/rule_replay \
	tests/fuzz/sides_replay \
	tests/fuzz/stats_replay \
	tests/fuzz/tallies_replay \
	tests/fuzz/urlenc_replay
check_PROGRAMS += $(replays)
TESTS += $(replays)

analyse_driver = tests/fuzz/analyse_fuzz.c tests/fuzz/fuzz.h \
	$(small_form) tests/fuzz/html_check.c tests/fuzz/html_check.h
tests_fuzz_analyse_replay_SOURCES = $(analyse_driver) tests/fuzz/replay.c
tests_fuzz_analyse_replay_LDADD = $(REPORTS_LIBS) $(BASE_LIBS)
benchmark_driver = tests/fuzz/benchmark_fuzz.c tests/fuzz/fuzz.h
tests_fuzz_benchmark_replay_SOURCES = $(benchmark_driver) tests/fuzz/replay.c
tests_fuzz_benchmark_replay_LDADD = $(MEASURE_LIBS) $(BASE_LIBS)
csv_driver = tests/fuzz/csv_fuzz.c tests/fuzz/fuzz.h
tests_fuzz_csv_replay_SOURCES = $(csv_driver) tests/fuzz/replay.c
tests_fuzz_csv_replay_LDADD = $(BASE_LIBS)
disclosure_driver = tests/fuzz/disclosure_fuzz.c tests/fuzz/fuzz.h tests/unit/brute.c tests/unit/brute.h
tests_fuzz_disclosure_replay_SOURCES = $(disclosure_driver) tests/fuzz/replay.c
tests_fuzz_disclosure_replay_LDADD = $(MEASURE_LIBS) $(BASE_LIBS)
distribution_driver = tests/fuzz/distribution_fuzz.c tests/fuzz/fuzz.h tests/fuzz/within.h
tests_fuzz_distribution_replay_SOURCES = $(distribution_driver) tests/fuzz/replay.c
tests_fuzz_distribution_replay_LDADD = $(STATS_LIBS) $(BASE_LIBS)
form_driver = tests/fuzz/form_fuzz.c tests/fuzz/fuzz.h \
	$(small_form) tests/fuzz/html_check.c tests/fuzz/html_check.h
tests_fuzz_form_replay_SOURCES = $(form_driver) tests/fuzz/replay.c
tests_fuzz_form_replay_LDADD = $(FORMS_LIBS) $(BASE_LIBS) -lm
groups_driver = tests/fuzz/groups_fuzz.c tests/fuzz/fuzz.h tests/fuzz/within.h
tests_fuzz_groups_replay_SOURCES = $(groups_driver) tests/fuzz/replay.c
tests_fuzz_groups_replay_LDADD = $(STATS_LIBS) $(BASE_LIBS)
page_driver = tests/fuzz/page_fuzz.c tests/fuzz/fuzz.h \
	$(small_form) tests/fuzz/html_check.c tests/fuzz/html_check.h
tests_fuzz_page_replay_SOURCES = $(page_driver) tests/fuzz/replay.c
tests_fuzz_page_replay_LDADD = $(FORMS_LIBS) $(BASE_LIBS) -lm
request_driver = tests/fuzz/request_fuzz.c tests/fuzz/fuzz.h
tests_fuzz_request_replay_SOURCES = $(request_driver) tests/fuzz/replay.c
tests_fuzz_request_replay_LDADD = fcgi/libshared.a $(BASE_LIBS)
rule_driver = tests/fuzz/rule_fuzz.c tests/fuzz/fuzz.h $(small_form)
tests_fuzz_rule_replay_SOURCES = $(rule_driver) tests/fuzz/replay.c
tests_fuzz_rule_replay_LDADD = $(FORMS_LIBS) $(BASE_LIBS) -lm
sides_driver = tests/fuzz/sides_fuzz.c tests/fuzz/fuzz.h tests/fuzz/within.h
tests_fuzz_sides_replay_SOURCES = $(sides_driver) tests/fuzz/replay.c
tests_fuzz_sides_replay_LDADD = $(STATS_LIBS) $(BASE_LIBS)
stats_driver = tests/fuzz/stats_fuzz.c tests/fuzz/fuzz.h tests/fuzz/within.h
tests_fuzz_stats_replay_SOURCES = $(stats_driver) tests/fuzz/replay.c
tests_fuzz_stats_replay_LDADD = $(STATS_LIBS) $(BASE_LIBS)
tallies_driver = tests/fuzz/tallies_fuzz.c tests/fuzz/fuzz.h tests/fuzz/within.h
tests_fuzz_tallies_replay_SOURCES = $(tallies_driver) tests/fuzz/replay.c
tests_fuzz_tallies_replay_LDADD = $(STATS_LIBS) $(BASE_LIBS)
urlenc_driver = tests/fuzz/urlenc_fuzz.c tests/fuzz/fuzz.h
tests_fuzz_urlenc_replay_SOURCES = $(urlenc_driver) tests/fuzz/replay.c
tests_fuzz_urlenc_replay_LDADD = $(BASE_LIBS) -lm

if FUZZ
noinst_PROGRAMS += \
	tests/fuzz/analyse_fuzz \
	tests/fuzz/benchmark_fuzz \
	tests/fuzz/csv_fuzz \
	tests/fuzz/disclosure_fuzz \
	tests/fuzz/distribution_fuzz \
	tests/fuzz/form_fuzz \
	tests/fuzz/groups_fuzz \
	tests/fuzz/page_fuzz \
	tests/fuzz/request_fuzz \
	tests/fuzz/rule_fuzz \
	tests/fuzz/sides_fuzz \
	tests/fuzz/stats_fuzz \
	tests/fuzz/tallies_fuzz \
	tests/fuzz/urlenc_fuzz
libfuzzer = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_analyse_fuzz_SOURCES = $(analyse_driver)
tests_fuzz_analyse_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_analyse_fuzz_LDADD = $(tests_fuzz_analyse_replay_LDADD)
tests_fuzz_benchmark_fuzz_SOURCES = $(benchmark_driver)
tests_fuzz_benchmark_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_benchmark_fuzz_LDADD = $(tests_fuzz_benchmark_replay_LDADD)
tests_fuzz_csv_fuzz_SOURCES = $(csv_driver)
tests_fuzz_csv_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_csv_fuzz_LDADD = $(tests_fuzz_csv_replay_LDADD)
tests_fuzz_disclosure_fuzz_SOURCES = $(disclosure_driver)
tests_fuzz_disclosure_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_disclosure_fuzz_LDADD = $(tests_fuzz_disclosure_replay_LDADD)
tests_fuzz_distribution_fuzz_SOURCES = $(distribution_driver)
tests_fuzz_distribution_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_distribution_fuzz_LDADD = $(tests_fuzz_distribution_replay_LDADD)
tests_fuzz_form_fuzz_SOURCES = $(form_driver) tests/fuzz/form_mutate.c
tests_fuzz_form_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_form_fuzz_LDADD = $(tests_fuzz_form_replay_LDADD)
tests_fuzz_groups_fuzz_SOURCES = $(groups_driver)
tests_fuzz_groups_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_groups_fuzz_LDADD = $(tests_fuzz_groups_replay_LDADD)
tests_fuzz_page_fuzz_SOURCES = $(page_driver)
tests_fuzz_page_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_page_fuzz_LDADD = $(tests_fuzz_page_replay_LDADD)
tests_fuzz_request_fuzz_SOURCES = $(request_driver)
tests_fuzz_request_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_request_fuzz_LDADD = $(tests_fuzz_request_replay_LDADD)
tests_fuzz_rule_fuzz_SOURCES = $(rule_driver)
tests_fuzz_rule_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_rule_fuzz_LDADD = $(tests_fuzz_rule_replay_LDADD)
tests_fuzz_sides_fuzz_SOURCES = $(sides_driver)
tests_fuzz_sides_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_sides_fuzz_LDADD = $(tests_fuzz_sides_replay_LDADD)
tests_fuzz_stats_fuzz_SOURCES = $(stats_driver)
tests_fuzz_stats_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_stats_fuzz_LDADD = $(tests_fuzz_stats_replay_LDADD)
tests_fuzz_tallies_fuzz_SOURCES = $(tallies_driver)
tests_fuzz_tallies_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_tallies_fuzz_LDADD = $(tests_fuzz_tallies_replay_LDADD)
tests_fuzz_urlenc_fuzz_SOURCES = $(urlenc_driver)
tests_fuzz_urlenc_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_urlenc_fuzz_LDADD = $(tests_fuzz_urlenc_replay_LDADD)
endif
