"""Pictures of real files, drawn in a process of their own."""

import datetime
import uuid
from io import BytesIO

from django.urls import reverse
from django.utils import timezone

import pytest
import time_machine
from PIL import Image

from assets import drawing_jobs
from assets.models import Asset, FileVersion
from assets.models.versions import pages_key
from assets.permissions import Audience
from assets.storages import public_storage
from assets.tasks import draw_forgotten_previews, draw_preview
from tests.factories.assets import AssetFileFactory, add_version, make_file
from tests.factories.home import MaterialsPageFactory

from . import samples

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def drawn(content: bytes, name: str) -> FileVersion:
    """Return a version after the task that an upload starts."""
    version = add_version(AssetFileFactory(), content, name)
    draw_preview.call(version.pk)
    version.refresh_from_db()
    return version


def preview(version: FileVersion, size: str = "small") -> Image.Image:
    with public_storage().open(f"{version.preview_key}/{size}.webp") as file:
        return Image.open(BytesIO(file.read()), formats=["WEBP"])


PICTURES = [
    ("PNG", "RGBA", "a.png"),
    ("PNG", "P", "a.png"),
    ("PNG", "LA", "a.png"),
    ("PNG", "I;16", "a.png"),
    ("JPEG", "RGB", "a.jpg"),
    ("JPEG", "CMYK", "a.jpeg"),
    ("GIF", "P", "a.gif"),
    ("TIFF", "CMYK", "a.tif"),
    ("WEBP", "RGB", "a.webp"),
]


@pytest.mark.parametrize(("kind", "mode", "name"), PICTURES)
def test_a_picture_is_measured_and_drawn(kind, mode, name):
    version = drawn(samples.picture(kind, mode, (1800, 1200)), name)
    assert (version.width, version.height) == (1800, 1200)
    assert preview(version, "small").size == (640, 427)
    assert preview(version, "large").size == (1600, 1067)


def test_a_small_picture_is_not_made_larger():
    version = drawn(samples.picture("PNG"), "a.png")
    assert preview(version, "large").size == (300, 200)


def test_a_pdf_is_measured_and_drawn_as_it_is_trimmed():
    version = drawn(samples.pdf(), "plakat.pdf")
    assert (version.width_mm, version.height_mm, version.pages) == (297, 420, 2)
    picture = preview(version).convert("RGB")
    red, _green, blue = picture.getpixel((2, 2))
    assert blue > 200
    assert red < 60


def test_a_film_is_measured_and_drawn():
    version = drawn(samples.film(), "film.mp4")
    assert (version.width, version.height, version.seconds) == (160, 90, 1.0)
    assert preview(version).size == (160, 90)


BROKEN = [
    (b"%PDF-1.4\n% stenalder \n%%EOF\n", "plakat.pdf"),
    (samples.pdf()[:400], "plakat.pdf"),
    (samples.picture("PNG")[:60], "a.png"),
    (samples.picture("JPEG")[:100], "a.jpg"),
    (b"GIF89a/*" + b"x" * 200, "a.gif"),
    (samples.film()[:300], "film.mp4"),
    (b"noter", "noter.txt"),
    (b"<svg onload='alert(1)'", "skilt.svg"),
]


@pytest.mark.parametrize(("content", "name"), BROKEN, ids=range(len(BROKEN)))
def test_what_cannot_be_drawn_is_still_sent(client, content, name):
    version = drawn(content, name)
    assert (version.has_preview, version.state) == (False, FileVersion.State.READY)
    assert b"".join(client.get(version.get_absolute_url())) == content


@pytest.mark.parametrize(
    "place", ["list", "asset", "admin_list", "chooser", "versions"]
)
def test_what_has_no_picture_is_shown_by_its_type(place, as_editor):
    version = drawn(b"Navn;Antal\n", "antal.csv")
    asset = version.file.asset
    addresses = {
        "list": MaterialsPageFactory().url,
        "asset": asset.get_absolute_url(),
        "admin_list": reverse("assets:index"),
        "chooser": reverse("asset_chooser:choose"),
        "versions": reverse("asset_versions", args=[version.file.pk]),
    }
    page = as_editor.get(addresses[place]).content.decode()
    assert ">CSV<" in page
    assert "Regneark" in page


def test_the_address_of_a_preview_cannot_be_guessed():
    version = drawn(samples.picture("PNG"), "a.png")
    folder, _slash, name = version.preview_key.partition("/")
    assert folder == "previews"
    assert uuid.UUID(name).version == 4
    assert name not in version.key


def test_a_preview_is_fetched_by_anyone_and_kept(client):
    response = client.get(drawn(samples.picture("PNG"), "a.png").preview_small)
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_page_lets_the_screen_choose_the_size_of_its_preview(client):
    version = drawn(samples.picture("PNG", size=(1200, 2000)), "plakat.png")
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    wide = [preview(version, size).width for size in ("small", "large")]
    small, large = version.preview_small, version.preview_large
    assert f'srcset="{small} {wide[0]}w, {large} {wide[1]}w"' in page


def test_the_pages_of_a_pdf_can_be_turned(client):
    version = drawn(samples.pdf(), "plakat.pdf")
    assert version.preview_pages == 2
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    assert version.preview_url("page-2") in page
    assert client.get(version.preview_url("page-2")).status_code == 200


def test_a_film_that_browsers_cannot_play_says_so_and_shows_its_strip(client):
    version = drawn(samples.film(frames=30), "film.mov")
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    assert "MOV kan ikke afspilles i browseren." in page
    assert version.preview_url("strip") in page
    assert "<video" not in page


def test_the_pages_are_for_who_may_fetch_the_file(client):
    version = drawn(samples.pdf(), "plakat.pdf")
    Asset.objects.update(access=Audience.LIBRARY)
    page = client.get(version.file.asset.get_absolute_url()).content.decode()
    assert version.preview_large in page
    assert version.preview_url("page-1") not in page
    assert version.preview_key not in version.preview_url("page-1")


def test_what_was_cut_off_after_the_cover_is_drawn_to_the_end():
    version = drawn(samples.pdf(), "plakat.pdf")
    key = version.preview_key
    FileVersion.objects.update(is_measured=False, preview_pages=0, spec={})
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert (version.preview_key, version.preview_pages) == (key, 2)
    assert len(public_storage().listdir(key)[1]) == 2
    assert len(public_storage().listdir(pages_key(version.key))[1]) == 4


def test_a_drawing_that_hangs_is_stopped_and_the_file_is_sent(client, monkeypatch):
    monkeypatch.setattr(drawing_jobs, "WALL_SECONDS", 0.01)
    version = drawn(samples.pdf(), "plakat.pdf")
    assert not version.has_preview
    assert client.get(version.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(("minutes", "is_done"), [(1, False), (90, True)])
def test_a_busy_machine_is_given_an_hour(monkeypatch, minutes, is_done):
    monkeypatch.setattr(drawing_jobs, "WALL_SECONDS", 0.01)
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=minutes)):
        version = add_version(AssetFileFactory(), samples.picture("PNG"), "a.png")
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert version.is_measured == is_done


def test_what_was_forgotten_is_drawn_by_the_schedule():
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=1)):
        version = add_version(AssetFileFactory(), samples.picture("PNG"), "a.png")
    draw_forgotten_previews.call()
    version.refresh_from_db()
    assert version.has_preview


def test_a_task_run_again_draws_nothing_new():
    version = drawn(samples.picture("PNG"), "a.png")
    draw_preview.call(version.pk)
    assert FileVersion.objects.get().preview_key == version.preview_key


@pytest.mark.parametrize("state", ["withdrawn", "rejected", "purged"])
def test_what_is_not_ready_is_not_drawn(state):
    version = add_version(AssetFileFactory(), samples.picture("PNG"), "a.png")
    FileVersion.objects.update(state=state)
    draw_preview.call(version.pk)
    version.refresh_from_db()
    assert not version.has_preview


def test_a_version_that_is_no_more_is_no_error():
    draw_preview.call(0)


def test_an_upload_draws_its_preview(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = make_file(samples.picture("PNG"), "a.png")
    assert FileVersion.objects.get(file=file).has_preview


def test_previews_go_with_their_version(django_capture_on_commit_callbacks):
    version = drawn(samples.pdf(), "plakat.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        version.file.asset.delete()
    assert public_storage().listdir(version.preview_key)[1] == []
    assert public_storage().listdir(pages_key(version.key))[1] == []


def test_previews_are_drawn_and_public_on_s3(s3):
    version = drawn(samples.picture("PNG"), "a.png")
    assert version.preview_small.startswith(f"{s3.endpoint_url}/{s3.public_bucket}/")
    assert preview(version).size == (300, 200)


def test_previews_on_s3_go_with_their_version(s3, django_capture_on_commit_callbacks):
    version = drawn(samples.pdf(), "plakat.pdf")
    assert len(public_storage().listdir(pages_key(version.key))[1]) == 4
    with django_capture_on_commit_callbacks(execute=True):
        version.file.asset.delete()
    assert public_storage().listdir(pages_key(version.key))[1] == []
