/* refusal.c - the reasons in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/stats/refusal.h"

const char *
refusal_reason(enum refusal refused)
{
	switch (refused) {
	case REFUSED_NOT: return "";
	case REFUSED_EMPTY: return "nobody answered";
	case REFUSED_TOO_FEW: return "too few people, groups or items";
	case REFUSED_NO_SPREAD: return "all answers are alike";
	case REFUSED_SINGULAR: return "some items or predictors say the same, so there is no unique answer";
	case REFUSED_IMPROPER: return "the best fit is an impossible one (a negative error variance)";
	case REFUSED_UNLINKED: return "nothing in common to compare";
	case REFUSED_NOT_CONVERGED: return "the iteration stopped before it reached its tolerance";
	case REFUSED_TOO_MANY: return "too many people for an exact computation";
	}
	return "";
}
