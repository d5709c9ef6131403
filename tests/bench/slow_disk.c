/* slow_disk.c - preloaded before the database: every fdatasync takes 2 ms longer, as on a disk */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>

int
fdatasync(int fd)
{
	static int (*next)(int);
	const struct timespec pause = { 0, 2 * 1000 * 1000 };

	if (next == NULL)
		*(void **)&next = dlsym(RTLD_NEXT, "fdatasync");
	nanosleep(&pause, NULL);
	return next(fd);
}
