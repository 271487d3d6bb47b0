"""The site behind the shipped nginx: pages kept for a second, files sent from disk."""

import gzip
import time
from pathlib import Path

from django.conf import settings
from django.test import Client

from wagtail.models import Site

import pytest

from assets.models import Download
from assets.permissions import Audience
from bin.front import NAME
from home.models import SiteSettings
from tests.deploy.front import front_folder, front_server
from tests.factories.assets import make_file
from tests.factories.home import StandardPageFactory
from tests.factories.users import UserFactory
from tests.processes import wait_until
from tests.web import web_server

__all__ = ["front_folder"]

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

CONTENT = b"%PDF-1.4\n" + bytes(range(256)) * 400
STYLES = b"body { color: black }\n" * 100


@pytest.fixture(scope="module")
def front(django_db_setup, django_db_blocker, front_folder):
    var = Path(settings.VAR)
    environment = {"BEHIND_NGINX": "true", "ALLOWED_HOSTS": NAME}
    # Who is signed in here is signed in there.
    environment["SECRET_KEY"] = settings.SECRET_KEY
    with (
        django_db_blocker.unblock(),
        web_server(var, "--workers", "1", **environment) as site,
        front_server(front_folder, site, var) as front,
    ):
        yield front


@pytest.fixture
def dysser():
    # Made at the first visit of all, which is thereby a change.
    SiteSettings.for_site(Site.objects.get())
    return StandardPageFactory(title="Dysser", slug="dysser")


@pytest.fixture
def file():
    return make_file(CONTENT)


def ask_until(front, state: str, path: str, **headers):
    """Ask until nginx notes that it answered in that way, and return that answer."""

    def ask():
        before = len(front.log)
        said = front.ask(path, **headers)
        wait_until(lambda: "\n" in front.log[before:], "it is noted")
        return said if state in front.log[before:] else None

    return wait_until(ask, state)


def test_a_page_is_kept_and_shown_packed_and_only_once(front, dysser):
    kept = ask_until(front, " HIT", "/dysser/", Accept_Encoding="gzip, br")
    assert kept["Content-Encoding"] == "gzip"
    assert "Dysser" in gzip.decompress(kept.body).decode()
    plain = ask_until(front, " HIT", "/dysser/")
    assert plain["Content-Encoding"] is None
    assert plain["Cache-Control"] == "no-cache"
    assert plain["X-Accel-Expires"] is None
    rules = front.ask(plain["Speculation-Rules"].strip('"'))
    assert rules["Content-Type"] == "application/speculationrules+json"
    again = ask_until(front, " HIT", "/dysser/", If_None_Match=plain["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_what_is_kept_is_asked_about_and_not_made_anew(front, dysser):
    ask_until(front, " REVALIDATED", "/dysser/")


def test_a_change_is_shown_within_a_second(front, dysser):
    ask_until(front, " HIT", "/dysser/")
    dysser.title = "Jættestuer"
    dysser.save_revision().publish()
    changed = asked = time.monotonic()
    while "Jættestuer" not in front.ask("/dysser/").text:
        assert asked - changed < 1
        asked = time.monotonic()


def test_what_a_person_is_shown_is_never_kept(front, dysser):
    client = Client()
    client.force_login(UserFactory())
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    shown = ask_until(front, " BYPASS", "/dysser/", Cookie=cookie)
    assert "Mit bibliotek" in shown.text
    assert shown["Cache-Control"] == "private, no-store"
    assert "Mit bibliotek" not in ask_until(front, " HIT", "/dysser/").text
    kept = [path for path in front.folder.glob("temasamarbejde/**/*") if path.is_file()]
    assert kept
    assert not any(b"Mit bibliotek" in path.read_bytes() for path in kept)


def test_a_form_with_a_token_is_not_kept(front):
    first, second = front.ask("/log-ind/"), front.ask("/log-ind/")
    assert first["Set-Cookie"] != second["Set-Cookie"]


def test_styles_are_sent_from_the_disk_packed_and_for_good(front):
    folder = Path(settings.STATIC_ROOT)
    (folder / "main.0123456789ab.css").write_bytes(STYLES)
    (folder / "main.0123456789ab.css.gz").write_bytes(gzip.compress(STYLES))
    (folder / "main.css").write_bytes(STYLES)
    said = front.ask("/static/main.0123456789ab.css", Accept_Encoding="gzip")
    assert gzip.decompress(said.body) == STYLES
    assert said["Cache-Control"] == "public, max-age=31536000, immutable"
    assert said["Content-Type"] == "text/css"
    again = front.ask("/static/main.0123456789ab.css", If_None_Match=said["ETag"])
    assert front.ask("/static/main.css")["Cache-Control"] == "public, max-age=60"
    assert front.ask("/static/../private/").status == 404
    assert again.status in (200, 304)


def test_a_file_is_sent_by_nginx_as_the_site_would(front, file):
    path = file.get_absolute_url()
    whole = front.ask(path)
    etag = whole["ETag"]
    assert whole.body == CONTENT
    assert whole["Content-Disposition"] == 'attachment; filename="plakat.pdf"'
    assert whole["Content-Type"] == "application/pdf"
    assert whole["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert whole["Last-Modified"] is None
    part = front.ask(path, Range="bytes=10-19", If_Range=etag)
    assert (part.status, part.body) == (206, CONTENT[10:20])
    assert part["Content-Range"] == f"bytes 10-19/{len(CONTENT)}"
    assert front.ask(path, Range="bytes=10-19", If_Range='"other"').body == CONTENT
    assert front.ask(path, Range="bytes=-5").body == CONTENT[-5:]
    assert front.ask(path, Range="bytes=999999-").status == 416
    assert front.ask(path, Range="bytes=0-1,5-6").body == CONTENT
    assert front.ask(path, Range="nonsense").body == CONTENT
    assert front.ask(path, If_None_Match=etag).status == 304
    assert front.ask(path, If_Match=etag).body == CONTENT
    told = front.ask(path, "HEAD")
    assert (told.status, told["Content-Length"]) == (200, str(len(CONTENT)))
    # Whole, from another version on, several parts, nonsense, and If-Match.
    assert Download.objects.count() == 5


def test_a_file_is_really_sent_by_nginx(front, file):
    """The site's own answer is empty; it is nginx that has the bytes."""
    version = file.current_version
    path = Path(settings.PRIVATE_ROOT) / version.key
    path.write_bytes(CONTENT[::-1])
    assert front.ask(file.get_absolute_url()).body == CONTENT[::-1]


def test_nobody_gets_past_the_door(front):
    hidden = make_file(CONTENT, access=Audience.EDITOR)
    key = hidden.current_version.key
    assert front.ask(hidden.get_absolute_url()).status == 404
    assert front.ask(f"/privat/{key}").status == 404
    for way_round in (
        "/static/../privat",
        "/static/%2e%2e/private",
        "/media/../private",
    ):
        said = front.ask(f"{way_round}/{key}")
        assert said.status != 200
        assert CONTENT not in said.body


def test_no_header_is_said_twice(front, dysser, file):
    (Path(settings.STATIC_ROOT) / "a.css").write_bytes(STYLES)
    for path in ("/dysser/", file.get_absolute_url(), "/static/a.css"):
        said = front.ask(path)
        names = [name.lower() for name in said.headers]
        assert len(names) == len(set(names)), names
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said["Cross-Origin-Resource-Policy"] == "same-origin"
