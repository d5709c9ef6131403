/* tallying.h - one scale's answers into the tallies of the parties; private to this folder */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef MEASURE_TALLYING_H
#define MEASURE_TALLYING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct tallies;

/* codes[i][p]: what person p answered to item i, 1..points, 0 = missing; a reversed item's code x counts as points + 1 -
 * x. party[p] is the person's; who is of a party that is not shown adds nothing. A file of its own, because a form's
 * scale and that of a pool (portfolio/columns.h) are two things of one name. */
struct answered {
	const uint8_t *const *codes;
	const bool *reversed;
	size_t people;
	const size_t *party;
	const bool *shown;
};

void tallying_add(struct tallies *, size_t scale, const struct answered *);

#endif
