/* json.c - every cell and setting of a release under stable English keys */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/lang.h"
#include "base/utc.h"
#include "reports/report.h"
#include "reports/view.h"

static void
settings(struct json *j, const struct release *r, struct arena *a)
{
	json_string(j, "alliance", r->alliance);
	json_string(j, "wave", r->wave);
	json_string(j, "closed", utc_date(a, r->closed));
	json_string(j, "mode", r->mode);
	json_int(j, "k", r->k);
	json_double(j, "target", r->target);
	json_double(j, "floor", r->floor_);
	json_string(j, "engine_version", r->engine_version);
	json_object(j, "form");
	json_string(j, "id", r->form_id);
	json_int(j, "version", r->form_version);
	json_string(j, "fingerprint", r->fingerprint);
	json_object_end(j);
}

static void
parties(struct json *j, const struct release *r)
{
	json_array(j, "parties");
	for (size_t i = 0; i < r->n_parties; i++) {
		json_object(j, NULL);
		json_string(j, "id", r->parties[i].id);
		json_string(j, "name", r->parties[i].name);
		json_int(j, "invited", r->parties[i].invited);
		json_int(j, "answered", r->parties[i].answered);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
dimensions(struct json *j, const struct view *v)
{
	static const char *const roles[] = { [ROLE_DRIVER] = "driver", [ROLE_OUTCOME] = "outcome",
		[ROLE_SIGNAL] = "signal" };

	json_array(j, "dimensions");
	for (size_t i = 0; i < v->form->n_dimensions; i++) {
		const struct dimension *d = &v->form->dimensions[i];

		json_object(j, NULL);
		json_string(j, "id", d->id);
		json_string(j, "title", view_title(v, d->id));
		json_string(j, "role", roles[d->role]);
		json_object_end(j);
	}
	json_array_end(j);
}

/* So that the fits have names. */
static void
weight_sets(struct json *j, const struct view *v)
{
	json_array(j, "weight_sets");
	for (size_t i = 0; i < v->form->n_weight_sets; i++) {
		json_object(j, NULL);
		json_string(j, "id", v->form->weight_sets[i].id);
		json_string(j, "title", view_text(v, &v->form->weight_sets[i].title, NO_PARTY));
		json_object_end(j);
	}
	json_array_end(j);
}

static void
figures(struct json *j, const struct cell *cell)
{
	json_int(j, "n", cell->n);
	json_double(j, "value", cell->value);
	json_double(j, "low", cell->low);
	json_double(j, "high", cell->high);
	json_double(j, "p", cell->p);
	json_double(j, "p_adjusted", cell->p_adjusted);
	json_double(j, "effect", cell->effect);
	json_double(j, "percent", cell->percent);
	json_string(j, "word", cell->word);
	json_bool(j, "capped", cell->capped);
}

static void
cells(struct json *j, const struct release *r)
{
	json_array(j, "cells");
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *cell = &r->cells[i];

		json_object(j, NULL);
		json_string(j, "measure", measure_name(cell->measure));
		json_string(j, "of", cell->of);
		json_string(j, "group", cell->group);
		json_string(j, "detail", cell->detail);
		json_string(j, "shown", shown_name(cell->shown));
		if (cell->shown == SHOWN)
			figures(j, cell);
		json_object_end(j);
	}
	json_array_end(j);
}

static void
comments(struct json *j, const struct release *r)
{
	json_array(j, "comments");
	for (size_t i = 0; i < r->n_comments; i++) {
		json_object(j, NULL);
		json_string(j, "item", r->comments[i].item);
		json_string(j, "party", r->comments[i].party);
		json_string(j, "text", r->comments[i].text);
		json_object_end(j);
	}
	json_array_end(j);
}

void
report_json(const struct release *r, const struct form *f, const char *lang, struct buf *out)
{
	const char *before = lang_current();
	struct json j;
	struct view v;

	lang_set(lang);
	view_begin(&v, r, f, lang, NULL, out->arena);
	json_begin(&j, out);
	json_object(&j, NULL);
	json_string(&j, "report", r->person != NULL ? "competency_profile" : "alliance_health");
	if (r->person != NULL) {
		json_string(&j, "person", r->person);
		json_string(&j, "role", r->role);
	}
	settings(&j, r, out->arena);
	parties(&j, r);
	dimensions(&j, &v);
	if (r->person != NULL)
		weight_sets(&j, &v);
	cells(&j, r);
	comments(&j, r);
	json_object_end(&j);
	json_end(&j);
	lang_set(before);
}
