/* guard.h - who is calling, and was it our own page that made the browser call? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FCGI_GUARD_H
#define FCGI_GUARD_H

#include <stdbool.h>

struct arena;
struct request;
struct site;

/* The hidden field that every form of ours carries. */
#define GUARD_FIELD "_token"

/* Value of that field for a visitor with this secret: a keyed hash, so that it can be neither guessed nor
 * turned back. */
const char *guard_token(struct arena *, const struct site *, const char *secret);

/* The browser does not say that the request was made on another site. Browsers tell Sec-Fetch-Site, older
 * ones Origin, which is "null" under our referrer policy. */
bool guard_is_own_site(const struct site *, const struct request *);
/* The POST came from a form of ours, made for this secret: the token is right, and so is the site. */
bool guard_is_own_form(struct arena *, const struct site *, const struct request *, const char *secret);

/* The cookie's value, or NULL. Over https its name has the prefix __Host-, so that no other site of the
 * domain can set it. */
const char *guard_cookie(struct arena *, const struct site *, const struct request *);
/* Set-Cookie for a value without blanks, commas and semicolons. */
const char *guard_set_cookie(struct arena *, const struct site *, const char *value);

#endif
