/* consensus.h - van der Eijk's agreement A of one item */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_CONSENSUS_H
#define ENGINE_STATS_CONSENSUS_H

#include <stddef.h>

/* -1 half at each end, 0 uniform, 1 all on one point; counts[k] people chose point k of `points` >= 2; NAN
 * when nobody did. The counts are peeled into layers: each takes from every occupied point what the least
 * occupied one has, and is a pattern of occupied (1) and empty (0) points. A layer's agreement is U (1 - (s -
 * 1) / (K - 1)), s points of K occupied, U = ((K - 2) TU - (K - 1) TDU) / ((K - 2) (TU + TDU)), where TU
 * counts triples of points in order reading 110 or 011 and TDU those reading 101; U = 1 when there are
 * neither. A is the mean over layers, weighted by their people (van der Eijk 2001, Quality & Quantity 35,
 * 325-341). */
double consensus_of(const int counts[], size_t points);

#endif
