/* group.h - rater groups of a form about an alliance manager */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FORMS_GROUP_H
#define FORMS_GROUP_H

#include <stdbool.h>

struct arena;

/* The format fixes which groups there are, because they mean something: whose view is the inside view and
 * whose the partner's, who is known by name. Which of them a wave asks, and from how many people on a group
 * is shown, belongs to the fielding and not to the form. */
enum rater_group {
	GROUP_SELF,			/* the assessed person */
	GROUP_MANAGER,			/* whom the assessed person reports to */
	GROUP_COLLEAGUES, GROUP_EXECUTIVES,
	GROUP_COUNTERPART,		/* the alliance manager of the partner organisation */
	GROUP_PARTNER_TEAM, GROUP_PARTNER_EXECUTIVES,
	N_GROUPS
};

/* A set of groups has a bit for each, 1 << enum rater_group. */
enum { GROUPS_ALL = (1 << N_GROUPS) - 1 };

/* As they stand in forms, conditions and answers: "self", .. "partner_executives". */
extern const char *const group_names[N_GROUPS];

/* The group of this name, or -1. */
int group_find(const char *name);
/* What its raters are called, in the language of lang_set(): "Colleagues", "Partner team". */
const char *group_title(enum rater_group);
/* Do its raters sit in the partner organisation? */
bool group_is_partner(enum rater_group);
/* Is the group of this name in the set? Every name is in GROUPS_ALL, also "" and NULL (a form about an
 * alliance has no groups); in a smaller set only the names of its groups. */
bool groups_include(unsigned groups, const char *name);
/* The names of a set's groups with this between them. */
const char *groups_list(struct arena *, unsigned groups, const char *between);

#endif
