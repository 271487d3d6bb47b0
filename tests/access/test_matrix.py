"""Who gets which answer where: every route of the URL map, asked as each role.

``matrix.tsv`` is the table. A route without a row fails, and so does a row whose
address leads to another route than it says. Each answer, errors and redirects among
them, is held against what headers and cookies must say as well.
"""

import csv
import re
from copy import copy
from pathlib import Path

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import resolve

import pytest

from .headers import IN_PRODUCTION, faults
from .url_map import all_routes
from .world import ROLES

pytestmark = pytest.mark.django_db
one_database = pytest.mark.one_database

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


# Who opens most, and who owns what is asked for: all else asks them nothing more.
ON_EACH_DATABASE = ("administrator", "library")
ODD = [
    ("GET", "/findes-ikke/"),
    ("PUT", "/soeg/"),
    ("GET", "/soeg/?q=%00"),
    ("GET", "/static/css/main.css"),
    ("GET", "/static/findes-ikke.css"),
    ("GET", "/media/findes-ikke.webp"),
    ("GET", "/materialer"),
    ("TRACE", "/"),
]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(role, marks=[] if role in ON_EACH_DATABASE else one_database)
        for role in ROLES
    ],
)
def answers(request, asked):
    """A role, what each row answers it, and what is wrong with the headers."""
    clients, world = asked
    role, said, wrong = request.param, {}, []
    with override_settings(**IN_PRODUCTION):
        rows = [(row["method"], row["address"].format(**world)) for row in ROWS]
        for method, address in [*rows, *ODD]:
            response = ask(clients[role], method, address)
            said[method, address] = shown(response, address)
            wrong += [
                f"{method} {address} {response.status_code}: {fault}"
                for fault in faults(response, address, role != "stranger")
            ]
    return role, said, wrong


def ask(client: Client, method: str, address: str) -> HttpResponse:
    """The answer; whatever was done is undone."""
    # Of its own, since the answer may sign the person out.
    asking = Client(raise_request_exception=False)
    asking.cookies = copy(client.cookies)
    sid = transaction.savepoint()
    try:
        return asking.generic(method, address, secure=True)
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


@one_database
def test_every_route_has_a_row():
    covered = {row["route"] for row in ROWS}
    missing = {r for r in all_routes() - covered if not r.startswith(SHADOWED)}
    assert not missing


@one_database
def test_every_row_is_of_a_route_and_there_once(asked):
    _clients, world = asked
    seen = set()
    for row in ROWS:
        path = row["address"].format(**world).partition("?")[0]
        assert resolve(path).route == row["route"], row
        assert (row["method"], row["address"]) not in seen, row
        seen.add((row["method"], row["address"]))


def test_each_role_gets_what_the_matrix_says(asked, answers):
    _clients, world = asked
    role, said, _wrong = answers
    wrong = []
    for row in ROWS:
        got = said[row["method"], row["address"].format(**world)]
        if got != row[role]:
            wrong.append(f"{row['method']} {row['address']}: {got}, not {row[role]}")
    assert not wrong, "\n".join(wrong)


@one_database
def test_each_answer_has_its_headers(answers):
    _role, _said, wrong = answers
    assert not wrong, "\n".join(wrong)


@one_database
def test_no_answer_is_an_error():
    assert not [row for row in ROWS if any(row[role][0] == "5" for role in ROLES)]


OWN = [
    row
    for row in ROWS
    if row["address"].startswith(("/mit-bibliotek/", "/materialer/soegninger/"))
    and "{" in row["address"]
    and row["library"] != "404"
]


@one_database
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
