# forms: the questionnaire format; libxml2 only here
noinst_LIBRARIES += forms/libforms.a
forms_libforms_a_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
forms_libforms_a_SOURCES = \
	forms/accept.h \
	forms/flow.h \
	forms/form.c forms/form.h \
	forms/load.h \
	forms/render.h \
	forms/rule.h
FORMS_LIBS = forms/libforms.a $(XML_LIBS)
