# reports: what people and other programs see of a release
noinst_LIBRARIES += reports/libreports.a
reports_libreports_a_CPPFLAGS = $(AM_CPPFLAGS) -DWEASYPRINT='"$(WEASYPRINT)"'
reports_libreports_a_SOURCES = \
	reports/benchmark_emit.c \
	reports/chart.c reports/charts.h \
	reports/chart_agreement.c \
	reports/chart_gaps.c \
	reports/chart_index.c \
	reports/chart_nps.c \
	reports/chart_perception.c \
	reports/chart_response.c \
	reports/chart_scores.c \
	reports/chart_signals.c \
	reports/comments.c \
	reports/health.c reports/health.h \
	reports/items.c \
	reports/json.c \
	reports/method.c \
	reports/page.c reports/page.h \
	reports/palette.c reports/palette.h \
	reports/portfolio/attention.c \
	reports/portfolio/changes.c \
	reports/portfolio/common.c \
	reports/portfolio/dimensions.c \
	reports/portfolio/distribution.c \
	reports/portfolio/drivers.c \
	reports/portfolio/estimates.c \
	reports/portfolio/funnel.c \
	reports/portfolio/gaps.c \
	reports/portfolio/heat.c \
	reports/portfolio/instrument.c \
	reports/portfolio/left_out.c \
	reports/portfolio/managers.c \
	reports/portfolio/method.c \
	reports/portfolio/own.c \
	reports/portfolio/places.h \
	reports/portfolio/portfolio.c reports/portfolio/portfolio.h \
	reports/portfolio/summary.c \
	reports/profile/advice.c reports/profile/advice.h \
	reports/profile/behaviours.c \
	reports/profile/change.c \
	reports/profile/circle.c reports/profile/circle.h \
	reports/profile/fit.c \
	reports/profile/level.h reports/profile/levels.c \
	reports/profile/method.c \
	reports/profile/profile.c \
	reports/profile/quadrants.c \
	reports/profile/radar.c reports/profile/radar.h \
	reports/profile/response.c \
	reports/profile/role.h \
	reports/profile/scores.c \
	reports/profile/section.h \
	reports/profile/summary.c \
	reports/profile/views.c \
	reports/report.h \
	reports/summary.c \
	reports/svg.c reports/svg.h \
	reports/table.c \
	reports/topics.c reports/topics.h \
	reports/view.c reports/view.h \
	reports/words.c reports/words.h \
	reports/write.c

# One file of CSS in the page, so that the report travels as one file.
REPORT_CSS = $(srcdir)/reports/css/page.css $(srcdir)/reports/css/charts.css $(srcdir)/reports/css/portfolio.css $(srcdir)/reports/css/profile.css $(srcdir)/reports/css/phone.css $(srcdir)/reports/css/print.css
reports/report.css.inc: $(REPORT_CSS) $(srcdir)/base/embed.awk
	$(AM_V_GEN)$(MKDIR_P) $(@D) && cat $(REPORT_CSS) | $(AWK) -v name=report_css -f $(srcdir)/base/embed.awk >$@.new && mv $@.new $@
reports/libreports_a-page.$(OBJEXT): reports/report.css.inc
tests/unit/palette_test-palette_test.$(OBJEXT): reports/report.css.inc
CLEANFILES += reports/report.css.inc
EXTRA_DIST += $(REPORT_CSS)
REPORTS_LIBS = reports/libreports.a $(MEASURE_LIBS)

sample_release = tests/unit/sample_form.c tests/unit/sample_release.c tests/unit/sample_release.h
sample_profile = tests/unit/assessment.c tests/unit/assessment.h tests/unit/sample_profile.c tests/unit/sample_profile.h
outputs = tests/unit/outputs.c tests/unit/outputs.h tests/unit/unit.h

check_PROGRAMS += tests/unit/report_test
tests_unit_report_test_SOURCES = tests/unit/report_test.c $(sample_release) $(outputs)
tests_unit_report_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_report_test_LDADD = $(REPORTS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/report_test

check_PROGRAMS += tests/unit/profile_report_test
tests_unit_profile_report_test_SOURCES = tests/unit/profile_report_test.c $(sample_profile) $(outputs)
tests_unit_profile_report_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_profile_report_test_LDADD = $(REPORTS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/profile_report_test

check_PROGRAMS += tests/unit/palette_test
tests_unit_palette_test_SOURCES = tests/unit/palette_test.c tests/unit/unit.h
tests_unit_palette_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_palette_test_LDADD = $(REPORTS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/palette_test

check_PROGRAMS += tests/unit/report_samples
tests_unit_report_samples_SOURCES = tests/unit/report_samples.c $(sample_release) $(sample_profile)
tests_unit_report_samples_LDADD = $(REPORTS_LIBS) $(BASE_LIBS)

sample_benchmark = tests/unit/sample_benchmark.c tests/unit/sample_benchmark.h
check_PROGRAMS += tests/unit/portfolio_samples
tests_unit_portfolio_samples_SOURCES = tests/unit/portfolio_samples.c $(sample_benchmark)
tests_unit_portfolio_samples_LDADD = tests/unit/libpooled.a $(REPORTS_LIBS) $(BASE_LIBS)

check_PROGRAMS += tests/unit/portfolio_report_test
tests_unit_portfolio_report_test_SOURCES = tests/unit/portfolio_report_test.c $(sample_benchmark) $(outputs)
tests_unit_portfolio_report_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_unit_portfolio_report_test_LDADD = tests/unit/libpooled.a $(REPORTS_LIBS) $(BASE_LIBS) $(CMOCKA_LIBS)
TESTS += tests/unit/portfolio_report_test
TESTS += tests/flow/portfolio.t tests/flow/report.t tests/flow/released.t
dist_check_SCRIPTS += tests/flow/portfolio.t tests/flow/report.t tests/flow/released.t
EXTRA_DIST += man/report.png tests/data/golden tests/data/raters.csv

# After a wanted change of a chart: write the golden files anew, then look at what git says has changed.
report-golden: tests/unit/report_test tests/unit/portfolio_report_test tests/unit/profile_report_test
	$(AM_TESTS_ENVIRONMENT) ATTUNE_WRITE_GOLDEN=yes tests/unit/report_test
	$(AM_TESTS_ENVIRONMENT) ATTUNE_WRITE_GOLDEN=yes tests/unit/profile_report_test
	$(AM_TESTS_ENVIRONMENT) ATTUNE_WRITE_GOLDEN=yes tests/unit/portfolio_report_test
.PHONY: report-golden
