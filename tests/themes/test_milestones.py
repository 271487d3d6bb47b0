import datetime
from importlib import import_module

from django.apps import apps
from django.db import IntegrityError, transaction

import pytest
import time_machine

from tests.factories.themes import ThemeFactory
from themes.models import Milestone, Theme

pytestmark = pytest.mark.django_db

date = datetime.date


def spans(theme) -> dict:
    return {m.step: m.span for m in Milestone.objects.filter(theme=theme)}


def test_a_theme_has_its_milestones_once_saved():
    theme = ThemeFactory(first_peak_week=40, last_peak_week=41)
    assert spans(theme) == theme.timetable
    assert len(theme.timetable) == 9


def test_they_follow_when_nobody_has_moved_them():
    theme = ThemeFactory()
    Milestone.objects.filter(kind="catalogue").update(is_moved=True)
    before = spans(theme)
    theme.starts_on += datetime.timedelta(weeks=1)
    theme.ends_on += datetime.timedelta(weeks=1)
    theme.save()
    after = spans(theme)
    assert after["catalogue"] == before["catalogue"]
    assert {k: v for k, v in after.items() if k != "catalogue"} == {
        k: v for k, v in theme.timetable.items() if k != "catalogue"
    }


def test_a_move_is_another_revision_under_the_same_name():
    theme = ThemeFactory()
    before = Milestone.objects.get(kind="catalogue")
    theme.starts_on += datetime.timedelta(weeks=1)
    theme.save()
    after = Milestone.objects.get(kind="catalogue")
    assert after.uid == before.uid
    assert after.revision == before.revision + 1
    assert after.changed_at > before.changed_at


def test_a_save_without_new_dates_moves_nothing():
    theme = ThemeFactory()
    before = list(Milestone.objects.values("revision", "changed_at").order_by("pk"))
    theme.seed = 99
    theme.save()
    after = list(Milestone.objects.values("revision", "changed_at").order_by("pk"))
    assert after == before


def test_a_peak_that_is_given_up_has_no_milestone():
    theme = ThemeFactory(first_peak_week=40, last_peak_week=41)
    theme.first_peak_week = theme.last_peak_week = None
    theme.save()
    assert not theme.milestones.filter(kind="peak").exists()


def test_the_database_keeps_one_of_each_kind():
    theme = ThemeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Milestone.objects.create(
            theme=theme,
            kind="start",
            starts_on=theme.starts_on,
            ends_on=theme.ends_on,
        )


def test_what_is_public_is_in_use_and_of_no_draft():
    ThemeFactory(state=Theme.State.DRAFT)
    theme = ThemeFactory()
    theme.milestones.filter(kind="workshop").update(is_dropped=True)
    public = Milestone.objects.public()
    assert {milestone.theme for milestone in public} == {theme}
    assert not public.filter(kind="workshop").exists()
    assert public.count() == 7


@time_machine.travel("2017-10-01T12:00+02:00", tick=False)
def test_what_lies_ahead_begins_with_what_is_under_way():
    ThemeFactory(first_peak_week=40, last_peak_week=41)
    ahead = Milestone.objects.ahead()
    assert [m.kind for m in ahead] == ["start", "peak", "evaluation"]


def test_themes_from_before_the_clock_are_given_theirs():
    theme = ThemeFactory(first_peak_week=40, last_peak_week=41)
    plain = ThemeFactory()
    Milestone.objects.all().delete()
    migration = import_module("themes.migrations.0003_milestones_of_existing_themes")
    migration.make_milestones(apps, None)
    migration.make_milestones(apps, None)
    assert spans(theme) == theme.timetable
    assert spans(plain) == plain.timetable
