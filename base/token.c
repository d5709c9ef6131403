/* token.c - secrets, and the keyed hashes under which they are stored */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/token.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sodium.h>

#include "base/arena.h"
#include "base/check.h"

static const char alphabet[] = "abcdefghijklmnopqrstuvwxyz234567";

void
token_init(void)
{
	CHECK(sodium_init() >= 0);
}

void
token_random(void *bytes, size_t n)
{
	randombytes_buf(bytes, n);
}

uint32_t
token_uniform(uint32_t bound)
{
	return randombytes_uniform(bound);
}

/* 20 bytes are 4 groups of 40 bits: 8 characters each, nothing left over. */
void
ticket_new(char ticket_r[TICKET_CHARS + 1])
{
	unsigned char bytes[TICKET_BYTES];

	token_random(bytes, sizeof(bytes));
	for (int group = 0; group < 4; group++) {
		uint64_t bits = 0;

		for (int i = 0; i < 5; i++)
			bits = bits << 8 | bytes[group * 5 + i];
		for (int i = 7; i >= 0; i--, bits >>= 5)
			ticket_r[group * 8 + i] = alphabet[bits & 31];
	}
	ticket_r[TICKET_CHARS] = '\0';
	sodium_memzero(bytes, sizeof(bytes));
}

bool
ticket_is_well_formed(const char *ticket)
{
	return strlen(ticket) == TICKET_CHARS && strspn(ticket, alphabet) == TICKET_CHARS;
}

void
token_hash(const unsigned char key[TOKEN_KEY_BYTES], const char *purpose, const char *text,
	unsigned char hash_r[TOKEN_HASH_BYTES])
{
	crypto_generichash_state state;

	CHECK(crypto_generichash_init(&state, key, TOKEN_KEY_BYTES, TOKEN_HASH_BYTES) == 0);
	crypto_generichash_update(&state, (const unsigned char *)purpose, strlen(purpose) + 1);
	crypto_generichash_update(&state, (const unsigned char *)text, strlen(text));
	crypto_generichash_final(&state, hash_r, TOKEN_HASH_BYTES);
}

void
token_sha256(const void *bytes, size_t n, unsigned char hash_r[32])
{
	crypto_hash_sha256(hash_r, bytes, n);
}

bool
token_equal(const void *a, const void *b, size_t n)
{
	return sodium_memcmp(a, b, n) == 0;
}

char *
token_hex(struct arena *a, const void *bytes, size_t n)
{
	char *hex = arena_alloc(a, n * 2 + 1);

	return sodium_bin2hex(hex, n * 2 + 1, bytes, n);
}

bool
token_unhex(const char *hex, void *bytes_r, size_t n)
{
	size_t got;

	return strlen(hex) == n * 2 && sodium_hex2bin(bytes_r, n, hex, n * 2, NULL, &got, NULL) == 0
		&& got == n;
}

static bool
key_read(const char *path, unsigned char key_r[TOKEN_KEY_BYTES])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, key_r, TOKEN_KEY_BYTES);
	close(fd);
	if (n >= 0 && n != TOKEN_KEY_BYTES)
		errno = EINVAL;
	return n == TOKEN_KEY_BYTES;
}

/* Written aside and linked into place, so that two processes starting together agree on one key. */
static bool
key_create(const char *path)
{
	unsigned char key[TOKEN_KEY_BYTES];
	char aside[4096];
	bool done;
	int fd;

	if (snprintf(aside, sizeof(aside), "%s.XXXXXX", path) >= (int)sizeof(aside)) {
		errno = ENAMETOOLONG;
		return false;
	}
	fd = mkostemp(aside, O_CLOEXEC);
	if (fd < 0)
		return false;
	token_random(key, sizeof(key));
	done = write(fd, key, sizeof(key)) == (ssize_t)sizeof(key) && fsync(fd) == 0
		&& (link(aside, path) == 0 || errno == EEXIST);
	close(fd);
	unlink(aside);
	sodium_memzero(key, sizeof(key));
	return done;
}

bool
token_key_load(const char *path, unsigned char key_r[TOKEN_KEY_BYTES])
{
	if (key_read(path, key_r))
		return true;
	return errno == ENOENT && key_create(path) && key_read(path, key_r);
}
