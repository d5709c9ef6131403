/* releases.c - a portfolio straight into the tables of releases: releases FORM.xml ALLIANCES WAVES prints SQL for psql */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of 200 alliances of 2 x 12 people are drawn and measured; what a closing would store of them is dealt out over all
 * alliances and waves, a wave later an alliance gets one of a slightly other level. The form is published already. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/str.h"
#include "base/token.h"
#include "engine/measure/benchmark/contribution.h"
#include "engine/measure/measure.h"
#include "forms/form.h"
#include "tests/unit/pooled.h"

enum { TEMPLATES = 200, PEOPLE = 12, STEP = 7 };

struct template {
	const char *figures, *tallies, *crosses;	/* hex */
};

static const char *
hex(struct arena *a, const struct buf *b)
{
	return token_hex(a, (const unsigned char *)b->bytes, b->n);
}

static struct template
measured(struct arena *a, const struct form *form, double level)
{
	const size_t people[] = { PEOPLE, PEOPLE };
	struct wave_answers w = pooled_wave(a, form, people, 2);
	struct buf *figures = buf_new(a), *tallies = buf_new(a), *crosses = buf_new(a);
	const struct release *release;
	struct contribution c;
	struct contribution_cross *x;
	struct tallies t;
	size_t n;

	pooled_draw(&w, level);
	release = measure_wave(a, &w);
	c = contribution_of(a, &w, release);
	contribution_write(&c, figures);
	t = contribution_tallies(a, &w, release);
	encoding_write(&t, tallies);
	x = contribution_crosses(a, &w, release, &n);
	contribution_write_crosses(x, n, crosses);
	return (struct template){ hex(a, figures), hex(a, tallies), hex(a, crosses) };
}

static void
print_alliances(int alliances)
{
	static const char *const types[] = { "reseller", "codevelopment", "technology", "licensing", "venture", "consortium" };

	puts("COPY alliance (key, name, type, stage) FROM STDIN;");
	for (int i = 1; i <= alliances; i++)
		printf("gen%d\tGenerated alliance %d\t%s\trun\n", i, i, types[i % 6]);
	puts("\\.");
}

static void
print_waves(const struct form *form, const char *fingerprint, int waves)
{
	printf("INSERT INTO wave (alliance_id, key, name, fingerprint, mode, k, state, closed, alliance_name, parties, "
		"organisations) SELECT alliance_id, 'w' || w, 'Wave ' || w, '\\x%s', 'confidential', 5, 'closed', "
		"utc_today() - 180 * (%d - w), name, '{a,b}', '{North,South}' FROM alliance, "
		"generate_series(1, %d) w WHERE key LIKE 'gen%%';\n", fingerprint, waves, waves);
	printf("INSERT INTO release (alliance_id, wave_id, wave, alliance, form_id, form_version, fingerprint, engine_version, "
		"closed, mode, k) SELECT w.alliance_id, w.wave_id, w.name, a.name, '%s', %d, w.fingerprint, 'bench', w.closed, "
		"w.mode, w.k FROM wave w JOIN alliance a USING (alliance_id) WHERE a.key LIKE 'gen%%';\n", form->id, form->version);
}

static void
print_templates(const struct template *t)
{
	puts("CREATE TEMP TABLE template (n int, figures bytea, tallies bytea, crosses bytea);");
	puts("COPY template FROM STDIN;");
	for (int i = 0; i < TEMPLATES; i++)
		printf("%d\t\\\\x%s\t\\\\x%s\t\\\\x%s\n", i, t[i].figures, t[i].tallies, t[i].crosses);
	puts("\\.");
	printf("CREATE TEMP VIEW dealt AS SELECT r.alliance_id, r.wave_id, t.* FROM release r "
		"JOIN wave w USING (alliance_id, wave_id) "
		"JOIN template t ON t.n = (r.alliance_id * 31 + %d * substr(w.key, 2)::int) %% %d;\n", STEP, TEMPLATES);
	puts("INSERT INTO release_figures (alliance_id, wave_id, figures) SELECT alliance_id, wave_id, figures FROM dealt;");
	puts("INSERT INTO release_sums SELECT alliance_id, wave_id, tallies, crosses FROM dealt;");
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct template *templates = arena_make_n(a, TEMPLATES, struct template);
	const struct form *form;
	size_t n;
	char *xml;

	CHECK(argc == 4);
	xml = str_read_file(a, argv[1], 1 << 20, &n);
	CHECK(xml != NULL);
	form = pooled_form(a, xml, n);
	for (size_t i = 0; i < TEMPLATES; i++)
		templates[i] = measured(a, form, 2.8 + 1.4 * (double)i / TEMPLATES);
	puts("SET session_replication_role = replica;\nSET synchronous_commit = off;");
	print_alliances(atoi(argv[2]));
	print_waves(form, token_hex(a, form->fingerprint, sizeof(form->fingerprint)), atoi(argv[3]));
	print_templates(templates);
	puts("ANALYZE;");
	arena_free(a);
	return 0;
}
