/* report_samples.c - writes every sample as a report in every language: report_samples DIRECTORY */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/ctx.h"
#include "base/lang.h"
#include "reports/report.h"
#include "tests/unit/sample_profile.h"
#include "tests/unit/sample_release.h"

static const char *const names[N_SAMPLES] = { "full", "three", "small-side", "cannot-tell", "bands" };
static const char *const profiles[N_PROFILES] = { "profile", "profile-few", "profile-small" };
static const char *const langs[] = { "en", "de", "fr", "nl" };

static bool
write_sample(struct ctx *c, const char *dir, enum sample sample, const char *lang)
{
	static const char *const kinds[] = { "html", "json", "csv" };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!report_write(c, sample_release(c->arena, sample, NULL), sample_form(c->arena), lang,
		    arena_printf(c->arena, "%s/%s.%s.%s", dir, names[sample], lang, kinds[i])))
			return false;
	return true;
}

static bool
write_profile(struct ctx *c, const char *dir, enum profile_sample sample, const char *lang)
{
	static const char *const kinds[] = { "html", "json", "csv" };
	const struct form *form;
	const struct release *release = sample_profile(c->arena, sample, NULL, &form);

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (!report_write(c, release, form, lang,
		    arena_printf(c->arena, "%s/%s.%s.%s", dir, profiles[sample], lang, kinds[i])))
			return false;
	return true;
}

static bool
write_profile_pdf(struct ctx *c, const char *dir)
{
	const struct form *form;
	const struct release *release = sample_profile(c->arena, PROFILE_FULL, NULL, &form);

	return report_write(c, release, form, "en", arena_printf(c->arena, "%s/profile.en.pdf", dir));
}

static bool
write_all(struct ctx *c, const char *dir)
{
	for (enum sample s = 0; s < N_SAMPLES; s++)
		for (size_t l = 0; l < sizeof(langs) / sizeof(*langs); l++)
			if (!write_sample(c, dir, s, langs[l]))
				return false;
	for (enum profile_sample s = 0; s < N_PROFILES; s++)
		for (size_t l = 0; l < sizeof(langs) / sizeof(*langs); l++)
			if (!write_profile(c, dir, s, langs[l]))
				return false;
	return write_profile_pdf(c, dir) && report_write(c, sample_release(c->arena, SAMPLE_FULL, NULL), sample_form(c->arena), "en",
		arena_printf(c->arena, "%s/full.en.pdf", dir));
}

static double
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return 1e3 * (double)now.tv_sec + 1e-6 * (double)now.tv_nsec;
}

static void
print_speed(struct arena *a)
{
	enum { TIMES = 20 };
	const struct release *r = sample_release(a, SAMPLE_FULL, NULL);
	const struct form *f = sample_form(a);
	double begin = milliseconds();

	for (int i = 0; i < TIMES; i++) {
		struct arena *own = arena_new();

		report_health_html(r, f, "en", buf_new(own));
		arena_free(own);
	}
	printf("# a report from 24 responses takes %.2f ms\n", (milliseconds() - begin) / TIMES);
}

int
main(int argc, char **argv)
{
	struct ctx c = { .arena = arena_new() };
	bool done;

	if (argc != 2) {
		fputs("usage: report_samples DIRECTORY\n", stderr);
		return 64;
	}
	lang_init();
	done = write_all(&c, argv[1]);
	if (!done)
		fprintf(stderr, "report_samples: %s\n", c.failure_text);
	print_speed(c.arena);
	arena_free(c.arena);
	return done ? 0 : 1;
}
