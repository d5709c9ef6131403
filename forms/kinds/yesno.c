/* yesno.c - yes or no */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/codebook.h"
#include "forms/kinds/kind.h"

const struct question_kind kind_yesno = { "yesno", true, NULL, NULL, codebook_items };
