/* fuzz.h - what a fuzz driver is: one function over bytes, which aborts when something is wrong */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Linked with libFuzzer under --enable-fuzz, and always with replay.c for `make check`. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
