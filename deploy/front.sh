#!/bin/sh
# nginx in a container of its own: the shipped settings, with this place's names and
# those that compose.yaml gives its services.
set -eu

mkdir -p /run/conf.d
for name in nginx.conf files.conf; do
    # As many as compose.yaml gives it processors and tasks for, not as the machine has:
    # each has 33 threads, and twice as many live while it is reloaded.
    sed -e "/^user /d" \
        -e "s/^worker_processes auto;/worker_processes 2;/" \
        -e "s|/var/log/nginx/error\.log|stderr|" \
        -e "s/temasamarbejde\.example\.dk/${SITE_NAME:?}/g" \
        -e "s/bannere\.example\.dk/${BANNER_NAME:?}/g" \
        -e "s/filer\.example\.dk/${FILES_NAME:?}/g" \
        -e "s|/etc/letsencrypt/live/[^/]*/|/etc/nginx/tls/|" \
        -e "s|/etc/nginx/conf\.d/|/run/conf.d/|" \
        -e "s|127\.0\.0\.1:8000|web:8000|" \
        -e "s|127\.0\.0\.1:8333|storage:8333|" \
        "/srv/temasamarbejde/deploy/$name" > "/run/conf.d/$name"
done
mv /run/conf.d/nginx.conf /run/nginx.conf
exec nginx -e stderr -c /run/nginx.conf -g "daemon off;"
