"""What is open is noted by the worker after each change; no reader waits for it."""

import datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

import pytest
from django_tasks_db.models import DBTaskResult

from core.following import Following
from core.models import OpenRecord
from core.open_data.records import note_changes
from core.page_cache.changes import generation
from core.tasks import note_open_data
from tests.factories.assets import make_file
from tests.processes import process, wait_until
from themes.models import Theme

from .asking import ROOT, ask, titles

pytestmark = pytest.mark.django_db(transaction=True)
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def things(committed_things):
    return committed_things


@pytest.fixture
def noted():
    """Nothing is noted here but by who is asked to."""


def test_a_worker_notes_what_came_and_what_went(settings, tmp_path, things):
    settings.TASKS = QUEUE
    with process("manage.py", "worker", "--poll=0.05", var=tmp_path):
        wait_until(lambda: titles("stories") == ["Dyssen"], "the first was noted")
        since = datetime.datetime.now(datetime.UTC).isoformat()
        things.story.title = "Jættestuen"
        things.story.save_revision().publish()
        wait_until(lambda: titles("stories", modified_since=since), "a change was")
        # Past all signals.
        Theme.objects.update(state=Theme.State.DRAFT)
        wait_until(lambda: ask("themes", modified_since=since)["gone"], "what went was")


@pytest.mark.parametrize("kind", ["assets", "themes"])
def test_a_reader_does_none_of_that(things, kind):
    note_changes()
    make_file(theme=things.theme)
    with CaptureQueriesContext(connection) as captured:
        Client().get(f"{ROOT}{kind}/")
    assert not [q for q in captured if "open" in q["sql"] and q["sql"][0] != "S"]
    assert titles("assets") == [things.asset.title]
    note_changes()
    assert len(titles("assets")) == 2


def test_noting_is_a_change_and_noting_again_is_none(things):
    before = generation()
    note_changes()
    noted = generation()
    note_changes()
    assert before != noted == generation()


def test_what_follows_changes_waits_in_the_queue_once(settings, things):
    settings.TASKS = QUEUE
    queued = DBTaskResult.objects.filter(task_path=note_open_data.module_path)
    one, other = Following(), Following()
    one.enqueue()
    other.enqueue()
    assert queued.count() == 1
    queued.delete()
    one.enqueue()
    assert not queued.exists()
    things.asset.save()
    one.enqueue()
    assert queued.count() == 1


def test_a_site_that_was_never_looked_at_is_as_old_as_it_says(things):
    note_changes()
    record = OpenRecord.objects.get(kind="stories")
    assert record.changed_at == things.story.last_published_at


def test_a_preview_that_is_drawn_later_is_a_change(things):
    note_changes()
    before = OpenRecord.objects.get(kind="assets").changed_at
    version = things.asset.current_files[0].current_version
    version.drawn_at = datetime.datetime(2036, 1, 1, tzinfo=datetime.UTC)
    version.save(update_fields=["drawn_at"])
    note_changes()
    assert OpenRecord.objects.get(kind="assets").changed_at > before


def test_what_belongs_to_a_theme_changes_when_it_is_hidden_or_renamed(things):
    note_changes()
    mine = OpenRecord.objects.filter(kind="films")
    before = mine.get()
    Theme.objects.update(slug="ny-adresse")
    note_changes()
    renamed = mine.get()
    Theme.objects.update(state=Theme.State.DRAFT)
    note_changes()
    hidden = mine.get()
    slugs = [before.theme_slug, renamed.theme_slug, hidden.theme_slug]
    assert slugs == [things.theme.slug, "ny-adresse", ""]
    assert before.changed_at < renamed.changed_at < hidden.changed_at
