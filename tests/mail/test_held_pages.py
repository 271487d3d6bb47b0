"""A page that the schedule holds back is told of by mail."""

import datetime

from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command

from wagtail.models import Revision

import pytest
import time_machine

from libraries.roles import EDITORS
from mail.tasks import send_due_messages
from tests.factories.home import StandardPageFactory
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NOON = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
DUE = NOON + HOUR


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def _editor(**fields):
    user = UserFactory(**fields)
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def _held(clock, scheduler, **fields):
    """A page with an empty heading whose time has come."""
    page = StandardPageFactory(live=False, first_published_at=None, **fields)
    page.body = [("heading", {"text": ""})]
    revision = page.save_revision(clean=False, user=scheduler)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=DUE)
    clock.shift(2 * HOUR)
    call_command("publish_scheduled")
    return page


def _send(clock):
    clock.shift(HOUR)
    send_due_messages.call()


def test_who_scheduled_it_and_its_owner_are_told(clock):
    scheduler = _editor(email="else@bibliotek.example")
    owner = _editor(email="jens@bibliotek.example")
    _held(clock, scheduler, owner=owner, title="Dysser & jættestuer")
    _send(clock)

    (letter,) = mail.outbox
    assert letter.to == ["else@bibliotek.example", "jens@bibliotek.example"]
    assert letter.subject == "Siden blev ikke udgivet: Dysser & jættestuer"
    assert "2. marts 2026 kl. 15.00" in letter.body
    assert "Skriv noget, eller slet blokken." in letter.body
    assert "/edit/" in letter.body


def test_it_is_told_once(clock):
    _held(clock, _editor())
    _send(clock)
    call_command("publish_scheduled")
    _send(clock)

    assert len(mail.outbox) == 1


def test_who_may_not_edit_it_any_more_is_not_told(clock):
    scheduler, owner = _editor(), _editor(email="jens@bibliotek.example")
    page = StandardPageFactory(live=False, first_published_at=None, owner=owner)
    scheduler.groups.clear()
    _held(clock, scheduler, owner=owner, slug="en-anden", parent=page.get_parent())
    _send(clock)

    (letter,) = mail.outbox
    assert letter.to == ["jens@bibliotek.example"]


def test_nothing_is_said_of_a_page_that_has_gone_on(clock):
    page = _held(clock, _editor())
    page.body = [("heading", {"text": "Dysser"})]
    page.save_revision(clean=False).publish()
    _send(clock)

    assert mail.outbox == []
