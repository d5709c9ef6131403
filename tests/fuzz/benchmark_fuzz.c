/* benchmark_fuzz.c - any bytes are read as what a benchmark stores or refused; what was read is written back and used */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "base/msgs.h"
#include "engine/measure/benchmark/contribution.h"
#include "engine/measure/benchmark/frozen.h"
#include "engine/measure/benchmark/norm.h"
#include "engine/stats/drivers/drivers.h"
#include "tests/fuzz/fuzz.h"

enum { HASH = 8 };

/* The hash made right, so that the reader has to look inside. */
static uint8_t *
mended(struct arena *a, const uint8_t *bytes, size_t n)
{
	uint8_t *copy = arena_memdup(a, bytes, n + (n == 0));
	uint64_t hash = n < HASH ? 0 : encoding_hash(bytes, n - HASH);

	for (size_t i = 0; n >= HASH && i < HASH; i++)
		copy[n - HASH + i] = (uint8_t)(hash >> (8 * i));
	return copy;
}

static void
check_figures(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct buf *out = buf_new(a);
	struct contribution c;

	if (contribution_read(a, bytes, n, &c) != ENCODING_READ)
		return;
	contribution_write(&c, out);
	CHECK(contribution_read(a, (uint8_t *)out->bytes, out->n, &c) == ENCODING_READ);
	for (size_t p = 0; p < c.n_parties; p++)
		for (size_t i = 0; i < c.parties[p].n_figures; i++)
			CHECK(c.parties[p].figures[i].n > 0 && isfinite(c.parties[p].figures[i].mean));
}

static void
check_crosses(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct contribution_cross *x;
	struct buf *out = buf_new(a);
	size_t count;

	if (contribution_read_crosses(a, bytes, n, &x, &count) != ENCODING_READ)
		return;
	contribution_write_crosses(x, count, out);
	CHECK(out->n == n && memcmp(out->bytes, bytes, n) == 0);
	for (size_t i = 0; i < count; i++) {
		struct drivers d = drivers_of(&x[i].cross, 1, true);

		CHECK((d.refused == REFUSED_NOT) == !isnan(d.fit.r2));
	}
}

static void
check_frozen(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct frozen f;

	if (frozen_read(a, bytes, n, &f) != ENCODING_READ)
		return;
	for (size_t i = 0; i < f.benchmark->n_alliances; i++)
		CHECK(f.benchmark->alliances[i].key != NULL);
	CHECK(benchmark_cell(f.benchmark, "", "") == NULL || f.benchmark->n_alliances > 0);
}

static void
check_norm(struct arena *a, const uint8_t *bytes, size_t n)
{
	struct msgs *m = msgs_new(a, "norm.csv");
	struct norm norm;
	bool read = norm_read(a, (const char *)bytes, n, m, &norm);

	CHECK(read || m->n_errors > 0);
	for (size_t r = 0; read && r < norm.n_rows; r++)
		CHECK(norm.rows[r].alliances > BENCHMARK_OTHERS && norm.rows[r].min < norm.rows[r].max);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	const uint8_t *good = mended(a, bytes, n);

	check_figures(a, good, n);
	check_crosses(a, good, n);
	check_frozen(a, good, n);
	check_norm(a, bytes, n);
	arena_free(a);
	return 0;
}
