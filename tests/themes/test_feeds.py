"""The calendars that others subscribe to, read by an iCalendar parser."""

import datetime

from django.test import override_settings

import pytest
import time_machine
from icalendar import Calendar

from tests.factories.themes import ThemeFactory
from themes.models import Milestone, Theme

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

date = datetime.date


def events(response) -> dict:
    """The events of a feed by their summary."""
    calendar = Calendar.from_ical(response.content)
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def fetch(client, path="/kalender.ics"):
    response = client.get(path)
    assert response.status_code == 200
    return response


@pytest.fixture
def theme():
    return ThemeFactory(
        umbrella="Historier om Danmark",
        subtitle="Renæssance til nutid",
        slug="renaessance-til-nutid",
        starts_on=date(2017, 9, 4),
        ends_on=date(2017, 10, 22),
        first_peak_week=39,
        last_peak_week=40,
        dates_note="Ugerne er et eksempel.",
    )


def test_every_milestone_is_an_event_of_whole_days(client, theme):
    found = events(fetch(client))
    assert len(found) == 9
    for milestone in theme.milestones.all():
        event = found[f"{milestone}: Renæssance til nutid"]
        # The end of whole days is the day after the last (RFC 5545, 3.6.1).
        assert event.decoded("dtstart") == milestone.starts_on
        assert event.decoded("dtend") == milestone.ends_on + datetime.timedelta(1)
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["transp"] == "TRANSPARENT"


def test_the_calendar_says_what_it_is_in_danish(client, theme):
    theme.milestones.filter(kind="workshop").update(note="Odense; Aalborg, begge dage")
    response = fetch(client)
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.content)
    assert calendar["version"] == "2.0"
    assert calendar["x-wr-calname"] == "Bibliotekernes Temasamarbejde"
    assert calendar["refresh-interval"].dt == datetime.timedelta(hours=12)
    workshop = events(response)["Workshop: Renæssance til nutid"]
    assert workshop["description"] == (
        "Historier om Danmark – Renæssance til nutid\nUge 15-16\n"
        "Odense; Aalborg, begge dage\nUgerne er et eksempel."
    )
    assert not calendar.errors


def test_the_lines_are_as_the_standard_wants_them(client, theme):
    Theme.objects.update(subtitle="Æ" * 120)
    body = fetch(client).content
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in body.split(b"\r\n"))
    assert f"Idékatalog: {'Æ' * 120}" in events(fetch(client))


@override_settings(BASE_URL="https://temasamarbejde.example")
def test_an_event_leads_to_the_calendar_of_its_year(client, theme):
    event = events(fetch(client))["Idékatalog: Renæssance til nutid"]
    assert event["url"] == (
        "https://temasamarbejde.example/kalender/2017/#tema-renaessance-til-nutid"
    )


def test_a_moved_milestone_keeps_its_name_and_counts_on(client, theme):
    with time_machine.travel("2017-01-10T12:00+01:00", tick=False):
        theme.save()
        before = events(fetch(client))["Idékatalog: Renæssance til nutid"]
    with time_machine.travel("2017-02-10T12:00+01:00", tick=False):
        theme.starts_on += datetime.timedelta(weeks=1)
        theme.save()
        after = events(fetch(client))["Idékatalog: Renæssance til nutid"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1
    changed = datetime.datetime(2017, 2, 10, 11, tzinfo=datetime.UTC)
    assert after.decoded("dtstamp") == after.decoded("last-modified") == changed


def test_a_new_title_is_a_change_but_no_move(client, theme):
    before = events(fetch(client))["Idékatalog: Renæssance til nutid"]
    with time_machine.travel("2037-02-10T12:00+01:00", tick=False):
        theme.subtitle = "Renæssancen"
        theme.save()
    after = events(fetch(client))["Idékatalog: Renæssancen"]
    assert (after["uid"], after["sequence"]) == (before["uid"], before["sequence"])
    assert after.decoded("dtstamp").year == 2037


def test_the_same_calendar_is_the_same_bytes(client, theme):
    first = fetch(client)
    assert fetch(client).content == first.content
    again = client.get("/kalender.ics", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    theme.milestones.filter(kind="workshop").update(is_dropped=True)
    again = client.get("/kalender.ics", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 200
    assert "Workshop: Renæssance til nutid" not in events(again)


def test_a_theme_has_a_calendar_of_its_own(client, theme):
    ThemeFactory(subtitle="En anden")
    response = fetch(client, "/kalender/renaessance-til-nutid.ics")
    assert len(events(response)) == 9
    calendar = Calendar.from_ical(response.content)
    assert str(calendar["name"]).startswith("Historier om Danmark – Renæssance")
    assert 'filename="renaessance-til-nutid.ics"' in response["Content-Disposition"]


def test_nothing_is_told_of_a_draft(client, theme):
    Theme.objects.update(state=Theme.State.DRAFT)
    assert events(fetch(client)) == {}
    assert client.get("/kalender/renaessance-til-nutid.ics").status_code == 404


def test_a_theme_that_does_not_exist(client):
    assert client.get("/kalender/findes-ikke.ics").status_code == 404


def test_it_is_danish_and_public_to_whoever_asks(client, theme):
    response = client.get("/kalender.ics", headers={"accept-language": "en"})
    assert "Idékatalog: Renæssance til nutid" in events(response)
    assert "public" in response["Cache-Control"]
    assert "Vary" not in response or "Cookie" not in response["Vary"]


def test_the_queries_stay_as_few_when_themes_grow(client, django_assert_num_queries):
    ThemeFactory()
    with django_assert_num_queries(2):
        client.get("/kalender.ics")
    ThemeFactory.create_batch(5)
    with django_assert_num_queries(2):
        client.get("/kalender.ics")
    assert Milestone.objects.count() == 48
