"""An address that an administrator changes is the one that a person signs in with."""

import re

from django.core import mail
from django.test import Client

import pytest
from allauth.account.models import EmailAddress

from tests.factories.users import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
NEW = "ny@bibliotek.example"


@pytest.fixture
def person():
    return UserFactory(email="gammel@bibliotek.example")


@pytest.fixture
def change(client, person):
    client.force_login(UserFactory(name="Ada Admin", is_superuser=True))

    def send(**changes):
        data = {"email": NEW, "first_name": "Else", "is_active": "on", **changes}
        return client.post(f"/admin/users/edit/{person.pk}/", data)

    return send


def sign_in(email: str) -> str:
    data = {"login": email, "password": PASSWORD}
    return Client().post("/log-ind/", data).headers.get("Location", "")


def test_the_new_address_signs_in_and_the_old_does_not(person, change):
    assert change().status_code == 302
    assert sign_in(NEW) == "/mit-bibliotek/"
    assert sign_in("gammel@bibliotek.example") == ""


def test_the_new_address_is_the_only_one_and_confirmed(person, change):
    EmailAddress.objects.create(user=person, email="tredje@bibliotek.example")
    change(email="NY@bibliotek.example")
    kept = EmailAddress.objects.get(user=person)
    assert (kept.email, kept.primary, kept.verified) == (NEW, True, True)


def test_a_link_sent_to_the_old_address_is_dead(person, change):
    Client().post("/glemt-adgangskode/", {"email": person.email})
    link = re.search(r"https?://[^/]+(/glemt-adgangskode/\S+)", mail.outbox[0].body)[1]
    change()
    html = Client().get(link, follow=True).content.decode()
    assert "Linket virker ikke længere" in html


def test_the_person_stays_signed_in(person, change):
    theirs = Client()
    theirs.force_login(person)
    change()
    assert theirs.get("/mit-bibliotek/").status_code == 200


def test_other_changes_confirm_nothing(change, person):
    EmailAddress.objects.filter(user=person).update(verified=False)
    change(email="Gammel@bibliotek.example", phone="12 34 56 78")
    assert not EmailAddress.objects.get(user=person).verified


def test_an_address_that_another_has_confirmed_is_told_at_the_field(change, person):
    other = UserFactory()
    EmailAddress.objects.create(user=other, email=NEW, verified=True)
    assert change().context["form"].errors["email"]
    assert sign_in("gammel@bibliotek.example") == "/mit-bibliotek/"


def test_who_is_made_in_the_admin_needs_not_confirm(client, change):
    data = {"email": NEW, "first_name": "Ny"}
    data |= {"password1": PASSWORD, "password2": PASSWORD}
    client.post("/admin/users/new/", data)
    assert sign_in(NEW) == "/mit-bibliotek/"
