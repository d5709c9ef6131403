/* html_check.h - are these bytes HTML as our writer makes it? */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_HTML_CHECK_H
#define TESTS_FUZZ_HTML_CHECK_H

/* CHECKs that every < begins a tag whose attributes are name="value", that every & begins an entity, that
 * elements nest, and that there is no script, style or on... attribute: what a text would break that came through
 * unescaped. */
void html_check(const char *html);

#endif
