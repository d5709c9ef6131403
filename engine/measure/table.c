/* table.c - answers from a table, one row for each response */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/measure/table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/csv.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/utc.h"
#include "forms/flow.h"
#include "forms/form.h"
#include "forms/group.h"

enum { DAY = 86400 };

struct reading {
	struct arena *arena;
	const struct form *form;
	const struct csv *csv;
	struct msgs *msgs;
	struct wave_answers *wave;
	int party_column;
	int *columns;			/* of each slot; -1: none */
};

static enum kind
kind_of(const struct form *form, const struct item *item)
{
	return form->questions[item->question].kind;
}

static bool
has_options(enum kind kind)
{
	return kind == KIND_CHOICES || kind == KIND_RANK;
}

static void
find_item_columns(struct reading *t, const struct item *item)
{
	bool options = has_options(kind_of(t->form, item));

	for (size_t i = 0; i < item->n_slots; i++) {
		const char *name = item->id;

		if (options)
			name = arena_printf(t->arena, "%s_%d", item->id, item->scale->points[i].code);
		t->columns[item->slot + i] = csv_column(t->csv, name);
	}
}

/* False when no item has a column. */
static bool
find_columns(struct reading *t)
{
	struct buf *without = buf_new(t->arena);
	bool any = false;

	t->columns = arena_make_n(t->arena, t->form->n_slots, int);
	for (size_t i = 0; i < t->form->n_items; i++) {
		const struct item *item = &t->form->items[i];

		find_item_columns(t, item);
		if (t->columns[item->slot] >= 0)
			any = true;
		else
			buf_printf(without, " %s", item->id);
	}
	if (!any)
		msgs_error(t->msgs, 1, NULL, "No column is named like an item of the form.");
	else if (without->n > 0)
		msgs_warn(t->msgs, 1, NULL, "Items without a column, unanswered by everybody:%s.",
		    without->bytes);
	return any;
}

static bool
missing_word(const char *cell, int16_t *code_r)
{
	static const struct {
		const char *word;
		int16_t code;
	} words[] = { { "na", MISSING_NA }, { "dk", MISSING_DK }, { "refused", MISSING_REFUSED } };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcasecmp(cell, words[i].word) == 0) {
			*code_r = words[i].code;
			return true;
		}
	return false;
}

static bool
is_declared(const struct form *form, const struct item *item, int64_t value)
{
	enum kind kind = kind_of(form, item);

	if (kind == KIND_YESNO || kind == KIND_CHOICES)
		return value == 0 || value == 1;
	if (kind == KIND_RANK)
		return value >= 0 && (size_t)value <= item->n_slots;
	for (size_t i = 0; i < item->scale->n_points; i++)
		if (item->scale->points[i].code == value && code_is_value((int)value))
			return true;
	return false;
}

static bool
is_typed(enum kind kind, const char *cell)
{
	int64_t day;
	double number;

	if (kind == KIND_NUMBER)
		return str_to_double(cell, &number);
	return kind != KIND_DATE || utc_parse_date(cell, &day);
}

/* False when the cell holds no answer that the item knows. */
static bool
read_cell(const struct form *form, const struct item *item, const char *cell, struct answers *answers,
	size_t slot)
{
	int64_t value;

	if (missing_word(cell, &answers->codes[slot]))
		return true;
	if (item->text_slot >= 0) {
		if (!is_typed(kind_of(form, item), cell))
			return false;
		answers->codes[slot] = 1;
		answers->texts[item->text_slot] = cell;
		return true;
	}
	if (!str_to_int(cell, CODE_MIN, CODE_MAX, &value) || !is_declared(form, item, value))
		return false;
	answers->codes[slot] = (int16_t)value;
	return true;
}

static void
read_item(struct reading *t, const struct csv_row *row, const struct item *item, struct answers *answers)
{
	for (size_t slot = item->slot; slot < item->slot + item->n_slots; slot++) {
		const char *cell;

		if (t->columns[slot] < 0)
			continue;
		cell = str_trim(t->arena, row->cells[t->columns[slot]]);
		if (*cell != '\0' && !read_cell(t->form, item, cell, answers, slot))
			msgs_error(t->msgs, row->line, t->csv->columns[t->columns[slot]],
			    "`%s` is not an answer to this item.", cell);
	}
}

static const char *
party_of(const struct reading *t, const struct csv_row *row)
{
	return t->party_column < 0 ? "all" : str_trim(t->arena, row->cells[t->party_column]);
}

static size_t
party_index(const struct reading *t, const char *id)
{
	size_t p = 0;

	while (p < t->wave->n_parties && !str_eq(t->wave->parties[p].id, id))
		p++;
	return p;
}

/* In a form about a manager the parties of the table are rater groups, some of them in the partner
 * organisation. */
static struct respondent
respondent_of(const struct reading *t, size_t party)
{
	const char *id = t->wave->parties[party].id;
	struct respondent who = { .lang = t->form->langs[0], .party = id, .group = "", .wave = "", .own = id,
		.partner = "", .subject = "", .today = utc_now() / DAY * DAY };
	int group = group_find(id);

	if (t->form->subject == SUBJECT_MANAGER) {
		who.group = id;
		who.party = t->form->parties[group >= 0 && group_is_partner((enum rater_group)group)];
	} else if (party < t->form->n_parties) {
		who.party = t->form->parties[party];
	}
	return who;
}

/* As in a wave: what the form's conditions hide from this person does not count. */
static struct answers
counted(const struct reading *t, size_t party, const struct answers *answers)
{
	struct respondent who = respondent_of(t, party);
	struct flow flow;

	flow = flow_evaluate(t->arena, t->form, &who, answers);
	return flow_counted(t->arena, t->form, &flow, answers);
}

static void
read_rows(struct reading *t)
{
	struct wave_response *responses = arena_make_n(t->arena, t->csv->n_rows, struct wave_response);
	size_t n = 0;

	for (size_t i = 0; i < t->csv->n_rows; i++) {
		const struct csv_row *row = &t->csv->rows[i];
		const char *party = party_of(t, row);
		struct answers answers;
		size_t p;

		if (*party == '\0') {
			msgs_warn(t->msgs, row->line, t->csv->columns[t->party_column],
			    "A row without a party is left out.");
			continue;
		}
		p = party_index(t, party);
		answers = answers_new(t->arena, t->form);
		for (size_t j = 0; j < t->form->n_items; j++)
			read_item(t, row, &t->form->items[j], &answers);
		answers = counted(t, p, &answers);
		responses[n].party = p;
		responses[n++].answers = arena_memdup(t->arena, &answers, sizeof(answers));
	}
	t->wave->responses = responses;
	t->wave->n_responses = n;
}

/* Numbers by value, before other words, which go by their bytes. */
static int
by_value(const void *a, const void *b)
{
	const char *x = *(const char *const *)a, *y = *(const char *const *)b;
	double left, right;
	bool left_number = str_to_double(x, &left), right_number = str_to_double(y, &right);

	if (left_number && right_number && (left < right || left > right))
		return left < right ? -1 : 1;
	return left_number != right_number ? right_number - left_number : strcmp(x, y);
}

/* The distinct values of the party column, ascending; at most one more than there may be parties. */
static size_t
distinct_parties(const struct reading *t, const char **ids)
{
	size_t n = 0;

	for (size_t i = 0; i < t->csv->n_rows && n <= FORM_MAX_PARTIES; i++) {
		const char *party = party_of(t, &t->csv->rows[i]);
		size_t p = 0;

		while (p < n && !str_eq(ids[p], party))
			p++;
		if (p == n && *party != '\0')
			ids[n++] = party;
	}
	qsort(ids, n, sizeof(*ids), by_value);
	return n;
}

static bool
all_of_the_form(const struct form *form, const char *const *ids, size_t n)
{
	size_t known = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t p = 0; p < form->n_parties; p++)
			known += str_eq(form->parties[p], ids[i]);
	return known == n;
}

/* "joint" is the group of all parties in every cell. */
static bool
names_are_free(struct reading *t, const char *const *ids, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(ids[i], "joint")) {
			msgs_error(t->msgs, 1, t->csv->columns[t->party_column],
			    "`joint` means all parties together; please name this party otherwise.");
			return false;
		}
	return true;
}

static bool
find_parties(struct reading *t)
{
	const char *ids[FORM_MAX_PARTIES + 1];
	const char *const *names = ids;
	size_t n = distinct_parties(t, ids);
	struct wave_party *parties;

	if (n > FORM_MAX_PARTIES) {
		msgs_error(t->msgs, 1, t->csv->columns[t->party_column],
		    "This column names more than %d parties.", FORM_MAX_PARTIES);
		return false;
	}
	if (!names_are_free(t, ids, n))
		return false;
	if (n > 0 && all_of_the_form(t->form, ids, n)) {
		names = t->form->parties;
		n = t->form->n_parties;
	}
	parties = arena_make_n(t->arena, n, struct wave_party);
	for (size_t p = 0; p < n; p++)
		parties[p] = (struct wave_party){ .id = names[p], .name = names[p] };
	t->wave->parties = parties;
	t->wave->n_parties = n;
	return true;
}

static bool
find_party_column(struct reading *t, const char *name)
{
	t->party_column = name == NULL ? -1 : csv_column(t->csv, name);
	if (name == NULL || t->party_column >= 0)
		return true;
	msgs_error(t->msgs, 1, name, "There is no column of this name to tell the parties.");
	return false;
}

bool
table_answers(struct arena *a, const struct form *form, const struct csv *csv, const char *party_column,
	struct msgs *msgs, struct wave_answers *wave_r)
{
	struct reading t = { .arena = a, .form = form, .csv = csv, .msgs = msgs, .wave = wave_r };

	if (!find_party_column(&t, party_column) || !find_columns(&t) || !find_parties(&t))
		return false;
	read_rows(&t);
	if (wave_r->n_responses == 0)
		msgs_error(msgs, 1, NULL, "There is no row of answers.");
	return wave_r->n_responses > 0;
}
