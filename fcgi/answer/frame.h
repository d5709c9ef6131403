/* frame.h - what the respondents' pages have around them, and the parts they share */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ANSWER_FRAME_H
#define ANSWER_FRAME_H

struct html;
struct visit;

/* Begin a page with this window title and reply status; the session may be missing. frame_end adds what
 * happens with the answers, when the respondent is at work. */
void frame_begin(struct visit *, struct html *, int status, const char *title);
void frame_end(struct visit *, struct html *);

/* <form method="post"> with the token; html_close(h, "form") ends it. */
void frame_open_form(struct visit *, struct html *, const char *action);
/* A submit button that posts _do=action. */
void frame_button(struct html *, const char *action, const char *label, const char *css_class);
/* The language buttons of a form: each saves like any other button. Nothing when there is one only. */
void frame_languages(struct visit *, struct html *);
/* Everything that was posted, as hidden fields, but for our own fields. */
void frame_repost(struct visit *, struct html *);

#endif
