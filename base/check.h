/* check.h - the third sort of trouble: we are wrong, or memory is out */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_CHECK_H
#define BASE_CHECK_H

/* Stays on in production: logs where, and aborts this process; a supervisor restarts it. */
#define CHECK(condition) ((condition) ? (void)0 : check_failed(__FILE__, __LINE__, #condition))

_Noreturn void check_failed(const char *file, int line, const char *condition);

/* What the process is working on, for the log line: a request id or a job. The text must outlive the work. */
void check_context(const char *what);

#endif
