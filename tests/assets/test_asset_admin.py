"""Assets in the admin: real forms posted by the people who use them."""

from django.urls import reverse

import pytest

from assets.models import Asset, AssetFile, Download, FileVersion
from assets.permissions import Audience
from assets.storages import PrivateDiskStorage
from tests.factories.assets import (
    BARE_PDF,
    LicenceFactory,
    add_version,
    make_file,
)
from tests.factories.images import png_bytes
from tests.s3 import point_at

from .objects import full_disk, stored_objects
from .posts import (
    changed_asset,
    edit_url,
    field_errors,
    new_asset,
    upload,
    upload_errors,
)
from .samples import film as film_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

EXE = b"MZ\x90\x00\x03" + bytes(200)
HTML = b"<!doctype html><script>alert(1)</script>"
PUBLISHED = Asset.State.PUBLISHED


@pytest.fixture
def create(as_editor):
    def post(*uploads, **fields):
        return as_editor.post(reverse("assets:add"), new_asset(*uploads, **fields))

    return post


def test_an_editor_uploads_describes_and_publishes_in_one_go(create, editor, client):
    licence = LicenceFactory()
    response = create(
        upload(), upload(png_bytes(), "opslag.png"),
        state=PUBLISHED, access=Audience.ANYONE, licence=licence.pk,
    )  # fmt: skip
    assert response.status_code == 302
    asset = Asset.objects.get()
    assert (asset.created_by, asset.state) == (editor, PUBLISHED)
    assert [tag.name for tag in asset.tags.all()] == ["stenalder"]
    versions = [file.current_version for file in asset.current_files]
    assert [v.content_type for v in versions] == ["application/pdf", "image/png"]
    assert versions[0].uploaded_by == editor
    answer = client.get(asset.current_files[0].get_absolute_url())
    assert b"".join(answer) == BARE_PDF


def test_a_file_says_its_own_name_and_what_it_is_for(as_editor):
    film = upload(film_bytes(), "stille_vand.mp4")
    posted = new_asset(film, kind="film", channels=["screen"])
    posted["files-0-name"] = ""
    assert as_editor.post(reverse("assets:add"), posted).status_code == 302
    file = AssetFile.objects.get()
    assert (file.name, file.purpose) == ("Stille vand", AssetFile.Purpose.SCREEN)


def test_a_file_that_was_chosen_is_asked_for_again_when_the_form_comes_back(create):
    response = create(upload(), state=PUBLISHED)
    assert "Vælg en licens" in field_errors(response, "licence")
    assert "Vælg filen igen" in upload_errors(response)


def test_the_form_shows_the_file_that_is_there(as_editor):
    file = make_file(name="sten.pdf")
    words = as_editor.get(edit_url(file.asset)).text
    assert "sten.pdf" in words
    assert f'href="{file.get_absolute_url()}"' in words


def test_a_new_file_replaces_the_old_one_at_the_same_address(as_editor, client):
    file = make_file()
    address = file.get_absolute_url()
    change = {"upload": upload(BARE_PDF + b"2"), "note": "rettet dato"}
    as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    file.refresh_from_db()
    assert (file.current_version.number, file.current_version.note) == (
        2,
        "rettet dato",
    )
    assert b"".join(client.get(address)) == BARE_PDF + b"2"
    assert b"".join(client.get(f"{address}v1/")) == BARE_PDF


def test_a_form_without_a_new_file_makes_no_version(as_editor):
    file = make_file()
    response = as_editor.post(
        edit_url(file.asset), changed_asset(file.asset, title="Ny titel")
    )
    assert response.status_code == 302
    file.asset.refresh_from_db()
    assert file.asset.title == "Ny titel"
    assert file.versions.count() == 1


BAD_FILES = [
    (upload(b"", "tom.pdf"), ("tom",)),
    (upload(EXE, "plakat.pdf"), ("hedder .pdf", "noget andet (exe)")),
    (upload(HTML, "plakat.pdf"), ("hedder .pdf", "noget andet")),
    (upload(png_bytes(), "billede.jpg"), ("hedder .jpg", "(png)")),
    (upload(HTML, "noter.txt"), ("hedder .txt", "noget andet")),
    (upload(BARE_PDF, "plakat.txt"), ("hedder .txt", "(pdf)")),
    (upload(b"WEBVTT", "film.svg"), ("hedder .svg",)),
    (upload(HTML, "side.html"), ("side.html", "kan ikke gemmes", "pdf, png")),
    (upload(EXE, "plakat.exe"), ("plakat.exe", "kan ikke gemmes")),
    (upload(BARE_PDF, "uden-endelse"), ("kan ikke gemmes",)),
    (upload(BARE_PDF, "plakat.pdf\u202efdp.exe"), ("kan ikke gemmes",)),
]


@pytest.mark.parametrize(("bad", "words"), BAD_FILES, ids=lambda value: str(value)[:40])
def test_a_bad_file_is_told_at_the_field_and_nothing_is_stored(create, bad, words):
    bad.seek(0)
    response = create(upload(), bad)
    said = upload_errors(response, 1)
    assert [word for word in words if word not in said] == []
    assert not Asset.objects.exists()
    assert not FileVersion.objects.exists()


def test_a_bad_file_leaves_the_rest_of_the_form(create):
    page = create(upload(EXE), summary="Et langt resumé.").content.decode()
    assert "Plakat: Stenalderen" in page
    assert "Et langt resumé." in page


def test_a_file_too_large_is_told_with_both_sizes(create, settings):
    settings.ASSET_MAX_UPLOAD_SIZE = 2000
    said = upload_errors(create(upload(BARE_PDF + bytes(3000))))
    assert "3 kB" in said
    assert "Grænsen er 2 kB" in said


def test_a_file_is_asked_for(create):
    assert "Vælg den fil" in upload_errors(create(""))


def test_the_same_file_again_is_refused(as_editor):
    file = make_file()
    response = as_editor.post(
        edit_url(file.asset), changed_asset(file.asset, {"upload": upload()})
    )
    assert "samme fil som version 1" in upload_errors(response)


def test_storage_that_is_away_keeps_the_form_and_the_old_file(
    as_editor, client, s3, settings
):
    file = make_file()
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:9")
    change = {"upload": upload(BARE_PDF + b"2"), "note": "rettet dato"}
    response = as_editor.post(
        edit_url(file.asset), changed_asset(file.asset, change, title="Ny titel")
    )
    assert "Lageret svarer ikke" in upload_errors(response)
    assert "rettet dato" in response.content.decode()
    assert "Ny titel" in response.content.decode()
    point_at(settings, S3_ENDPOINT_URL=s3.endpoint_url)
    assert file.versions.get().number == 1
    assert client.get(file.get_absolute_url()).status_code == 302


def test_a_disk_that_fills_while_a_form_comes_in_is_503_and_leaves_nothing(
    as_editor, settings, tmp_path
):
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    file = make_file()
    # What a browser is answered, where the test client would raise.
    as_editor.raise_request_exception = False
    change = {"upload": upload(BARE_PDF + bytes(2 * 1024**2))}
    posted = changed_asset(file.asset, change)
    with full_disk():
        response = as_editor.post(edit_url(file.asset), posted)
    assert response.status_code == 503
    assert "Der er ikke plads på serveren lige nu" in response.content.decode()
    assert not list(tmp_path.iterdir())
    assert as_editor.get(edit_url(file.asset)).status_code == 200
    assert file.versions.count() == 1


def test_a_row_that_cannot_be_written_leaves_no_object(create, monkeypatch):
    before = stored_objects()

    def fail(*args, **kwargs):
        raise RuntimeError("the database is away")

    monkeypatch.setattr(FileVersion, "save", fail)
    with pytest.raises(RuntimeError):
        create(upload())
    assert stored_objects() == before
    assert not Asset.objects.exists()


def test_a_second_file_that_cannot_be_stored_leaves_no_first(create, monkeypatch):
    before, save = stored_objects(), PrivateDiskStorage._save

    def save_small(self, name, content):
        if content.size > 1000:
            raise OSError(28, "No space left on device")
        return save(self, name, content)

    monkeypatch.setattr(PrivateDiskStorage, "_save", save_small)
    response = create(upload(), upload(BARE_PDF + bytes(2000)))
    assert "Der er ikke plads" in upload_errors(response, 1)
    assert stored_objects() == before
    assert not Asset.objects.exists()


def test_nothing_is_published_without_a_licence(create):
    response = create(upload(), state=PUBLISHED)
    assert "Vælg en licens" in field_errors(response, "licence")
    assert not Asset.objects.exists()


def test_rights_that_end_before_they_start_are_refused(create):
    response = create(upload(), usable_from="2017-10-01", usable_until="2017-09-01")
    said = field_errors(response, "usable_until")
    assert "01.09.2017" in said
    assert "01.10.2017" in said


def test_an_asset_cannot_take_its_own_place(as_editor):
    asset = make_file().asset
    response = as_editor.post(edit_url(asset), changed_asset(asset, successor=asset.pk))
    assert "ikke afløse sig selv" in field_errors(response, "successor")


def test_a_file_with_versions_is_not_deleted_from_its_asset(as_editor):
    file = make_file()
    response = as_editor.post(
        edit_url(file.asset), changed_asset(file.asset, {"DELETE": "on"})
    )
    assert "adresse må ikke forsvinde" in field_errors(response, "__all__")
    assert file.asset.files.filter(pk=file.pk).exists()


def test_an_asset_that_was_fetched_is_not_deleted(as_editor, client):
    file = make_file()
    client.get(file.get_absolute_url())
    url = reverse("assets:delete", args=[file.asset.pk])
    assert as_editor.get(url).status_code == 200
    response = as_editor.post(url, follow=True)
    assert response.redirect_chain == [(edit_url(file.asset), 302)]
    assert "Træk det tilbage i stedet" in response.content.decode()
    assert (Asset.objects.count(), Download.objects.count()) == (1, 1)


def test_an_asset_that_nobody_fetched_is_deleted_with_its_files(as_editor):
    file = make_file()
    add_version(file, BARE_PDF + b"2")
    as_editor.post(reverse("assets:delete", args=[file.asset.pk]))
    assert not Asset.objects.exists()
    assert not FileVersion.objects.exists()
