/* reliable.h - has one person changed by more than a questionnaire's noise? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_RELIABLE_H
#define ENGINE_STATS_RELIABLE_H

#include "engine/stats/refusal.h"

/* Jacobson & Truax 1991: index = (after - before) / (sd sqrt(2 (1 - reliability))), sd that of people's
 * scores and reliability that of the scale, both from the pool the person is measured against. least: the
 * smallest change in points that would be beyond chance at 5%, z(.975) times the denominator. direction: 1
 * or -1 if the change is larger than that, else 0.
 * REFUSED_NO_SPREAD: sd = 0. REFUSED_IMPROPER: reliability below 0 or at 1, where every change would be
 * reliable or none means anything. CHECKs that nothing is NAN and sd >= 0. */
struct reliable {
	enum refusal refused;
	double index, least;
	int direction;
};

struct reliable reliable_change(double before, double after, double sd, double reliability);

#endif
