"""The audit log: what is noted, who may see it, and that nobody changes it."""

import datetime

from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import (
    GroupPagePermission,
    ModelLogEntry,
    Page,
    PageLogEntry,
)

import pytest
import time_machine

from core.audit.notes import note, place_of
from core.audit.protection import REFUSAL, history_open, protect, unprotect
from core.privacy import retention
from libraries.models import Membership
from libraries.models.memberships import Role
from tests.factories.libraries import LibraryFactory
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
REPORT = "/admin/reports/sikkerhedslog/"


def last(action: str) -> ModelLogEntry:
    return ModelLogEntry.objects.filter(action=action).first()


@pytest.fixture
def person():
    return UserFactory(email="else@tema.example", name="Else Sommer")


@pytest.fixture
def admin_client(person):
    client = Client()
    client.force_login(UserFactory(name="Ida Berg", is_superuser=True))
    return client


def sign_in(client, email, password=PASSWORD):
    cache.clear()
    return client.post(
        "/log-ind/", {"login": email, "password": password}, REMOTE_ADDR="192.0.2.77"
    )


def test_signing_in_and_out_is_noted_with_a_shortened_address(client, person):
    sign_in(client, person.email)
    entry = last("users.signed_in")
    assert (entry.user, entry.object_id) == (person, str(person.pk))
    assert entry.data["from"] == "192.0.2.0/24"
    assert len(entry.data["request"]) == 32
    client.post("/log-ud/")
    assert last("users.signed_out").user == person


def test_a_refusal_is_noted_without_what_was_written(client, person):
    sign_in(client, person.email, "forkert-saetning")
    assert last("users.sign_in_failed").object_id == str(person.pk)
    sign_in(client, "hemmeligt-kodeord@ukendt.example", "endnu-en-saetning")
    entry = last("users.sign_in_failed")
    assert (entry.object_id, entry.user_id) == ("0", None)
    assert not ModelLogEntry.objects.filter(label__contains="kodeord").exists()
    assert set(entry.data) == {"from", "request"}


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        ("2001:db8:1:2::5", "2001:db8:1::/48"),
        ("::ffff:203.0.113.9", "203.0.113.0/24"),
        ("", ""),
    ],
)
def test_an_address_is_cut_short(address, kept):
    assert place_of(RequestFactory().get("/", REMOTE_ADDR=address)) == kept


def test_what_somebody_is_given_and_loses_is_noted(person):
    editors = Group.objects.get(name="Redaktører")
    person.groups.add(editors)
    assert last("users.rights_changed").data["added"] == ["Redaktører"]
    person.groups.clear()
    assert last("users.rights_changed").data["removed"] == ["Redaktører"]
    editors.user_set.add(person)
    assert last("users.rights_changed").object_id == str(person.pk)
    person.is_superuser = True
    person.save()
    data = last("users.rights_changed").data
    assert (data["before"]["is_superuser"], data["after"]["is_superuser"]) == (
        False,
        True,
    )
    count = ModelLogEntry.objects.count()
    person.first_name = "Elsa"
    person.save()
    assert ModelLogEntry.objects.count() == count


def test_what_a_group_is_given_and_loses_is_noted():
    group = Group.objects.create(name="Praktikanter")
    permission = Permission.objects.get(codename="publish_page")
    group.permissions.add(permission)
    assert last("users.rights_changed").data["added"] == ["wagtailcore.publish_page"]
    place = GroupPagePermission.objects.create(
        group=group, page=Page.get_first_root_node(), permission=permission
    )
    (given,) = last("users.rights_changed").data["added"]
    assert given.startswith("wagtailcore.publish_page: ")
    place.delete()
    assert last("users.rights_changed").data["removed"] == [given]


def test_a_place_at_a_library_is_noted_with_what_was_before(person):
    decider = UserFactory()
    membership = Membership.objects.ask(person, LibraryFactory(name="Aarhus"))
    membership.activate(decider)
    membership.role = Role.CONTACT
    membership.save()
    entry = last("libraries.membership_changed")
    assert (entry.user, entry.object_id) == (decider, str(person.pk))
    assert entry.data["before"] == {"state": "active", "role": "staff"}
    assert entry.data["after"] == {"state": "active", "role": "contact"}
    assert (
        "Aarhus" in entry.comment
        and "rolle: medarbejder → kontaktperson" in entry.comment
    )


def test_a_list_that_leaves_as_a_spreadsheet_is_noted(admin_client):
    assert admin_client.get("/admin/users/").status_code == 200
    assert last("core.exported") is None
    assert admin_client.get(f"{REPORT}?export=csv").status_code == 200
    assert last("core.exported").data["list"] == REPORT


def test_only_administrators_see_it(editor_client, admin_client):
    assert editor_client.get(REPORT).status_code == 302
    assert editor_client.get(f"{REPORT}results/").status_code == 302
    assert REPORT not in editor_client.get("/admin/").text
    assert REPORT in admin_client.get("/admin/").text


def test_it_shows_events_by_kind_person_and_time(admin_client, person):
    page = Page.objects.filter(depth=2).first()
    log(instance=page, action="wagtail.publish", user=person)
    log(instance=page, action="wagtail.edit", user=person)
    with time_machine.travel(timezone.now() - datetime.timedelta(days=10)):
        note(person, "users.sign_in_failed")
    told = admin_client.get(REPORT).text
    assert "Forkert e-mail eller adgangskode" in told
    assert "Udgivet" in told and "Ida Berg" in told

    def events(query: str) -> list[str]:
        listed = admin_client.get(f"{REPORT}results/?{query}").context["object_list"]
        return sorted({entry.action for entry in listed})

    # What is written in a page is the editors' history, not security's.
    assert "wagtail.edit" not in events("")
    assert events("kind=publishing") == ["wagtail.publish"]
    assert events("kind=signing_in") == ["users.sign_in_failed", "users.signed_in"]
    assert events("person=else+sommer") == ["users.sign_in_failed", "wagtail.publish"]
    assert events("person=else@tema") == ["users.sign_in_failed", "wagtail.publish"]
    assert events("person=ingen") == []
    week = timezone.localdate() - datetime.timedelta(days=7)
    assert "users.sign_in_failed" not in events(f"timestamp_from={week}")


@pytest.mark.parametrize("model", [ModelLogEntry, PageLogEntry])
def test_no_row_is_changed_or_deleted(person, model):
    log(instance=person, action="wagtail.edit")
    log(instance=Page.objects.filter(depth=2).first(), action="wagtail.edit")
    rows = model.objects.all()
    count = rows.count()
    assert count
    for change in (
        rows.delete,
        rows.first().delete,
        rows.first().save,
        lambda: rows.update(label="en anden"),
    ):
        with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
            change()
    assert rows.count() == count


def test_all_of_it_cannot_be_emptied_at_once():
    if connection.vendor == "sqlite":
        statement = "DELETE FROM wagtailcore_modellogentry"
        note(UserFactory(), "users.signed_in")
    else:
        statement = "TRUNCATE wagtailcore_modellogentry"
    with (
        pytest.raises(DatabaseError, match=REFUSAL),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_migrations_may_change_it_and_nothing_is_locked_when_there_are_none(person):
    row = ModelLogEntry.objects.filter(
        pk=log(instance=person, action="wagtail.edit").pk
    )
    said = []

    def listen(execute, sql, params, many, context):
        said.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        unprotect(plan=[])
        protect(plan=[])
        assert not [sql for sql in said if "TRIGGER " in sql and "REPLACE" not in sql]
        unprotect(plan=[("a migration", False)])
        row.update(label="a")
        protect(plan=[("a migration", False)])
    with pytest.raises(DatabaseError, match=REFUSAL), transaction.atomic():
        row.update(label="b")


def test_it_is_open_for_as_long_as_it_is_said_to_be(person):
    entry = log(instance=person, action="wagtail.edit")
    with history_open():
        with history_open():
            ModelLogEntry.objects.filter(pk=entry.pk).update(label="a")
        ModelLogEntry.objects.filter(pk=entry.pk).update(label="b")
    with pytest.raises(ZeroDivisionError), history_open():
        1 / 0  # noqa: B018
    with pytest.raises(DatabaseError), transaction.atomic():
        ModelLogEntry.objects.filter(pk=entry.pk).update(label="c")
    entry.refresh_from_db()
    assert entry.label == "b"


def test_it_is_kept_for_thirteen_months(person):
    entry = log(instance=person, action="users.signed_in")
    for days, is_there in ((395, True), (397, False)):
        with time_machine.travel(entry.timestamp + datetime.timedelta(days=days)):
            retention.forget()
        assert ModelLogEntry.objects.filter(pk=entry.pk).exists() is is_there
