/* info.c - words without a question */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/kinds/kind.h"

const struct question_kind kind_info = { "info", false, NULL, NULL, NULL };
