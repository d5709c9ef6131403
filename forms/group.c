/* group.c - rater groups of a form about an alliance manager */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/group.h"

#include "base/buf.h"
#include "base/lang.h"
#include "base/str.h"

const char *const group_names[N_GROUPS] = {
	[GROUP_SELF] = "self", [GROUP_MANAGER] = "manager", [GROUP_COLLEAGUES] = "colleagues",
	[GROUP_EXECUTIVES] = "executives", [GROUP_COUNTERPART] = "counterpart",
	[GROUP_PARTNER_TEAM] = "partner_team", [GROUP_PARTNER_EXECUTIVES] = "partner_executives",
};

int
group_find(const char *name)
{
	for (int i = 0; i < N_GROUPS; i++)
		if (str_eq(group_names[i], name))
			return i;
	return -1;
}

const char *
group_title(enum rater_group group)
{
	static const char *const titles[N_GROUPS] = {
		[GROUP_SELF] = N_("Self"), [GROUP_MANAGER] = N_("Manager"),
		[GROUP_COLLEAGUES] = N_("Colleagues"), [GROUP_EXECUTIVES] = N_("Executives"),
		[GROUP_COUNTERPART] = N_("Counterpart"), [GROUP_PARTNER_TEAM] = N_("Partner team"),
		[GROUP_PARTNER_EXECUTIVES] = N_("Partner executives"),
	};

	return _(titles[group]);
}

bool
group_is_partner(enum rater_group group)
{
	return group >= GROUP_COUNTERPART;
}

bool
groups_include(unsigned groups, const char *name)
{
	int group = groups == GROUPS_ALL ? -1 : group_find(name);

	return groups == GROUPS_ALL || (group >= 0 && (groups >> group & 1) != 0);
}

const char *
groups_list(struct arena *a, unsigned groups, const char *between)
{
	struct buf *names = buf_new(a);

	for (int i = 0; i < N_GROUPS; i++)
		if (groups >> i & 1)
			buf_printf(names, "%s%s", names->n > 0 ? between : "", group_names[i]);
	return names->bytes;
}
