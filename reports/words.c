/* words.c - numbers and keys as a reader says them */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reports/words.h"

#include <math.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/lang.h"
#include "base/str.h"
#include "forms/group.h"

/* The sign is given apart, because print has its own minus. */
static const char *
with_sign(struct arena *a, const char *sign, double magnitude, int decimals)
{
	struct buf *out = buf_new(a);

	buf_puts(out, sign);
	for (const char *c = arena_printf(a, "%.*f", decimals, magnitude); *c != '\0'; c++)
		if (*c == '.')
			buf_puts(out, lang_decimal_mark());
		else
			buf_putc(out, *c);
	return out->bytes;
}

static double
rounded(double value, int decimals)
{
	double unit = pow(10, decimals);

	return round(value * unit) / unit;
}

const char *
words_number(struct arena *a, double value, int decimals)
{
	if (isnan(value))
		return "–";
	value = rounded(value, decimals);
	return with_sign(a, value < 0 ? "−" : "", fabs(value), decimals);
}

const char *
words_signed(struct arena *a, double value, int decimals)
{
	if (isnan(value))
		return "–";
	value = rounded(value, decimals);
	return with_sign(a, value < 0 ? "−" : value > 0 ? "+" : "", fabs(value), decimals);
}

const char *
words_interval(struct arena *a, double low, double high, int decimals)
{
	if (isnan(low) || isnan(high))
		return "–";
	return arena_printf(a, _("%s to %s"), words_number(a, low, decimals),
		words_number(a, high, decimals));
}

const char *
words_signed_interval(struct arena *a, double low, double high, int decimals)
{
	if (isnan(low) || isnan(high))
		return "–";
	return arena_printf(a, _("%s to %s"), words_signed(a, low, decimals),
		words_signed(a, high, decimals));
}

const char *
words_share(struct arena *a, double share)
{
	if (isnan(share))
		return "–";
	if (share > 0 && share < .01)
		return arena_printf(a, "< %s", words_share(a, .01));
	if (share < 1 && share > .99)
		return arena_printf(a, "> %s", words_share(a, .99));
	/* TRANSLATORS: a percentage; put a narrow space before the sign where your language wants one. */
	return arena_printf(a, _("%s%%"), words_number(a, 100 * share, 0));
}

const char *
words_p(struct arena *a, double p)
{
	if (p < .0005)
		return arena_printf(a, "< %s", words_number(a, .001, 3));
	return words_number(a, p, 3);
}

const char *
words_list(struct arena *a, const char *const *words, size_t n)
{
	const char *list = n > 0 ? words[0] : "";

	for (size_t i = 1; i < n; i++)
		list = arena_printf(a, i + 1 < n ? _("%s, %s") : _("%s and %s"), list, words[i]);
	return list;
}

struct known {
	const char *key, *text;
};

/* A key this program does not know stays as it is. */
static const char *
say(const struct known *known, size_t n, const char *key)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(known[i].key, key))
			return _(known[i].text);
	return key == NULL ? "" : key;
}

const char *
words_group(const char *group)
{
	static const struct known known[] = {
		{ "others", N_("Others") },
		{ "inside", N_("Inside") },
		{ "partner", N_("Partner") },
	};
	int one = group_find(group);

	return one >= 0 ? group_title((enum rater_group)one) : say(known, sizeof(known) / sizeof(*known), group);
}

const char *
words_key(const char *key)
{
	static const struct known known[] = {
		{ "clear-gap", N_("clear gap") },
		{ "probable-gap", N_("probable gap") },
		{ "aligned", N_("aligned") },
		{ "cannot-tell", N_("cannot tell") },
		{ "mixed", N_("mixed") },
		{ "split", N_("split") },
		{ "green", N_("probably on target") },
		{ "amber", N_("open") },
		{ "red", N_("probably below the floor") },
		{ "grey", N_("cannot tell") },
		{ "very-low", N_("very low") },
		{ "low", N_("low") },
		{ "middle", N_("middle") },
		{ "high", N_("high") },
		{ "very-high", N_("very high") },
		{ "over", N_("self higher") },
		{ "under", N_("self lower") },
		{ "close", N_("close") },
		{ "agreed-strength", N_("agreed strength") },
		{ "agreed-need", N_("agreed need") },
		{ "blind-spot", N_("blind spot") },
		{ "hidden-strength", N_("hidden strength") },
		{ "unclear", N_("not certain") },
		{ "up", N_("up") },
		{ "down", N_("down") },
	};

	return say(known, sizeof(known) / sizeof(*known), key);
}

const char *
words_hidden(struct arena *a, enum shown why, int k)
{
	switch (why) {
	case HIDDEN_SMALL:
		return arena_printf(a, _("not shown: fewer than %d people"), k);
	case HIDDEN_COMPLEMENT:
		return _("not shown: it would give away a smaller group");
	case HIDDEN_RULE:
	case SHOWN:
		break;
	}
	return _("not shown: too few answers for this figure");
}

const char *
words_hidden_note(struct arena *a, enum shown why, int k)
{
	switch (why) {
	case HIDDEN_SMALL:
		return arena_printf(a,
		_("– stands where fewer than %d people of a side answered. Nothing is shown about so "
		"few, because single answers could be guessed."), k);
	case HIDDEN_COMPLEMENT:
		return arena_printf(a,
		_("– stands where a figure, taken together with the others, would let somebody work "
		"out the answers of fewer than %d people."), k);
	case HIDDEN_RULE:
	case SHOWN:
		break;
	}
	return _("– stands where the group may be shown, but has too few answers for this particular "
		"figure to mean anything.");
}
