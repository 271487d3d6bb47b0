"""The package of a theme: a real zip of what the asker may have."""

import subprocess
import urllib.request
import zipfile
from io import BytesIO

import pytest

from assets.models import Asset, Download
from assets.permissions import Audience
from assets.storages import private_storage
from tests.factories.assets import BARE_PDF, AssetFileFactory, add_version, make_file
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.images import png_bytes
from tests.factories.themes import ThemeFactory
from tests.factories.users import UserFactory
from tests.s3 import point_at
from themes.models import Theme

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

POSTER = "Tryk/plakat-stenalderen/plakat.pdf"


@pytest.fixture
def theme():
    return ThemeFactory(slug="stenalder", number=1, subtitle="Stenalderen")


@pytest.fixture
def poster(theme):
    return make_file(
        theme=theme,
        title="Plakat: Stenalderen",
        credit="Tegnet af Ida Sand",
        alt_text="En økse af flint",
    )


def fetch(client, **headers):
    return client.get("/pakke/stenalder.zip", headers=headers)


def unpacked(response) -> dict[str, bytes]:
    """Return the files of a package by their names."""
    with zipfile.ZipFile(BytesIO(b"".join(response))) as package:
        return {name: package.read(name) for name in package.namelist()}


def names(response) -> set[str]:
    return set(unpacked(response)) - {"LÆSMIG.txt"}


def test_unzip_finds_no_error(client, poster, tmp_path):
    package = tmp_path / "pakke.zip"
    package.write_bytes(b"".join(fetch(client)))
    done = subprocess.run(["unzip", "-t", package], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "No errors detected" in done.stdout


def test_the_files_are_the_stored_ones_and_the_length_is_told(client, poster):
    response = fetch(client)
    content = b"".join(response)
    assert response["Content-Length"] == str(len(content))
    assert response["Content-Disposition"] == 'attachment; filename="stenalder.zip"'
    assert response["Content-Type"] == "application/zip"
    assert response["Cache-Control"] == "private, no-store"
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.read(POSTER) == BARE_PDF


def test_the_readme_says_what_each_file_is_and_what_one_may(client, poster):
    text = unpacked(fetch(client))["LÆSMIG.txt"].decode()
    for fact in (
        "Stenalderen",
        "Tema 1, uge 39-42 2017",
        POSTER,
        "Materiale: Plakat: Stenalderen (A3 til trykkeriet)",
        "Version: 1",
        f"Fylder: {len(BARE_PDF)} byte",
        "Kreditering: Tegnet af Ida Sand",
        "Licens: CC BY 4.0: Del og tilpas frit",
        "Alternativ tekst: En økse af flint",
        poster.current_version.sha256,
    ):
        assert fact in text
    assert "Mangler" not in text


def test_the_newest_version_alone_is_in_it(client, poster):
    add_version(poster, BARE_PDF + b"2")
    assert unpacked(fetch(client))[POSTER] == BARE_PDF + b"2"


def test_files_of_one_name_both_come_along(client, poster):
    add_version(AssetFileFactory(asset=poster.asset), BARE_PDF + b"A4", "PLAKAT.PDF")
    assert len(names(fetch(client))) == 2


@pytest.fixture
def whole_theme(theme, poster):
    """A file for each audience and state, named by it."""
    make_file(png_bytes(), "bibliotek.png", theme=theme, access=Audience.LIBRARY)
    make_file(png_bytes(), "redaktion.png", theme=theme, access=Audience.EDITOR)
    make_file(png_bytes(), "kladde.png", theme=theme, state=Asset.State.DRAFT)
    make_file(png_bytes(), "vaek.png", theme=theme, state=Asset.State.WITHDRAWN)
    make_file(png_bytes(), "andet-tema.png", theme=ThemeFactory(number=99))
    AssetFileFactory(asset__theme=theme, name="uden version")
    return theme


@pytest.mark.parametrize(
    ("who", "files"),
    [
        (None, {"plakat.pdf"}),
        ("agency", {"plakat.pdf"}),
        ("librarian", {"plakat.pdf", "bibliotek.png"}),
        ("editor", {"plakat.pdf", "bibliotek.png", "redaktion.png"}),
    ],
)
def test_each_gets_what_each_may_have(request, signed_in, whole_theme, who, files):
    client = signed_in(who and request.getfixturevalue(who))
    assert {name.rpartition("/")[2] for name in names(fetch(client))} == files


def test_who_would_get_something_as_a_library_is_shown_the_way_in(signed_in, theme):
    make_file(theme=theme, access=Audience.LIBRARY)
    anonymous = fetch(signed_in())
    assert anonymous["Location"] == "/log-ind/?next=/pakke/stenalder.zip"
    assert fetch(signed_in(UserFactory())).status_code == 403
    assert not Download.objects.exists()


@pytest.mark.parametrize("hidden", [{"state": Asset.State.DRAFT}, {"access": 3}])
def test_a_theme_with_nothing_to_fetch_yet_says_when_it_comes(client, theme, hidden):
    make_file(theme=theme, title="Plakat: Stenalderen", **hidden)
    response = fetch(client)
    assert response.status_code == 404
    assert "Materialerne er ikke kommet endnu" in response.text
    assert theme.calendar_url in response.text
    assert "Plakat" not in response.text


def test_a_campaign_offers_its_package_when_there_is_one(client, theme):
    campaign = CampaignPageFactory(theme=theme)
    assert "/pakke/stenalder.zip" not in client.get(campaign.url).text
    make_file(theme=theme)
    assert "/pakke/stenalder.zip" in client.get(campaign.url).text


def test_a_theme_that_is_a_draft_is_unknown(client, theme, poster):
    Theme.objects.update(state=Theme.State.DRAFT)
    assert fetch(client).status_code == 404


def test_a_package_is_one_row_of_its_theme(signed_in, membership, whole_theme):
    b"".join(fetch(signed_in(membership.user)))
    row = Download.objects.get()
    assert (row.theme, row.library) == (whole_theme, membership.library)
    assert row.is_package


def test_head_tells_the_length_and_counts_nothing(client, poster):
    length = fetch(client)["Content-Length"]
    Download.objects.all().delete()
    response = client.head("/pakke/stenalder.zip")
    assert (response["Content-Length"], response.getvalue()) == (length, b"")
    assert not Download.objects.exists()


def test_a_prefetch_is_not_counted(client, poster):
    fetch(client, **{"Sec-Purpose": "prefetch"})
    assert not Download.objects.exists()


def test_a_missing_file_is_named_and_the_rest_comes(client, theme, poster):
    lost = make_file(png_bytes(), "tabt.png", theme=theme).current_version
    private_storage().delete(lost.key)
    files = unpacked(fetch(client))
    text = files.pop("LÆSMIG.txt").decode()
    assert set(files) == {POSTER}
    assert "Mangler i pakken" in text
    assert "tabt.png: filen kunne ikke læses" in text


def test_a_file_of_the_wrong_length_is_missing(client, theme, poster):
    cut = make_file(png_bytes(), "kort.png", theme=theme).current_version
    private_storage().local_path(cut.key).write_bytes(b"kort")
    assert names(fetch(client)) == {POSTER}


def test_a_package_on_s3_holds_the_same(s3, client, poster):
    response = fetch(client)
    content = b"".join(response)
    assert response["Content-Length"] == str(len(content))
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.read(POSTER) == BARE_PDF


def test_storage_that_is_away_is_503_and_not_counted(s3, settings, client, poster):
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:9")
    response = fetch(client)
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert not Download.objects.exists()


def test_a_package_comes_whole_through_a_real_server(live_server, theme):
    for n in range(3):
        make_file(BARE_PDF + bytes(n) * 700_000, theme=theme)
    address = f"{live_server.url}/pakke/stenalder.zip"
    with urllib.request.urlopen(address, timeout=30) as answer:
        content = answer.read()
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None
        assert len(package.namelist()) == 4
