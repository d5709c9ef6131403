/* contribution_test.c - what a release brings into a pool, and everything stored of it: made, read back, and damaged */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/unit/unit.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/msgs.h"
#include "base/str.h"
#include "engine/measure/benchmark/frozen.h"
#include "engine/measure/benchmark/norm.h"
#include "engine/measure/cell.h"
#include "engine/measure/score.h"
#include "forms/form.h"
#include "tests/stats/near.h"
#include "tests/unit/assessment.h"
#include "tests/unit/draw.h"
#include "tests/unit/pooled.h"

enum { TRUST, VALUE, OUT, INDEX };	/* rows of pooled_small: x, y, out, all */
static struct arena *arena;

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	seed = 5;
	return 0;
}

static int
teardown(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct wave_answers
drawn(size_t a, size_t b)
{
	struct wave_answers w = pooled_wave(arena, pooled_small(arena, "small", 1, "", "x1 x2 x3"), (const size_t[]){ a, b }, 2);

	pooled_draw(&w, 3.2);
	return w;
}

static void
assert_same(const struct contribution *a, const struct contribution *b)
{
	assert_int_equal(a->n_parties, b->n_parties);
	assert_int_equal(a->signals, b->signals);
	for (size_t p = 0; p < a->n_parties; p++) {
		assert_string_equal(a->parties[p].id, b->parties[p].id);
		assert_int_equal(a->parties[p].invited, b->parties[p].invited);
		assert_int_equal(a->parties[p].answered, b->parties[p].answered);
		assert_int_equal(a->parties[p].n_figures, b->parties[p].n_figures);
		for (size_t i = 0; i < a->parties[p].n_figures; i++) {
			const struct contribution_figure *f = &a->parties[p].figures[i], *g = &b->parties[p].figures[i];

			assert_true(f->row == g->row && f->agreement == g->agreement && f->spread == g->spread && f->n == g->n);
			assert_near(f->mean, g->mean, 0);
			assert_near(f->within, g->within, 0);
		}
	}
}

/* As the release shows it, with the spread behind it. */
static void
figures_are_those_of_the_release(void **state)
{
	struct wave_answers w = drawn(9, 7);
	const struct release *release = measure_wave(arena, &w);
	struct contribution c = contribution_of(arena, &w, release);
	struct buf *out = buf_new(arena);
	struct contribution back;

	(void)state;
	for (size_t p = 0; p < 2; p++) {
		struct dimension_scores d = score_dimension(arena, &w, &w.form->dimensions[TRUST]);
		const struct cell *cell = release_cell(release, MEASURE_SCORE, "x", p == 0 ? "a" : "b", NULL),
			*index = release_cell(release, MEASURE_SCORE, "all", p == 0 ? "a" : "b", NULL);

		assert_int_equal(c.parties[p].n_figures, 4);
		assert_near(c.parties[p].figures[0].mean, cell->value, 0);
		assert_near(c.parties[p].figures[0].within, d.summaries[p].variance * (double)(d.summaries[p].n - 1), 1e-12);
		assert_near(c.parties[p].figures[3].mean, index->value, 0);
		assert_true(c.parties[p].figures[3].within > 0 && c.parties[p].figures[3].row == INDEX);
		assert_int_equal(c.parties[p].answered, p == 0 ? 9 : 7);
	}
	contribution_write(&c, out);
	assert_int_equal(contribution_read(arena, (uint8_t *)out->bytes, out->n, &back), ENCODING_READ);
	assert_same(&c, &back);
}

/* A party below k: no figure, no tally, no product of it. */
static void
what_is_hidden_brings_nothing(void **state)
{
	struct wave_answers w = drawn(9, 4);
	const struct release *release = measure_wave(arena, &w);
	struct contribution c = contribution_of(arena, &w, release);
	struct tallies t = contribution_tallies(arena, &w, release);
	size_t n, places_n, *places = contribution_places(arena, w.form, &places_n);
	struct contribution_cross *x = contribution_crosses(arena, &w, release, &n);

	(void)state;
	assert_int_equal(c.parties[1].n_figures, 0);
	assert_int_equal(places_n, 3);
	assert_int_equal(places[2], OUT);
	for (size_t s = 0; s < t.n_scales; s++) {
		assert_int_equal(tallies_at(&t, s, 0)->people, 9);
		assert_int_equal(tallies_at(&t, s, 1)->people, 0);
		assert_int_equal(tallies_at(&t, s, 1)->scores.n, 0);
	}
	assert_int_equal(n, 1);
	assert_int_equal(x[0].cross.n, 9);
	assert_int_equal(x[0].outcome, OUT);
	w = drawn(4, 4);
	release = measure_wave(arena, &w);
	contribution_crosses(arena, &w, release, &n);
	assert_int_equal(n, 0);
}

/* Everybody alike: no interval in the release, no spread here. */
static void
one_mind_has_no_spread(void **state)
{
	struct wave_answers w = drawn(9, 7);
	struct contribution c;

	(void)state;
	for (size_t r = 0; r < w.n_responses; r++)
		for (size_t i = 0; i < w.form->n_items; i++)
			w.responses[r].answers->codes[w.form->items[i].slot] = 4;
	c = contribution_of(arena, &w, measure_wave(arena, &w));
	for (size_t i = 0; i < c.parties[0].n_figures; i++)
		assert_near(c.parties[0].figures[i].within, 0, 0);
}

/* Opinions in two camps are noted. */
static void
camps_are_noted(void **state)
{
	struct wave_answers w = drawn(12, 12);
	struct contribution c;

	(void)state;
	for (size_t r = 0; r < w.n_responses; r++)
		for (size_t i = 0; i < 3; i++) {
			w.responses[r].answers->codes[w.form->items[i].slot] = r % 2 == 0 ? 1 : 5;
			w.responses[r].answers->codes[w.form->items[3 + i].slot] = 4;
		}
	c = contribution_of(arena, &w, measure_wave(arena, &w));
	assert_int_equal(c.parties[0].figures[TRUST].agreement, AGREEMENT_SPLIT);
	assert_int_equal(c.parties[0].figures[VALUE].agreement, AGREEMENT_ALIGNED);
}

static struct contribution_cross *
crosses_of(size_t *n_r)
{
	struct wave_answers w = drawn(9, 7);

	return contribution_crosses(arena, &w, measure_wave(arena, &w), n_r);
}

static void
products_come_back(void **state)
{
	struct buf *out = buf_new(arena);
	struct contribution_cross *back, *x;
	size_t n, m;

	(void)state;
	x = crosses_of(&n);
	contribution_write_crosses(x, n, out);
	assert_int_equal(contribution_read_crosses(arena, (uint8_t *)out->bytes, out->n, &back, &m), ENCODING_READ);
	assert_int_equal(m, n);
	assert_int_equal(back[0].cross.n, x[0].cross.n);
	assert_int_equal(back[0].n_drivers, 2);
	for (size_t i = 0; i < 3; i++)
		for (size_t j = 0; j <= i; j++)
			assert_near(back[0].cross.products[i][j], x[0].cross.products[i][j], 0);
}

static struct benchmark *
benchmark_of(size_t alliances)
{
	struct benchmark_choice all = { .type = NULL };
	struct pool *p = pooled_portfolio(arena, pooled_small(arena, "small", 1, "", "x1 x2 x3"), alliances, 8, 2.5, 4, &all);

	return benchmark_make(arena, p, &all, TODAY);
}

static struct buf *
frozen_bytes(const struct benchmark *b)
{
	struct buf *out = buf_new(arena);

	frozen_write(b, out);
	return out;
}

static void
a_benchmark_comes_back_whole(void **state)
{
	struct benchmark *b = benchmark_of(22);
	struct buf *out = frozen_bytes(b);
	struct frozen f;

	(void)state;
	assert_int_equal(frozen_read(arena, (uint8_t *)out->bytes, out->n, &f), ENCODING_READ);
	assert_memory_equal(f.form, b->form->fingerprint, 32);
	assert_null(f.manager_form);
	assert_int_equal(f.benchmark->n_alliances, 22);
	f.benchmark->form = b->form;
	assert_int_equal(frozen_bytes(f.benchmark)->n, out->n);
	assert_memory_equal(frozen_bytes(f.benchmark)->bytes, out->bytes, out->n);
}

/* What a profile brings is the view of the others, without a spread to be told. */
static void
a_profile_brings_the_others(void **state)
{
	struct raters raters[] = { { "self", 1 }, { "colleagues", 7 } };
	struct assessment s = assessment_new(arena, raters, 2);
	const struct release *release = measure_profile(arena, &s.wave);
	struct contribution c = contribution_of(arena, &s.wave.answers, release);
	const struct cell *others = release_cell(release, MEASURE_SCORE, "delivery", "others", NULL);

	(void)state;
	assert_int_equal(c.n_parties, 1);
	assert_string_equal(c.parties[0].id, "others");
	assert_true(c.parties[0].n_figures >= 3);
	assert_int_equal(c.parties[0].figures[1].row, 1);
	assert_int_equal(c.parties[0].figures[1].n, 7);
	assert_near(c.parties[0].figures[1].mean, others->value, 0);
}

/* Two forms, the map of managers and a norm group are kept too. */
static void
managers_and_norms_come_back(void **state)
{
	struct benchmark *b = benchmark_of(6);
	const struct benchmark_competency map[] = { { "diplomacy", REFUSED_NOT, 7, 3.5, 1, 5, { 3, 4 } } };
	struct frozen f;
	struct buf *out;

	(void)state;
	b->manager_form = b->form;
	b->competencies = map;
	b->n_competencies = 1;
	b->norm.name = "group-1";
	out = frozen_bytes(b);
	assert_int_equal(frozen_read(arena, (uint8_t *)out->bytes, out->n, &f), ENCODING_READ);
	assert_memory_equal(f.manager_form, b->form->fingerprint, 32);
	assert_int_equal(f.benchmark->competencies[0].managers, 7);
	assert_near(f.benchmark->competencies[0].ci95.hi, 4, 0);
	assert_string_equal(f.benchmark->norm.name, "group-1");
}

/* Bytes with the hash that belongs to them, so that the reader has to look inside. */
static void
rehash(struct buf *b)
{
	uint64_t hash = encoding_hash((uint8_t *)b->bytes, b->n - 8);

	for (int i = 0; i < 8; i++)
		b->bytes[b->n - 8 + (size_t)i] = (char)(hash >> (8 * i));
}

enum stored { FIGURES, CROSSES, FROZEN };

static enum encoding
read_as(enum stored kind, struct arena *a, const struct buf *b, size_t n)
{
	struct contribution c;
	struct contribution_cross *x;
	struct frozen f;
	size_t m;
	/* A copy of the very length, for a reader that looks beyond it. */
	const uint8_t *bytes = arena_memdup(a, b->bytes, n + 1);

	switch (kind) {
	case FIGURES: return contribution_read(a, bytes, n, &c);
	case CROSSES: return contribution_read_crosses(a, bytes, n, &x, &m);
	case FROZEN: return frozen_read(a, bytes, n, &f);
	}
	return ENCODING_DAMAGED;
}

static struct buf *
written(enum stored kind)
{
	struct wave_answers w = drawn(9, 7);
	struct contribution c = contribution_of(arena, &w, measure_wave(arena, &w));
	struct buf *out = buf_new(arena);
	struct contribution_cross *x;
	size_t n;

	if (kind == FROZEN)
		return frozen_bytes(benchmark_of(6));
	if (kind == FIGURES) {
		contribution_write(&c, out);
	} else {
		x = crosses_of(&n);
		contribution_write_crosses(x, n, out);
	}
	return out;
}

/* Cut anywhere, changed anywhere with and without its hash: refused or read, never more. */
static void
hostile_bytes_are_refused(void **state)
{
	(void)state;
	for (enum stored kind = FIGURES; kind <= FROZEN; kind++) {
		struct buf *good = written(kind);
		size_t step = kind == FROZEN ? 7 : 1, refused = 0, tried = 0;

		assert_int_equal(read_as(kind, arena, good, good->n), ENCODING_READ);
		for (size_t n = 0; n < good->n; n += step) {
			struct arena *scratch = arena_new();

			assert_true(read_as(kind, scratch, good, n) != ENCODING_READ);
			arena_free(scratch);
		}
		for (size_t i = 0; i < good->n; i += step) {
			struct arena *scratch = arena_new();
			char before = good->bytes[i];

			good->bytes[i] = (char)(before ^ (1 << draw(8)));
			assert_true(read_as(kind, scratch, good, good->n) != ENCODING_READ);
			if (i >= 8 && i < good->n - 8) {
				rehash(good);
				refused += read_as(kind, scratch, good, good->n) != ENCODING_READ;
				tried++;
			}
			good->bytes[i] = before;
			rehash(good);
			arena_free(scratch);
		}
		assert_true(refused > 0 && refused < tried);
	}
}

static void
newer_and_foreign_bytes_say_so(void **state)
{
	(void)state;
	for (enum stored kind = FIGURES; kind <= FROZEN; kind++) {
		struct buf *b = written(kind);

		b->bytes[7]++;
		assert_int_equal(read_as(kind, arena, b, b->n), ENCODING_NEWER);
		b->bytes[0]++;
		assert_int_equal(read_as(kind, arena, b, b->n), ENCODING_FOREIGN);
	}
}

/* Texts and numbers of base/bytes.h. */
static void
bytes_come_back(void **state)
{
	struct buf *out = buf_new(arena);
	struct bytes in;

	(void)state;
	bytes_write_text(out, "Vertrauen \xc3\xbc");
	bytes_write_text(out, NULL);
	bytes_write_double(out, -0.1);
	bytes_write(out, 3, 4);
	bytes_write(out, UINT64_MAX, 8);
	in = (struct bytes){ (uint8_t *)out->bytes, (uint8_t *)out->bytes + out->n, false };
	assert_string_equal(bytes_read_text(&in, arena), "Vertrauen \xc3\xbc");
	assert_null(bytes_read_text(&in, arena));
	assert_near(bytes_read_double(&in), -0.1, 0);
	assert_int_equal(bytes_read_count(&in, 2), 3);
	assert_false(in.damaged);
	assert_int_equal(bytes_read_count(&in, 1), 0);
	assert_true(in.damaged);
	assert_true(isnan(bytes_read_double(&in)));
	assert_null(bytes_read_text(&in, arena));
	in = (struct bytes){ (const uint8_t *)"\1\0\0\0\xff", (const uint8_t *)"\1\0\0\0\xff" + 5, false };
	assert_null(bytes_read_text(&in, arena));
	assert_true(in.damaged);
}

static bool
norm_reads(const char *text, size_t n, const char *words)
{
	struct msgs *m = msgs_new(arena, "norm.csv");
	struct buf *said = buf_new(arena);
	struct norm norm;
	bool good = norm_read(arena, text, n, m, &norm);

	msgs_print(m, said);
	if (words != NULL)
		assert_non_null(strstr(said->bytes, words));
	return good;
}

/* One cell of the second line changed, the checksum made right again. */
static char *
with_cell(const struct norm *n, size_t column, const char *value)
{
	struct buf *out = buf_new(arena), *all = buf_new(arena);
	const char *line, *end;

	norm_write(n, out);
	line = strstr(out->bytes, "\r\n") + 2;
	buf_add(all, out->bytes, (size_t)(line - out->bytes));
	for (size_t i = 0; i < column; i++)
		line = strchr(line, ',') + 1;
	buf_add(all, strstr(out->bytes, "\r\n") + 2, (size_t)(line - strstr(out->bytes, "\r\n") - 2));
	buf_puts(all, value);
	end = strchr(line, ',');
	line = strstr(end, "checksum");
	buf_add(all, end, (size_t)(line - end));
	buf_printf(all, "checksum,%016llx,,,,,,,,,,,,,,,,,,,,,,,,,\r\n",
		(unsigned long long)encoding_hash((uint8_t *)all->bytes, all->n));
	return all->bytes;
}

static void
norm_files_come_back_or_are_refused(void **state)
{
	static const struct { size_t column; const char *value, *words; } bad[] = {
		{ 0, "Bad Name", "name, date" }, { 3, "2026-13-40", "name, date" }, { 5, "0", "name, date" },
		{ 6, "no id", "not that of a norm group" }, { 8, "5", "six alliances" }, { 8, "-7", "not that of a norm group" },
		{ 9, "1.5", "not that of a norm group" }, { 10, "7", "cannot have been measured" },
		{ 12, "99", "cannot have been measured" },
		{ 14, "-1", "cannot have been measured" }, { 16, "0", "cannot have been measured" },
		{ 18, "4.9", "cannot have been measured" }, { 19, "x", "not that of a norm group" },
		{ 25, "1.1", "cannot have been measured" },
	};
	struct norm n = norm_of(arena, benchmark_of(8), "group-1"), back;
	struct buf *out = buf_new(arena);

	(void)state;
	norm_write(&n, out);
	assert_true(norm_read(arena, out->bytes, out->n, msgs_new(arena, NULL), &back));
	assert_int_equal(back.n_rows, n.n_rows);
	assert_string_equal(back.name, "group-1");
	assert_string_equal(back.form_id, "small");
	assert_near(back.rows[2].mu, n.rows[2].mu, 1e-14);
	assert_near(back.rows[2].quantiles[6], n.rows[2].quantiles[6], 1e-14);
	assert_string_equal(back.rows[0].items, "x1 x2 x3");
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		const char *text = with_cell(&n, bad[i].column, bad[i].value);

		assert_false(norm_reads(text, strlen(text), bad[i].words));
	}
	/* The one of another group in the second line would make two groups of one file. */
	assert_false(norm_reads(with_cell(&n, 0, "group-2"), strlen(with_cell(&n, 0, "group-2")), "another norm group"));
	for (size_t cut = 0; cut < out->n; cut++)
		if (cut < out->n - 30)
			assert_false(norm_reads(out->bytes, cut, NULL));
	for (size_t i = 0; i < out->n - 60; i += 3) {
		char *changed = arena_memdup(arena, out->bytes, out->n + 1);

		changed[i] = changed[i] == '1' ? '2' : '1';
		assert_false(norm_reads(changed, out->n, NULL));
	}
	assert_false(norm_reads("a,b\r\n1,2\r\n", 10, "not the file of a norm group"));
	assert_false(norm_reads("", 0, NULL));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(figures_are_those_of_the_release), TEST(what_is_hidden_brings_nothing), TEST(one_mind_has_no_spread),
		TEST(camps_are_noted), TEST(products_come_back), TEST(a_benchmark_comes_back_whole),
		TEST(a_profile_brings_the_others), TEST(managers_and_norms_come_back),
		TEST(hostile_bytes_are_refused), TEST(newer_and_foreign_bytes_say_so), TEST(bytes_come_back),
		TEST(norm_files_come_back_or_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
