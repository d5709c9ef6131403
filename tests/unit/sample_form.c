/* sample_form.c - a questionnaire built by hand, so that tests of reports need no XML */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "base/arena.h"
#include "tests/unit/sample_release.h"

enum { N_DRIVERS = 10, N_DIMENSIONS = 12, N_FACTS = 3, PER_DIMENSION = 2, N_MIRRORED = 3, N_OPEN = 2,
	FIRST_OWN = N_DRIVERS * PER_DIMENSION, FIRST_OUTCOME = FIRST_OWN + N_MIRRORED,
	RECOMMEND = FIRST_OUTCOME + 2,
	FIRST_FACT = RECOMMEND + 1, FIRST_OPEN = FIRST_FACT + N_FACTS, N_ITEMS = FIRST_OPEN + N_OPEN };

static const struct {
	const char *id, *en, *de, *question;
} dimensions[N_DIMENSIONS] = {
	{ "purpose", "Shared purpose and strategic fit", "Gemeinsame Ziele und strategische Passung",
		"If each side wrote down the purpose of this alliance in one sentence, how would the two "
		"sentences differ?" },
	{ "value", "Value and fairness", "Nutzen und Fairness",
	"How would each side recognise that this alliance is fair?" },
	{ "commitment", "Commitment and sponsorship", "Engagement und Rückhalt",
		"What could each executive sponsor do in the next month that the teams would notice?" },
	{ "governance", "Governance and decisions", "Governance und Entscheidungen",
		"Which decision took too long, and what would have made it faster?" },
	{ "execution", "Execution and coordination",
	"Umsetzung und organisationsübergreifende Koordinationsverantwortlichkeiten",
		"Where does work get stuck between the two organisations?" },
	{ "communication", "Communication", "Kommunikation",
	"What would each side have liked to know earlier?" },
	{ "trust", "Trust and integrity", "Vertrauen und Integrität",
	"Which commitment matters most to each side?" },
	{ "conflict", "Constructive conflict", "Konstruktive Auseinandersetzung",
	"Which disagreement should we discuss openly now?" },
	{ "learning", "Culture, adaptability and learning", "Kultur, Anpassungsfähigkeit und Lernen",
		"Which way of working of the other side would be worth adopting?" },
	{ "challenge", "Amount of challenge", "Maß der Herausforderung",
	"On which topic would more challenge help?" },
	{ "results", "Results and satisfaction", "Ergebnisse und Zufriedenheit",
	"Which result would satisfy both sides?" },
	{ "signals", "Early-warning facts", "Frühwarnzeichen",
	"Which of these facts should we look at first?" },
};

static const char *const facts[N_FACTS] = {
	"Was a steering meeting cancelled?", "Was a decision reopened after it had been taken?",
		"Did a key person leave the alliance?"
};

static const char *const open[N_OPEN] = { "What should both organisations keep as it is?",
	"What is not being said?" };

/* The words in English, the second language when given, and hostile ones instead of both. */
static struct text
text(struct arena *a, const char *hostile, const char *en, const char *de)
{
	const char *const words[] = { hostile != NULL ? hostile : en, hostile != NULL ? hostile : de };
	static const char *const langs[] = { "en", "de" };
	size_t n = de == NULL ? 1 : 2;
	struct wording *wordings = arena_make_n(a, n, struct wording);

	for (size_t i = 0; i < n; i++) {
		struct run *run = arena_make(a, struct run);

		*run = (struct run){ .kind = RUN_TEXT, .text = words[i], .escaped = html_escape(a, words[i]) };
		wordings[i] = (struct wording){ .lang = langs[i], .n = 1, .runs = run };
	}
	return (struct text){ n, wordings };
}

/* "<own/> meets agreed deadlines" and the like. */
static struct text
about(struct arena *a, enum run_kind whom, const char *words)
{
	struct wording *wording = arena_make(a, struct wording);
	struct run *runs = arena_make_n(a, 2, struct run);

	runs[0].kind = whom;
	runs[1] = (struct run){ .kind = RUN_TEXT, .text = words, .escaped = html_escape(a, words) };
	*wording = (struct wording){ .lang = "en", .n = 2, .runs = runs };
	return (struct text){ 1, wording };
}

static const struct scale *
scale(struct arena *a, int min, int max)
{
	struct scale *s = arena_make(a, struct scale);

	*s = (struct scale){ .id = "scale", .n_valued = (size_t)(max - min + 1), .min = min, .max = max };
	return s;
}

static struct item
item(struct arena *a, const char *format, size_t n, const struct scale *s, struct text words)
{
	return (struct item){ .id = arena_printf(a, "%s%zu", format, n), .text = words, .scale = s,
		.mirror = -1, .slot = n, .n_slots = 1 };
}

static void
mirror(struct arena *a, struct item *items, size_t pair)
{
	static const char *const words[N_MIRRORED] = { " meets agreed deadlines.", " keeps its word.",
		" shares information early enough." };
	struct item *partner = &items[pair * PER_DIMENSION], *own = &items[FIRST_OWN + pair];

	partner->text = about(a, RUN_PARTNER, words[pair]);
	own->text = about(a, RUN_OWN, words[pair]);
	partner->mirror = (int)(FIRST_OWN + pair);
	own->mirror = (int)(pair * PER_DIMENSION);
}

static struct item *
make_items(struct arena *a, const char *hostile)
{
	struct item *items = arena_make_n(a, N_ITEMS, struct item);
	const struct scale *agree = scale(a, 1, 5), *likely = scale(a, 0, 10);

	for (size_t i = 0; i < RECOMMEND; i++)
		items[i] = item(a, i >= FIRST_OWN && i < FIRST_OUTCOME ? "own" : "item", i, agree,
			text(a, hostile, "Once taken, decisions stay taken.",
			"Einmal getroffene Entscheidungen haben Bestand."));
	items[RECOMMEND] = item(a, "recommend", 0, likely,
		text(a, hostile, "How likely are you to recommend working in this alliance?",
		"Wie wahrscheinlich ist es, dass Sie die Arbeit in dieser Allianz empfehlen?"));
	for (size_t i = 0; i < N_FACTS; i++)
		items[FIRST_FACT + i] = item(a, "fact", i, NULL, text(a, hostile, facts[i], NULL));
	for (size_t i = 0; i < N_OPEN; i++)
		items[FIRST_OPEN + i] = item(a, "open", i, NULL, text(a, hostile, open[i], NULL));
	for (size_t i = 0; i < N_MIRRORED; i++)
		mirror(a, items, i);
	return items;
}

static struct dimension
make_dimension(struct arena *a, size_t d, const char *hostile)
{
	size_t first = d < N_DRIVERS ? d * PER_DIMENSION : d == N_DRIVERS ? FIRST_OUTCOME : FIRST_FACT;
	size_t n = d == N_DIMENSIONS - 1 ? N_FACTS : PER_DIMENSION, *items = arena_make_n(a, n, size_t);

	for (size_t i = 0; i < n; i++)
		items[i] = first + i;
	return (struct dimension){ .id = dimensions[d].id, .n_items = n, .items = items,
		.role = d < N_DRIVERS ? ROLE_DRIVER : d == N_DRIVERS ? ROLE_OUTCOME : ROLE_SIGNAL,
		.ideal = d == N_DRIVERS - 1 ? 3 : (double)NAN, .title = text(a, hostile, dimensions[d].en,
		dimensions[d].de),
		.means = text(a, hostile, "What the people of both organisations experience.", NULL),
		.question = text(a, hostile, dimensions[d].question, NULL) };
}

const struct form *
sample_form_hostile(struct arena *a, const char *hostile)
{
	struct form *f = arena_make(a, struct form);
	struct dimension *all = arena_make_n(a, N_DIMENSIONS, struct dimension);
	struct index *index = arena_make(a, struct index);

	for (size_t d = 0; d < N_DIMENSIONS; d++)
		all[d] = make_dimension(a, d, hostile);
	*index = (struct index){ .id = "health",
		.title = text(a, hostile, "Alliance health index", "Index der Allianzgesundheit") };
	*f = (struct form){ .id = "alliance_health", .version = 3, .n_langs = 2, .langs = { "en", "de" },
		.n_parties = 2, .parties = { "a", "b" }, .title = text(a, hostile, "Alliance health check",
		"Allianz-Gesundheitscheck"),
		.n_items = N_ITEMS, .items = make_items(a, hostile), .n_dimensions = N_DIMENSIONS,
		.dimensions = all,
		.n_indexes = 1, .indexes = index };
	return f;
}

const struct form *
sample_form(struct arena *a)
{
	return sample_form_hostile(a, NULL);
}
