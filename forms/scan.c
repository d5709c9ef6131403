/* scan.c - what is refused before any parser sees it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "forms/scan.h"

#include <string.h>
#include <strings.h>

#include "base/msgs.h"
#include "base/str.h"

struct scan {
	const char *at, *end;
	int line, depth;
	struct msgs *msgs;
};

static bool
at(const struct scan *s, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(s->end - s->at) >= n && memcmp(s->at, word, n) == 0;
}

static void
step(struct scan *s, size_t n)
{
	for (; n > 0 && s->at < s->end; n--)
		s->line += *s->at++ == '\n';
}

/* Past the next occurrence of the word; an unfinished construct ends the scan and is left to the parser. */
static void
skip_past(struct scan *s, const char *word)
{
	const char *found = memmem(s->at, (size_t)(s->end - s->at), word, strlen(word));

	step(s, found == NULL ? (size_t)(s->end - s->at) : (size_t)(found - s->at) + strlen(word));
}

static bool
refuse(struct scan *s, const char *why)
{
	msgs_error(s->msgs, s->line, NULL, "%s", why);
	return false;
}

static bool
start_tag(struct scan *s)
{
	int attributes = 0;
	bool empty = false;

	while (s->at < s->end && *s->at != '>') {
		char quote = *s->at;

		attributes += quote == '=';
		empty = quote == '/';
		step(s, 1);
		if (quote == '"' || quote == '\'')
			skip_past(s, quote == '"' ? "\"" : "'");
		if (attributes > FORM_MAX_ATTRIBUTES)
			return refuse(s, "an element has more than 64 attributes");
	}
	step(s, 1);
	s->depth += !empty;
	return s->depth <= FORM_MAX_DEPTH || refuse(s, "elements are nested more than 32 deep");
}

static bool
markup(struct scan *s)
{
	if (at(s, "<!--"))
		skip_past(s, "-->");
	else if (at(s, "<![CDATA["))
		skip_past(s, "]]>");
	else if (at(s, "<!"))
		return refuse(s, "a form has no DOCTYPE and declares no entities; remove it");
	else if (at(s, "<?"))
		return refuse(s, "a form has no processing instructions; remove it");
	else if (at(s, "</")) {
		s->depth--;
		skip_past(s, ">");
	} else
		return start_tag(s);
	return true;
}

/* The XML declaration is the one thing with <? that may stand there, and only first. */
static bool
declaration(struct scan *s)
{
	const char *start = s->at, *encoding;
	size_t n;

	if (!at(s, "<?xml") || s->at + 5 == s->end || strchr(" \t\r\n", s->at[5]) == NULL)
		return true;
	skip_past(s, "?>");
	n = (size_t)(s->at - start);
	encoding = memmem(start, n, "encoding", 8);
	if (encoding == NULL || s->at == s->end)
		return true;
	encoding += strcspn(encoding, "\"'?");
	if (strncasecmp(encoding + 1, "utf-8", 5) == 0 && encoding[6] == encoding[0])
		return true;
	return refuse(s, "the encoding must be UTF-8");
}

static bool
has_control(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' && (line[i] == '\0' || strchr("\t\r\n", line[i]) == NULL))
			return true;
	return false;
}

static bool
check_text(struct scan *s)
{
	struct scan line = *s;

	while (line.at < line.end) {
		const char *stop = memchr(line.at, '\n', (size_t)(line.end - line.at));
		size_t n = (size_t)((stop == NULL ? line.end : stop + 1) - line.at);

		if (!str_is_text(line.at, n))
			return refuse(&line, has_control(line.at, n) ? "there is a control character"
				: "this is not UTF-8 text");
		step(&line, n);
	}
	return true;
}

bool
scan_bytes(const char *bytes, size_t n, struct msgs *msgs)
{
	struct scan s = { bytes, bytes + n, 1, 0, msgs };

	if (n == 0)
		return refuse(&s, "the file is empty");
	if (n > FORM_MAX_BYTES)
		return refuse(&s, "the file is larger than 1 MiB");
	if (n >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
		return refuse(&s, "the file is UTF-16; save it as UTF-8");
	if (!check_text(&s))
		return false;
	if (at(&s, "\xef\xbb\xbf"))
		s.at += 3;
	if (!declaration(&s))
		return false;
	while (s.at < s.end) {
		size_t text = (size_t)(s.end - s.at);
		const char *next = memchr(s.at, '<', text);

		step(&s, next == NULL ? text : (size_t)(next - s.at));
		if (s.at < s.end && !markup(&s))
			return false;
	}
	return true;
}
