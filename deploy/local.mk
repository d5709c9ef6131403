# deploy: templates for the machines Attune runs on
EXTRA_DIST += deploy/nginx.conf.in deploy/demo/run deploy/demo/respondents.py deploy/demo/alliances.csv \
	deploy/demo/organisations.csv deploy/demo/functions.csv \
	deploy/demo/opinions.csv deploy/demo/calendar.sql deploy/demo/comments.csv
CLEANFILES += deploy/nginx.conf.inc
deploy/nginx.conf.inc: deploy/nginx.conf.in base/embed.awk
	$(AM_V_GEN)$(MKDIR_P) deploy && $(AWK) -v name=nginx_conf -f $(top_srcdir)/base/embed.awk $(top_srcdir)/deploy/nginx.conf.in >$@
dist_check_SCRIPTS += tests/flow/demo.t
TESTS += tests/flow/demo.t
