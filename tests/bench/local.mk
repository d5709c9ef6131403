# tests/bench: what serving, saving, sealing and loading cost, against floors and peers; not in `make check`
bench_programs = \
	tests/bench/floor \
	tests/bench/forms \
	tests/bench/gap \
	tests/bench/graded \
	tests/bench/groups \
	tests/bench/invite \
	tests/bench/load \
	tests/bench/portfolio \
	tests/bench/releases \
	tests/bench/report \
	tests/bench/saves \
	tests/bench/scales \
	tests/bench/sealed
EXTRA_PROGRAMS = $(bench_programs)
CLEANFILES += $(bench_programs)

bench_statement = tests/bench/statement.c tests/bench/statement.h
tests_bench_floor_SOURCES = tests/bench/floor.c $(bench_statement)
tests_bench_floor_CPPFLAGS = $(AM_CPPFLAGS) $(PQ_CFLAGS)
tests_bench_floor_LDADD = $(BASE_LIBS) $(PQ_LIBS) -lfcgi

bench_clock = tests/bench/clock.c tests/bench/clock.h
tests_bench_forms_SOURCES = tests/bench/forms.c $(bench_clock)
tests_bench_forms_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_bench_forms_LDADD = $(FORMS_LIBS) $(BASE_LIBS) -lm

tests_bench_gap_SOURCES = tests/bench/gap.c $(bench_clock)
tests_bench_gap_LDADD = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS)

tests_bench_graded_SOURCES = tests/bench/graded.c $(bench_clock)
tests_bench_graded_LDADD = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS)

tests_bench_groups_SOURCES = tests/bench/groups.c $(bench_clock)
tests_bench_groups_LDADD = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS)

bench_respondent = tests/bench/respondent.c tests/bench/respondent.h
tests_bench_invite_SOURCES = tests/bench/invite.c $(bench_respondent)
tests_bench_invite_LDADD = fcgi/libshared.a $(BASE_LIBS)

tests_bench_load_SOURCES = tests/bench/load.c $(bench_clock) $(bench_respondent)
tests_bench_load_LDADD = $(BASE_LIBS)

tests_bench_portfolio_SOURCES = tests/bench/portfolio.c tests/unit/draw.h $(bench_clock)
tests_bench_portfolio_LDADD = $(STATS_LIBS) $(BASE_LIBS)

tests_bench_releases_SOURCES = tests/bench/releases.c
tests_bench_releases_LDADD = tests/unit/libpooled.a $(MEASURE_LIBS) $(BASE_LIBS)

tests_bench_report_SOURCES = tests/bench/report.c $(bench_clock)
tests_bench_report_LDADD = $(REPORTS_LIBS) $(BASE_LIBS)

tests_bench_saves_SOURCES = tests/bench/saves.c $(bench_statement) $(bench_clock) $(bench_respondent)
tests_bench_saves_CPPFLAGS = $(AM_CPPFLAGS) $(PQ_CFLAGS)
tests_bench_saves_LDADD = $(BASE_LIBS) $(PQ_LIBS)

tests_bench_scales_SOURCES = tests/bench/scales.c $(bench_clock)
tests_bench_scales_LDADD = tests/stats/libreference.a $(STATS_LIBS) $(BASE_LIBS)

# The product's own way of streaming a statement and of reading packed codes, over a statement that only this needs.
tests_bench_sealed_SOURCES = tests/bench/sealed.c $(bench_clock)
nodist_tests_bench_sealed_SOURCES = tests/bench/sealed_q.c tests/bench/sealed_q.h
tests_bench_sealed_CPPFLAGS = $(AM_CPPFLAGS) $(PQ_CFLAGS)
tests_bench_sealed_LDADD = engine/fieldwork/libfieldwork.a $(SQL_LIBS) $(BASE_LIBS)
SEALED_Q = $(AM_V_GEN)$(MKDIR_P) tests/bench && $(AWK) -f $(srcdir)/sql/stmt.awk
tests/bench/sealed_q.h: sql/stmt.awk tests/bench/sealed.sql
	$(SEALED_Q) -v want=h $(srcdir)/tests/bench/sealed.sql > $@
tests/bench/sealed_q.c: sql/stmt.awk tests/bench/sealed.sql
	$(SEALED_Q) -v want=c $(srcdir)/tests/bench/sealed.sql | sed 's|"sql/q.h"|"tests/bench/sealed_q.h"|' > $@
tests/bench/sealed-sealed.$(OBJEXT): tests/bench/sealed_q.h
tests/bench/sealed-sealed_q.$(OBJEXT): tests/bench/sealed_q.h
CLEANFILES += tests/bench/sealed_q.h tests/bench/sealed_q.c tests/bench/slow_disk.so

tests/bench/slow_disk.so: tests/bench/slow_disk.c
	$(AM_V_CC)$(MKDIR_P) tests/bench && \
	$(CC) -D_GNU_SOURCE -shared -fPIC -O2 -o $@ $(srcdir)/tests/bench/slow_disk.c -ldl

EXTRA_DIST += \
	tests/bench/form.awk tests/bench/groups.py tests/bench/house.sh tests/bench/lib.sh tests/bench/pages.sh tests/bench/peer.js \
	tests/bench/peer.php tests/bench/peers.conf.in tests/bench/portfolio.py tests/bench/run tests/bench/saving.sh tests/bench/scales.py tests/bench/spent.py \
	tests/bench/sealed.sql tests/bench/slow_disk.c

bench: all
	$(MAKE) $(AM_MAKEFLAGS) $(bench_programs) tests/bench/slow_disk.so
	$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/bench/run
.PHONY: bench

mostlyclean-local: clean-bench
clean-bench:
	rm -rf tests/bench/node_modules
.PHONY: clean-bench
