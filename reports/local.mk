# reports: what people and other programs see of a release
noinst_LIBRARIES += reports/libreports.a
reports_libreports_a_CPPFLAGS = $(AM_CPPFLAGS) -DWEASYPRINT='"$(WEASYPRINT)"'
reports_libreports_a_SOURCES = \
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
	reports/palette.c reports/palette.h \
	reports/report.h \
	reports/summary.c \
	reports/svg.c reports/svg.h \
	reports/table.c \
	reports/topics.c reports/topics.h \
	reports/view.c reports/view.h \
	reports/words.c reports/words.h \
	reports/write.c

# One file of CSS in the page, so that the report travels as one file.
REPORT_CSS = $(srcdir)/reports/css/page.css $(srcdir)/reports/css/charts.css $(srcdir)/reports/css/phone.css $(srcdir)/reports/css/print.css
reports/css.h: $(REPORT_CSS) $(srcdir)/base/embed.awk
	$(AM_V_GEN)$(MKDIR_P) reports && cat $(REPORT_CSS) | $(AWK) -v name=report_css -f $(srcdir)/base/embed.awk > $@.new && mv $@.new $@
BUILT_SOURCES += reports/css.h
CLEANFILES += reports/css.h
EXTRA_DIST += $(REPORT_CSS)
