/* codebook_emit.c - a codebook as CSV and JSON */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/json.h"
#include "forms/codebook.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/kinds/kind.h"

static const char *
kind_name(const struct codebook *cb, const struct codebook_variable *v)
{
	return kinds[cb->form->questions[v->item->question].kind]->element;
}

static bool
scores(const struct codebook *cb, const struct dimension *d, const struct codebook_variable *v)
{
	for (size_t i = 0; i < d->n_items; i++)
		if (&cb->form->items[d->items[i]] == v->item)
			return true;
	return false;
}

static const char *
dimensions(const struct codebook *cb, const struct codebook_variable *v)
{
	struct buf *b = buf_new(cb->arena);

	for (size_t i = 0; i < cb->form->n_dimensions; i++)
		if (scores(cb, &cb->form->dimensions[i], v))
			buf_printf(b, "%s%s", b->n == 0 ? "" : " ", cb->form->dimensions[i].id);
	return b->bytes;
}

static const char *
described(const struct codebook *cb, const struct codebook_variable *v)
{
	for (size_t i = 0; i < cb->form->n_dimensions; i++)
		if (cb->form->dimensions[i].levels == (int)(v->item - cb->form->items))
			return cb->form->dimensions[i].id;
	return "";
}

static const char *
groups(const struct codebook *cb, const struct codebook_variable *v)
{
	return v->item->groups == GROUPS_ALL ? "" : groups_list(cb->arena, v->item->groups, " ");
}

static void
row(struct buf *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			csv_sep(out);
		csv_cell(out, cells[i]);
	}
	csv_sep(out);
}

static void
emit_row(const struct codebook *cb, const struct codebook_variable *v, const struct codebook_code *code,
	struct buf *out)
{
	const char *cells[] = { v->name, kind_name(cb, v), cb->form->pages[v->item->page].id,
		dimensions(cb, v), v->item->reverse ? "yes" : "", v->text };

	row(out, cells, sizeof(cells) / sizeof(*cells));
	if (code != NULL)
		csv_number(out, code->code);
	csv_sep(out);
	csv_cell(out, code == NULL ? "" : code->label);
	csv_sep(out);
	csv_cell(out, code != NULL && code->missing ? "yes" : "");
	csv_sep(out);
	csv_cell(out, described(cb, v));
	csv_sep(out);
	csv_cell(out, groups(cb, v));
	csv_end_row(out);
}

void
codebook_csv(const struct codebook *cb, struct buf *out)
{
	buf_puts(out, "variable,kind,page,dimensions,reversed,text,code,label,missing,levels,groups\r\n");
	for (size_t i = 0; i < cb->n; i++) {
		const struct codebook_variable *v = &cb->variables[i];

		if (v->n_codes == 0)
			emit_row(cb, v, NULL, out);
		for (size_t j = 0; j < v->n_codes; j++)
			emit_row(cb, v, &v->codes[j], out);
	}
}

static void
emit_variable(const struct codebook *cb, const struct codebook_variable *v, struct json *j)
{
	json_object(j, NULL);
	json_string(j, "name", v->name);
	json_string(j, "kind", kind_name(cb, v));
	json_string(j, "page", cb->form->pages[v->item->page].id);
	json_string(j, "dimensions", dimensions(cb, v));
	json_bool(j, "reversed", v->item->reverse);
	json_string(j, "text", v->text);
	json_string(j, "levels", described(cb, v));
	json_string(j, "groups", groups(cb, v));
	json_array(j, "codes");
	for (size_t i = 0; i < v->n_codes; i++) {
		json_object(j, NULL);
		json_int(j, "code", v->codes[i].code);
		json_string(j, "label", v->codes[i].label);
		json_bool(j, "missing", v->codes[i].missing);
		json_object_end(j);
	}
	json_array_end(j);
	json_object_end(j);
}

void
codebook_json(const struct codebook *cb, struct buf *out)
{
	struct json j;

	json_begin(&j, out);
	json_object(&j, NULL);
	json_string(&j, "form", cb->form->id);
	json_int(&j, "version", cb->form->version);
	json_string(&j, "lang", cb->lang);
	json_array(&j, "variables");
	for (size_t i = 0; i < cb->n; i++)
		emit_variable(cb, &cb->variables[i], &j);
	json_array_end(&j);
	json_object_end(&j);
	json_end(&j);
}
