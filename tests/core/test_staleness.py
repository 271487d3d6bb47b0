"""Nobody is shown what was changed a second ago, and nobody what is secret.

Edits of many kinds while readers read, from real web servers of one process and of
four. ``make drill`` does a thousand (``STALENESS_EDITS``).
"""

import http.client
import os
import random
import re
import threading
import time
from collections import defaultdict

from django.db import connection

from wagtail.models import PageViewRestriction

import pytest

from home.models import StandardPage
from tests.factories.assets import make_file
from tests.factories.home import MaterialsPageFactory, StandardPageFactory
from tests.processes import wait_until
from tests.web import HOST, PATIENCE, web_server

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

EDITS = int(os.environ.get("STALENESS_EDITS", "20"))
READERS = 3
# Seconds that the site may be behind.
BEHIND = 1
NUMBER = re.compile(r"Udgave (\d+)")
SECRET = "Hemmelig"


class Places:
    """Addresses with a number on each, and the ways in which it is changed."""

    def __init__(self) -> None:
        self.published = StandardPageFactory(title="Udgave 0", slug="dysser")
        self.updated = StandardPageFactory(title="Udgave 0", slug="stuer")
        self.listed = StandardPageFactory(
            title="Udgave 0", slug="gravhoeje", show_in_menus=True
        )
        MaterialsPageFactory()
        self.asset = make_file(title="Udgave 0").asset
        self.ways = {
            "/dysser/": lambda title: self._publish(self.published, title),
            "/stuer/": lambda title: StandardPage.objects.filter(
                pk=self.updated.pk
            ).update(title=title),
            # In the menu of every page.
            "/": lambda title: self._publish(self.listed, title),
            self.asset.get_absolute_url(): self._rename,
        }
        shut = StandardPageFactory(title=f"{SECRET} side", slug="lukket")
        login = PageViewRestriction.LOGIN
        PageViewRestriction.objects.create(page=shut, restriction_type=login)
        draft = StandardPageFactory(title="Udgave 0", slug="kladde")
        draft.title = f"{SECRET} kladde"
        draft.save_revision()
        self.addresses = [*self.ways, "/lukket/", "/kladde/"]

    def _publish(self, page, title: str) -> None:
        page.title = title
        page.save_revision().publish()

    def _rename(self, title: str) -> None:
        self.asset.title = title
        self.asset.save()


class Reader(threading.Thread):
    """Asks on one line, and holds each answer against what was changed before it."""

    def __init__(self, port: int, places: Places, changed: dict, stops) -> None:
        super().__init__()
        self.port, self.places, self.changed, self.stops = port, places, changed, stops
        self.count, self.wrong = 0, []

    def run(self) -> None:
        line = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        while not self.stops.is_set():
            for address in self.places.addresses:
                asked = time.monotonic()
                line.request("GET", address)
                text = line.getresponse().read().decode()
                self.count += 1
                self._judge(address, asked, text)

    def _judge(self, address: str, asked: float, text: str) -> None:
        if SECRET in text:
            self.wrong.append(f"{address} shows what is secret")
        shown = max((int(n) for n in NUMBER.findall(text)), default=-1)
        due = [n for n, at in list(self.changed[address]) if at < asked - BEHIND]
        if due and shown < due[-1]:
            self.wrong.append(f"{address} shows {shown}, and was {due[-1]}")


@pytest.mark.parametrize("processes", [1, 4])
def test_no_reader_sees_what_is_old_or_secret(processes, tmp_path):
    places, changed, stops = Places(), defaultdict(list), threading.Event()
    options = ("--workers", str(processes))
    with web_server(tmp_path, *options) as port:
        readers = [Reader(port, places, changed, stops) for _n in range(READERS)]
        for reader in readers:
            reader.start()
        try:
            for number in range(1, EDITS + 1):
                address = random.choice(list(places.ways))
                places.ways[address](f"Udgave {number}")
                changed[address].append((number, time.monotonic()))
            # What was changed last must be seen as well.
            wait_for = time.monotonic() + 2 * BEHIND
            while time.monotonic() < wait_for:
                stops.wait(0.1)
            around = len(places.addresses)
            wait_until(lambda: all(r.count > around for r in readers), "all is read")
        finally:
            stops.set()
            for reader in readers:
                reader.join()
            connection.close()
    assert [wrong for reader in readers for wrong in reader.wrong] == []
