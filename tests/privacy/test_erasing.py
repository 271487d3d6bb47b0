"""Somebody is taken out: nothing of them is left, and what is the library's stays."""

from io import StringIO

from django.contrib.auth import authenticate
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client

from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.users.models import UserProfile

import pytest

from assets.models import Asset, Basket, FileVersion
from campaigns.models import CampaignPage, SentIdea
from libraries.models import Membership
from mail.backends import AWAITED
from mail.models import Message
from tests.factories.campaigns import CampaignPageFactory
from tests.factories.libraries import LibraryFactory
from tests.factories.users import PASSWORD, UserFactory
from users.models import Erasure, User
from users.privacy.erasing import LastAdministrator, erase, pseudonym_of
from users.privacy.erasures import digest_of
from users.privacy.sweeping import Words

from .conftest import EMAIL, NAME, PHONE, SAID, said_of, whole_database

pytestmark = pytest.mark.django_db


def test_nothing_of_the_person_stands_in_any_table(
    person, django_capture_on_commit_callbacks
):
    assert said_of(SAID, whole_database()) == [
        word for word in SAID if word != SAID[-1]
    ]
    pseudonym = pseudonym_of(person)
    picture = UserProfile.objects.get(user=person).avatar.name
    assert default_storage.exists(picture)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("gdpr", "erase", EMAIL, "--no-input", stdout=StringIO())

    assert said_of(SAID, whole_database()) == []
    person.refresh_from_db()
    assert person.name == pseudonym == pseudonym_of(person)
    assert not person.groups.exists()
    assert not default_storage.exists(picture)


def test_what_is_the_librarys_stays_and_what_is_the_persons_goes(person):
    erase(person)

    assert Asset.objects.get(created_by=person).title == "Plakat: Stenalder"
    assert FileVersion.objects.filter(uploaded_by=person).count() == 1
    assert SentIdea.objects.get(sender=person).title == "En sten om dagen"
    assert Basket.objects.get(owner=person).name == "Vores"
    assert Membership.objects.get(user=person).state == Membership.State.ENDED
    assert not Message.objects.exclude(state=Message.State.DROPPED).filter(
        about__person=person.pk
    )
    # A link to a new password, sealed because the mail server was away.
    sealed = Message.objects.get(kind=AWAITED)
    assert (sealed.state, sealed.about) == (Message.State.DROPPED, {})
    page = CampaignPage.objects.get()
    assert page.title == "Stenalderen"
    assert page.contacts[0].value["name"] == pseudonym_of(person)


def test_the_history_still_says_that_it_was_one_and_the_same(person):
    def history():
        return [
            (entry.pk, entry.action, entry.user_id, entry.timestamp)
            for model in (ModelLogEntry, PageLogEntry)
            for entry in model.objects.order_by("pk")
        ]

    before = history()
    assert person.pk in {user for _pk, _action, user, _at in before}
    erase(person)
    after = history()
    assert [entry for entry in after if entry in before] == before
    assert ModelLogEntry.objects.filter(action="users.person_erased").count() == 1


def test_nobody_comes_in_any_more(person):
    client = Client()
    client.force_login(person)
    erase(person)
    assert authenticate(email=EMAIL, password=PASSWORD) is None
    assert client.get("/mit-bibliotek/").status_code == 302


def test_a_name_that_may_be_anothers_is_told_and_left(person):
    other = CampaignPageFactory(title=f"Bogen af {NAME}")
    places = {(place.pk, place.column) for place in erase(person) if place.is_left}
    assert (other.pk, "title") in places
    other.refresh_from_db()
    assert other.title == f"Bogen af {NAME}"


@pytest.mark.parametrize("kept", ["+45 51234567", "0045 51 23 45 67", "5123-4567"])
def test_a_telephone_is_found_however_it_is_written(kept):
    ways = "51234567, +4551234567, 51 23 45 67, 5123 4567, 51-23-45-67, +45 51 23 45 67"
    words = Words((), kept, "", "", "X")
    assert words.replaced(f"{kept}, {ways}, 151234567", with_name=False) == (
        "X, X, X, X, X, X, +45 X, 151234567"
    )


def test_what_is_the_librarys_own_is_told_and_left(person):
    library = LibraryFactory(name=f"Hos {NAME}", phone=PHONE, email=EMAIL)
    places = {(place.pk, place.column) for place in erase(person) if place.is_left}
    assert {
        (library.pk, "phone"),
        (library.pk, "email"),
        (library.pk, "name"),
    } <= places
    before = library.name
    library.refresh_from_db()
    assert (library.name, library.phone, library.email) == (before, PHONE, EMAIL)


def test_an_address_that_only_ends_alike_is_left_alone(person):
    other = UserFactory(email=f"ikke-{EMAIL}", name="Bo")
    erase(person)
    other.refresh_from_db()
    assert other.email == f"ikke-{EMAIL}"


def test_the_last_administrator_stays(person):
    only = User.objects.get(is_superuser=True)
    with pytest.raises(LastAdministrator):
        erase(only)
    with pytest.raises(CommandError, match="sidste administrator"):
        call_command("gdpr", "erase", only.email, "--no-input")


def test_it_is_shown_before_it_is_done(person):
    said = StringIO()
    call_command("gdpr", "erase", EMAIL, "--dry-run", stdout=said)
    assert "nævnt: campaigns.CampaignPage" in said.getvalue()
    assert User.objects.filter(email=EMAIL).exists()
    assert not Erasure.objects.exists()


def test_a_wrong_answer_erases_nobody(person, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda question: "nej")
    with pytest.raises(CommandError, match="Intet er slettet"):
        call_command("gdpr", "erase", EMAIL)
    assert User.objects.filter(email=EMAIL).exists()


def test_the_log_says_nothing_of_the_person(person):
    digest = digest_of(person)
    erase(person)
    said = StringIO()
    call_command("gdpr", "erased", stdout=said)
    assert said.getvalue().startswith(digest)
    assert digest_of(User.objects.get(pk=person.pk)) == digest
    with pytest.raises(CommandError, match="allerede slettet"):
        call_command("gdpr", "erase", str(person.pk))


def test_somebody_who_was_given_the_number_later_is_not_meant(person):
    digest = digest_of(person)
    person.date_joined = person.date_joined.replace(year=2020)
    assert digest_of(person) != digest
