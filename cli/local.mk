# cli: the command `attune`, one file per group of subcommands
bin_PROGRAMS += attune
attune_SOURCES = \
	cli/alliance.c \
	cli/analyse.c \
	cli/benchmark.c \
	cli/cli.c cli/cli.h \
	cli/cluster.c cli/cluster.h \
	cli/config.c \
	cli/family.c cli/family.h \
	cli/form.c \
	cli/form_preview.c \
	cli/link.c \
	cli/main.c \
	cli/migrate.c \
	cli/publish.c \
	cli/rater.c \
	cli/report.c \
	cli/serve.c \
	cli/site.c cli/site.h \
	cli/stats.c cli/stats.h \
	cli/stats_answers.c \
	cli/stats_drivers.c \
	cli/stats_groups.c \
	cli/stats_paired.c \
	cli/stats_raters.c \
	cli/stats_response.c \
	cli/stats_scale.c \
	cli/stats_sheet.c cli/stats_sheet.h \
	cli/stats_sides.c \
	cli/stats_table.c cli/stats_table.h \
	cli/stats_trend.c \
	cli/wave.c \
	cli/work.c
attune_CPPFLAGS = $(AM_CPPFLAGS) -DPG_BINDIR='"$(PG_BINDIR)"' -DNGINX='"$(NGINX)"'
attune_LDADD = \
	reports/libreports.a \
	$(FIELDWORK_LIBS) \
	$(BASE_LIBS)

cli/attune-site.$(OBJEXT): deploy/nginx.conf.inc
cli/attune-form_preview.$(OBJEXT): fcgi/static/answer.css.inc

dist_check_SCRIPTS += tests/flow/serve.t tests/flow/stats.t tests/flow/usage.t
TESTS += tests/flow/serve.t tests/flow/stats.t tests/flow/usage.t
