/* processor.h - one source for short and long vector registers */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef ENGINE_STATS_PORTFOLIO_PROCESSOR_H
#define ENGINE_STATS_PORTFOLIO_PROCESSOR_H

/* Loops over the compiler's vector types are written once, for vectors of 32 bytes; the compiler splits
 * them to what a processor has. A function marked so is compiled for each kind of processor and the right one
 * chosen when the program starts; not where a sanitizer would be run before it is ready. */
#if defined(__x86_64__) && !defined(ATTUNE_SANITIZE)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* Vectors are passed by address, and only to functions that become part of their caller, because how they
 * are passed otherwise differs between processors. */
#define INLINE static inline __attribute__((always_inline))

#endif
