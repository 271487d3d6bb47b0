"""What has been kept for long enough is forgotten, and the rest is not."""

import datetime
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from wagtail.models import ModelLogEntry

import pytest
import time_machine
from allauth.account.models import EmailAddress

from assets.models import Basket, Drop, Upload
from core.privacy import retention
from core.privacy.records import all_records
from core.tasks import forget_people
from libraries.models import Invitation
from tests.factories.users import UserFactory
from users.models import Erasure, User
from users.privacy.erasing import erase

pytestmark = pytest.mark.django_db


def days_on(days: int):
    return time_machine.travel(
        timezone.now() + datetime.timedelta(days=days), tick=False
    )


def test_each_kind_goes_when_its_time_has_come(person):
    Drop.objects.create(owner=person, collection_id=1)
    erased = UserFactory(name="Kaj Lund")
    erase(erased)
    unconfirmed = UserFactory(name="Aldrig Bekræftet", verified=False)
    made_by_hand = User.objects.create_user("haand@tema.example")
    for days, invitations, baskets, drops, entries, erasures in (
        (80, 2, 2, 1, True, 1),
        (110, 0, 2, 0, True, 1),
        (400, 0, 2, 0, False, 1),
        (740, 0, 0, 0, False, 1),
        (1900, 0, 0, 0, False, 0),
    ):
        with days_on(days):
            retention.forget()
        assert Invitation.objects.count() == invitations, days
        assert Basket.objects.count() == baskets, days
        assert Drop.objects.filter(owner=person).count() == drops, days
        edited = ModelLogEntry.objects.filter(action="wagtail.edit", user=None)
        assert edited.exists() is entries, days
        assert Erasure.objects.count() == erasures, days
        left = User.objects.filter(pk=unconfirmed.pk).exists()
        assert left is (days < 90), days
    assert User.objects.filter(pk__in=[person.pk, made_by_hand.pk]).count() == 2
    assert EmailAddress.objects.filter(user=person).count() == 2


def test_a_file_that_is_still_under_way_keeps_its_sender(person):
    drop = Drop.objects.create(owner=person, collection_id=1)
    common = {"owner": person, "drop": drop, "size": 1, "part_size": 1}
    Upload.objects.create(**common, name="halv.pdf")
    done = Upload.objects.create(**common, name="afvist.exe", own_state="rejected")
    with days_on(91):
        retention.forget()
    assert [upload.name for upload in Upload.objects.filter(owner=person)] == [
        "halv.pdf"
    ]
    assert Upload.objects.filter(pk=done.pk, owner=None).exists()
    drop.refresh_from_db()
    assert drop.owner == person


def test_it_tells_first_and_notes_what_it_did(person):
    said = StringIO()
    with days_on(120):
        call_command("retention", "--dry-run", stdout=said)
        assert "      2  libraries.Invitation: 90 dage efter" in said.getvalue()
        assert Invitation.objects.count() == 2
        forget_people.call()
    assert not Invitation.objects.exists()
    entry = ModelLogEntry.objects.get(action=retention.FORGOTTEN)
    assert entry.data["rows"]["libraries.Invitation"] == 2
    assert "libraries.Invitation: 2" in entry.comment


def test_nothing_to_do_leaves_no_line(db):
    retention.forget()
    assert not ModelLogEntry.objects.filter(action=retention.FORGOTTEN).exists()


def test_what_fails_does_not_keep_the_others(person, monkeypatch):
    def fail(rows):
        raise OSError("lageret er væk")

    basket = next(each for each in all_records() if each.label == "assets.Basket")
    monkeypatch.setitem(basket.__dict__, "forget", fail)
    with days_on(800), pytest.raises(OSError):
        retention.forget()
    assert Basket.objects.count() == 2
    assert not Invitation.objects.exists()


def test_the_whole_table_can_be_read():
    said = StringIO()
    call_command("retention", "--table", stdout=said)
    lines = said.getvalue().splitlines()
    assert len(lines) == len(all_records()) + 2
    assert all(line.count(" | ") == 4 for line in lines[2:])
