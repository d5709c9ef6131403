/* rule_fuzz.c - any text is a condition or is refused with a reason; it always holds or not */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "forms/form.h"
#include "forms/rule.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/small_form.h"

/* A bit decides whether a slot has an answer, another which. */
static struct answers
answer_some(struct arena *a, const struct form *f, uint32_t bits)
{
	static const char *const texts[] = { "3.5", "2026-02-28", "Once" };
	struct answers answers = answers_new(a, f);

	for (size_t i = 0; i < f->n_items; i++)
		for (size_t s = 0; s < f->items[i].n_slots; s++) {
			const struct item *item = &f->items[i];
			size_t slot = item->slot + s;

			if (bits >> slot & 1)
				continue;
			answers.codes[slot] = bits >> (slot + 16) & 1 ? 1 : 0;
			if (item->text_slot >= 0) {
				answers.codes[slot] = 1;
				answers.texts[item->text_slot] = texts[item->text_slot % 3];
			} else if (strcmp(item->id, "c") == 0)
				answers.codes[slot] = bits >> (slot + 16) & 1 ? 2 : MISSING_NA;
		}
	return answers;
}

static void
check_rule(struct arena *a, struct rule *rule, uint32_t bits)
{
	const struct form *f = small_form();
	struct respondent who = small_form_respondent();
	struct answers answers = answer_some(a, f, bits);
	size_t n;

	rule_bind(rule, f);
	CHECK(rule_variables(rule, &n) != NULL);
	for (int self = -1; self < (int)f->n_items; self++)
		CHECK(rule_holds(rule, f, &who, &answers, NULL, self) ==
		    rule_holds(rule, f, &who, &answers, NULL, self));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena *a = arena_new();
	struct msgs *m = msgs_new(a, NULL);
	uint32_t bits = 0;
	size_t head = n < sizeof(bits) ? n : sizeof(bits);
	struct rule *rule;

	memcpy(&bits, bytes, head);
	rule = rule_compile(a, arena_strndup(a, (const char *)bytes + head, n - head), 1, "y", m);
	CHECK((rule == NULL) == (m->n_errors > 0));
	if (rule != NULL)
		check_rule(a, rule, bits);
	arena_free(a);
	return 0;
}
