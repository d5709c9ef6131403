# reports: what people and other programs see of a release
EXTRA_DIST += reports/report.h
