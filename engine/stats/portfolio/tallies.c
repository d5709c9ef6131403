/* tallies.c - the tallies of many groups on several scales */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/portfolio/tallies.h"

#include "base/arena.h"
#include "base/check.h"
#include "engine/stats/portfolio/pages.h"

struct tallies
tallies_new(struct arena *a, const struct shape shapes[], size_t n_scales, size_t groups)
{
	char **scales = arena_make_n(a, n_scales, char *), *room;
	size_t size = 0;

	for (size_t s = 0; s < n_scales; s++) {
		CHECK(shape_possible(&shapes[s]));
		size += tally_size(&shapes[s]);
	}
	room = pages_array(a, groups, size);
	for (size_t s = 0; s < n_scales; s++) {
		scales[s] = room;
		room += groups * tally_size(&shapes[s]);
	}
	return (struct tallies){
		.shapes = arena_memdup(a, shapes, n_scales * sizeof *shapes),
		.n_scales = n_scales,
		.groups = groups,
		.scales = scales,
	};
}

struct tallies
tallies_slice(struct arena *a, const struct tallies *t, size_t first, size_t groups)
{
	struct tallies slice = { t->shapes, t->n_scales, groups, NULL };
	char **scales = arena_make_n(a, t->n_scales, char *);

	CHECK(first <= t->groups && groups <= t->groups - first);
	for (size_t s = 0; s < t->n_scales; s++)
		scales[s] = t->scales[s] + first * tally_size(&t->shapes[s]);
	slice.scales = scales;
	return slice;
}

static bool
fits(const struct tallies *t, size_t first, const struct tallies *part)
{
	if (t->n_scales != part->n_scales || first > t->groups || part->groups > t->groups - first)
		return false;
	for (size_t s = 0; s < t->n_scales; s++) {
		int64_t most = shape_people_max(&t->shapes[s]);

		if (!shape_same(&t->shapes[s], &part->shapes[s]))
			return false;
		for (size_t g = 0; g < part->groups; g++)
			if (tallies_at(part, s, g)->people > most - tallies_at(t, s, first + g)->people)
				return false;
	}
	return true;
}

bool
tallies_merge(struct tallies *t, size_t first, const struct tallies *part)
{
	if (!fits(t, first, part))
		return false;
	for (size_t s = 0; s < t->n_scales; s++)
		for (size_t g = 0; g < part->groups; g++)
			CHECK(tally_merge(&t->shapes[s], tallies_at(t, s, first + g), tallies_at(part, s, g)));
	return true;
}
