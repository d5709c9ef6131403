/* layout.h - what every page has around its content */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_LAYOUT_H
#define FCGI_LAYOUT_H

struct html;

struct layout {
	const char *stylesheet;		/* its name under /static/ */
	const char *title;		/* of the window: the most particular words first */
	const char *above, *beside;	/* in the header: whose page this is; either may be NULL */
};

/* Everything up to and including <main>, and what closes it. In the language of lang_current(). */
void layout_begin(struct html *, const struct layout *);
void layout_end(struct html *);

#endif
