/* routes.c - the respondents' pages and what each demands */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stddef.h>

#include "fcgi/answer/notice.h"
#include "fcgi/answer/pages.h"
#include "fcgi/answer/session.h"
#include "fcgi/route.h"

static const struct route routes[] = {
	{ METHOD_GET, "/i/*", session_by_link, welcome_link },
	{ METHOD_POST, "/i/*", session_by_link_posted, welcome_begin },
	{ METHOD_GET, "/", session_by_cookie, welcome_home },
	{ METHOD_POST, "/", session_by_cookie_posted, welcome_begin },
	{ METHOD_GET, "/p/*", session_begun, page_get },
	{ METHOD_POST, "/p/*", session_begun_posted, page_save },
	{ METHOD_GET, "/later", session_begun, finish_later },
	{ METHOD_GET, "/check", session_begun, finish_check },
	{ METHOD_POST, "/submit", session_by_cookie_posted, finish_submit },
	{ METHOD_GET, "/done", session_by_cookie, finish_done },
	{ METHOD_GET, NULL, NULL, NULL },
};

const struct program answer_program = { "attune-answer", routes, notice_explain };
