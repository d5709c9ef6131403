/* small_form.h - a form with every kind of question, for the drivers that need one */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_SMALL_FORM_H
#define TESTS_FUZZ_SMALL_FORM_H

#include "forms/form.h"

/* Two pages: y yesno, n number, d date, t text; c choice, m choices, r rank, a anchored, b1 b2 of a battery.
 * Dimensions: both (b1 b2), one (a, ideal), facts (y m, signal); index: all. */
const struct form *small_form(void);
/* Somebody of party a who answers it on 2026-02-28; names with characters that HTML escapes. */
struct respondent small_form_respondent(void);

#endif
