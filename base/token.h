/* token.h - secrets, and the keyed hashes under which they are stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BASE_TOKEN_H
#define BASE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum { TICKET_BYTES = 20, TICKET_CHARS = 32, TOKEN_HASH_BYTES = 32, TOKEN_KEY_BYTES = 32 };

/* Call once per process before anything else here. */
void token_init(void);
void token_random(void *bytes, size_t n);
/* Uniform in [0, bound). */
uint32_t token_uniform(uint32_t bound);
/* 160 random bits in 32 characters of lower-case base32 (a-z, 2-7). */
void ticket_new(char ticket_r[TICKET_CHARS + 1]);
bool ticket_is_well_formed(const char *);
/* Keyed BLAKE2b-256 of the text; purpose separates the uses of one key. */
void token_hash(const unsigned char key[TOKEN_KEY_BYTES], const char *purpose, const char *text,
	unsigned char hash_r[TOKEN_HASH_BYTES]);
/* Unkeyed BLAKE2b would not be what the world calls a fingerprint: this is SHA-256. */
void token_sha256(const void *bytes, size_t n, unsigned char hash_r[32]);
bool token_equal(const void *, const void *, size_t n);		/* constant time */
char *token_hex(struct arena *, const void *bytes, size_t n);
bool token_unhex(const char *hex, void *bytes_r, size_t n);
/* The key file: created with 32 random bytes and mode 0600 when absent. False with errno set. */
bool token_key_load(const char *path, unsigned char key_r[TOKEN_KEY_BYTES]);

#endif
