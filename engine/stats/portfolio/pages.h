/* pages.h - room for millions of numbers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_PAGES_H
#define ENGINE_STATS_PORTFOLIO_PAGES_H

#include <stddef.h>

struct arena;

/* As arena_array. Large room comes from the system in large pages where it has them, and is touched first by
 * whoever writes to it: the system clears it for each thread, in a few steps instead of thousands. */
void *pages_array(struct arena *, size_t n, size_t size);
#define pages_make_n(a, n, type) ((type *)pages_array((a), (n), sizeof(type)))

#endif
