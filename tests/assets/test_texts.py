"""Texts that are written on the site: to copy, and to fetch as a Word file."""

import io

from django.urls import reverse

import pytest
from docx import Document

from assets.models import Asset, AssetFile, Download
from assets.permissions import Audience
from assets.tasks import write_text_file
from assets.texts import plain_text, word_file
from tests.factories.assets import AssetFactory, AssetFileFactory, add_version

from .objects import stored_objects
from .posts import changed_asset, field_errors, new_asset

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BODY = (
    "<h3>Til avisen</h3><p>Kom med en <b>ting</b> &amp; find <i>tiden</i>.<br/>Nu.</p>"
    '<ul><li>Én</li><li><a href="https://example.dk/a">To</a></li></ul>'
    "<ol><li>Først</li></ol><p></p>"
)
PLAIN = (
    "Til avisen\n\nKom med en ting & find tiden.\nNu.\n\n"
    "- Én\n- To (https://example.dk/a)\n\n1. Først"
)


def text(**fields) -> Asset:
    return AssetFactory(**{"kind": Asset.Kind.TEXT, "body": BODY, **fields})


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Commits, and runs the tasks that wait for it."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def word_of(asset: Asset) -> AssetFile:
    return AssetFile.objects.get(asset=asset, is_generated=True)


def test_the_plain_twin_has_every_word_and_link():
    assert plain_text(BODY) == PLAIN


def test_the_word_file_has_headings_lists_looks_and_links():
    asset = text(title="Pressemeddelelse", credit="Temasamarbejdet")
    document = Document(io.BytesIO(word_file(asset)))
    parts = [(p.style.name, p.text) for p in document.paragraphs]
    assert parts == [
        ("Heading 1", "Pressemeddelelse"),
        ("Heading 2", "Til avisen"),
        ("Normal", "Kom med en ting & find tiden.\nNu."),
        ("List Bullet", "Én"),
        ("List Bullet", "To"),
        ("List Number", "Først"),
        ("Normal", "Kreditering: Temasamarbejdet"),
    ]
    runs = {run.text: run for run in document.paragraphs[2].runs}
    assert runs["ting"].bold
    assert runs["tiden"].italic
    assert document.paragraphs[4].hyperlinks[0].address == "https://example.dk/a"


def test_the_same_text_is_the_same_bytes():
    asset = text()
    assert word_file(asset) == word_file(Asset.objects.get(pk=asset.pk))


def test_saving_makes_the_word_file_a_version_like_any_other(client, committed):
    with committed():
        asset = text()
    file = word_of(asset)
    response = client.get(file.get_absolute_url())
    assert response.status_code == 200
    content = b"".join(response.streaming_content)
    assert Document(io.BytesIO(content)).paragraphs[1].text == "Til avisen"
    assert Download.objects.get().version == file.current_version


def test_a_text_that_is_changed_is_a_new_version_and_the_old_one_stays(
    client, committed
):
    with committed():
        asset = text()
    first = word_of(asset).current_version
    asset.body = "<p>Ny tekst</p>"
    with committed():
        asset.save()
        asset.save()
    versions = word_of(asset).versions.order_by("number")
    assert [version.number for version in versions] == [1, 2]
    assert versions[1].note
    old = client.get(first.get_absolute_url())
    assert b"".join(old.streaming_content)


def test_the_task_may_run_again():
    asset = text()
    for _n in range(3):
        write_text_file.call(asset.pk)
    assert word_of(asset).versions.count() == 1
    assert len(stored_objects() & {word_of(asset).current_version.key}) == 1


def test_a_text_for_libraries_is_shown_to_libraries_alone(
    signed_in, librarian, committed
):
    with committed():
        asset = text(access=Audience.LIBRARY)
    url = asset.get_absolute_url()
    stranger = signed_in().get(url).text
    assert "Kom med en" not in stranger
    assert "Kopiér teksten" not in stranger
    page = signed_in(librarian).get(url).text
    assert "Kopiér teksten" in page
    assert "- To (https://example.dk/a)" in page
    assert signed_in().get(word_of(asset).get_absolute_url()).status_code == 302


def test_a_text_is_published_with_words_or_a_file(as_editor):
    posted = new_asset(kind="text", state="draft")
    assert as_editor.post(reverse("assets:add"), posted).status_code == 302
    asset = Asset.objects.get()
    asset.state = Asset.State.PUBLISHED
    url = reverse("assets:edit", args=[asset.pk])
    response = as_editor.post(url, changed_asset(asset))
    assert "Skriv teksten" in field_errors(response, "body")


def test_words_on_a_poster_are_refused(as_editor):
    asset = AssetFactory()
    url = reverse("assets:edit", args=[asset.pk])
    body = '{"blocks": [{"key": "a", "type": "unstyled", "text": "Ord", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}'  # noqa: E501
    response = as_editor.post(url, changed_asset(asset, body=body))
    assert "slagsen Tekst" in field_errors(response, "body")


def test_a_file_in_a_published_package_has_a_role(as_editor):
    asset = AssetFactory(kind=Asset.Kind.GRAPHIC_PACKAGE)
    file = AssetFileFactory(asset=asset)
    add_version(file)
    url = reverse("assets:edit", args=[asset.pk])
    response = as_editor.post(url, changed_asset(asset))
    assert "mangler sin rolle" in field_errors(response, "__all__")
    response = as_editor.post(url, changed_asset(asset, {"role": "logo"}))
    assert response.status_code == 302
