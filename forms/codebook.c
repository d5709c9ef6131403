/* codebook.c - the variables of a form: what each column of an export means */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/codebook.h"

#include "base/arena.h"
#include "base/lang.h"
#include "forms/form.h"
#include "forms/kinds/kind.h"
#include "forms/plain.h"

static const struct {
	int code;
	const char *label;
} missing_codes[] = {
	{ MISSING_NA, N_("not applicable") }, { MISSING_DK, N_("don't know") },
	{ MISSING_REFUSED, N_("prefer not to say") },
	{ MISSING_SKIPPED, N_("skipped") }, { MISSING_NOT_SHOWN, N_("not shown") },
};
enum { N_MISSING_CODES = sizeof(missing_codes) / sizeof(*missing_codes) };

static const struct point *
point_of(const struct scale *s, int code)
{
	for (size_t i = 0; s != NULL && i < s->n_points; i++)
		if (s->points[i].code == code)
			return &s->points[i];
	return NULL;
}

/* The typed missing points in the scale's own words where it has them; skipped and not shown can happen to
 * every item. */
static size_t
add_missing(const struct codebook *cb, const struct scale *s, struct codebook_code *codes)
{
	size_t n = 0;

	for (size_t i = 0; i < N_MISSING_CODES; i++) {
		int code = missing_codes[i].code;
		const struct point *p = point_of(s, code);

		if (p != NULL)
			codes[n++] = (struct codebook_code){ code,
				text_generic(cb->arena, cb->form, &p->label, cb->lang), true };
		else if (code <= MISSING_SKIPPED)
			codes[n++] = (struct codebook_code){ code, _(missing_codes[i].label), true };
	}
	return n;
}

static void
add_scale_codes(const struct codebook *cb, const struct scale *s, struct codebook_variable *v)
{
	struct codebook_code *codes = arena_make_n(cb->arena, s->n_valued + N_MISSING_CODES,
		struct codebook_code);

	for (size_t i = 0; i < s->n_valued; i++)
		codes[i] = (struct codebook_code){ s->points[i].code,
			text_generic(cb->arena, cb->form, &s->points[i].label, cb->lang),
			false };
	v->n_codes = s->n_valued + add_missing(cb, s, codes + s->n_valued);
	v->codes = codes;
}

static void
add_two_codes(const struct codebook *cb, const char *no, const char *yes, struct codebook_variable *v)
{
	struct codebook_code *codes = arena_make_n(cb->arena, 2 + N_MISSING_CODES, struct codebook_code);

	codes[0] = (struct codebook_code){ 0, no, false };
	codes[1] = (struct codebook_code){ 1, yes, false };
	v->n_codes = 2 + add_missing(cb, NULL, codes + 2);
	v->codes = codes;
}

static const char *
joined(const struct codebook *cb, const struct text *first, const struct text *second)
{
	const char *one = text_generic(cb->arena, cb->form, first, cb->lang);
	const char *two = text_generic(cb->arena, cb->form, second, cb->lang);

	return one[0] == '\0' ? two : two[0] == '\0' ? one : arena_printf(cb->arena, "%s %s", one, two);
}

void
codebook_items(struct codebook *cb, const struct question *q)
{
	for (size_t i = q->first_item; i < q->first_item + q->n_items; i++) {
		const struct item *item = &cb->form->items[i];
		struct codebook_variable *v = &cb->variables[cb->n++];

		*v = (struct codebook_variable){ .name = item->id, .item = item,
			.text = joined(cb, &q->stem, &item->text) };
		if (item->scale != NULL)
			add_scale_codes(cb, item->scale, v);
		else if (q->kind == KIND_YESNO)
			add_two_codes(cb, _("no"), _("yes"), v);
	}
}

void
codebook_options(struct codebook *cb, const struct question *q)
{
	const struct item *item = &cb->form->items[q->first_item];

	for (size_t i = 0; i < q->scale->n_points; i++) {
		const struct point *p = &q->scale->points[i];
		struct codebook_variable *v = &cb->variables[cb->n++];

		*v = (struct codebook_variable){ .name = arena_printf(cb->arena, "%s_%d", q->id, p->code),
			.item = item, .option = i,
			.text = joined(cb, &q->stem, &p->label) };
		if (q->kind == KIND_CHOICES)
			add_two_codes(cb, _("not chosen"), _("chosen"), v);
	}
}

const struct codebook *
codebook_make(struct arena *a, const struct form *f, const char *lang)
{
	struct codebook *cb = arena_make(a, struct codebook);

	*cb = (struct codebook){ a, f, lang, 0, arena_make_n(a, f->n_slots, struct codebook_variable) };
	for (size_t i = 0; i < f->n_questions; i++)
		if (kinds[f->questions[i].kind]->codebook != NULL)
			kinds[f->questions[i].kind]->codebook(cb, &f->questions[i]);
	return cb;
}
