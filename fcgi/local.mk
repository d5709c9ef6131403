# fcgi: the programs behind nginx; libfcgi only here
staticdir = $(pkgdatadir)/static
dist_static_DATA = fcgi/static/answer.css fcgi/static/unavailable.html
