/* frozen.c - a benchmark as bytes: stored with its date, read as it was made */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/benchmark/frozen.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "engine/measure/benchmark/benchmark.h"

#define MAGIC "ATTBMRK"
enum { FORMAT = 1, FINGERPRINT = 32 };

/* One description of each structure serves both ways: what is written is what is read. */
struct coder {
	struct arena *arena;
	struct buf *out;		/* writing */
	struct bytes *in;		/* reading; NULL: writing */
};

static void
code_number(struct coder *k, double *x)
{
	if (k->in == NULL)
		bytes_write_double(k->out, *x);
	else
		*x = bytes_read_double(k->in);
}

static void
code_numbers(struct coder *k, double *x[], size_t n)
{
	for (size_t i = 0; i < n; i++)
		code_number(k, x[i]);
}
#define NUMBERS(k, ...) \
	code_numbers((k), (double *[]){ __VA_ARGS__ }, sizeof((double *[]){ __VA_ARGS__ }) / sizeof(double *))

static void
code_size(struct coder *k, size_t *x)
{
	if (k->in == NULL)
		bytes_write(k->out, *x, 8);
	else
		*x = bytes_read(k->in, 8);
}

static void
code_int(struct coder *k, int *x)
{
	if (k->in == NULL)
		bytes_write(k->out, (uint32_t)*x, 4);
	else
		*x = (int)(uint32_t)bytes_read(k->in, 4);
}

static void
code_day(struct coder *k, int64_t *x)
{
	if (k->in == NULL)
		bytes_write(k->out, (uint64_t)*x, 8);
	else
		*x = (int64_t)bytes_read(k->in, 8);
}

static void
code_text(struct coder *k, const char **x)
{
	if (k->in == NULL)
		bytes_write_text(k->out, *x);
	else
		*x = bytes_read_text(k->in, k->arena);
}

static void
code_bool(struct coder *k, bool *x)
{
	if (k->in == NULL)
		bytes_write(k->out, *x, 1);
	else
		*x = bytes_read(k->in, 1) != 0;
}

/* Returns the value to store in an enumerator, which is 0..most. */
static unsigned
code_enum(struct coder *k, unsigned x, unsigned most)
{
	if (k->in == NULL) {
		bytes_write(k->out, x, 1);
		return x;
	}
	x = (unsigned)bytes_read(k->in, 1);
	k->in->damaged |= x > most;
	return x > most ? 0 : x;
}
#define CODE_REFUSAL(k, x) ((x) = code_enum((k), (x), REFUSED_TOO_MANY))
#define CODE_CLASS(k, x) ((x) = code_enum((k), (x), DIFFERENCE_CRITICAL))

/* A list of *n parts, each of at least `least` bytes; when reading, room is made for them. */
static void *
code_list(struct coder *k, const void *list, size_t *n, size_t size, size_t least)
{
	if (k->in == NULL) {
		bytes_write(k->out, *n, 4);
		return (void *)list;
	}
	*n = bytes_read_count(k->in, least);
	return arena_array(k->arena, *n, size);
}

static bool
going_on(const struct coder *k)
{
	return k->in == NULL || !k->in->damaged;
}

static void
code_slope(struct coder *k, struct benchmark_slope *x)
{
	CODE_REFUSAL(k, x->refused);
	code_size(k, &x->waves);
	NUMBERS(k, &x->value, &x->p_rise, &x->ci95.lo, &x->ci95.hi);
}

static void
code_instrument(struct coder *k, struct benchmark_instrument *x)
{
	code_size(k, &x->items);
	code_size(k, &x->people);
	code_size(k, &x->alliances);
	CODE_REFUSAL(k, x->alpha_refused);
	CODE_REFUSAL(k, x->omega_refused);
	CODE_REFUSAL(k, x->factor_refused);
	NUMBERS(k, &x->alpha, &x->omega, &x->alpha95.lo, &x->alpha95.hi, &x->omega95.lo, &x->omega95.hi, &x->chi_square,
	    &x->df, &x->p, &x->rmsea, &x->cfi, &x->srmr);
}

static void
code_row(struct coder *k, struct benchmark_row *x)
{
	code_text(k, &x->of);
	code_bool(k, &x->is_index);
	x->role = code_enum(k, x->role, ROLE_SIGNAL);
	CODE_REFUSAL(k, x->refused);
	CODE_REFUSAL(k, x->funnel_refused);
	code_size(k, &x->alliances);
	code_size(k, &x->parties);
	code_size(k, &x->people);
	NUMBERS(k, &x->min, &x->max, &x->mu, &x->se_mu, &x->tau2_alliance, &x->tau2_party, &x->sigma2, &x->icc_alliance,
	    &x->icc_party, &x->funnel_centre, &x->funnel_sigma2, &x->funnel_between);
	for (size_t q = 0; q < BENCHMARK_QUANTILES; q++)
		code_number(k, &x->quantiles[q]);
	code_slope(k, &x->trend);
	code_instrument(k, &x->instrument);
}

static void
code_cell(struct coder *k, struct benchmark_cell *x)
{
	CODE_REFUSAL(k, x->refused);
	CODE_REFUSAL(k, x->shrunken_refused);
	CODE_REFUSAL(k, x->standing_refused);
	CODE_REFUSAL(k, x->change_refused);
	CODE_REFUSAL(k, x->gap_refused);
	x->quarter = code_enum(k, x->quarter, QUARTER_HIGHEST);
	CODE_CLASS(k, x->mark);
	code_bool(k, &x->split);
	code_int(k, &x->n);
	code_int(k, &x->parties);
	code_int(k, &x->funnel_side);
	NUMBERS(k, &x->raw, &x->lambda, &x->shrunken, &x->band80.lo, &x->band80.hi, &x->p_below, &x->percentile, &x->p_lowest,
	    &x->percentile80.lo, &x->percentile80.hi, &x->norm_percentile, &x->funnel_z, &x->change, &x->p_rise,
	    &x->change95.lo, &x->change95.hi, &x->gap, &x->gap_p, &x->gap_adjusted);
	code_slope(k, &x->slope);
}

static void
code_wave(struct coder *k, struct benchmark_wave *x, size_t n_rows)
{
	double *raw = k->in == NULL ? (double *)x->raw : arena_make_n(k->arena, n_rows, double);
	enum difference_class *marks = k->in == NULL ? (enum difference_class *)x->marks
	    : arena_make_n(k->arena, n_rows, enum difference_class);

	code_text(k, &x->key);
	code_text(k, &x->name);
	code_day(k, &x->closed);
	for (size_t r = 0; r < n_rows && going_on(k); r++) {
		code_number(k, &raw[r]);
		CODE_CLASS(k, marks[r]);
	}
	x->raw = raw;
	x->marks = marks;
}

/* What a cell takes, at least. */
enum { CELL = 180, WAVE_ROW = 9 };

static void
code_alliance(struct coder *k, struct benchmark_alliance *x, size_t n_rows)
{
	struct benchmark_wave *waves;
	struct benchmark_cell *cells;
	size_t n = n_rows;

	code_text(k, &x->key);
	code_text(k, &x->name);
	code_text(k, &x->type);
	code_text(k, &x->stage);
	code_int(k, &x->invited);
	code_int(k, &x->answered);
	waves = code_list(k, x->waves, &x->n_waves, sizeof(*waves), 16 + WAVE_ROW * n_rows);
	for (size_t w = 0; w < x->n_waves && going_on(k); w++)
		code_wave(k, &waves[w], n_rows);
	cells = code_list(k, x->cells, &n, sizeof(*cells), CELL);
	for (size_t r = 0; r < n && going_on(k); r++)
		code_cell(k, &cells[r]);
	if (k->in != NULL)
		k->in->damaged |= n != n_rows || x->key == NULL;
	x->waves = waves;
	x->cells = cells;
}

static void
code_attention(struct coder *k, struct benchmark_attention *x)
{
	code_size(k, &x->alliance);
	x->reason = code_enum(k, x->reason, N_REASONS - 1);
	code_text(k, &x->of);
	code_text(k, &x->party);
	NUMBERS(k, &x->value, &x->p);
}

static void
code_drivers(struct coder *k, struct benchmark_drivers *x)
{
	struct benchmark_driver *list;

	code_text(k, &x->outcome);
	code_text(k, &x->culprit);
	CODE_REFUSAL(k, x->refused);
	CODE_REFUSAL(k, x->resample_refused);
	code_size(k, &x->alliances);
	code_size(k, &x->people);
	code_size(k, &x->replicates);
	code_size(k, &x->used);
	if (k->in == NULL)
		bytes_write(k->out, x->seed, 4);
	else
		x->seed = (uint32_t)bytes_read(k->in, 4);
	NUMBERS(k, &x->r2, &x->adjusted_r2);
	list = code_list(k, x->drivers, &x->n, sizeof(*list), 44);
	for (size_t i = 0; i < x->n && going_on(k); i++) {
		code_text(k, &list[i].of);
		NUMBERS(k, &list[i].share, &list[i].beta, &list[i].r, &list[i].share95.lo, &list[i].share95.hi);
	}
	x->drivers = list;
}

static void
code_competency(struct coder *k, struct benchmark_competency *x)
{
	code_text(k, &x->of);
	CODE_REFUSAL(k, x->refused);
	code_size(k, &x->managers);
	NUMBERS(k, &x->mean, &x->min, &x->max, &x->ci95.lo, &x->ci95.hi);
}

static void
code_exclusion(struct coder *k, struct benchmark_exclusion *x)
{
	x->reason = code_enum(k, x->reason, N_EXCLUSIONS - 1);
	code_text(k, &x->form_id);
	code_text(k, &x->of);
	code_int(k, &x->form_version);
	code_size(k, &x->releases);
}

static void
code_head(struct coder *k, struct benchmark *x)
{
	x->refused = code_enum(k, x->refused, BENCHMARK_OWN_MISSING);
	code_text(k, &x->choice.type);
	code_text(k, &x->choice.stage);
	code_text(k, &x->choice.form_id);
	code_text(k, &x->choice.own);
	code_day(k, &x->choice.since);
	code_text(k, &x->engine_version);
	code_day(k, &x->made);
	code_size(k, &x->pool_alliances);
	code_size(k, &x->pool_releases);
	code_text(k, &x->norm.name);
	code_text(k, &x->norm.type);
	code_text(k, &x->norm.stage);
	code_day(k, &x->norm.made);
}

/* Every list by its parts: the same lines for each. */
#define LIST(k, x, list, n, least, part) do { \
	void *parts_ = code_list((k), (x)->list, &(x)->n, sizeof(*(x)->list), (least)); \
	(x)->list = parts_; \
	for (size_t i_ = 0; i_ < (x)->n && going_on(k); i_++) \
		part; \
} while (0)
#define PART(list) ((void *)&x->list[i_])

static void
code_benchmark(struct coder *k, struct benchmark *x)
{
	code_head(k, x);
	LIST(k, x, excluded, n_excluded, 21, code_exclusion(k, PART(excluded)));
	LIST(k, x, rows, n_rows, 200, code_row(k, PART(rows)));
	LIST(k, x, alliances, n_alliances, 32, code_alliance(k, PART(alliances), x->n_rows));
	LIST(k, x, attention, n_attention, 33, code_attention(k, PART(attention)));
	LIST(k, x, drivers, n_drivers, 64, code_drivers(k, PART(drivers)));
	LIST(k, x, competencies, n_competencies, 53, code_competency(k, PART(competencies)));
}

static void
write_fingerprint(const struct form *f, struct buf *out)
{
	bytes_write(out, f != NULL, 1);
	if (f != NULL)
		buf_add(out, f->fingerprint, FINGERPRINT);
}

static const unsigned char *
read_fingerprint(struct arena *a, struct bytes *b)
{
	unsigned char *fingerprint = arena_alloc(a, FINGERPRINT);

	if (bytes_read(b, 1) == 0)
		return NULL;
	for (size_t i = 0; i < FINGERPRINT; i++)
		fingerprint[i] = (unsigned char)bytes_read(b, 1);
	return fingerprint;
}

void
frozen_write(const struct benchmark *benchmark, struct buf *out)
{
	struct benchmark copy = *benchmark;
	struct coder k = { out->arena, out, NULL };
	size_t start = encoding_begin(out, MAGIC, FORMAT);

	write_fingerprint(benchmark->form, out);
	write_fingerprint(benchmark->manager_form, out);
	code_benchmark(&k, &copy);
	encoding_end(out, start);
}

/* An attention list that points at no alliance. */
static bool
points_nowhere(const struct benchmark *b)
{
	for (size_t i = 0; i < b->n_attention; i++)
		if (b->attention[i].alliance >= b->n_alliances)
			return true;
	return false;
}

enum encoding
frozen_read(struct arena *a, const uint8_t *bytes, size_t n, struct frozen *frozen_r)
{
	struct bytes b;
	struct coder k = { a, NULL, &b };
	struct frozen f = { arena_make(a, struct benchmark), NULL, NULL };
	enum encoding result = encoding_open(bytes, n, MAGIC, FORMAT, &b);

	if (result != ENCODING_READ)
		return result;
	f.form = read_fingerprint(a, &b);
	f.manager_form = read_fingerprint(a, &b);
	code_benchmark(&k, f.benchmark);
	if (b.damaged || b.at != b.end || points_nowhere(f.benchmark))
		return ENCODING_DAMAGED;
	*frozen_r = f;
	return ENCODING_READ;
}
