#!/bin/sh
# A command of the site, as the user that runs it and with the settings of production:
# lies in /usr/local/bin as temasamarbejde (docs/deployment.md).
set -eu

cd /srv/temasamarbejde
set -- env DJANGO_SETTINGS_MODULE=cms.settings.production .venv/bin/python manage.py "$@"
if [ "$(id -un)" = temasamarbejde ]; then
    exec "$@"
fi
exec runuser -u temasamarbejde -- "$@"
