/* form_preview.c - attune form preview: a questionnaire as its respondents will see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <getopt.h>

#include "base/buf.h"
#include "base/ctx.h"
#include "base/str.h"
#include "cli/cli.h"
#include "forms/form.h"
#include "forms/group.h"
#include "forms/preview.h"

#include "fcgi/static/answer.css.inc"	/* answer_css */

static bool
has_party(const struct form *f, const char *party)
{
	for (size_t i = 0; i < f->n_parties; i++)
		if (str_eq(f->parties[i], party))
			return true;
	return false;
}

/* The party of a rater of this group: partners of the assessed person are in another one. */
static const char *
party_of(const struct form *f, const char *group)
{
	int found = group_find(group);

	return f->parties[found >= 0 && group_is_partner((enum rater_group)found)];
}

static bool
preview_file(struct ctx *c, const char *path, const char *party, const char *group, const char *out_path)
{
	const struct form *form = cli_form(c, path);
	struct buf *out = buf_new(c->arena);

	if (form == NULL)
		return false;
	if (party != NULL && !has_party(form, party))
		return fail(c, E_INVALID, "The form has no party %s.", party);
	if (group != NULL && form->subject != SUBJECT_MANAGER)
		return fail(c, E_INVALID, "The form is not about a manager and has no rater groups.");
	if (group != NULL && group_find(group) < 0)
		return fail(c, E_INVALID, "There is no rater group %s.", group);
	preview_emit(out, form, party != NULL ? party : party_of(form, group), group != NULL ? group : "",
	    answer_css);
	return cli_write(c, out_path, out);
}

static bool
preview(struct ctx *c, const struct conf *conf, int argc, char **argv)
{
	static const struct option options[] = { { "party", required_argument, NULL, 'p' },
		{ "group", required_argument, NULL, 'g' }, { NULL, 0, NULL, 0 } };
	const char *party = NULL, *group = NULL, *out_path = NULL;
	int option;

	(void)conf;
	while ((option = getopt_long(argc, argv, "o:", options, NULL)) != -1)
		if (option == 'p')
			party = optarg;
		else if (option == 'g')
			group = optarg;
		else if (option == 'o')
			out_path = optarg;
		else
			return cli_usage(c, &form_preview_command);
	if (optind != argc - 1)
		return cli_usage(c, &form_preview_command);
	return preview_file(c, argv[optind], party, group, out_path);
}

const struct command form_preview_command = {
	"form preview",
	"FILE [-o FILE] [--party PARTY] [--group GROUP]",
	"Show a questionnaire as its respondents will see it",
	preview,
};
