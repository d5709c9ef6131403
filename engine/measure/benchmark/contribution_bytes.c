/* contribution_bytes.c - contributions as bytes, and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "engine/measure/benchmark/contribution.h"

#define FIGURES_MAGIC "ATTFIGS"
#define CROSSES_MAGIC "ATTCROS"
enum { FORMAT = 1, FIGURE = 24, PARTY = 16, SPREAD = 4, CROSS_LEAST = 50 };

static void
write_figure(const struct contribution_figure *f, struct buf *out)
{
	bytes_write(out, f->row, 2);
	bytes_write(out, f->agreement | (f->spread ? SPREAD : 0), 2);
	bytes_write(out, f->n, 4);
	bytes_write_double(out, f->mean);
	bytes_write_double(out, f->within);
}

void
contribution_write(const struct contribution *c, struct buf *out)
{
	size_t start = encoding_begin(out, FIGURES_MAGIC, FORMAT);

	bytes_write(out, c->signals, 4);
	bytes_write(out, c->n_parties, 4);
	for (size_t p = 0; p < c->n_parties; p++) {
		const struct contribution_party *party = &c->parties[p];

		bytes_write_text(out, party->id);
		bytes_write(out, party->invited, 4);
		bytes_write(out, party->answered, 4);
		bytes_write(out, party->n_figures, 4);
		for (size_t i = 0; i < party->n_figures; i++)
			write_figure(&party->figures[i], out);
	}
	encoding_end(out, start);
}

static void
read_figure(struct bytes *b, struct contribution_figure *f)
{
	unsigned flags;

	f->row = (uint16_t)bytes_read(b, 2);
	flags = (unsigned)bytes_read(b, 2);
	f->agreement = flags & (SPREAD - 1);
	f->spread = (flags & SPREAD) != 0;
	f->n = (uint32_t)bytes_read(b, 4);
	f->mean = bytes_read_double(b);
	f->within = bytes_read_double(b);
	b->damaged |= flags >= 2 * SPREAD || f->n == 0 || !isfinite(f->mean) || !isfinite(f->within) || f->within < 0;
}

static void
read_party(struct arena *a, struct bytes *b, struct contribution_party *p)
{
	struct contribution_figure *figures;

	p->id = bytes_read_text(b, a);
	p->invited = (uint32_t)bytes_read(b, 4);
	p->answered = (uint32_t)bytes_read(b, 4);
	p->n_figures = bytes_read_count(b, FIGURE);
	p->figures = figures = arena_make_n(a, p->n_figures, struct contribution_figure);
	for (size_t i = 0; i < p->n_figures && !b->damaged; i++) {
		read_figure(b, &figures[i]);
		b->damaged |= i > 0 && figures[i].row <= figures[i - 1].row;
	}
	b->damaged |= p->id == NULL;
}

enum encoding
contribution_read(struct arena *a, const uint8_t *bytes, size_t n, struct contribution *contribution_r)
{
	struct contribution c = { .n_parties = 0 };
	struct contribution_party *parties;
	struct bytes b;
	enum encoding result = encoding_open(bytes, n, FIGURES_MAGIC, FORMAT, &b);

	if (result != ENCODING_READ)
		return result;
	c.signals = (uint32_t)bytes_read(&b, 4);
	c.n_parties = bytes_read_count(&b, PARTY);
	c.parties = parties = arena_make_n(a, c.n_parties, struct contribution_party);
	for (size_t p = 0; p < c.n_parties && !b.damaged; p++)
		read_party(a, &b, &parties[p]);
	if (b.damaged || b.at != b.end)
		return ENCODING_DAMAGED;
	*contribution_r = c;
	return ENCODING_READ;
}

void
contribution_write_crosses(const struct contribution_cross *crosses, size_t n, struct buf *out)
{
	size_t start = encoding_begin(out, CROSSES_MAGIC, FORMAT);

	bytes_write(out, n, 4);
	for (size_t x = 0; x < n; x++) {
		const struct cross *cross = &crosses[x].cross;

		bytes_write(out, crosses[x].outcome, 2);
		bytes_write(out, crosses[x].n_drivers, 2);
		for (size_t i = 0; i < crosses[x].n_drivers; i++)
			bytes_write(out, crosses[x].drivers[i], 2);
		bytes_write(out, cross->n, 4);
		for (size_t i = 0; i < cross->variables; i++) {
			bytes_write_double(out, cross->mean[i]);
			for (size_t j = 0; j <= i; j++)
				bytes_write_double(out, cross->products[i][j]);
		}
	}
	encoding_end(out, start);
}

/* No product is larger than its squares allow (Cauchy), but for rounding. */
static bool
product_possible(const struct cross *c, size_t i, size_t j)
{
	double p = c->products[i][j];

	return isfinite(p) && (i == j ? p >= 0 : fabs(p) <= sqrt(c->products[i][i] * c->products[j][j]) * (1 + 1e-9) + 1e-9);
}

static void
read_cross(struct bytes *b, struct cross *c)
{
	c->n = bytes_read(b, 4);
	for (size_t i = 0; i < c->variables; i++) {
		c->mean[i] = bytes_read_double(b);
		for (size_t j = 0; j <= i; j++)
			c->products[i][j] = bytes_read_double(b);
		b->damaged |= !isfinite(c->mean[i]);
	}
	for (size_t i = 0; i < c->variables; i++)
		for (size_t j = 0; j <= i; j++)
			b->damaged |= !product_possible(c, i, j);
	b->damaged |= c->n == 0;
}

static void
read_crosses(struct bytes *b, struct contribution_cross *x)
{
	x->outcome = bytes_read(b, 2);
	x->n_drivers = bytes_read(b, 2);
	b->damaged |= x->n_drivers < 1 || x->n_drivers > CROSS_MAX - 1;
	for (size_t i = 0; i < x->n_drivers && !b->damaged; i++)
		x->drivers[i] = bytes_read(b, 2);
	x->cross.variables = b->damaged ? 0 : x->n_drivers + 1;
	read_cross(b, &x->cross);
}

enum encoding
contribution_read_crosses(struct arena *a, const uint8_t *bytes, size_t n, struct contribution_cross **crosses_r,
	size_t *n_r)
{
	struct bytes b;
	struct contribution_cross *crosses;
	size_t count;
	enum encoding result = encoding_open(bytes, n, CROSSES_MAGIC, FORMAT, &b);

	if (result != ENCODING_READ)
		return result;
	count = bytes_read_count(&b, CROSS_LEAST);
	crosses = arena_make_n(a, count, struct contribution_cross);
	for (size_t x = 0; x < count && !b.damaged; x++)
		read_crosses(&b, &crosses[x]);
	if (b.damaged || b.at != b.end)
		return ENCODING_DAMAGED;
	*crosses_r = crosses;
	*n_r = count;
	return ENCODING_READ;
}
