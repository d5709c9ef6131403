/* remarks.c - comments: of who is named with the group, of the others only from enough people on */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "base/arena.h"
#include "engine/measure/profile/profiling.h"

/* The same wave with the identified raters only, or with all others who count. */
static struct wave_answers
part_of(const struct profiling *p, bool identified)
{
	struct wave_answers part = p->pools.wave;
	struct wave_response *responses = arena_make_n(p->m.arena, part.n_responses, struct wave_response);

	part.n_responses = 0;
	for (size_t r = 0; r < p->pools.wave.n_responses; r++) {
		size_t party = p->pools.wave.responses[r].party;
		bool named = p->pools.wave.parties[party].identified;
		bool counts = named || circle_has(p, &p->circles[CIRCLE_OTHERS], r);

		if (counts && named == identified)
			responses[part.n_responses++] = p->pools.wave.responses[r];
	}
	part.responses = responses;
	return part;
}

static struct comment *
of_identified(const struct profiling *p, const struct wave_answers *named, size_t *n_r)
{
	const struct form *f = p->m.form;
	struct comment *comments = arena_make_n(p->m.arena, named->n_responses * f->n_texts, struct comment);

	*n_r = 0;
	for (size_t i = 0; i < f->n_items; i++)
		for (size_t r = 0; r < named->n_responses; r++) {
			const struct item *item = &f->items[i];
			const char *text = f->questions[item->question].kind != KIND_TEXT ? NULL :
			    comment_text(&p->m, item, named->responses[r].answers);

			if (text != NULL)
				comments[(*n_r)++] = (struct comment){ item->id,
					named->parties[named->responses[r].party].id, text };
		}
	return comments;
}

struct comment *
profile_comments(struct profiling *p, size_t *n_r)
{
	struct wave_answers named = part_of(p, true), unnamed = part_of(p, false);
	struct measuring m = p->m;
	struct comment *first, *then, *all;
	size_t n_then;

	m.wave = &unnamed;
	first = of_identified(p, &named, n_r);
	then = measure_comments(&m, &n_then);
	all = arena_make_n(p->m.arena, *n_r + n_then, struct comment);
	memcpy(all, first, *n_r * sizeof(*all));
	for (size_t i = 0; i < n_then; i++)
		all[(*n_r)++] = (struct comment){ then[i].item, NULL, then[i].text };
	return all;
}
