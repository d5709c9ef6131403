/* reliable.c - has one person changed by more than a questionnaire's noise? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/change/reliable.h"

#include <math.h>

#include "base/check.h"
#include "engine/stats/distribution.h"

struct reliable
reliable_change(double before, double after, double sd, double reliability)
{
	struct reliable r = { REFUSED_NOT, NAN, NAN, 0 };
	double error;

	CHECK(isfinite(before) && isfinite(after) && sd >= 0 && !isnan(reliability));
	if (sd == 0)
		r.refused = REFUSED_NO_SPREAD;
	else if (reliability < 0 || reliability >= 1)
		r.refused = REFUSED_IMPROPER;
	if (r.refused != REFUSED_NOT)
		return r;
	error = sd * sqrt(2 * (1 - reliability));
	r.index = (after - before) / error;
	r.least = normal_inv(.975) * error;
	r.direction = (after - before > r.least) - (before - after > r.least);
	return r;
}
