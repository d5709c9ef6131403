/* equivalence.c - is a difference small enough not to matter? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/stats/gap/equivalence.h"

#include <math.h>

#include "base/check.h"
#include "engine/stats/distribution.h"

struct equivalence
equivalence_test(const struct estimate *e, double margin)
{
	struct equivalence r = { e->refused, NAN, NAN, NAN };

	CHECK(margin > 0);
	if (r.refused != REFUSED_NOT)
		return r;
	r.p_above = t_q((e->value + margin) / e->se, e->df);
	r.p_below = t_p((e->value - margin) / e->se, e->df);
	r.p = fmax(r.p_above, r.p_below);
	return r;
}
