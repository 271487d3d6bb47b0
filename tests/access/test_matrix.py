"""Who gets which answer where: every route of the URL map, asked as each role.

``matrix.tsv`` is the table. A route without a row fails, and so does a row whose
address leads to another route than it says.
"""

import csv
import re
from copy import copy
from pathlib import Path

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve

import pytest

from .url_map import all_routes
from .world import ROLES

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

with (Path(__file__).parent / "matrix.tsv").open() as table:
    ROWS = list(csv.DictReader(table, delimiter="\t"))
# Wagtail's, never answered by: cms/urls.py has a pattern of its own before them.
SHADOWED = (
    "_util/",
    "admin/api/main/documents/",
    "admin/documents/",
    "admin/failwhale/",
    "admin/test404/",
)


def answer(client: Client, method: str, address: str) -> str:
    """What the matrix says of an answer; whatever was done is undone."""
    # Of its own, since the answer may sign the person out.
    asking = Client(raise_request_exception=False)
    asking.cookies = copy(client.cookies)
    sid = transaction.savepoint()
    try:
        return shown(asking.generic(method, address), address)
    finally:
        transaction.savepoint_rollback(sid)


def shown(response: HttpResponse, address: str) -> str:
    """``login``, ``denied`` (403, or Wagtail's way back to its front) or the status."""
    target = response.headers.get("Location", "").partition("?")[0]
    if target in ("/log-ind/", "/admin/login/"):
        return "login"
    sent_back = target == "/admin/" and address.startswith("/admin/")
    if response.status_code == 403 or (sent_back and address != "/admin/login/"):
        return "denied"
    return str(response.status_code)


def test_every_route_has_a_row():
    covered = {row["route"] for row in ROWS}
    missing = {r for r in all_routes() - covered if not r.startswith(SHADOWED)}
    assert not missing


def test_every_row_is_of_a_route_and_there_once(asked):
    _clients, world = asked
    seen = set()
    for row in ROWS:
        path = row["address"].format(**world).partition("?")[0]
        assert resolve(path).route == row["route"], row
        assert (row["method"], row["address"]) not in seen, row
        seen.add((row["method"], row["address"]))


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_matrix_says(asked, role):
    clients, world = asked
    wrong = []
    for row in ROWS:
        address = row["address"].format(**world)
        got = answer(clients[role], row["method"], address)
        if got != row[role]:
            wrong.append(f"{row['method']} {row['address']}: {got}, not {row[role]}")
    assert not wrong, "\n".join(wrong)


def test_no_answer_is_an_error():
    assert not [row for row in ROWS if any(row[role][0] == "5" for role in ROLES)]


OWN = [
    row
    for row in ROWS
    if row["address"].startswith(("/mit-bibliotek/", "/materialer/soegninger/"))
    and "{" in row["address"]
    and row["library"] != "404"
]


@pytest.mark.parametrize("role", ["presse", "editor"])
def test_what_another_owns_is_as_if_it_were_not_there(asked, role):
    clients, world = asked
    nobodys = dict.fromkeys(world, 999_999)
    rows = [row for row in OWN if row[role] == "404"]
    assert len(rows) > 5
    for row in rows:
        assert body(clients[role], row, world) == body(clients[role], row, nobodys), row


def body(client: Client, row: dict, names: dict) -> str:
    """The answer's text without what differs by itself: its address, and its token."""
    address = row["address"].format(**names)
    text = client.generic(row["method"], address).content.decode()
    return re.sub(
        r'(?<=csrfmiddlewaretoken" value=")\w+', "", text.replace(address, "")
    )
