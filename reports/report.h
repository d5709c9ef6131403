/* report.h - what people and other programs see: of a release its report, and the benchmark */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_REPORT_H
#define REPORTS_REPORT_H

#include <stdbool.h>

struct benchmark;
struct buf;
struct ctx;
struct form;
struct release;

/* What a report says comes from the release alone: a figure whose cell is not SHOWN appears in no output,
 * whatever it holds. The form gives titles, meanings and questions. lang is the reader's language; the
 * process's own is the same again afterwards. */

/* What a release is about decides the report: a person (release->person), or an alliance. */

/* One HTML file with everything in it: no script, no other file, ready to print on A4 and Letter. */
void report_health_html(const struct release *, const struct form *, const char *lang, struct buf *out);
void report_profile_html(const struct release *, const struct form *, const char *lang, struct buf *out);
/* The one that the release is about. */
void report_html(const struct release *, const struct form *, const char *lang, struct buf *out);

/* Every cell and setting under stable English keys, numbers with 17 significant digits; NaN is null. Cells
 * that are not shown have their address and the reason, and no figure. */
void report_json(const struct release *, const struct form *, const char *lang, struct buf *out);

/* One row for each cell, header row first; NaN and hidden figures are empty. About a person two
 * columns more say who and in which role, so that several profiles can be put into one table. */
void report_csv(const struct release *, struct buf *out);

/* The form of the file is told by its name: .html, .json, .csv, or .pdf, which is the HTML through WeasyPrint
 * and appears complete or not at all. Fails with E_INVALID for another name, E_SYSTEM when it cannot be written
 * or that program fails or needs more than a minute. */
bool report_write(struct ctx *, const struct release *, const struct form *, const char *lang,
	const char *path);

/* The same for a portfolio (engine/measure/benchmark/benchmark.h): the page, all figures with their refusals under stable
 * English keys, and one row for each alliance and dimension. lang NULL: English. */
void report_benchmark_html(const struct benchmark *, const char *lang, struct buf *out);
void report_benchmark_json(const struct benchmark *, struct buf *out);
void report_benchmark_csv(const struct benchmark *, struct buf *out);
bool report_benchmark_write(struct ctx *, const struct benchmark *, const char *lang, const char *path);

#endif
