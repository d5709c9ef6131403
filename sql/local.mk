# sql: migrations and statements; libpq only here
SQL_STATEMENTS = \
	sql/statements/alliance.sql sql/statements/answer.sql sql/statements/audit.sql sql/statements/form.sql \
	sql/statements/invitation.sql sql/statements/job.sql sql/statements/migration.sql sql/statements/nomination.sql \
	sql/statements/person.sql sql/statements/portfolio.sql \
	sql/statements/release.sql sql/statements/seal.sql sql/statements/wave.sql
SQL_MIGRATIONS = sql/roles.sql sql/migrations/0001-fieldwork.sql sql/migrations/0002-answers.sql sql/migrations/0003-releases.sql \
	sql/migrations/0004-closing-day.sql sql/migrations/0005-packed-answers.sql sql/migrations/0006-answering.sql \
	sql/migrations/0007-assessment.sql sql/migrations/0008-benchmark.sql sql/migrations/0009-rater-counts.sql
noinst_LIBRARIES += sql/libsql.a
sql_libsql_a_CPPFLAGS = $(AM_CPPFLAGS) $(PQ_CFLAGS)
sql_libsql_a_SOURCES = \
	sql/call.c sql/call.h \
	sql/db.c sql/db.h \
	sql/migrate.c sql/migrate.h \
	sql/script.h \
	sql/value.c sql/value.h
nodist_sql_libsql_a_SOURCES = sql/q.c sql/q.h sql/scripts.c
SQL_LIBS = sql/libsql.a $(PQ_LIBS)

sql/q.h: sql/stmt.awk $(SQL_STATEMENTS) sql/local.mk
	$(AM_V_GEN)$(MKDIR_P) sql && cd $(srcdir) && $(AWK) -v want=h -f sql/stmt.awk $(SQL_STATEMENTS) \
		> '$(abs_builddir)/$@.tmp' && mv '$(abs_builddir)/$@.tmp' '$(abs_builddir)/$@'
sql/q.c: sql/stmt.awk $(SQL_STATEMENTS) sql/local.mk
	$(AM_V_GEN)$(MKDIR_P) sql && cd $(srcdir) && $(AWK) -v want=c -f sql/stmt.awk $(SQL_STATEMENTS) \
		> '$(abs_builddir)/$@.tmp' && mv '$(abs_builddir)/$@.tmp' '$(abs_builddir)/$@'
sql/scripts.c: base/embed.awk $(SQL_MIGRATIONS) sql/local.mk
	$(AM_V_GEN)$(MKDIR_P) sql && { \
		echo '#include "sql/script.h"'; \
		table='const struct script scripts[] = {' n=0; \
		for file in $(SQL_MIGRATIONS); do \
			n=$$((n + 1)) table="$$table { \"$$(basename $$file .sql)\", text_$$n },"; \
			$(AWK) -v name=text_$$n -f $(srcdir)/base/embed.awk $(srcdir)/$$file || exit; \
		done; \
		echo "$$table };"; \
		echo 'const size_t n_scripts = sizeof(scripts) / sizeof(*scripts);'; \
	} >$@.tmp && mv $@.tmp $@
BUILT_SOURCES += sql/q.h
CLEANFILES += sql/q.h sql/q.c sql/scripts.c
EXTRA_DIST += sql/stmt.awk $(SQL_STATEMENTS) $(SQL_MIGRATIONS) sql/schema.sql
dist_check_SCRIPTS += tests/flow/migrate.t tests/flow/statements.t tests/flow/upgrade.t
EXTRA_DIST += tests/flow/lib.sh
TESTS += tests/flow/migrate.t tests/flow/statements.t tests/flow/upgrade.t

clean-local: clean-cluster
clean-cluster:
	rm -rf tests/flow/cluster.*
.PHONY: clean-cluster
$(sql_libsql_a_OBJECTS): sql/q.h
