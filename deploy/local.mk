# deploy: templates for the machines Attune runs on
dist_pkgdata_DATA = deploy/nginx.conf.in
