# tests of the whole; each room declares its own in its local.mk
dist_check_SCRIPTS += tests/layers.t
TESTS += tests/layers.t

include tests/fuzz/local.mk
include tests/bench/local.mk
