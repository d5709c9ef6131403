/* log.h - one logfmt line per event on standard error */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stddef.h>

/* Name of the program, in every line. */
void log_init(const char *program);
/* log_info("started", "port", text): level=info program=... event=started, then key=value pairs, quoted
 * where needed; a NULL value drops its pair. Never give it a ticket, an answer or an address. */
#define log_info(...) log_line("info", LOG_WORDS(__VA_ARGS__))
#define log_error(...) log_line("error", LOG_WORDS(__VA_ARGS__))

#define LOG_WORDS(...) (const char *const[]){ "" __VA_ARGS__ }, \
	sizeof((const char *const[]){ "" __VA_ARGS__ }) / sizeof(char *)
void log_line(const char *level, const char *const *words, size_t n);

#endif
