"""The front server by itself: what it lets through, cuts off, and says alone."""

import base64
import hashlib
import re
import ssl
import urllib.error
import urllib.request
from contextlib import ExitStack

import pytest

from bin.front import NAME
from core.processes import free_port
from tests.deploy.front import echo_site, front_folder, front_server
from tests.processes import ROOT, wait_until
from tests.web import HOST, answer, head

__all__ = ["front_folder"]

# The minute and the twenty seconds of the shipped file, for the tests' sake.
HASTY = {
    "client_body_timeout 60s": "client_body_timeout 1s",
    "client_header_timeout 20s": "client_header_timeout 1s",
}


@pytest.fixture(scope="module")
def front(front_folder):
    with echo_site() as site, front_server(front_folder, site, ROOT) as front:
        yield front


def test_a_visitor_does_not_say_where_it_comes_from(front):
    said = front.ask(
        "/m/x/",
        X_Forwarded_For="10.0.0.1",
        X_Forwarded_Host="another.example",
        X_Forwarded_Proto="http",
        Forwarded="for=10.0.0.1",
    ).text.lower()
    assert f"x-forwarded-for: {HOST}\n" in said
    assert "x-forwarded-proto: https\n" in said
    assert f"host: {NAME}\n" in said
    assert "another.example" not in said
    assert "10.0.0.1" not in said


def test_parts_and_conditions_reach_the_door(front):
    said = front.ask("/m/x/", Range="bytes=0-1", If_None_Match='"x"').text
    assert "Range: bytes=0-1" in said
    assert 'If-None-Match: "x"' in said


@pytest.mark.parametrize(
    ("path", "length"),
    [
        ("/kontakt/", 4_000_000),
        ("/admin/images/add/", 211_000_000),
        (f"/admin/laeg-filer-op/{'0' * 8}-{'0' * 4}/del/1/", 18_000_000),
    ],
)
def test_what_is_too_large_is_refused_before_it_is_sent(front, path, length):
    with front.line() as line:
        request = head("POST", path, f"Content-Length: {length}", "Connection: close")
        line.sendall(request.replace(HOST, NAME).encode())
        said = line.recv(65536).decode()
    assert said.startswith("HTTP/1.1 413 ")


def test_who_sends_too_much_is_told_in_danish(front):
    said = front.ask("/kontakt/", "POST", b"x" * 3_200_000)
    assert said.status == 413
    assert "Så meget kan der ikke sendes hertil" in said.text


def test_a_body_in_chunks_is_measured_on_its_way(front):
    assert (
        "POST /kontakt/ 10\n" in front.ask("/kontakt/", "POST", iter([b"x" * 10])).text
    )
    line = front.line()
    chunk = b"%x\r\n%s\r\n" % (1_000_000, b"x" * 1_000_000)
    begun = head("POST", "/kontakt/", "Transfer-Encoding: chunked")
    line.sendall(begun.replace(HOST, NAME).encode() + chunk * 4)
    assert "413 Request Entity Too Large" in answer(line)


@pytest.mark.parametrize(
    "begun", ["GET / HTT", head("POST", "/", "Content-Length: 9").replace(HOST, NAME)]
)
def test_who_falls_silent_is_cut_off(front_folder, begun):
    with front_server(front_folder, free_port(), ROOT, HASTY) as front:
        line = front.line()
        line.sendall(begun.encode())
        assert not answer(line)


def test_the_plain_address_leads_to_the_right_one(front):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *args):
            return None

    request = urllib.request.Request(
        f"http://{HOST}:{front.plain_port}/ideer/?p=2", headers={"Host": NAME}
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.build_opener(Stay).open(request)
    assert refused.value.code == 301
    assert refused.value.headers["Location"] == f"https://{NAME}/ideer/?p=2"


def test_another_name_gets_no_answer_but_the_watch_does(front):
    with pytest.raises(ssl.SSLError):
        front.line("another.example")
    address = f"http://{HOST}:{front.plain_port}/healthz"
    with urllib.request.urlopen(address) as answer:
        assert f"Host: {NAME}" in answer.read().decode()


def test_notes_tell_neither_secrets_nor_people(front):
    front.ask("/del/abcdefghijklmnopqrstuvwxyz/?kode=hemmelig")
    # nginx writes when it has answered.
    wait_until(lambda: "/del/.../" in front.log, "the note of a request")
    assert "abcdefghij" not in front.log
    assert "hemmelig" not in front.log
    assert HOST not in front.log


@pytest.mark.parametrize("page", ["503.html", "413.html"])
def test_its_own_pages_may_wear_their_style(page):
    text = (ROOT / "deploy" / "pages" / page).read_text()
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in (ROOT / "deploy" / "nginx.conf").read_text()


def test_when_the_site_is_away_it_is_told_in_danish(front_folder):
    with front_server(front_folder, free_port(), ROOT) as front:
        said = front.ask("/ideer/")
    assert said.status == 503
    assert "Sitet svarer ikke lige nu" in said.text
    assert said["Retry-After"] == "30"
    assert said["Cache-Control"] == "no-store"


def test_when_the_site_is_away_what_was_kept_is_shown(front_folder):
    with ExitStack() as site, ExitStack() as stack:
        port = site.enter_context(echo_site())
        front = stack.enter_context(front_server(front_folder, port, ROOT))
        kept, passed_by = front.ask("/keep/"), front.ask("/other/")
        site.close()
        assert kept.status == passed_by.status == 200
        assert front.ask("/keep/").body == kept.body
        assert front.ask("/other/").status == 503
        assert front.ask("/keep/", Cookie="sessionid=x").status == 503
