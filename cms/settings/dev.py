"""A person's own machine: everything embedded, nothing to configure."""

from .base import *  # noqa: F403
from .base import STORAGES, VAR, env

DEBUG = env.bool("DEBUG", default=True)
# Only ever signs sessions of a demo site on 127.0.0.1; production refuses it.
SECRET_KEY = env("SECRET_KEY", default="kun-til-udvikling-" + "0" * 40)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
STORAGES["staticfiles"] = {
    "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
VAR.mkdir(parents=True, exist_ok=True)
