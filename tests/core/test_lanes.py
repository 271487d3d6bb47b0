"""Who tries a password waits for others who do, and nobody else waits for them."""

from django.urls import reverse
from django.utils import translation

import pytest

from core.bodies.lanes import PASSWORDS
from tests.web import answer, head, line, web_server

pytestmark = pytest.mark.one_database

FORM = "login=a&password=b"
LENGTH = f"Content-Length: {len(FORM)}"


@pytest.fixture
def port(tmp_path, django_db_setup, django_db_blocker):
    """Two threads, and forms that are answered when somebody has read."""
    options = ("--workers", "1", "--threads", "2", "tests.web:weighing")
    with django_db_blocker.unblock(), web_server(tmp_path, *options) as port:
        yield port


@pytest.mark.parametrize("pieces", [1, 2], ids=["at once", "in pieces"])
def test_who_reads_does_not_wait_for_who_signs_in(port, pieces):
    asked = head("POST", "/log-ind/", LENGTH, "Connection: close")
    forms = [line(port, asked + (FORM if pieces == 1 else "")) for _ in range(5)]
    for form in forms:
        if pieces == 2:
            form.sendall(FORM.encode())
    said = answer(line(port, head("GET", "/dysser/", "Connection: close")))
    assert said.endswith("ok\n")
    assert all(answer(form).endswith("ok\n") for form in forms)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("account_login", []),
        ("account_signup", []),
        ("account_change_password", []),
        ("account_reauthenticate", []),
        ("account_reset_password_from_key", ["1", "a-b"]),
    ],
)
def test_every_form_with_a_password_has_its_lane(language, name, arguments):
    with translation.override(language):
        address = reverse(name, args=arguments)
    assert PASSWORDS.match(f"POST {address} HTTP/1.1".encode())


@pytest.mark.parametrize("name", ["account_reset_password", "search", "account_logout"])
def test_other_forms_have_not(name):
    assert not PASSWORDS.match(f"POST {reverse(name)} HTTP/1.1".encode())
