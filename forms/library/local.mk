# forms/library: the shipped questionnaires
librarydir = $(pkgdatadir)/library
dist_library_DATA = \
	forms/library/alliance-health-core.xml \
	forms/library/alliance-health-pulse.xml \
	forms/library/alliance-health.xml \
	forms/library/alliance-manager-short.xml \
	forms/library/alliance-manager.xml \
	forms/library/partner-satisfaction.xml

TESTS += tests/flow/library.t
dist_check_SCRIPTS += tests/flow/library.t
