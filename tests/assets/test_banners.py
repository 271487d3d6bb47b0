"""Banners under their own host, and nothing else there."""

import pytest

from assets.banners import banner_url
from assets.models import FileVersion
from assets.storages import private_storage
from assets.tasks import draw_preview
from tests.factories.assets import AssetFactory, AssetFileFactory, add_version

from . import print_samples

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

HOST = "banner.example.org"


@pytest.fixture
def version(settings) -> FileVersion:
    settings.BANNER_HOST = f"https://{HOST}"
    file = AssetFileFactory(asset=AssetFactory(kind="banner"))
    made = add_version(file, print_samples.banner(), "banner.zip")
    draw_preview.call(made.pk)
    return FileVersion.objects.get(pk=made.pk)


def path_of(version: FileVersion, name: str = "index.html") -> str:
    return (
        banner_url(version).removeprefix(f"https://{HOST}").replace("index.html", name)
    )


def test_the_asset_shows_the_banner_in_a_sandbox(client, version):
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    frame = f'<iframe src="{banner_url(version)}" sandbox="allow-scripts" width="300"'
    assert frame in page


def test_a_banner_has_no_way_out(client, version, settings):
    response = client.get(path_of(version), headers={"host": HOST})
    assert response["Content-Type"] == "text/html; charset=utf-8"
    assert response["Content-Security-Policy"] == (
        "sandbox allow-scripts; default-src 'none'; script-src 'self' 'unsafe-inline'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; "
        "font-src 'self' data:; connect-src 'none'; form-action 'none'; "
        f"base-uri 'none'; frame-ancestors {settings.BASE_URL}"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


def test_its_script_is_sent_as_a_script(client, version):
    response = client.get(path_of(version, "kode.js"), headers={"host": HOST})
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert b"Kom ind" in response.content


@pytest.mark.parametrize("path", ["/", "/admin/", "/log-ind/", "/healthz"])
def test_the_host_answers_nothing_else(client, version, path):
    response = client.get(path, headers={"host": HOST})
    assert (response.status_code, response.content) == (404, b"")


@pytest.mark.parametrize("name", ["../index.html", "findes-ikke.js", "..%2f0", "0"])
def test_only_checked_names_are_sent(client, version, name):
    response = client.get(path_of(version, name), headers={"host": HOST})
    assert response.status_code == 404


def test_the_place_of_a_banner_must_be_known(client, version):
    _slash, pk, place, name = path_of(version).split("/")
    guess = f"/{pk}/{place[::-1]}/{name}"
    assert client.get(guess, headers={"host": HOST}).status_code == 404


def test_the_site_itself_never_sends_a_banner(client, version):
    assert client.get(path_of(version)).status_code == 404


def test_a_withdrawn_banner_runs_no_more(client, version):
    FileVersion.objects.update(state="withdrawn")
    assert client.get(path_of(version), headers={"host": HOST}).status_code == 404


def test_without_a_host_there_is_a_picture_and_the_reason(client, version, settings):
    settings.BANNER_HOST = ""
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    assert "<iframe" not in page
    assert version.preview_large in page
    assert "Banneret kan ikke køre her" in page


def test_its_files_go_with_it(version, django_capture_on_commit_callbacks):
    place = banner_url(version).split("/")[-2]
    assert private_storage().listdir(f"banners/{place}")[1]
    with django_capture_on_commit_callbacks(execute=True):
        version.file.asset.delete()
    assert private_storage().listdir(f"banners/{place}")[1] == []
