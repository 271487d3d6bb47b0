"""Bodies without measure, without length and without end; threads stay free of them.

By raw sockets, against the real web server with two threads: "patient" has the minute
that is the site's, and a small application; "hasty" has one second, and the site.
"""

import select
import socket

from django.core.files.uploadedfile import SimpleUploadedFile

import pytest

from tests.web import PATIENCE, answer, head, line, web_server

pytestmark = pytest.mark.one_database

FORM = "Content-Type: application/x-www-form-urlencoded"
# Without one a form is turned away unread.
COOKIE = "Cookie: csrftoken=" + "a" * 32
SMALL = ("--workers", "1", "--threads", "2")


@pytest.fixture(scope="module")
def patient(django_db_setup, django_db_blocker, tmp_path_factory):
    var = tmp_path_factory.mktemp("web")
    with (
        django_db_blocker.unblock(),
        web_server(var, *SMALL, "tests.web:hello") as port,
    ):
        yield port


@pytest.fixture(scope="module")
def hasty(django_db_setup, django_db_blocker, tmp_path_factory):
    var = tmp_path_factory.mktemp("web")
    with (
        django_db_blocker.unblock(),
        web_server(var, *SMALL, "--keep-alive", "1") as port,
    ):
        yield port


def post(length: int, *headers: str) -> str:
    size = f"Content-Length: {length}"
    return head("POST", "/log-ind/", FORM, COOKIE, size, *headers)


def test_slow_lines_are_lent_no_thread(patient):
    silent = [line(patient, "") for _n in range(3)]
    half_heads = [line(patient, "GET / HTTP/1.1\r\nHost: x") for _n in range(3)]
    half_bodies = [line(patient, post(1000) + "login=") for _n in range(3)]
    # Answered, and never hanging up.
    lingering = [
        line(patient, head("GET", "/healthz", "Connection: close")) for _n in range(3)
    ]
    for each in lingering:
        assert each.recv(15) == b"HTTP/1.1 200 OK"

    said = answer(line(patient, head("GET", "/healthz", "Connection: close")))

    assert said.endswith("ok\n")
    for each in [*silent, *half_heads, *half_bodies, *lingering]:
        each.close()


def test_what_is_too_large_is_refused_before_it_is_sent(hasty):
    with line(hasty, post(201_000_000) + "x" * 70_000) as connection:
        said = connection.recv(65536).decode()
    assert said.startswith("HTTP/1.1 413 ")
    assert "Content-Security-Policy: " in said


def test_a_stranger_may_send_the_admin_no_more_than_others(hasty):
    path = "/admin/images/add/"
    large = head("POST", path, FORM, "Content-Length: 100000000")
    with line(hasty, large + "x" * 70_000) as connection:
        assert connection.recv(12) == b"HTTP/1.1 413"


def test_a_body_in_chunks_has_no_length(hasty):
    chunked = head("POST", "/log-ind/", FORM, "Transfer-Encoding: chunked")
    said = answer(line(hasty, chunked + "5\r\nlogin\r\n"))
    assert said.startswith("HTTP/1.1 411 ")


def test_who_waits_to_be_told_is_told(patient):
    with line(patient, post(10, "Expect: 100-continue")) as connection:
        assert connection.recv(12) == b"HTTP/1.1 100"


def test_a_connection_is_used_again(patient):
    twice = head("GET", "/healthz") + head("GET", "/healthz", "Connection: close")
    said = answer(line(patient, twice))
    assert said.count("HTTP/1.1 200 OK") == said.count("ok\n") == 2


@pytest.mark.parametrize(
    "begun",
    [
        "GET / HTTP/1.1\r\nHost: x",
        post(1000) + "login=",
        # More than is waited for outside a thread.
        post(900_000) + "x" * 200_000,
    ],
    ids=["head", "body", "large body"],
)
def test_who_falls_silent_is_cut_off(hasty, begun):
    assert answer(line(hasty, begun)).startswith("HTTP/1.1 408 ")


@pytest.mark.parametrize("begun", [0, 200_000], ids=["body", "large body"])
def test_who_drips_is_cut_off(hasty, begun):
    """Never silent for a second, and never done."""
    with line(hasty, post(900_000) + "x" * begun) as connection:
        while not select.select([connection], [], [], 0.05)[0]:
            connection.sendall(b"x")
        assert connection.recv(12) == b"HTTP/1.1 408"


def test_a_head_without_end_is_refused(patient):
    said = answer(line(patient, "GET / HTTP/1.1\r\nCookie: " + "x" * 100_000))
    assert said.startswith("HTTP/1.1 431 ")


def test_half_a_request_that_ends_is_no_fault(patient):
    connection = line(patient, post(1000) + "login=")
    connection.shutdown(socket.SHUT_WR)
    connection.settimeout(PATIENCE)
    assert not connection.recv(65536).startswith(b"HTTP/1.1 5")


@pytest.mark.django_db
def test_who_is_let_in_may_send_files(editor_client, client, settings):
    settings.LARGEST_UPLOAD = 4_000_000

    def sent(by, size):
        file = SimpleUploadedFile("ark.xlsx", b"x" * size)
        return by.post("/admin/images/add/", {"file": file})

    assert sent(editor_client, 3_500_000).status_code == 200
    refused = sent(editor_client, 4_100_000)
    assert refused.status_code == 413
    assert "Her kan der sendes højst 4,0 MB" in refused.text
    assert sent(client, 3_500_000).status_code == 413
