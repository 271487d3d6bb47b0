"""The whole site on one machine: ``manage.py serve``, which ``make run`` calls."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from core.demo import DEMO_PEOPLE, demo_password, kept_password
from core.processes import end, start
from core.site_address import keep_site_address

HOST = "127.0.0.1"
WEB, WORKER = "webserveren", "arbejderen"
START_DEADLINE = 60
# A task may take this long to end; then it is cut off, and run again next time.
PATIENCE = 15


class Command(BaseCommand):
    """Makes the database ready, then runs the web server and the worker together."""

    help = "Runs the site and its worker until Ctrl-C; loads the demo content once."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The one thing to choose is the port."""
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options: Any) -> None:
        """Prepare, start both processes, and end both when one of them ends."""
        self.stopping = False
        _on_stop(signal.default_int_handler)
        try:
            self._migrate()
            self.people = self._load_demo() if settings.DEBUG else []
        except KeyboardInterrupt:
            sys.exit("Stop: afbrudt; make run fortsætter, hvor det slap.")
        connections.close_all()
        _on_stop(self._stop)
        children = self._start(port)
        try:
            ended = self._watch(children, port)
        finally:
            end(children.values(), PATIENCE)
        if ended:
            sys.exit(f"Stop: {ended} gik ned, så resten er lukket også.")

    def _stop(self, number: int, frame: object) -> None:
        self.stopping = True

    def _migrate(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            self.stdout.write("Gør databasen klar ...")
            # First, for what is cut short here is taken up by looking at migrations.
            if isinstance(caches["default"], DatabaseCache):
                call_command("createcachetable", verbosity=0)
            call_command("migrate", verbosity=0, interactive=False)
        keep_site_address()

    def _load_demo(self) -> list[str]:
        """Fill an empty database; return the demo people, with the wanted password."""
        people = get_user_model().objects.all()
        before, password = kept_password(), demo_password()
        # Tells a demo that was cut short from one that somebody has emptied.
        unfinished = Path(settings.VAR) / "demo-unfinished"
        if unfinished.exists() or not people.exists():
            self.stdout.write("Lægger eksemplerne ind ...")
            unfinished.touch()
            call_command("load_demo", verbosity=0)
            unfinished.unlink()
        elif before != password:
            for person in people.filter(email__in=DEMO_PEOPLE):
                person.set_password(password)
                person.save(update_fields=["password"])
        there = set(
            people.values_list("email", flat=True).filter(email__in=DEMO_PEOPLE)
        )
        return [email for email in DEMO_PEOPLE if email in there]

    def _start(self, port: int) -> dict[str, subprocess.Popen]:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE,
        }
        web = ["-m", "gunicorn", "-c", "python:cms.web_server"]
        web += ["--bind", f"{HOST}:{port}"]
        commands = {WEB: web, WORKER: ["manage.py", "worker"]}
        return {
            name: start(
                [sys.executable, *command],
                folder=settings.BASE_DIR,
                environment=environment,
            )
            for name, command in commands.items()
        }

    def _watch(self, children: dict[str, subprocess.Popen], port: int) -> str:
        """Wait for an end; return the name of a child that ended by itself."""
        address = f"http://{HOST}:{port}"
        deadline = time.monotonic() + START_DEADLINE
        is_up = False
        parent = os.getppid() if "MAKELEVEL" in os.environ else None
        while not self.stopping:
            for name, child in children.items():
                if child.poll() is not None:
                    return name
            if parent and os.getppid() != parent:
                # The make that started us is gone, and with it whoever would stop us.
                return ""
            if not is_up and _answers(address):
                is_up = True
                self._greet(address)
            elif not is_up and time.monotonic() > deadline:
                return f"{WEB} svarer ikke, og den"
            time.sleep(0.2 if is_up else 0.05)
        return ""

    def _greet(self, address: str) -> None:
        self.stdout.write(f"\nSitet kører på {address}  (stop med Ctrl-C)")
        if self.people:
            self.stdout.write(f"Log ind på {address}/log-ind/ som:")
            for email in self.people:
                self.stdout.write(f"  {email:<22} {DEMO_PEOPLE[email]}")
            self.stdout.write(f"Adgangskode for dem alle: {demo_password()}\n")
        self.stdout.flush()


def _on_stop(handler: Callable[[int, Any], Any]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, handler)


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(f"{address}/healthz", timeout=2).close()  # noqa: S310
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
