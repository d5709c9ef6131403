# cli: the command `attune`, one file per group of subcommands
bin_PROGRAMS += attune
attune_SOURCES = \
	cli/cli.c cli/cli.h \
	cli/config.c \
	cli/main.c
attune_LDADD = \
	$(BASE_LIBS)
