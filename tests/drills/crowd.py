"""Who uses the site at once, for Locust: readers, libraries, an agency, editors.

Each asks at a steady rate of its own. The environment says whom there are how many of
(``CROWD``: ``Reader=24 Fetcher=8``), how fast they are (``PACE``: 0.5 is half as fast),
what they know (``KNOWN``: JSON of pages, files, people, password) and where to write
what they met (``MET``).
"""

import itertools
import json
import os
import random
from pathlib import Path
from uuid import uuid4

import requests
from locust import HttpUser, constant_throughput, events, task
from locust.exception import StopUser

from tests.drills.hands import MEGABYTE, Sending, form_of, pdf_of, sign_in

KNOWN = json.loads(os.environ["KNOWN"])
CROWD = dict(pair.split("=") for pair in os.environ["CROWD"].split())
PACE = float(os.environ.get("PACE", "1"))
WORDS = ("plakat", "quiz", "stenalder", "vikinger", "infoskærm", "banner", "natur")
LISTS = ("", "?slags=print", "?slags=banner", "?sorter=titel", "?p=2")

_people = {kind: itertools.cycle(them) for kind, them in KNOWN["people"].items()}
_numbers = itertools.count(1)


@events.quitting.add_listener
def tell(environment, **kwargs) -> None:
    """Write what was met, in ms; Locust's own file lacks the last second."""
    rows = {
        entry.name: {
            "asked": entry.num_requests,
            "p95": entry.get_response_time_percentile(0.95),
            "p99": entry.get_response_time_percentile(0.99),
            "slowest": entry.max_response_time,
        }
        for entry in environment.stats.entries.values()
    }
    failed = [
        f"{error.occurrences} x {error.name}: {error.error}"
        for error in environment.stats.errors.values()
    ]
    met = {"rows": rows, "failed": failed}
    Path(os.environ["MET"]).write_text(json.dumps(met))


def come_in(line: requests.Session, host: str, kind: str) -> None:
    """Sign the next of a kind in."""
    sign_in(line, host, next(_people[kind]), KNOWN["password"])


class Person(HttpUser):
    """Comes from an address of their own, and signs in where they have to."""

    abstract = True
    kind = ""

    def on_start(self) -> None:
        number = next(_numbers)
        self.client.headers["X-Forwarded-For"] = f"10.9.{number // 250}.{number % 250}"
        if self.kind:
            come_in(self.client, self.host, self.kind)


class Reader(Person):
    """Reads what everybody may read."""

    fixed_count = int(CROWD.get("Reader", 0))
    wait_time = constant_throughput(PACE)

    @task
    def read(self) -> None:
        self.client.get(random.choice(KNOWN["pages"]), name="page")


class Searcher(Person):
    """Searches for what nobody else searches for just then."""

    fixed_count = int(CROWD.get("Searcher", 0))
    wait_time = constant_throughput(PACE)

    @task
    def search(self) -> None:
        asked = {"q": f"{random.choice(WORDS)} {random.randrange(1000)}"}
        self.client.get("/soeg/", params=asked, name="search")


class Librarian(Person):
    """Looks through the list of materials."""

    kind = "library"
    fixed_count = int(CROWD.get("Librarian", 0))
    wait_time = constant_throughput(PACE)

    @task
    def look(self) -> None:
        self.client.get(f"/materialer/{random.choice(LISTS)}", name="materials")


class Fetcher(Person):
    """Fetches a file, to its last byte."""

    kind = "library"
    fixed_count = int(CROWD.get("Fetcher", 0))
    wait_time = constant_throughput(PACE / 2)

    @task
    def fetch(self) -> None:
        self.client.get(random.choice(KNOWN["files"]), name="download")


class Sender(Person):
    """Lays in files of 5 MB."""

    fixed_count = int(CROWD.get("Sender", 0))
    wait_time = constant_throughput(PACE * 0.4)

    def on_start(self) -> None:
        # What a file takes is measured whole, and not by its parts.
        line = requests.Session()
        come_in(line, self.host, "agency")
        self.sending = Sending(line, self.host)

    @task
    def send(self) -> None:
        with self.environment.events.request.measure("POST", "upload"):
            self.sending.send(pdf_of(5 * MEGABYTE))


class Writer(Person):
    """Writes at a page, and publishes it every tenth time."""

    kind = "editor"
    fixed_count = int(CROWD.get("Writer", 0))
    wait_time = constant_throughput(PACE * 0.4)
    turns = itertools.count(1)

    @task
    def write(self) -> None:
        address = random.choice(KNOWN["forms"])
        page = self.client.get(address, name="admin form")
        said = form_of(page.text, "form[data-edit-form]")
        said |= {"title": f"Øvelse {uuid4()}", "body-count": "0"}
        name = "save"
        if not next(self.turns) % 10:
            name, said["action-publish"] = "publish", "action-publish"
        self.client.post(
            address, said, headers={"Referer": f"{self.host}{address}"}, name=name
        )


class Newcomer(Person):
    """Signs in, and is gone."""

    fixed_count = int(CROWD.get("Newcomer", 0))

    @task
    def come(self) -> None:
        come_in(self.client, self.host, "library")
        raise StopUser
