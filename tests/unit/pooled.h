/* pooled.h - pools of releases for tests: measured from answers, or of figures as they stand */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_POOLED_H
#define TESTS_POOLED_H

#include <stddef.h>
#include <stdint.h>

#include "engine/measure/benchmark/benchmark.h"
#include "engine/measure/benchmark/pool.h"
#include "engine/measure/measure.h"

#define DAY 86400
#define TODAY (20000 * (int64_t)DAY)

/* Some of a test's forms, loaded from XML. */
const struct form *pooled_form(struct arena *, const char *xml, size_t n);
/* Two drivers of three items (x1 x2 x3, y1 y2 y3), an outcome of two (o1 o2), an index "all" of the drivers, on 1-5;
 * version and the attributes of item x1 as given. */
const struct form *pooled_small(struct arena *, const char *id, int version, const char *of_x1, const char *x_items);

struct pool *pooled_new(struct arena *, const struct form *const *forms, size_t n);

/* A wave about an alliance of parties a, b, .. with these numbers of people who have answered nothing. */
struct wave_answers pooled_wave(struct arena *, const struct form *, const size_t *people, size_t n_parties);
void pooled_answer(const struct wave_answers *, size_t party, size_t person, const char *item, int code);
/* Everybody answers every scale around `level` (1..5), people and items hanging together, from draw.h's seed. */
void pooled_draw(const struct wave_answers *, double level);

/* Measured, and what is shown of it put into the pool as a wave of the alliance, closed so many days before TODAY. Crosses
 * and tallies come in by pooled_sums, after pool_prepare. */
struct pool_wave *pooled_add(struct pool *, size_t alliance, size_t form, const struct wave_answers *, int days_ago);
void pooled_sums(struct pool *, size_t alliance, size_t form, const struct wave_answers *);
void pooled_prepare(struct pool *, const struct benchmark_choice *);

/* n alliances of two parties of `people`, one wave each with the form, levels spread evenly over low..high; with sums. */
struct pool *pooled_portfolio(struct arena *, const struct form *, size_t n, size_t people, double low, double high,
	const struct benchmark_choice *);

#endif
