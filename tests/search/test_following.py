"""The index follows what is saved, by the worker; files are read for their words."""

from io import BytesIO

from django.core.management import call_command

import pytest
from reportlab.pdfgen.canvas import Canvas

from assets.models import Asset
from assets.uploads import store
from core.jobs import run_queued
from search.index.file_texts import read, read_unread
from search.index.rebuilding import rebuild
from search.models import Entry, FileText
from tests.factories.assets import AssetFactory, make_file
from tests.factories.campaigns import CampaignPageFactory, ReadingListPageFactory
from tests.factories.home import StandardPageFactory
from tests.factories.themes import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def queue(settings):
    """The worker's queue, as the site has it."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def count(client, question: str) -> int:
    return client.get("/soeg/", {"q": question}).context["results"].count


def pdf_that_says(text: str) -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, text)
    canvas.save()
    return out.getvalue()


def test_what_is_saved_is_found_when_the_worker_has_been_by(client):
    page = StandardPageFactory(title="Skovsnegl")
    asset = AssetFactory(title="Regnormen")
    run_queued("test")
    assert (count(client, "skovsnegl"), count(client, "regnorm")) == (1, 1)
    page.title, asset.title = "Vinbjergsnegl", "Bænkebider"
    page.save_revision().publish()
    asset.save()
    run_queued("test")
    assert (count(client, "skovsnegl"), count(client, "regnorm")) == (0, 0)
    assert (count(client, "vinbjergsnegl"), count(client, "bænkebidere")) == (1, 1)


def test_a_draft_of_a_page_is_not_indexed(client):
    page = StandardPageFactory(title="Skovsnegl")
    page.title = "Hemmelig snegl"
    page.save_revision()
    run_queued("test")
    assert (count(client, "hemmelig"), count(client, "skovsnegl")) == (0, 1)


def test_titles_of_a_list_come_and_go_with_it(client):
    books = ReadingListPageFactory(title="Godt at læse")
    books.titles.create(title="Kongens Fald", author="Johannes V. Jensen")
    books.save_revision().publish()
    run_queued("test")
    assert Entry.objects.filter(kind="titel").count() == 1
    books.titles.clear()
    books.save_revision().publish()
    run_queued("test")
    assert count(client, "kongens fald") == 0


def test_a_theme_that_is_renamed_is_found_by_its_new_name(client):
    theme = ThemeFactory(subtitle="Bondestenalder")
    AssetFactory(title="Plakat", theme=theme)
    CampaignPageFactory(title="Noget andet", theme=theme)
    run_queued("test")
    assert count(client, "bondestenalder") == 2
    theme.subtitle = "Jægerstenalder"
    theme.save()
    run_queued("test")
    assert (count(client, "bondestenalder"), count(client, "jægerstenalder")) == (0, 2)


def test_words_inside_a_pdf_are_found(client):
    file = make_file(title="Folder", access=0)
    version = store(
        BytesIO(pdf_that_says("Trillebøren i haven")), "folder.pdf", target=file
    )
    read(version.pk)
    assert count(client, "trillebør") == 1
    # Another version serves now, and says something else.
    other = store(BytesIO(pdf_that_says("Cyklen")), "folder.pdf", target=file)
    read(other.pk)
    assert (count(client, "trillebør"), count(client, "cykler")) == (0, 1)


def test_captions_are_read_without_their_times():
    file = make_file(title="Film", access=0)
    vtt = b"WEBVTT\n\n1\n00:00.000 --> 00:04.000\n<i>Radioen</i> stod der.\n"
    version = store(BytesIO(vtt), "film.vtt", target=file)
    read(version.pk)
    assert FileText.objects.get(pk=version.pk).text == "Radioen stod der."


def test_a_file_that_cannot_be_read_is_tried_once():
    file = make_file(title="Folder")
    version = store(BytesIO(b"%PDF-1.4 nothing"), "folder.pdf", target=file)
    read_unread()
    assert FileText.objects.get(pk=version.pk).text == ""


def test_rebuilding_tells_how_far_it_is_and_leaves_no_strays(client):
    gone = AssetFactory(title="Regnormen")
    AssetFactory(title="Bænkebider")
    StandardPageFactory(title="Skovsnegl")
    call_command("build_search_index", verbosity=0)
    Asset.objects.filter(pk=gone.pk).update(state=Asset.State.WITHDRAWN)
    said = []
    entries = rebuild(lambda what, done, total: said.append((what, done, total)))
    assert said[-1] == ("materialer", 1, 1)
    assert entries == Entry.objects.count()
    assert not Entry.objects.filter(asset=gone).exists()


def test_what_is_deleted_takes_its_entries_along(client):
    asset, page = AssetFactory(title="Regnormen"), StandardPageFactory(title="Snegl")
    call_command("build_search_index", verbosity=0)
    asset.delete()
    page.delete()
    assert (count(client, "regnormen"), count(client, "snegl")) == (0, 0)
