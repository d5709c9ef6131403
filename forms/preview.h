/* preview.h - a whole questionnaire to look at, for its authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_PREVIEW_H
#define FORMS_PREVIEW_H

struct buf;
struct form;

/* One HTML document with every page in every language, as somebody of this party and rater group would read
 * it, conditions aside. group "": everything, with notes of what single rater groups see and read. css is
 * put into it. */
void preview_emit(struct buf *, const struct form *, const char *party, const char *group, const char *css);

#endif
