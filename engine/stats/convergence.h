/* convergence.h - how an iteration ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CONVERGENCE_H
#define ENGINE_STATS_CONVERGENCE_H

/* Every iterative result carries one. It is REFUSED_NOT_CONVERGED (and its numbers NAN) unless gradient <=
 * tolerance. gradient: the largest absolute derivative of what was maximised, per person where there are
 * people, at the result; tolerance: what it had to reach. */
struct convergence {
	unsigned iterations;
	double gradient, tolerance;
};

#endif
