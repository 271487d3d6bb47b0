"""Files dropped in a real browser, on disk and on a real S3."""

import hashlib
import random

from django.contrib.auth.models import Group

import pytest
from csp.constants import SELF
from playwright.sync_api import Page, Request, Route, expect

from assets.models import FileVersion, Upload
from assets.storages import private_storage
from libraries.roles import AGENCY
from tests.factories.images import png_bytes
from tests.factories.users import UserFactory

from ..assets.intake.sending import pdf_bytes
from ..assets.zip_samples import packed
from .people import PASSWORD, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

MB = 1024 * 1024
PATH = "/admin/laeg-filer-op/"


@pytest.fixture(params=["disk", "s3"])
def storage(request, settings):
    settings.ASSET_PART_SIZE = MB // 4
    if request.param == "s3":
        # S3 takes none smaller.
        settings.ASSET_PART_SIZE = 5 * MB
        server = request.getfixturevalue("s3")
        # As base.py does when the environment names the storage.
        settings.ADMIN_CONTENT_SECURITY_POLICY = {
            **settings.ADMIN_CONTENT_SECURITY_POLICY,
            "connect-src": [SELF, server.endpoint_url],
        }
    return request.param


@pytest.fixture
def agency(db):
    person = UserFactory(password=PASSWORD)
    person.groups.add(Group.objects.get(name=AGENCY))
    return person


def large(part_size: int) -> bytes:
    """A PDF of three parts."""
    pdf, size = pdf_bytes(), part_size * 11 // 5
    return pdf + b"\n%" + random.Random(1).randbytes(size - len(pdf) - 2)


def line(page: Page, name: str):
    return page.locator("li.drop-line").filter(has_text=name)


def test_several_files_are_sent_and_a_bad_one_stops_none(
    page: Page, live_server, storage, agency, tmp_path, settings
):
    contents = {
        "plakat.pdf": large(settings.ASSET_PART_SIZE),
        "brudt.pdf": pdf_bytes()[:300],
        "program.exe": b"MZ",
        "opslag.png": png_bytes(),
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    sign_in(page, live_server.url, agency, PATH)
    page.fill("[name=credit]", "Bo Bureau")
    page.set_input_files("[data-drop-input]", [tmp_path / name for name in contents])
    for name in ("plakat.pdf", "opslag.png"):
        expect(line(page, name)).to_have_attribute(
            "data-state", "ready", timeout=30_000
        )
    for name, words in {
        "brudt.pdf": "kan ikke læses",
        "program.exe": "ikke gemmes",
    }.items():
        expect(line(page, name)).to_have_attribute("data-state", "rejected")
        expect(line(page, name)).to_contain_text(words)
    expect(page.locator("[data-drop-summary]")).to_have_text("2 klar, 2 afvist")
    version = FileVersion.objects.get(filename="plakat.pdf")
    kept = b"".join(private_storage().read(version.key))
    assert hashlib.sha256(kept).hexdigest() == version.sha256
    assert kept == contents["plakat.pdf"]
    assert version.file.asset.credit == "Bo Bureau"


def test_who_lays_in_too_many_is_told_so_and_nothing_is_lost(
    page: Page, live_server, agency, tmp_path, settings
):
    settings.ACCOUNT_RATE_LIMITS = {"upload_file": "1/h/user"}
    names = ["en.pdf", "to.pdf"]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(pdf_bytes() + b"%" * number)
    sign_in(page, live_server.url, agency, PATH)
    page.fill("[name=credit]", "Bo Bureau")
    page.set_input_files("[data-drop-input]", [tmp_path / name for name in names])
    told = line(page, "mange filer op på kort tid")
    expect(told).to_have_count(1, timeout=30_000)
    ready = page.locator("li.drop-line[data-state=ready]")
    expect(ready).to_have_count(1, timeout=30_000)


def test_forty_files_at_once_and_three_of_them_bad(
    page: Page, live_server, agency, tmp_path
):
    contents = {f"plakat-{n}.png": png_bytes(40 + n, 30) for n in range(37)}
    bad = {
        "brudt.pdf": (pdf_bytes()[:300], "kan ikke læses"),
        "tom.pdf": (b"", "er tom"),
        "forkert.jpg": (png_bytes(), "er noget andet (png)"),
    }
    contents |= {name: content for name, (content, _words) in bad.items()}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    sign_in(page, live_server.url, agency, PATH)
    page.set_input_files("[data-drop-input]", [tmp_path / name for name in contents])
    expect(page.locator("[data-drop-summary]")).to_have_text(
        "37 klar, 3 afvist", timeout=120_000
    )
    for name, (_content, words) in bad.items():
        expect(line(page, name)).to_have_attribute("data-state", "rejected")
        expect(line(page, name)).to_contain_text(words)
    names = FileVersion.objects.ready().values_list("filename", flat=True)
    assert set(names) == set(contents) - set(bad)


def test_a_zip_is_unpacked_when_asked_to(
    page: Page, live_server, storage, agency, tmp_path
):
    path = tmp_path / "kampagne.zip"
    path.write_bytes(
        packed(
            ("Tryk/plakat.pdf", pdf_bytes()),
            ("Tryk/brudt.pdf", pdf_bytes()[:300]),
            ("opslag.png", png_bytes()),
        )
    )
    sign_in(page, live_server.url, agency, PATH)
    page.get_by_label("Pak zip-filer ud til hver sin fil").check()
    page.set_input_files("[data-drop-input]", path)
    expect(page.locator("[data-drop-summary]")).to_have_text(
        "3 klar, 1 afvist", timeout=60_000
    )
    zipped = page.locator("li.drop-line").filter(has_text="3 af 3 filer er set igennem")
    expect(zipped).to_contain_text("kampagne.zip")
    expect(line(page, "plakat.pdf")).to_contain_text("Fra kampagne.zip.")


def test_a_closed_tab_is_made_good_by_choosing_the_file_again(
    page: Page, live_server, storage, agency, tmp_path, settings
):
    path = tmp_path / "plakat.pdf"
    path.write_bytes(large(settings.ASSET_PART_SIZE))
    sign_in(page, live_server.url, agency, PATH)
    sent: list[str] = []

    def let_one_through(route: Route, request: Request) -> None:
        if request.method != "PUT":
            route.continue_()
        elif sent:
            route.abort()
        else:
            sent.append(request.url)
            route.continue_()

    page.route("**/*", let_one_through)
    page.set_input_files("[data-drop-input]", path)
    expect(line(page, "plakat.pdf")).to_contain_text(
        "Forbindelsen er væk", timeout=30_000
    )
    upload = Upload.objects.get()
    again = page.context.new_page()
    page.close(run_before_unload=False)
    again.goto(live_server.url + PATH)
    expect(line(again, "plakat.pdf")).to_contain_text(
        "Vælg den samme fil igen", timeout=30_000
    )
    puts: list[str] = []
    again.on("request", lambda r: puts.append(r.url) if r.method == "PUT" else None)
    again.set_input_files("[data-drop-input]", path)
    expect(line(again, "plakat.pdf")).to_have_attribute(
        "data-state", "ready", timeout=30_000
    )
    # Of the three parts one is there; as the tab closed, it may have sent another.
    assert 0 < len(puts) < 3
    assert Upload.objects.get().pk == upload.pk
