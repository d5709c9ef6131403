#!/usr/bin/env python3
# spent.py - runs a command and prints the CPU seconds and the MB it took; fails when the command does
# SPDX-License-Identifier: GPL-3.0-or-later
import resource
import subprocess
import sys

done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{spent.ru_utime + spent.ru_stime:.2f} {spent.ru_maxrss / 1024:.0f}")
sys.exit(done.returncode)
