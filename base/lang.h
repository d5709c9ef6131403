/* lang.h - the language of the interface, switched per request */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

/* Text of the interface is written _("like this"); N_() marks text that is translated where it is used. */
#define _(text) lang_text(text)
#define N_(text) text

const char *lang_text(const char *) __attribute__((format_arg(1)));
/* Call once per process. Catalogues are looked for in $ATTUNE_LOCALEDIR, else where they were installed. */
void lang_init(void);
/* The languages of the interface: "en", "de", "fr", "nl". */
enum { N_LANGS = 4 };
extern const char *const lang_codes[N_LANGS];

/* From here on _() answers in this language. An unknown one means English. */
void lang_set(const char *lang);
const char *lang_current(void);
/* The best of `offered` for an Accept-Language header (may be NULL); the first by default. */
const char *lang_negotiate(const char *accept_language, const char *const *offered, int n_offered);
/* Its name in itself: "Deutsch". */
const char *lang_own_name(const char *lang);
/* Decimal mark of the language, as one string: "." or ",". */
const char *lang_decimal_mark(void);

#endif
