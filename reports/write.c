/* write.c - a report into a file of the kind its name tells */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/process.h"
#include "base/str.h"
#include "engine/measure/cell.h"
#include "reports/report.h"

enum { PDF_SECONDS = 60 };

void
report_html(const struct release *r, const struct form *f, const char *lang, struct buf *out)
{
	if (r->person != NULL)
		report_profile_html(r, f, lang, out);
	else
		report_health_html(r, f, lang, out);
}

static bool
save(struct ctx *c, const char *path, const struct buf *content)
{
	if (!str_write_file(path, content->bytes, content->n))
		return fail(c, E_SYSTEM, "cannot write %s: %s", path, strerror(errno));
	return true;
}

static bool
write_pdf(struct ctx *c, const struct buf *page, const char *path)
{
	const char *html = arena_printf(c->arena, "%s.html~", path), *pdf = arena_printf(c->arena, "%s~",
		path);
	const char *log = arena_printf(c->arena, "%s.log", path);
	const char *const argv[] = { WEASYPRINT, "--quiet", "--pdf-variant", "pdf/ua-1", html, pdf, NULL };
	bool done;

	done = save(c, html, page) && process_run(c, argv, log, PDF_SECONDS);
	unlink(html);
	if (!done) {
		unlink(pdf);
		return false;
	}
	unlink(log);
	if (rename(pdf, path) != 0)
		return fail(c, E_SYSTEM, "cannot write %s: %s", path, strerror(errno));
	return true;
}

bool
report_write(struct ctx *c, const struct release *r, const struct form *f, const char *lang, const char *path)
{
	struct buf *out = buf_new(c->arena);

	if (str_ends(path, ".html") || str_ends(path, ".pdf"))
		report_html(r, f, lang, out);
	else if (str_ends(path, ".json"))
		report_json(r, f, lang, out);
	else if (str_ends(path, ".csv"))
		report_csv(r, out);
	else
		return fail(c, E_INVALID, "%s: the name of a report ends in .html, .pdf, .json or .csv",
			path);
	return str_ends(path, ".pdf") ? write_pdf(c, out, path) : save(c, path, out);
}

bool
report_benchmark_write(struct ctx *c, const struct benchmark *b, const char *lang, const char *path)
{
	struct buf *out = buf_new(c->arena);

	if (str_ends(path, ".html") || str_ends(path, ".pdf"))
		report_benchmark_html(b, lang, out);
	else if (str_ends(path, ".json"))
		report_benchmark_json(b, out);
	else if (str_ends(path, ".csv"))
		report_benchmark_csv(b, out);
	else
		return fail(c, E_INVALID, "%s: the name of a benchmark ends in .html, .pdf, .json or .csv", path);
	return str_ends(path, ".pdf") ? write_pdf(c, out, path) : save(c, path, out);
}
