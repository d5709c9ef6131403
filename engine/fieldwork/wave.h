/* wave.h - one fielding of a form version in an alliance: draft, open, closing, closed */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef FIELDWORK_WAVE_H
#define FIELDWORK_WAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct ctx;

enum wave_state { WAVE_DRAFT, WAVE_OPEN, WAVE_CLOSING, WAVE_CLOSED };

/* What is decided before launch. Dates are UTC seconds of a day, 0: not planned. */
struct wave_settings {
	const char *path;		/* ALLIANCE/WAVE, the keys of both */
	const char *name;
	const char *form;		/* id or id@version of a published form */
	const char *mode;		/* confidential, anonymous, identified */
	int k;
	double target, floor_;		/* 0-100, jointly agreed; NaN both: none */
	int64_t opens, closes;
	/* only of a form about a manager: */
	const char *about;		/* address of the assessed person, a member of the alliance */
	const char *role;		/* weight set of the form for this kind of alliance; NULL: none */
	bool counterpart_named;		/* the counterpart agreed to answer under the own name */
	size_t n_readers;
	const char *const *readers;	/* addresses that see the profile besides the person */
};

struct wave {
	int64_t alliance_id, wave_id;
	const char *alliance_key, *key;
	const char *name, *alliance;
	unsigned char fingerprint[32];
	const char *form_id;
	int form_version;
	const char *mode;
	int k;
	double target, floor_;
	enum wave_state state;
	int64_t opens, closes, closed;
	int64_t about;			/* person_id of who is assessed; 0: the alliance itself */
	const char *person, *person_party;	/* name and party of the assessed, or NULL */
	const char *role;		/* "" none */
	bool counterpart_named;
	size_t n_readers;
	const char *const *readers;
};

struct wave_count {
	const char *party;		/* or rater group, in a wave about a person */
	const char *organisation;	/* the party's; of a rater group its name again */
	int64_t invited;
	bool told;			/* how many answered: not of a few people whose names are not told, or it would tell who */
	int64_t begun, submitted;	/* 0 once the answers are sealed; who was withdrawn since is among them */
};

/* What became of the wave's job, for who looks at its status. */
struct wave_job {
	const char *kind;		/* NULL: none is waiting */
	int attempts;
	int64_t run_after;
	const char *trouble;		/* of the last attempt; NULL: none yet */
};

const char *wave_state_name(enum wave_state);	/* "open" */

/* E_MISSING: no such alliance, form or person; E_INVALID: a setting out of range, or one that does not go with the form's
 * subject; E_CONFLICT: the key is taken. The assessed person is nominated and approved as self. */
bool wave_create(struct ctx *, const struct wave_settings *, struct wave *wave_r);
/* path is ALLIANCE/WAVE. Fails with E_MISSING. */
bool wave_get(struct ctx *, const char *path, struct wave *wave_r);

/* Launch: from here on the settings are frozen, and k may only rise. E_CONFLICT when the wave is no draft, a party has nobody,
 * an anonymous wave has fewer than 10 people in a party, or nobody is approved to rate the assessed person. */
bool wave_open(struct ctx *, const struct wave *);

/* End answering and queue the measurement: both happen or neither. Every acknowledged answer is in.
 * E_CONFLICT when the wave is not open. */
bool wave_close(struct ctx *, const struct wave *);
/* End answering of one wave whose last day is over. *found_r: there was one. Fails when the database does. */
bool wave_close_due(struct ctx *, bool *found_r);

/* Words of welcome in a language, "" for any; party "" is everybody. */
bool wave_set_welcome(struct ctx *, const struct wave *, const char *party, const char *lang, const char *words);

/* How many, never who: one per party, or for self and per rater group that was invited, in order. */
bool wave_count(struct ctx *, const struct wave *, struct wave_count **counts_r, size_t *n_r);
bool wave_job_status(struct ctx *, const struct wave *, struct wave_job *job_r);

#endif
