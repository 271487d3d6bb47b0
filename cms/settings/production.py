"""The open internet: refuses to start on a missing or weak setting and says which."""

from django.core.exceptions import ImproperlyConfigured

from cms.reporting import report_errors

from .base import *  # noqa: F403
from .base import (
    ALLOWED_HOSTS,
    BASE_URL,
    METRICS_TOKEN,
    S3_BUCKET_PRIVATE,
    S3_BUCKET_PUBLIC,
    SECRET_KEY,
    env,
)

# A key in hexadecimal has 16 different signs; those of dev.py and test.py are public.
if (
    len(SECRET_KEY) < 50
    or len(set(SECRET_KEY)) < 12
    or SECRET_KEY.startswith(("kun-til-", "django-insecure-"))
):
    raise ImproperlyConfigured(
        "SECRET_KEY mangler eller er for svag: mindst 50 tilfældige tegn."
    )
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS mangler: nævn sitets domæner, ikke *.")
if not BASE_URL.startswith("https://"):
    raise ImproperlyConfigured("BASE_URL skal være sitets adresse og begynde https://.")
if not env("DATABASE_URL", default=""):
    raise ImproperlyConfigured("DATABASE_URL mangler, fx postgres://bruger@vært/navn.")
if bool(S3_BUCKET_PRIVATE) != bool(S3_BUCKET_PUBLIC):
    raise ImproperlyConfigured(
        "S3_BUCKET_PRIVATE og S3_BUCKET_PUBLIC sættes begge eller slet ikke."
    )
if not env("EMAIL_URL", default=""):
    raise ImproperlyConfigured("EMAIL_URL mangler, fx smtp+tls://bruger:kode@vært:587.")
if METRICS_TOKEN and len(METRICS_TOKEN) < 32:
    raise ImproperlyConfigured(
        "METRICS_TOKEN er for svag: mindst 32 tilfældige tegn, eller slet ingen."
    )

DEBUG = False
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=True)
BACKUPS_EXPECTED = env.bool("BACKUPS_EXPECTED", default=True)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)

# Everything goes to stderr, a JSON object a line, where whatever runs the site gathers
# it. Missing pages and the like (django.request's warnings) are left out.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "core.operations.logs.json_lines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},
        **{
            name: {"level": "INFO"}
            for name in ("core", "users", "libraries", "themes", "assets", "campaigns")
        },
    },
}
if sentry_dsn := env("SENTRY_DSN", default=""):
    report_errors(sentry_dsn)
