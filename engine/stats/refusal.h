/* refusal.h - why a statistic was not computed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_REFUSAL_H
#define ENGINE_STATS_REFUSAL_H

/* Every result begins with one of these. Unless it is REFUSED_NOT, the numbers beside it are NAN (counts are
 * kept): a number that was not computed can be neither printed nor compared by accident. */
enum refusal {
	REFUSED_NOT,		/* computed */
	REFUSED_EMPTY,		/* nobody answered, in one group at least */
	REFUSED_TOO_FEW,	/* fewer people, groups or items than the formula needs */
	REFUSED_NO_SPREAD,	/* everybody alike: no test; the difference itself may still be said */
	REFUSED_SINGULAR,	/* items or predictors that say the same: no unique answer */
	REFUSED_IMPROPER,	/* the best fit is an impossible one, such as a negative error variance */
	REFUSED_UNLINKED,	/* no common items between what is to be compared */
	REFUSED_NOT_CONVERGED,	/* the iteration stopped before its tolerance */
	REFUSED_TOO_MANY	/* more people than an exact computation can carry */
};

/* A sentence without full stop for people who read a table of results, in English; "" for REFUSED_NOT. */
const char *refusal_reason(enum refusal);

#endif
