"""Run background work: ``manage.py worker``, as many beside each other as wanted."""

import datetime
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.module_loading import autodiscover_modules

from core import jobs
from core.worker import Worker


class Command(BaseCommand):
    """The worker process of a site; ``make run`` starts one."""

    help = "Runs background tasks and the schedule until told to stop."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say how patient the worker is."""
        parser.add_argument(
            "--lease",
            type=float,
            default=jobs.LEASE.total_seconds(),
            help="seconds after which a silent worker's task is taken over",
        )
        parser.add_argument(
            "--poll",
            type=float,
            default=0.5,
            help="seconds between looks at an empty queue",
        )

    def handle(self, *, lease: float, poll: float, **options: Any) -> None:
        """Find every app's tasks, for their schedule, and work."""
        autodiscover_modules("tasks")
        sys.exit(Worker(lease=datetime.timedelta(seconds=lease), poll=poll).run())
