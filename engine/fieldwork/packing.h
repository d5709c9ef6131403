/* packing.h - codes of sealed responses as bytes */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_PACKING_H
#define FIELDWORK_PACKING_H

#include <stddef.h>
#include <stdint.h>

/* The codes of responses one after the other, each response's in the order of the form's slots; of width bytes each:
 *	width 1: 0 ANSWER_NONE; 1 .. 5 the missing codes MISSING_NA .. MISSING_NOT_SHOWN; 6 .. 255 the values -100 .. 149
 *	width 2: the code as two bytes, the higher first, in two's complement
 * As in the table sealed, whose function sealed_code reads the same in SQL. */
enum { PACKING_VALUE_MIN = -100, PACKING_VALUE_MAX = 149 };

/* 1 when all codes fit one byte, else 2. */
size_t packing_width(const int16_t *codes, size_t n);

/* bytes_r has n * width bytes. Every code must fit. */
void packing_pack(const int16_t *codes, size_t n, size_t width, unsigned char *bytes_r);

/* The codes of n * width bytes. */
void packing_unpack(const unsigned char *bytes, size_t n, size_t width, int16_t *codes_r);

#endif
