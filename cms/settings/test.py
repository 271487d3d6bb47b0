"""The test suite: real services, quick hashes, tasks run where they are enqueued."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# What a developer has set for the site on this machine is not for tests to write to:
# neither the environment's nor the file's. Processes that tests start inherit this.
os.environ["ENV_FILE"] = os.devnull
for name in list(os.environ):
    if name.startswith(("S3_", "AWS_")) or name in (
        "DATABASE_URL",
        "EMAIL_URL",
        "REDIS_URL",
        "SENTRY_DSN",
        "TRUSTED_PROXIES",
    ):
        del os.environ[name]

from .base import *  # noqa: E402, F403
from .base import CACHES, DATABASES, SQLITE_OPTIONS, STORAGES, env  # noqa: E402

DEBUG = False
SECRET_KEY = "kun-til-prøver-" + "0" * 40
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
VAR = Path(tempfile.mkdtemp(prefix="temasamarbejde-"))
atexit.register(shutil.rmtree, VAR, ignore_errors=True)
MEDIA_ROOT = VAR / "public"
PRIVATE_ROOT = VAR / "private"
STATIC_ROOT = VAR / "static"
STATIC_ROOT.mkdir()

if url := env("TEST_DATABASE_URL", default=""):
    DATABASES["default"] = env.db_url_config(url)
else:
    # A file, not memory: the live server of the browser tests has its own thread.
    DATABASES["default"] = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": VAR / "db.sqlite3",
        "OPTIONS": SQLITE_OPTIONS,
        "TEST": {"NAME": VAR / "test.sqlite3"},
    }

STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
DELIVERY_BACKEND = EMAIL_BACKEND
ACCOUNT_RATE_LIMITS = False
# It goes by what is committed, and most tests commit nothing.
CACHES["counts"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
