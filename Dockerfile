# The site, and the front server before it. docs/deployment.md says how they are put up
# (compose.yaml), and what of this was tried.

FROM python:3.13-slim-trixie AS packages
WORKDIR /srv/temasamarbejde
COPY requirements.txt ./
# Built nowhere: no compiler is needed, and none is there.
RUN python -m venv .venv \
    && .venv/bin/pip install --no-cache-dir --only-binary :all: -r requirements.txt


FROM packages AS built
COPY . ./
# The settings of production refuse to start without these; nothing of them is kept.
RUN .venv/bin/python bin/compile_catalogues.py \
    && SECRET_KEY="$(python -c 'import secrets; print(secrets.token_urlsafe(48))')" \
    ALLOWED_HOSTS=build.invalid \
    BASE_URL=https://build.invalid \
    DATABASE_URL=sqlite:////nowhere \
    EMAIL_URL=consolemail:// \
    DJANGO_SETTINGS_MODULE=cms.settings.production \
    .venv/bin/python manage.py collectstatic --no-input --verbosity 0 \
    && .venv/bin/python -m compileall -q .


FROM debian:13-slim AS front
# Debian takes old versions away, so the release is pinned and not the package.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends curl nginx \
    && rm -rf /var/lib/apt/lists/* \
    && ln -sf /dev/stdout /var/log/nginx/access.log \
    && install -d -o www-data -g www-data /var/cache/nginx /var/lib/nginx
COPY deploy /srv/temasamarbejde/deploy
COPY --from=built /srv/temasamarbejde/var/static /srv/temasamarbejde/var/static
# www-data
USER 33
EXPOSE 80 443
# Lets answers under way end.
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
    CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1/healthz"]
CMD ["/srv/temasamarbejde/deploy/front.sh"]


FROM python:3.13-slim-trixie AS site
# pg_dump and pg_restore for the copies; of no older release than the server's.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --user-group --uid 10001 --no-create-home site
WORKDIR /srv/temasamarbejde
# Owned by root: the site writes to nothing of its own.
COPY --from=built /srv/temasamarbejde ./
ENV DJANGO_SETTINGS_MODULE=cms.settings.production \
    PATH=/srv/temasamarbejde/.venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
    CMD ["python", "deploy/is_alive.py"]
# Without a shell, so that SIGTERM reaches the server itself. By IPv4 and IPv6: nginx is
# told both addresses of it.
CMD ["gunicorn", "-c", "python:cms.web_server", "--bind", "[::]:8000"]
