"""Two questions of whoever watches over the site: does it live, and can it work?"""

import datetime
import logging
import os
from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache, caches
from django.core.files.storage import FileSystemStorage, storages
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from ..jobs import queue_age

logger = logging.getLogger(__name__)

# Longer than the longest task that may hold up a lone worker.
MAX_QUEUE_AGE = datetime.timedelta(minutes=15)


class Sick(Exception):
    """A part that answers, but not as it should; the message is for the operator."""


def check_database() -> None:
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def check_cache() -> None:
    """What is put into the cache can be read back."""
    # Redis itself, where a cache would make do without it.
    shared = getattr(caches["default"], "shared", cache)
    shared.set("readyz", "ok", 30)
    if shared.get("readyz") != "ok":
        raise Sick("does not keep what it is given")


def check_storage() -> None:
    """Every storage of files can be reached; on disk it can also be written."""
    for alias in settings.STORAGES:
        if alias == "staticfiles":
            continue
        storage = storages[alias]
        if isinstance(storage, FileSystemStorage):
            folder = storage.location
            # Made at the first upload, so its nearest existing parent counts too.
            while not os.path.exists(folder):
                folder = os.path.dirname(folder)
            if not (os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)):
                raise Sick(f"{alias} is not writable")
        else:
            storage.exists("readyz")


def check_queue() -> None:
    """No task that could run has waited too long: a worker is there."""
    age = queue_age()
    if age and age > MAX_QUEUE_AGE:
        raise Sick(f"oldest task has waited {int(age.total_seconds())} s")


CHECKS: dict[str, Callable[[], None]] = {
    "database": check_database,
    "cache": check_cache,
    "storage": check_storage,
    "queue": check_queue,
}

# Told beside the parts: the site answers as well as ever, so no load balancer is to
# take it out, but somebody should look.
REPORTS: dict[str, Callable[[], None]] = {}


@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; asks nothing of anything else."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """Each part by name with ``ok`` or what is wrong; 503 when a check fails."""
    parts = all_parts()
    well = all(parts[name] == "ok" for name in CHECKS)
    return JsonResponse({"ready": well, **parts}, status=200 if well else 503)


def all_parts() -> dict[str, str]:
    """Each part by name, with "ok" or what is wrong."""
    checks = {**CHECKS, **REPORTS}
    return {name: _state(name, check) for name, check in checks.items()}


def _state(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Sick as error:
        return str(error)
    # Whatever a part's own library raises means the same here; its class is
    # told, its text is not, for it may hold addresses and names.
    except Exception as error:
        logger.exception("readyz: %s is sick", name)
        return type(error).__name__
    return "ok"
