/* interval.h - from where to where a figure may lie */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_INTERVAL_H
#define ENGINE_STATS_INTERVAL_H

struct interval {
	double lo, hi;
};

#endif
