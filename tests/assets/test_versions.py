"""Versions in the admin: compared, restored, withdrawn, and history kept."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

import pytest

from assets.models import FileVersion, VersionChange, Weight
from assets.uploads import check_upload, store
from assets.versions.changes import restore, withdraw
from tests.factories.assets import BARE_PDF, add_version, make_file
from tests.factories.images import png_bytes

from .objects import stored_objects
from .posts import changed_asset, edit_url, upload

pytestmark = pytest.mark.django_db
SECOND = BARE_PDF + b"2"


def two_versions(**asset):
    file = make_file(**asset)
    first = file.current_version
    return file, first, add_version(file, SECOND, note="rettet dato")


def page(client, name: str, file, *args) -> str:
    return client.get(reverse(name, args=[file.pk, *args])).content.decode()


def test_the_page_lists_every_version_with_what_changed(as_editor):
    file, _first, _second = two_versions()
    words = page(as_editor, "asset_versions", file)
    assert words.index("rettet dato") > words.index("Gælder nu") - 2000
    assert "Sammenlign A og B" in words


def test_two_versions_are_compared_line_by_line(as_editor):
    file, first, second = two_versions()
    url = reverse("compare_versions", args=[file.pk])
    words = as_editor.get(url, {"a": 1, "b": 2}).content.decode()
    assert first.sha256 in words
    assert second.sha256 in words
    assert "rettet dato" in words


@pytest.mark.parametrize("query", ["", "?a=1", "?a=1&b=9", "?a=x&b=1", "?a=1&b=²"])
def test_a_comparison_of_what_is_not_there_is_not_found(as_editor, query):
    file, _first, _second = two_versions()
    url = reverse("compare_versions", args=[file.pk])
    assert as_editor.get(url + query).status_code == 404


def test_an_older_version_is_restored_without_a_copy(as_editor, client):
    file, first, _second = two_versions()
    before = stored_objects()
    response = as_editor.post(
        reverse("restore_version", args=[file.pk, 1]),
        {"note": "den gamle var rigtig", "weight": Weight.CORRECTION},
    )
    assert response.status_code == 302
    assert b"".join(client.get(file.get_absolute_url())) == BARE_PDF
    assert stored_objects() == before
    assert [(c.kind, c.version) for c in file.version_changes.all()][0] == (
        VersionChange.Kind.RESTORED,
        first,
    )
    assert file.versions.count() == 2


def test_a_version_is_stopped_with_its_reason_at_the_door(as_editor, client):
    file, first, _second = two_versions()
    url = reverse("withdraw_version", args=[file.pk, 1])
    assert "Skriv hvorfor" in as_editor.post(url, {"note": ""}).content.decode()
    as_editor.post(url, {"note": "forkert dato"})
    answer = client.get(first.get_absolute_url())
    assert answer.status_code == 410
    assert "forkert dato" in answer.content.decode()
    assert client.get(file.get_absolute_url()).status_code == 200


def test_a_stopped_current_version_sends_no_older_one(client):
    file, _first, second = two_versions()
    withdraw(second, note="forkert dato")
    assert client.get(file.get_absolute_url()).status_code == 410


def test_a_stopped_version_is_not_restored(as_editor):
    file, first, second = two_versions()
    withdraw(first, note="forkert dato")
    with pytest.raises(ValidationError, match="kan ikke gendannes"):
        restore(first)
    file.refresh_from_db()
    assert file.current_version == second


def test_who_only_uploads_opens_no_versions_of_others(as_agency):
    file, _first, _second = two_versions()
    for name, args in [
        ("asset_versions", []), ("compare_versions", []),
        ("restore_version", [1]), ("withdraw_version", [1]),
    ]:  # fmt: skip
        url = reverse(name, args=[file.pk, *args])
        there = as_agency.post(url) if args else as_agency.get(url)
        away = reverse(name, args=[999999, *args])
        absent = as_agency.post(away) if args else as_agency.get(away)
        assert there.status_code == absent.status_code != 200
        assert there.content == absent.content
    assert file.version_changes.count() == 1


def test_the_agency_cannot_stop_a_version_of_its_own_draft(as_agency, agency):
    file, first, _second = two_versions(state="draft", created_by=agency)
    assert as_agency.get(reverse("asset_versions", args=[file.pk])).status_code == 200
    as_agency.post(reverse("withdraw_version", args=[file.pk, 1]), {"note": "x"})
    first.refresh_from_db()
    assert first.state == FileVersion.State.READY


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"weight": "stop", "note": ""}, "Skriv, hvad der er ændret"),
        (
            {"weight": "must_replace", "note": "ny", "is_silent": "on"},
            "Kun en rettelse",
        ),
        ({"upload": upload(png_bytes(), "p.png")}, "Den nye fil er PNG"),
    ],
)
def test_a_replacement_that_does_not_add_up_is_asked_about(as_editor, change, words):
    file = make_file()
    change = {"upload": upload(SECOND), **change}
    change["upload"].seek(0)
    response = as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    assert response.status_code == 200
    assert words in response.content.decode()
    assert file.versions.count() == 1


def test_another_type_is_taken_when_it_is_meant(as_editor):
    file = make_file()
    change = {"upload": upload(png_bytes(), "p.png"), "change_type": "on"}
    as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    file.refresh_from_db()
    assert file.current_version.content_type == "image/png"


def test_stop_brug_takes_the_older_versions_down(as_editor, client):
    file = make_file()
    change = {"upload": upload(SECOND), "weight": "stop", "note": "forkert logo"}
    as_editor.post(edit_url(file.asset), changed_asset(file.asset, change))
    assert client.get(f"{file.get_absolute_url()}v1/").status_code == 410
    assert client.get(file.get_absolute_url()).status_code == 200


def test_the_twin_is_named_with_its_asset_and_the_way_on():
    file, _first, _second = two_versions(title="Plakat: Stenalderen")
    with pytest.raises(ValidationError) as refused:
        check_upload(BytesIO(BARE_PDF), "andet.pdf", len(BARE_PDF), file)
    (said,) = refused.value.messages
    assert "version 1 af ”Plakat: Stenalderen: A3 til trykkeriet”" in said
    assert "Gendan den" in said


@pytest.mark.django_db(transaction=True)
def test_restores_and_replacements_at_once_come_one_after_the_other():
    file, first, second = two_versions()

    def run(step):
        try:
            step()
        finally:
            connection.close()

    steps = [
        lambda: restore(first),
        lambda: store(BytesIO(BARE_PDF + b"3"), "p.pdf", target=file),
        lambda: restore(second),
        lambda: store(BytesIO(BARE_PDF + b"4"), "p.pdf", target=file),
    ]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(run, steps))
    file.refresh_from_db()
    switches = list(file.version_changes.order_by("pk"))
    assert switches[-1].version == file.current_version
    assert sorted(v.number for v in file.versions.all()) == [1, 2, 3, 4]
