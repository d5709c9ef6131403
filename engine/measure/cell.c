/* cell.c - names of measures, finding a cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/cell.h"

#include <math.h>

#include "base/check.h"
#include "base/str.h"

static const char *const measure_names[N_MEASURES] = {
	[MEASURE_SCORE] = "score", [MEASURE_WEAKER] = "weaker", [MEASURE_GAP] = "gap",
	[MEASURE_PROFILE_GAP] = "profile-gap", [MEASURE_AGREEMENT] = "agreement", [MEASURE_COLOUR] = "colour",
	[MEASURE_PERCEPTION] = "perception", [MEASURE_NPS] = "nps", [MEASURE_ITEM] = "item",
	[MEASURE_COUNT] = "count", [MEASURE_RESPONSE] = "response",
	[MEASURE_SELF_GAP] = "self-gap", [MEASURE_QUADRANT] = "quadrant", [MEASURE_LEVEL] = "level",
	[MEASURE_CHANGE] = "change", [MEASURE_FIT] = "fit", [MEASURE_RANK] = "rank",
	[MEASURE_MATCH] = "match", [MEASURE_RELIABILITY] = "reliability",
};

static const char *const shown_names[] = {
	[SHOWN] = "shown", [HIDDEN_SMALL] = "small", [HIDDEN_COMPLEMENT] = "complement",
	[HIDDEN_RULE] = "rule",
};

enum { N_SHOWN = sizeof(shown_names) / sizeof(*shown_names) };

static bool
parse(const char *const *names, int n, const char *name, int *found_r)
{
	for (int i = 0; i < n; i++)
		if (str_eq(names[i], name)) {
			*found_r = i;
			return true;
		}
	return false;
}

const char *
measure_name(enum measure measure)
{
	CHECK((int)measure < N_MEASURES);
	return measure_names[measure];
}

bool
measure_parse(const char *name, enum measure *measure_r)
{
	int found;

	if (!parse(measure_names, N_MEASURES, name, &found))
		return false;
	*measure_r = (enum measure)found;
	return true;
}

const char *
shown_name(enum shown shown)
{
	CHECK((int)shown < N_SHOWN);
	return shown_names[shown];
}

bool
shown_parse(const char *name, enum shown *shown_r)
{
	int found;

	if (!parse(shown_names, N_SHOWN, name, &found))
		return false;
	*shown_r = (enum shown)found;
	return true;
}

struct cell
cell_blank(enum measure measure, const char *of, const char *group, const char *detail, enum shown shown)
{
	return (struct cell){ .measure = measure, .of = of, .group = group, .detail = detail, .shown = shown,
		.value = NAN, .low = NAN, .high = NAN, .p = NAN, .p_adjusted = NAN, .effect = NAN,
		.percent = NAN };
}

const struct cell *
release_cell(const struct release *release, enum measure measure, const char *of, const char *group,
	const char *detail)
{
	for (size_t i = 0; i < release->n_cells; i++) {
		const struct cell *cell = &release->cells[i];

		if (cell->measure == measure && str_eq(cell->of, of) && str_eq(cell->detail, detail) &&
		    (group == NULL || str_eq(cell->group, group)))
			return cell;
	}
	return NULL;
}
