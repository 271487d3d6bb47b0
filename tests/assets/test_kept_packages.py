"""Packages as objects: built once, sent with ranges, purged, and mended after kills."""

import datetime
import os
import zipfile
from io import BytesIO

from django.utils import timezone

import pytest
from django_tasks_db.models import DBTaskResult

from assets.models import Download, FileVersion, Package
from assets.models.packages import new_package_key
from assets.packages import kept
from assets.permissions import Audience
from assets.storages import private_storage
from assets.tasks import build_package, sweep_packages
from core.jobs import TryAgain
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.themes import ThemeFactory
from tests.s3 import point_at

from .test_delivery_s3 import ask

pytestmark = pytest.mark.django_db
ADDRESS = "/pakke/stenalder.zip"


@pytest.fixture
def theme():
    return ThemeFactory(slug="stenalder", number=1, subtitle="Stenalderen")


@pytest.fixture
def poster(theme):
    return make_file(theme=theme, title="Plakat: Stenalderen")


@pytest.fixture
def build(settings, client):
    """Fetch the package once, then let the worker build what that asked for."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

    def fetch_and_build(address: str = ADDRESS) -> Package:
        b"".join(client.get(address))
        package = Package.objects.latest("pk")
        build_package.call(package.pk)
        package.refresh_from_db()
        return package

    return fetch_and_build


def kept_keys() -> set[str]:
    return {kept.key for kept in private_storage().objects("packages")}


def test_the_first_download_is_streamed_and_asks_for_a_build(poster, client, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    response = client.get(ADDRESS)
    assert response["Accept-Ranges"] == "none"
    task = DBTaskResult.objects.get(task_path="assets.tasks.build_package")
    assert task.args_kwargs["args"] == [Package.objects.get().pk]


def test_the_kept_package_is_the_same_zip(poster, client, build):
    package = build()
    response = client.get(ADDRESS)
    content = b"".join(response)
    assert (response["Accept-Ranges"], len(content)) == ("bytes", package.size)
    assert response["ETag"] == f'"{package.sha256}"'
    with zipfile.ZipFile(BytesIO(content)) as found:
        assert found.testzip() is None
        assert found.read("Tryk/plakat-stenalderen/plakat.pdf") == BARE_PDF
        assert found.read("LÆSMIG.txt").decode() == package.readme


def test_a_kept_package_is_resumed_where_it_broke_off(poster, client, build):
    etag = f'"{build().sha256}"'
    whole = b"".join(client.get(ADDRESS))
    rest = client.get(ADDRESS, headers={"Range": "bytes=100-", "If-Range": etag})
    assert (rest.status_code, b"".join(rest)) == (206, whole[100:])
    assert Download.objects.count() == 2


def test_each_download_is_one_row_of_the_package_with_its_members(
    poster, client, build
):
    package = build()
    b"".join(client.get(ADDRESS))
    assert list(Download.objects.values_list("package", flat=True)) == [package.pk] * 2
    assert list(package.versions.all()) == [poster.current_version]
    assert package.files == 1


def test_a_package_is_built_once_for_all_who_may_have_the_same(
    poster, build, signed_in, librarian
):
    build()
    response = signed_in(librarian).get(ADDRESS)
    assert response["Accept-Ranges"] == "bytes"
    assert Package.objects.count() == 1


def test_who_may_have_more_gets_another_package(
    poster, theme, build, signed_in, librarian
):
    make_file(theme=theme, access=Audience.LIBRARY)
    build()
    assert signed_in(librarian).get(ADDRESS)["Accept-Ranges"] == "none"
    assert Package.objects.count() == 2


@pytest.mark.parametrize("change", ["version", "credit", "withdrawn"])
def test_what_changes_makes_a_new_package_at_once(theme, poster, client, build, change):
    make_file(theme=theme)
    old = build()
    if change == "version":
        add_version(poster, BARE_PDF + b"2")
    elif change == "credit":
        poster.asset.credit = "Tegnet af Ida Sand"
        poster.asset.save()
    else:
        poster.asset.state = "withdrawn"
        poster.asset.save()
    response = client.get(ADDRESS)
    b"".join(response)
    assert response["Accept-Ranges"] == "none"
    assert Package.objects.latest("pk") != old


def test_one_withdrawn_version_leaves_the_package(poster, theme, client):
    make_file(theme=theme, title="Bogmærke")
    poster.versions.update(state=FileVersion.State.WITHDRAWN)
    with zipfile.ZipFile(BytesIO(b"".join(client.get(ADDRESS)))) as found:
        assert found.namelist() == ["LÆSMIG.txt", "Tryk/bogmaerke/plakat.pdf"]


def test_built_twice_at_once_one_object_is_kept(poster, build, monkeypatch):
    package = build()
    Package.objects.update(state=Package.State.WANTED)
    before = kept_keys()

    def key_for_the_slower():
        Package.objects.update(state=Package.State.READY)
        return new_package_key()

    monkeypatch.setattr(kept, "new_package_key", key_for_the_slower)
    kept.build(package.pk)
    assert kept_keys() == before
    package.refresh_from_db()
    assert package.key in before


def test_a_build_that_reads_wrong_bytes_keeps_nothing_and_is_tried_again(poster, build):
    key = poster.current_version.key
    private_storage().local_path(key).write_bytes(b"x" * len(BARE_PDF))
    before = kept_keys()
    with pytest.raises(TryAgain):
        build()
    assert kept_keys() == before
    assert Package.objects.get().state == Package.State.WANTED


def test_what_a_killed_worker_wrote_is_deleted_after_a_day(poster, build):
    package = build()
    for name, age in (("gammel.zip.part", 2), ("ny.zip.part", 0)):
        path = private_storage().local_path(f"packages/{name}")
        path.write_bytes(b"halv")
        then = timezone.now().timestamp() - age * 86400
        os.utime(path, (then, then))
    sweep_packages.call()
    assert "packages/gammel.zip.part" not in kept_keys()
    assert {package.key, "packages/ny.zip.part"} <= kept_keys()


def test_a_forgotten_build_is_asked_for_again(poster, build):
    package = build()
    long_ago = timezone.now() - datetime.timedelta(hours=1)
    Package.objects.update(state=Package.State.WANTED, wanted_at=long_ago)
    DBTaskResult.objects.all().delete()
    sweep_packages.call()
    sweep_packages.call()
    task = DBTaskResult.objects.get(task_path="assets.tasks.build_package")
    assert task.args_kwargs["args"] == [package.pk]


def test_a_package_nobody_asks_for_goes_and_its_row_stays(poster, client, build):
    package = build()
    path = private_storage().local_path(package.key)
    old = timezone.now() - datetime.timedelta(days=15)
    Package.objects.update(asked_at=old)
    os.utime(path, (old.timestamp(),) * 2)
    sweep_packages.call()
    assert path.exists()
    sweep_packages.call()
    assert not path.exists()
    assert client.get(ADDRESS)["Accept-Ranges"] == "none"
    assert Download.objects.filter(package=package).count() == 2


def test_a_kept_object_that_is_lost_is_streamed_and_built_again(poster, client, build):
    package = build()
    private_storage().delete(package.key)
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert b"".join(response)
    package.refresh_from_db()
    assert package.state == Package.State.WANTED


def test_a_package_with_a_missing_file_is_not_kept(theme, poster, client):
    lost = make_file(theme=theme).current_version
    private_storage().delete(lost.key)
    b"".join(client.get(ADDRESS))
    assert Package.objects.get().state == Package.State.STREAMED


@pytest.mark.parametrize(
    ("part", "files"), [("tryk", {"plakat.pdf"}), ("skaerm", {"skaerm.pdf"})]
)
def test_a_part_of_the_theme(client, theme, poster, part, files):
    screen = make_file(name="skaerm.pdf", theme=theme)
    screen.purpose = "screen"
    screen.save()
    response = client.get(f"{ADDRESS}?til={part}")
    assert f"stenalder-{part}.zip" in response["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(b"".join(response))) as found:
        names = {name.rpartition("/")[2] for name in found.namelist()}
    assert names - {"LÆSMIG.txt"} == files


@pytest.mark.parametrize(("part", "status"), [("skaerm", 404), ("alt", 400)])
def test_a_part_with_nothing_in_it_is_refused_in_words(client, poster, part, status):
    response = client.get(f"{ADDRESS}?til={part}")
    assert response.status_code == status
    assert "ingen filer at hente i den del" in response.content.decode()


def test_the_contents_and_sizes_are_shown_first(client, poster):
    page = client.get("/pakke/stenalder/").content.decode()
    assert "Plakat: Stenalderen" in page
    assert f"Hent hele pakken ({len(BARE_PDF)} byte)" in page
    assert f"Kun tryk ({len(BARE_PDF)} byte)" in page
    assert "Kun skærm" not in page
    assert not Download.objects.exists()


def test_on_s3_the_kept_package_comes_by_a_signed_link(
    s3, settings, theme, poster, client, build
):
    before = kept_keys()
    package = build()
    link = client.get(ADDRESS)["Location"]
    status, body, headers = ask(link, Range="bytes=0-3")
    assert (status, body) == (206, b"PK\x03\x04")
    assert headers["Content-Disposition"] == 'attachment; filename="stenalder.zip"'
    assert Download.objects.count() == 2
    assert kept_keys() - before == {package.key}
    point_at(settings, S3_ENDPOINT_URL="http://127.0.0.1:9")
    assert client.get(ADDRESS).status_code == 503
