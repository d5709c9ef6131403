# tests of the whole; each room declares its own in its local.mk
dist_check_SCRIPTS += tests/layers.t
TESTS += tests/layers.t

# Every unit test under valgrind, as many at a time as processors.
VALGRIND = valgrind -q --leak-check=full --error-exitcode=99
check-valgrind: $(check_PROGRAMS)
	@$(AM_TESTS_ENVIRONMENT) \
	printf '%s\n' $(check_PROGRAMS) | grep '^tests/unit/.*_test' | xargs -P "$$(nproc)" -I{} sh -c ' \
		if timeout -k 30 3600 $(VALGRIND) ./{} > {}.valgrind 2>&1; then echo "clean: {}"; \
		else cat {}.valgrind; echo "NOT CLEAN: {}"; exit 1; fi'
.PHONY: check-valgrind
CLEANFILES += tests/unit/*.valgrind

include tests/fuzz/local.mk
include tests/bench/local.mk
