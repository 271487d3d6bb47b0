"""Figures for Prometheus: ``/metrics``, for who has the key alone.

Requests are counted as they are answered, in all processes of a web server together
(``PROMETHEUS_MULTIPROC_DIR``); the rest is asked for when the figures are. What is
kept and answered before Django is not counted here; the front server notes it.
"""

import os
from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache

from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    REGISTRY,
    CollectorRegistry,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector

from ..jobs import lost_tasks, queue_age, ready_tasks
from .health import all_parts

PREFIX = "temasamarbejde"
# Seconds; the last but one is what a request waits for storage that hangs.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 12, 60)
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}

requests_seconds = Histogram(
    f"{PREFIX}_request_seconds",
    "How long Django took to answer, by the pattern of the address.",
    ["method", "route", "status"],
    buckets=BUCKETS,
)


def count_request(request: HttpRequest, status: int, seconds: float) -> None:
    """Note an answered request; by its pattern, since addresses have no end."""
    match = request.resolver_match
    route = match.route if match else ""
    method = request.method if request.method in METHODS else "other"
    requests_seconds.labels(method, route, status).observe(seconds)


def oldest_wait() -> float:
    age = queue_age()
    return age.total_seconds() if age else 0


def failed_tasks() -> float:
    return DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).count()


# Name: what it is, and how to ask. An app adds its own when it is ready.
GAUGES: dict[str, tuple[str, Callable[[], float]]] = {
    "tasks_waiting": ("Tasks that could run now.", lambda: ready_tasks().count()),
    "task_wait_seconds": ("How long the oldest of them has waited.", oldest_wait),
    "tasks_lost": (
        "Tasks said to run that no worker has held for five minutes.",
        lambda: lost_tasks().count(),
    ),
    "tasks_failed": ("Tasks that failed, as long as they are kept.", failed_tasks),
}


class SiteCollector:
    """What the site knows of itself at this moment."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        well = GaugeMetricFamily(
            f"{PREFIX}_part_well", "1 where /readyz says ok.", labels=["part"]
        )
        for part, state in all_parts().items():
            well.add_metric([part], state == "ok")
        yield well
        for name, (what, ask) in GAUGES.items():
            try:
                value = float(ask())
            except DatabaseError:
                # A figure that is not known is not told; "part_well" says why.
                continue
            yield GaugeMetricFamily(f"{PREFIX}_{name}", what, value=value)


def registry() -> CollectorRegistry:
    """The counts of all processes, and the site's own figures."""
    found = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(found)
    else:
        found.register(REGISTRY)
    found.register(SiteCollector())
    return found


@never_cache
def show_metrics(request: HttpRequest) -> HttpResponse:
    """All figures, with ``Authorization: Bearer`` and the key; else not there."""
    said = request.headers.get("Authorization", "")
    key = settings.METRICS_TOKEN
    if not (key and constant_time_compare(said, f"Bearer {key}")):
        raise Http404
    return HttpResponse(generate_latest(registry()), content_type=CONTENT_TYPE_LATEST)
