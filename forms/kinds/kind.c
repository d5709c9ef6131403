/* kind.c - the kinds of question: one table row and one file each */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/kinds/kind.h"

#include "base/str.h"

const struct question_kind *const kinds[N_KINDS] = {
	[KIND_BATTERY] = &kind_battery,
	[KIND_CHOICE] = &kind_choice,
	[KIND_CHOICES] = &kind_choices,
	[KIND_ANCHORED] = &kind_anchored,
	[KIND_RANK] = &kind_rank,
	[KIND_NUMBER] = &kind_number,
	[KIND_TEXT] = &kind_text,
	[KIND_DATE] = &kind_date,
	[KIND_YESNO] = &kind_yesno,
	[KIND_INFO] = &kind_info,
};

int
kind_of_element(const char *element)
{
	for (int i = 0; i < N_KINDS; i++)
		if (str_eq(kinds[i]->element, element))
			return i;
	return -1;
}
