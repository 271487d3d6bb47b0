"""Milestones on the editors' front page."""

import datetime

from django.urls import reverse
from django.utils.formats import date_format

import pytest

from core.danish import today
from tests.factories.themes import ThemeFactory
from themes.models import Milestone

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_milestones_of_the_coming_month_are_due(editor_client):
    theme = ThemeFactory(subtitle="Vikinger", archive_on=datetime.date(2017, 11, 1))
    soon, later = Milestone.objects.filter(theme=theme)[:2]
    for milestone, days in ((soon, 10), (later, 60)):
        day = today() + datetime.timedelta(days=days)
        milestone.starts_on = milestone.ends_on = day
        milestone.save()

    text = editor_client.get(reverse("wagtailadmin_home")).text

    assert text.count(reverse("themes:edit", args=[theme.pk])) == 1
    assert soon.get_kind_display() in text


def test_what_has_begun_is_going_on_until_its_last_day(editor_client):
    theme = ThemeFactory(subtitle="Vikinger", archive_on=datetime.date(2017, 11, 1))
    begun = Milestone.objects.filter(theme=theme)[0]
    begun.starts_on = today() - datetime.timedelta(days=5)
    begun.ends_on = today() + datetime.timedelta(days=5)
    begun.save()

    text = editor_client.get(reverse("wagtailadmin_home")).text

    assert "I gang" in text
    assert f"til {date_format(begun.ends_on, 'j. F')}" in text
