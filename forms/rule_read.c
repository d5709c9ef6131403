/* rule_read.c - the words of a condition, before XPath compiles it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/rule_read.h"

#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/msgs.h"
#include "base/str.h"
#include "base/utc.h"
#include "forms/nearest.h"
#include "forms/rule.h"
#include "forms/rule_function.h"

/* An open bracket: of a function, or of a group or predicate (function NULL). */
struct bracket {
	const struct rule_function *function;
	int commas;
	bool empty, compares, predicate;
	size_t first_use;
};

struct use {
	struct rule_variable *variable;
	bool asks;			/* only whether there is an answer */
};

struct reader {
	struct arena *arena;
	struct msgs *msgs;
	int line;
	const char *id, *at;
	size_t n;
	char xpath[4 * RULE_MAX_LENGTH];	/* every word grows by two signs at most */
	bool operand;			/* the last word was one, so an operator may follow */
	size_t n_words, depth, n_uses;
	struct bracket brackets[RULE_MAX_NESTING + 1];
	struct use uses[RULE_MAX_LENGTH];
	size_t n_variables;
	struct rule_variable variables[RULE_MAX_VARIABLES];
	bool good, asks_itself;
};

#define refuse(r, ...) (msgs_error((r)->msgs, (r)->line, (r)->id, __VA_ARGS__), (r)->good = false)

static void
put(struct reader *r, const char *text)
{
	size_t n = strlen(text);

	CHECK(r->n + n < sizeof(r->xpath));
	memcpy(r->xpath + r->n, text, n + 1);
	r->n += n;
}

static struct bracket *
inner(struct reader *r)
{
	return &r->brackets[r->depth];
}

static bool
inside(struct reader *r, const char *function)
{
	return inner(r)->function != NULL && str_eq(inner(r)->function->name, function);
}

/* What a word does to the sentence: a value, something that joins values, or a bracket that ends one. */
enum part { VALUE, BINARY, SIGN, OPEN, CLOSE };

static void
check_sequence(struct reader *r, const char *text, enum part part)
{
	bool starts_value = part == VALUE || (part == OPEN && text[0] != '[');

	if (starts_value && r->operand)
		refuse(r, "an operator is missing before %s", text);
	if ((part == BINARY || (part == CLOSE && !inner(r)->empty) || text[0] == '[') && !r->operand)
		refuse(r, "a value is missing before %s", text);
}

static void
word(struct reader *r, const char *text, enum part part)
{
	check_sequence(r, text, part);
	if (inside(r, "missing") && text[0] != '\'')
		refuse(r, "missing() asks about an item: write missing($item)");
	put(r, text);
	put(r, " ");
	inner(r)->empty = false;
	r->operand = part == VALUE;
	r->n_words++;
}

static char *
take(struct reader *r, size_t n)
{
	char *text = arena_strndup(r->arena, r->at, n);

	r->at += n;
	return text;
}

static size_t
name_length(const char *s)
{
	return strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
}

static struct rule_variable *
variable(struct reader *r, const char *name)
{
	for (size_t i = 0; i < r->n_variables; i++)
		if (str_eq(r->variables[i].name, name))
			return &r->variables[i];
	if (r->n_variables == RULE_MAX_VARIABLES) {
		refuse(r, "a condition asks about at most %d items", RULE_MAX_VARIABLES);
		return &r->variables[0];
	}
	r->variables[r->n_variables].name = name;
	return &r->variables[r->n_variables++];
}

static void
read_variable(struct reader *r)
{
	char *name = take(r, 1 + name_length(r->at + 1)) + 1;
	struct rule_variable *v;

	if (str_is_id(name)) {
		v = variable(r, name);
		r->uses[r->n_uses++] = (struct use){ v, inside(r, "answered") || inside(r, "missing")
			|| inside(r, "count-of") };
		v->guarded = v->guarded || inside(r, "answered");
	} else if (strpbrk(name, "-.") != NULL)
		refuse(r, "$%s is read as one name; put blanks around minus and points", name);
	else
		refuse(r, "$%s is not a name of an item", name);
	word(r, arena_printf(r->arena, inside(r, "missing") ? "'%s'" : "$%s", name), VALUE);
}

static void
read_literal(struct reader *r)
{
	const char *end = strchr(r->at + 1, *r->at);
	char *text;

	if (end == NULL) {
		refuse(r, "a quotation mark is opened and not closed");
		return;
	}
	text = take(r, (size_t)(end - r->at) + 1);
	word(r, text, VALUE);
	text = arena_strndup(r->arena, text + 1, strlen(text) - 2);
	if (inside(r, "matches") && inner(r)->commas == 1 && !rule_pattern_known(text)) {
		struct nearest search = nearest_begin(text);

		rule_pattern_offer(&search);
		refuse(r, "there is no pattern '%s'%s", text, nearest_hint(r->arena, &search));
	}
	if (inside(r, "date") && !utc_parse_date(text, &(int64_t){ 0 }))
		refuse(r, "date('%s') is not a day that exists, written YYYY-MM-DD", text);
}

static void
open_bracket(struct reader *r, const struct rule_function *function, bool predicate)
{
	predicate = predicate || inner(r)->predicate;
	if (r->depth == RULE_MAX_NESTING) {
		refuse(r, "brackets are nested more than %d deep", RULE_MAX_NESTING);
		return;
	}
	r->brackets[++r->depth] = (struct bracket){ .function = function, .predicate = predicate,
		.empty = true, .first_use = r->n_uses };
	r->operand = false;
}

static void
call(struct reader *r, const char *name)
{
	const struct rule_function *function = rule_function(name);
	struct nearest search = nearest_begin(name);

	r->at = strchr(r->at, '(') + 1;
	if (function == NULL) {
		rule_function_offer(&search);
		refuse(r, "there is no function %s()%s", name, nearest_hint(r->arena, &search));
		return;
	}
	word(r, arena_printf(r->arena, "%s(", name), OPEN);
	open_bracket(r, function, false);
}

static void
read_name(struct reader *r)
{
	char *name = take(r, name_length(r->at));
	const char *next = r->at + strspn(r->at, " \t\r\n");
	bool operator = str_eq(name, "and") || str_eq(name, "or") || str_eq(name, "div")
		|| str_eq(name, "mod");

	if (operator && r->operand)
		word(r, name, BINARY);
	else if (*next == '(')
		call(r, name);
	else if (str_starts(next, "::"))
		refuse(r, "conditions have no paths and axes such as %s::, only answers: $item", name);
	else if (str_eq(name, "true") || str_eq(name, "false"))
		refuse(r, "%s needs brackets: %s()", name, name);
	else
		refuse(r, "for the answer to %s write $%s; for the words, '%s'", name, name, name);
}

/* Inside not(), a comparison that is false for want of an answer becomes true. */
static void
deny(struct reader *r, const struct bracket *b)
{
	for (size_t i = b->first_use; i < r->n_uses; i++)
		r->uses[i].variable->denied = r->uses[i].variable->denied || !r->uses[i].asks;
}

static void
check_arguments(struct reader *r, const struct bracket *b)
{
	int n = b->empty ? 0 : b->commas + 1;
	const struct rule_function *f = b->function;

	if (n >= f->least && n <= f->most)
		return;
	if (f->least == f->most)
		refuse(r, "%s() takes %d argument%s, not %d", f->name, f->least, f->least == 1 ? "" : "s", n);
	else
		refuse(r, "%s() takes %d to %d arguments, not %d", f->name, f->least, f->most, n);
}

static void
close_bracket(struct reader *r, const char *bracket)
{
	struct bracket closed = *inner(r);

	r->at++;
	if (r->depth == 0) {
		refuse(r, "a bracket %s closes nothing", bracket);
		return;
	}
	check_sequence(r, bracket, CLOSE);
	if (closed.function != NULL)
		check_arguments(r, &closed);
	if (closed.function != NULL && str_eq(closed.function->name, "not") && closed.compares)
		deny(r, &closed);
	r->depth--;
	inner(r)->compares = inner(r)->compares || closed.compares
		|| (closed.function != NULL && str_eq(closed.function->name, "in"));
	put(r, bracket);
	r->operand = true;
}

/* Operators of other languages, and what they are here. */
static bool
read_foreign_operator(struct reader *r)
{
	static const char *const foreign[][2] = { { "==", "=" }, { "=<", "<=" }, { "=>", ">=" },
		{ "<>", "!=" }, { "&&", "and" },
		{ "||", "or" }, { "..", "$item" }, { "//", "$item" } };

	for (size_t i = 0; i < sizeof(foreign) / sizeof(*foreign); i++)
		if (str_starts(r->at, foreign[i][0])) {
			refuse(r, "instead of %s write %s", foreign[i][0], foreign[i][1]);
			return true;
		}
	return false;
}

static int
character_length(const char *s)
{
	int n = 1;

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

static void
read_operator(struct reader *r)
{
	static const char *const operators[] = { "!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "|", NULL };
	size_t i = 0;

	if (read_foreign_operator(r))
		return;
	while (operators[i] != NULL && !str_starts(r->at, operators[i]))
		i++;
	if (operators[i] == NULL || (*r->at == '*' && !r->operand)) {
		refuse(r, "'%.*s' has no place in a condition; it compares answers: $item",
			character_length(r->at), r->at);
		return;
	}
	r->at += strlen(operators[i]);
	inner(r)->compares = inner(r)->compares || i < 6;
	word(r, operators[i], operators[i][0] == '-' ? SIGN : BINARY);
}

static void
read_word(struct reader *r)
{
	static const char digits[] = "0123456789";
	char c = *r->at;

	if (c == '$')
		read_variable(r);
	else if (c == '"' || c == '\'')
		read_literal(r);
	else if (strchr(digits, c) != NULL || (c == '.' && strchr(digits, r->at[1]) != NULL
		&& r->at[1] != '\0'))
		word(r, take(r, strspn(r->at, "0123456789.")), VALUE);
	else if (c == '.' && r->at[1] != '.') {
		word(r, take(r, 1), VALUE);
		r->asks_itself = r->asks_itself || !inner(r)->predicate;
	} else if (name_length(r->at) > 0 && c != '.' && c != '-')
		read_name(r);
	else if (c == '(' || c == '[') {
		word(r, take(r, 1), OPEN);
		open_bracket(r, NULL, c == '[');
	} else if (c == ')' || c == ']')
		close_bracket(r, c == ')' ? ")" : "]");
	else if (c == ',') {
		word(r, take(r, 1), BINARY);
		inner(r)->commas++;
	} else
		read_operator(r);
}

bool
rule_read(struct arena *a, const char *expression, int line, const char *id, struct msgs *msgs,
	struct rule_words *words_r)
{
	struct reader reader = { .arena = a, .msgs = msgs, .line = line, .id = id, .at = expression,
		.good = true }, *r = &reader;

	if (strlen(expression) > RULE_MAX_LENGTH)
		return refuse(r, "a condition has at most %d characters", RULE_MAX_LENGTH);
	while (r->good && *(r->at += strspn(r->at, " \t\r\n")) != '\0')
		read_word(r);
	if (r->good && r->depth > 0)
		refuse(r, "a bracket is opened and not closed");
	if (r->good && r->n_words == 0)
		refuse(r, "the condition is empty");
	if (r->good && !r->operand)
		refuse(r, "the condition ends where a value should follow");
	*words_r = (struct rule_words){ arena_strdup(a, r->xpath), r->n_variables,
		arena_memdup(a, r->variables, r->n_variables * sizeof(*r->variables)),
		.bare = r->n_words == 1 && r->n_variables == 1, .asks_itself = r->asks_itself };
	return r->good;
}
