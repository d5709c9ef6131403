/* names.c - what each id of a form names */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/names.h"

#include <ctype.h>
#include <stdint.h>
#include <strings.h>

#include "base/arena.h"
#include "base/str.h"
#include "forms/nearest.h"

/* Open addressing, at most half full. */
struct names {
	size_t room;
	struct name *slots;
};

const char *
name_sort(enum name_of of)
{
	static const char *const sorts[] = {
		[NAME_FORM] = "form", [NAME_SCALE] = "scale", [NAME_PAGE] = "page",
		[NAME_QUESTION] = "question",
		[NAME_ITEM] = "item", [NAME_DIMENSION] = "dimension", [NAME_INDEX] = "index",
			[NAME_WEIGHTS] = "set of weights",
	};

	return sorts[of];
}

struct names *
names_new(struct arena *a, size_t most)
{
	struct names *n = arena_make(a, struct names);

	for (n->room = 16; n->room < 2 * most; n->room *= 2)
		;
	n->slots = arena_make_n(a, n->room, struct name);
	return n;
}

static struct name *
slot(const struct names *n, const char *id)
{
	uint32_t hash = 2166136261u;
	size_t i;

	for (const char *c = id; *c != '\0'; c++)
		hash = (hash ^ (uint32_t)tolower((unsigned char)*c)) * 16777619u;
	for (i = hash & (n->room - 1); n->slots[i].id != NULL && strcasecmp(n->slots[i].id, id) != 0;)
		i = (i + 1) & (n->room - 1);
	return &n->slots[i];
}

const struct name *
names_add(struct names *n, struct name name)
{
	struct name *at = slot(n, name.id);

	if (at->id != NULL)
		return at;
	*at = name;
	return NULL;
}

const struct name *
names_find_any(const struct names *n, const char *id)
{
	const struct name *at = slot(n, id);

	return at->id != NULL && str_eq(at->id, id) ? at : NULL;
}

const struct name *
names_find(const struct names *n, const char *id, enum name_of of)
{
	const struct name *at = names_find_any(n, id);

	return at != NULL && at->of == of ? at : NULL;
}

void
names_offer(const struct names *n, enum name_of of, struct nearest *search)
{
	for (size_t i = 0; i < n->room; i++)
		if (n->slots[i].id != NULL && n->slots[i].of == of)
			nearest_offer(search, n->slots[i].id);
}
