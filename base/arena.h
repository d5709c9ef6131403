/* arena.h - memory that lives exactly as long as one request, job or cached form */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

/* Everything a function returns lives in the arena it was given, and nobody frees it. Running out of memory
 * aborts. */
struct arena;

struct arena *arena_new(void);
/* Run the deferred calls, newest first, and give all memory back. NULL is allowed. */
void arena_free(struct arena *);
/* As arena_free, but the arena stays usable and keeps a block of at most 256 KB. */
void arena_reset(struct arena *);

/* Zeroed memory, aligned for any object. arena_array checks n * size for overflow. */
void *arena_alloc(struct arena *, size_t size);
void *arena_array(struct arena *, size_t n, size_t size);
#define arena_make(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define arena_make_n(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

char *arena_strdup(struct arena *, const char *);
char *arena_strndup(struct arena *, const char *, size_t n);
void *arena_memdup(struct arena *, const void *, size_t n);
/* The words one after the other, up to a NULL. */
char *arena_join(struct arena *, const char *first, ...) __attribute__((sentinel));
char *arena_printf(struct arena *, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *, const char *format, va_list) __attribute__((format(printf, 2, 0)));

/* Tie a foreign object's end to the arena's: release(object) runs when the arena is reset or freed. */
void arena_defer(struct arena *, void (*release)(void *), void *object);

#endif
