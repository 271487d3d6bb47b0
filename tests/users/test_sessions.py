"""How signing in ends: by time, and at once when somebody may not any more."""

from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session

import pytest
import time_machine

from libraries.roles import EDITORS
from tests.factories.libraries import MembershipFactory
from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
MINE, ADMIN = "/mit-bibliotek/", "/admin/"
MINUTE, HOUR = 60, 60 * 60
COOKIE = "sessionid"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-26 12:00:00+01:00", tick=False) as clock:
        yield clock


@pytest.fixture
def person():
    return MembershipFactory().user


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def sign_in(client, user):
    client.post("/log-ind/", {"login": user.email, "password": PASSWORD})
    assert client.get(MINE).status_code == 200


def is_in(client, address=MINE) -> bool:
    return client.get(address).status_code == 200


@pytest.mark.parametrize("seconds", [8 * HOUR - 1, 8 * HOUR])
def test_a_library_is_out_after_eight_hours_of_nothing(client, person, clock, seconds):
    sign_in(client, person)
    clock.shift(seconds)
    assert is_in(client) is (seconds < 8 * HOUR)


@pytest.mark.parametrize("seconds", [30 * MINUTE - 1, 30 * MINUTE])
def test_an_editor_is_out_after_half_an_hour(client, editor, clock, seconds):
    sign_in(client, editor)
    clock.shift(seconds)
    assert is_in(client, ADMIN) is (seconds < 30 * MINUTE)
    assert is_in(client) is (seconds < 30 * MINUTE)


@pytest.mark.parametrize(
    ("role", "step", "whole"),
    [("editor", 20 * MINUTE, 12 * HOUR), ("person", 6 * HOUR, 30 * 24 * HOUR)],
)
def test_who_works_on_is_out_in_the_end(client, request, clock, role, step, whole):
    sign_in(client, request.getfixturevalue(role))
    for _each in range(int(whole / step) - 1):
        clock.shift(step)
        assert is_in(client)
    clock.shift(step)
    assert not is_in(client)


def test_nothing_is_left_of_it(client, person, clock):
    sign_in(client, person)
    key = client.cookies[COOKIE].value
    clock.shift(9 * HOUR)
    client.get(MINE)
    assert not Session.objects.filter(pk=key).exists()
    sign_in(client, person)
    assert client.cookies[COOKIE].value != key


def test_the_session_is_not_written_at_each_request(client, person, clock):
    sign_in(client, person)
    kept = Session.objects.get(pk=client.cookies[COOKIE].value).session_data
    clock.shift(20 * MINUTE)
    is_in(client)
    assert Session.objects.get(pk=client.cookies[COOKIE].value).session_data == kept
    clock.shift(30 * MINUTE)
    is_in(client)
    assert Session.objects.get(pk=client.cookies[COOKIE].value).session_data != kept


def test_signing_in_gives_a_new_name_to_the_session(client, person):
    client.get("/log-ind/")
    session = client.session
    session["before"] = "hidden"
    session.save()
    before = client.cookies[COOKIE].value
    sign_in(client, person)
    assert client.cookies[COOKIE].value != before
    assert not Session.objects.filter(pk=before).exists()


def remove(user):
    user.delete()


def close(user):
    user.is_active = False
    user.save()


def change_password(user):
    user.set_password("en-ganske-anden-saetning")
    user.save()


@pytest.mark.parametrize("end", [remove, close, change_password])
@pytest.mark.parametrize(("role", "address"), [("person", MINE), ("editor", ADMIN)])
def test_the_next_request_is_a_strangers(client, request, end, role, address):
    user = request.getfixturevalue(role)
    sign_in(client, user)
    assert is_in(client, address)
    end(user)
    assert not is_in(client, address)


def test_who_leaves_the_group_is_out_of_the_admin_at_once(client, editor):
    sign_in(client, editor)
    editor.groups.clear()
    assert client.get(ADMIN, follow=True).status_code == 403


def test_an_administrator_closes_somebody_who_is_signed_in(client, editor):
    sign_in(client, editor)
    other = type(client)()
    sign_in(other, UserFactory(is_superuser=True))
    data = {"email": editor.email, "first_name": "Else", "last_name": "Vinter"}
    assert other.post(f"/admin/users/edit/{editor.pk}/", data).status_code == 302
    assert not is_in(client, ADMIN)


def test_my_own_new_password_ends_what_i_left_open_elsewhere(client, person):
    left_open = type(client)()
    sign_in(left_open, person)
    sign_in(client, person)
    new = "en-ganske-anden-saetning"
    data = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post("/skift-adgangskode/", data).status_code == 302
    assert not is_in(left_open)
