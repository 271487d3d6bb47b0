"""What is at hand is answered where it is read, and as gunicorn would have read it."""

import socket

import pytest
from gunicorn.config import Config
from gunicorn.http import wsgi
from gunicorn.http.parser import RequestParser
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.bodies.heads import plain_request
from tests.web import AtHand, answer, head, line, web_server

NAMES = [
    *("Host", "host", "Accept", "Cookie", "Connection", "X-Forwarded-Proto"),
    *("X-Forwarded-For", "X-Forwarded-Ssl", "Content-Length", "Transfer-Encoding"),
    *(
        "Expect",
        "Upgrade",
        "Script-Name",
        "Script_Name",
        "Content-Type",
        "Range",
        "X Y",
    ),
]
VALUES = [
    "",
    "x",
    "keep-alive",
    "close",
    "https",
    "on",
    "0",
    "5",
    "chunked",
    "a, b",
    "æ",
]
TARGETS = [
    "/",
    "/a/?b=c",
    "/%C3%A6/%00/%zz",
    "//a/",
    "/a#b",
    "*",
    "http://a/",
    "/a;b?c?d",
]
SPACE = st.sampled_from(["", " ", "\t ", "  "])
FIELD = st.builds(
    "{}{}:{}{}{}{}".format,
    st.sampled_from(NAMES),
    st.sampled_from(["", "", "", " "]),
    SPACE,
    st.one_of(st.sampled_from(VALUES), st.text(max_size=8)),
    SPACE,
    st.sampled_from(["\r\n"] * 8 + ["\n", "\r\n "]),
)
HEAD = st.builds(
    "{} {} {}\r\n{}\r\n{}".format,
    st.sampled_from(["GET", "GET", "HEAD", "POST", "get"]),
    st.one_of(st.sampled_from(TARGETS), st.text(max_size=12).map("/{}".format)),
    st.sampled_from(["HTTP/1.1"] * 4 + ["HTTP/1.0", "HTTP/2.0"]),
    st.lists(FIELD, max_size=5).map("".join).map("Host: bibliotek.dk\r\n{}".format),
    st.sampled_from([""] * 6 + ["x", "GET / HTTP/1.1\r\n\r\n"]),
)


@given(HEAD, st.sampled_from(["127.0.0.1", "192.0.2.1"]))
@example("GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\n\r\n", "127.0.0.1")
@example("GET /?a HTTP/1.1\r\nHost: a\r\nX-Forwarded-Proto: https\r\n\r\n", "192.0.2.1")
@settings(max_examples=400)
def test_a_plain_head_is_read_as_gunicorn_reads_it(text, address):
    data, cfg, client = text.encode(), Config(), (address, 1)
    if not (found := plain_request(data, client, cfg)):
        return
    parser = RequestParser(cfg, iter([data]), client)
    request = next(parser)
    _answer, said = wsgi.create(request, None, client, (address, 80), cfg)
    theirs = {name: said[name] for name in said if name.startswith("HTTP_")}
    ours = {name: found[name] for name in found if name.startswith("HTTP_")}
    assert ours == theirs
    assert {name: said[name] for name in found} == found
    assert not request.should_close()
    assert not request.body.read()
    assert not parser.unreader.read()


def test_a_usual_head_is_plain():
    fields = ["Accept: text/html", "Cookie: a=b", "Connection: keep-alive"]
    assert plain_request(head("GET", "/", *fields).encode(), ("::1", 1), Config())


@pytest.fixture(scope="module")
def port(tmp_path_factory, django_db_setup, django_db_blocker):
    """One thread, which is held by a body that does not come."""
    options = ("--workers", "1", "--threads", "1", "tests.web:at_hand")
    with (
        django_db_blocker.unblock(),
        web_server(tmp_path_factory.mktemp("web"), *options) as port,
        line(port, head("POST", "/", "Content-Length: 900000") + "x" * 200_000),
    ):
        yield port


def told(connection: socket.socket, size: int) -> bytes:
    """So many bytes, or what came before the other end hung up."""
    said = b""
    while len(said) < size and (chunk := connection.recv(size - len(said))):
        said += chunk
    return said


def test_what_is_at_hand_waits_for_no_thread(port):
    with line(port, head("GET", "/lille")) as connection:
        assert connection.recv(4096).endswith(b"\r\n\r\nlille")


def test_a_line_is_used_again_and_again(port):
    with line(port, "") as connection:
        for _time in range(3):
            connection.sendall(head("GET", "/lille").encode())
            assert connection.recv(4096).endswith(b"\r\n\r\nlille")


@pytest.fixture
def free_port_of_one(tmp_path, django_db_setup, django_db_blocker):
    options = ("--workers", "1", "--threads", "1", "tests.web:at_hand")
    with django_db_blocker.unblock(), web_server(tmp_path, *options) as port:
        yield port


@pytest.mark.parametrize(
    "sent",
    [
        [head("GET", "/lille") + head("GET", "/", "Connection: close")],
        [head("GET", "/lille"), head("GET", "/", "Connection: close")],
        [head("GET", "/")[:20], head("GET", "/")[20:] + head("GET", "/lille"), ""],
    ],
    ids=["together", "after each other", "in pieces"],
)
def test_both_ways_answer_on_one_line(free_port_of_one, sent):
    with line(free_port_of_one, sent[0]) as connection:
        for more in sent[1:]:
            connection.sendall(more.encode())
        connection.shutdown(socket.SHUT_WR)
        said = answer(connection)
    assert said.count("HTTP/1.1 200 OK") == 2
    assert "ok\n" in said


def test_who_reads_slowly_is_sent_all_of_it(free_port_of_one):
    body = AtHand.PAGES["/stor"]
    with line(free_port_of_one, head("GET", "/stor")) as connection:
        begun = told(connection, 1000)
        start = begun.index(b"\r\n\r\n") + 4
        rest = told(connection, len(body) - (1000 - start))
        assert begun[start:] + rest == body
        connection.sendall(head("GET", "/lille").encode())
        assert connection.recv(4096).endswith(b"lille")
