/* norm.h - norm groups: what many alliances say together, as a file that another installation can compare with */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_NORM_H
#define MEASURE_NORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/measure/benchmark/benchmark.h"

struct arena;
struct buf;
struct msgs;

/* One row of a benchmark. items: the ids of its items, or of an index its dimensions, with a blank between: a row is
 * compared only with one that is made of the same. The other figures as in struct benchmark_row; parties: per
 * alliance. */
struct norm_row {
	const char *of, *items;
	size_t alliances, people;
	double min, max, mu, se_mu, tau2_alliance, tau2_party, sigma2, parties;
	double quantiles[BENCHMARK_QUANTILES], alpha, omega;
};

struct norm {
	const char *name, *type, *stage;	/* "": of any */
	const char *form_id;
	int form_version;
	int64_t made;
	size_t n_rows;
	const struct norm_row *rows;
};

enum { NORM_NAME_MAX = 63, NORM_ROWS_MAX = 1000 };
/* Lower-case letters, digits, - and _, 1 to NORM_NAME_MAX, a letter or digit first. */
bool norm_name_is_valid(const char *);

/* Of a benchmark for the alliance office. A row is in it when whoever is one of its alliances still cannot tell another
 * one: without any one of them there are BENCHMARK_OTHERS left, none with more than half of their people. n_rows 0: no
 * row is. */
struct norm norm_of(struct arena *, const struct benchmark *, const char *name);

/* A table (base/csv.h), one line for each row, columns: norm, type, stage, made, form, version, row, items, alliances,
 * people, min, max, mean, se, tau2_alliance, tau2_party, sigma2, parties, q05, q10, q25, q50, q75, q90, q95, alpha,
 * omega. The last line has "checksum" as norm, and as type the 64-bit FNV-1a hash, in 16 hexadecimal digits, of all
 * lines before it. */
void norm_write(const struct norm *, struct buf *);

/* A file from anywhere. False when it cannot be used; the messages say why: it is no norm group, is cut or changed
 * (checksum), holds figures that cannot have been measured, or fewer than BENCHMARK_OTHERS + 1 alliances. */
bool norm_read(struct arena *, const char *text, size_t n, struct msgs *, struct norm *norm_r);

/* Where the benchmark's alliances stand within the norm group: norm_percentile = 100 P(a member's true score lies below
 * the shrunken one), members normal around mu with variance tau2_alliance + tau2_party / parties. Returns how many
 * rows the two have in common. */
size_t norm_apply(const struct norm *, struct benchmark *);

#endif
