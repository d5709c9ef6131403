/* portfolio_samples.c - writes benchmarks of portfolios of every size as reports: portfolio_samples DIRECTORY */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/lang.h"
#include "reports/report.h"
#include "tests/unit/sample_benchmark.h"

enum { MANY = 10000, PRINTED = 60 };

static bool
write_named(struct ctx *c, const char *dir, const char *name, const struct benchmark *b)
{
	static const char *const langs[] = { "en", "de", "fr", "nl" };

	for (size_t l = 0; l < sizeof(langs) / sizeof(*langs); l++)
		if (!report_benchmark_write(c, b, langs[l], arena_printf(c->arena, "%s/%s.%s.html", dir, name, langs[l])))
			return false;
	return b->n_alliances > PRINTED || report_benchmark_write(c, b, "en", arena_printf(c->arena, "%s/%s.en.pdf", dir, name));
}

static bool
write_sizes(struct ctx *c, const char *dir)
{
	static const size_t sizes[] = { 6, 24, 60, 200 };
	const struct benchmark_choice all = { .type = NULL };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++)
		if (!write_named(c, dir, arena_printf(c->arena, "portfolio-%zu", sizes[i]),
		    sample_benchmark(c->arena, sizes[i], &all, NULL)))
			return false;
	return true;
}

static bool
write_own(struct ctx *c, const char *dir)
{
	const struct benchmark_choice one = { .own = sample_benchmark_key(c->arena, PLANTED_DROP) };

	return write_named(c, dir, "portfolio-own", sample_benchmark(c->arena, 24, &one, NULL))
	    && write_named(c, dir, "portfolio-refused", sample_benchmark(c->arena, 5, &one, NULL));
}

static double
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static bool
write_many(struct ctx *c, const char *dir)
{
	const struct benchmark *b = sample_benchmark_figures(c->arena, MANY);
	struct buf *out = buf_new(c->arena);
	double begin = milliseconds();

	report_benchmark_html(b, "en", out);
	printf("# a benchmark of %d alliances: %zu kB of HTML in %.0f ms\n", MANY, out->n / 1024, milliseconds() - begin);
	return report_benchmark_write(c, b, "en", arena_printf(c->arena, "%s/portfolio-many.en.html", dir));
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	bool done;

	if (argc != 2) {
		fputs("usage: portfolio_samples DIRECTORY\n", stderr);
		return 64;
	}
	lang_init();
	done = write_sizes(&c, argv[1]) && write_own(&c, argv[1]) && write_many(&c, argv[1]);
	if (!done)
		fprintf(stderr, "portfolio_samples: %s\n", c.failure_text);
	arena_free(c.arena);
	return done ? 0 : 1;
}
