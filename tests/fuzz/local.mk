# Fuzz drivers: replayed over their corpus by `make check`; with --enable-fuzz CC=clang also built as libFuzzer programs,
# run as `tests/fuzz/csv_fuzz NEW_INPUTS $(srcdir)/tests/fuzz/corpus/csv`
csv_driver = tests/fuzz/csv_fuzz.c tests/fuzz/fuzz.h
urlenc_driver = tests/fuzz/urlenc_fuzz.c tests/fuzz/fuzz.h
disclosure_driver = tests/fuzz/disclosure_fuzz.c tests/fuzz/fuzz.h tests/unit/brute.c tests/unit/brute.h

replays = \
	tests/fuzz/csv_replay \
	tests/fuzz/disclosure_replay \
	tests/fuzz/urlenc_replay
check_PROGRAMS += $(replays)
TESTS += $(replays)
EXTRA_DIST += tests/fuzz/corpus

tests_fuzz_csv_replay_SOURCES = $(csv_driver) tests/fuzz/replay.c
tests_fuzz_csv_replay_LDADD = $(BASE_LIBS)
tests_fuzz_disclosure_replay_SOURCES = $(disclosure_driver) tests/fuzz/replay.c
tests_fuzz_disclosure_replay_LDADD = $(MEASURE_LIBS) $(BASE_LIBS)
tests_fuzz_urlenc_replay_SOURCES = $(urlenc_driver) tests/fuzz/replay.c
tests_fuzz_urlenc_replay_LDADD = $(BASE_LIBS) -lm

if FUZZ
noinst_PROGRAMS += \
	tests/fuzz/csv_fuzz \
	tests/fuzz/disclosure_fuzz \
	tests/fuzz/urlenc_fuzz
libfuzzer = $(AM_LDFLAGS) -fsanitize=fuzzer

tests_fuzz_csv_fuzz_SOURCES = $(csv_driver)
tests_fuzz_csv_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_csv_fuzz_LDADD = $(tests_fuzz_csv_replay_LDADD)
tests_fuzz_disclosure_fuzz_SOURCES = $(disclosure_driver)
tests_fuzz_disclosure_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_disclosure_fuzz_LDADD = $(tests_fuzz_disclosure_replay_LDADD)
tests_fuzz_urlenc_fuzz_SOURCES = $(urlenc_driver)
tests_fuzz_urlenc_fuzz_LDFLAGS = $(libfuzzer)
tests_fuzz_urlenc_fuzz_LDADD = $(tests_fuzz_urlenc_replay_LDADD)
endif
