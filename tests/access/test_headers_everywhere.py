"""Headers and cookies on each answer of each route, errors and redirects among them."""

from copy import copy

from django.db import transaction
from django.http import HttpResponse
from django.test import Client

import pytest

from .test_matrix import ROWS

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
COOKIES = ("sessionid", "csrftoken", "messages", "delelink")
# Open data, and what other sites put their embeds up with.
OPEN = ("/api/v2/", "/temasamarbejde.js")
YEAR = "max-age=31536000; includeSubDomains"
REFERRERS = ("same-origin", "strict-origin-when-cross-origin", "no-referrer")
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


@pytest.fixture(autouse=True)
def as_in_production(settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True


@pytest.mark.parametrize("role", ["stranger", "editor"])
def test_each_answer_has_its_headers(asked, role):
    clients, world = asked
    rows = [(row["method"], row["address"].format(**world)) for row in ROWS]
    wrong = []
    for method, address in [*rows, *ODD]:
        if role == "editor" and method == "POST":
            continue
        response = ask(clients[role], method, address)
        is_admin = address.startswith("/admin/")
        is_open = address.startswith(OPEN)
        found = [*headers(response, is_admin, is_open), *cookies(response)]
        if role == "editor" and response["Content-Type"].startswith("text/html"):
            found += [] if is_private(response) else ["kept by others"]
        wrong += [f"{method} {address} {response.status_code}: {x}" for x in found]
    assert not wrong, "\n".join(wrong)


def ask(client: Client, method: str, address: str) -> HttpResponse:
    """The answer; whatever was done is undone."""
    asking = Client(raise_request_exception=False)
    asking.cookies = copy(client.cookies)
    sid = transaction.savepoint()
    try:
        return asking.generic(method, address, secure=True)
    finally:
        transaction.savepoint_rollback(sid)


def headers(response: HttpResponse, is_admin: bool, is_open: bool) -> list[str]:
    """What is wrong with them, in words."""
    said = response.headers
    policy = said.get("Content-Security-Policy", "")
    anywhere = "frame-ancestors *" in policy
    frames = None if anywhere else "SAMEORIGIN" if is_admin else "DENY"
    origin = "cross-origin" if anywhere or is_open else "same-origin"
    is_file = "sandbox" in policy
    rules = {
        "policy": "default-src 'none'" in policy,
        "inline code": is_admin or "unsafe" not in policy,
        "frames": said.get("X-Frame-Options") == frames,
        "ancestors": is_file or "frame-ancestors" in policy,
        "sniffing": said.get("X-Content-Type-Options") == "nosniff",
        "referrer": said.get("Referrer-Policy") in REFERRERS,
        "opener": said.get("Cross-Origin-Opener-Policy") == "same-origin",
        "resource": said.get("Cross-Origin-Resource-Policy") == origin,
        "permissions": "camera=()" in said.get("Permissions-Policy", ""),
        "transport": said.get("Strict-Transport-Security") == YEAR,
        "cache": "Cache-Control" in said,
        "admin is private": not is_admin or is_private(response),
        "admin is not found": not is_admin or said.get("X-Robots-Tag") == "noindex",
    }
    return [name for name, holds in rules.items() if not holds]


def cookies(response: HttpResponse) -> list[str]:
    """What is wrong with the cookies that it sets."""
    wrong = []
    for name, cookie in response.cookies.items():
        good = cookie["secure"] and cookie["samesite"] == "Lax"
        # What opens a share link is sent to that link alone.
        own = cookie["path"].startswith("/del/") if name == "delelink" else False
        good = good and (own or cookie["path"] == "/") and not cookie["domain"]
        if name not in COOKIES or not good:
            wrong.append(f"cookie {cookie}")
        if name == "sessionid" and not cookie["httponly"]:
            wrong.append("session is open to scripts")
    if response.cookies and not is_private(response):
        wrong.append("a cookie is kept by others")
    return wrong


def is_private(response: HttpResponse) -> bool:
    """Whether nobody on the way may keep it."""
    kept = response.headers.get("Cache-Control", "")
    return "no-store" in kept or "private" in kept
