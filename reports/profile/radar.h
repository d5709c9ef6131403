/* radar.h - two views of all competencies as shapes over one another */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef REPORTS_PROFILE_RADAR_H
#define REPORTS_PROFILE_RADAR_H

struct view;

/* 0 in the middle, 100 at the rim, over the competencies that both circles have; nothing when these are
 * fewer than three. A shape has no intervals: a table that tells them belongs beside it. */
void radar_render(struct view *, const char *title, const char *const circles[2]);

#endif
