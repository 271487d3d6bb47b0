"""The open internet: refuses to start on a missing or weak setting and says which."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import (
    ALLOWED_HOSTS,
    BASE_URL,
    S3_BUCKET_PRIVATE,
    S3_BUCKET_PUBLIC,
    SECRET_KEY,
    env,
)

if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10:
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

DEBUG = False
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_TRUSTED_ORIGINS = [BASE_URL]
