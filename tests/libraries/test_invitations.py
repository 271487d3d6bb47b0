import datetime
import re

from django.core import mail
from django.utils import timezone

import pytest
import time_machine

from libraries.models import Invitation, Membership
from libraries.models.memberships import Role
from tests.factories.libraries import MembershipFactory
from tests.factories.users import PASSWORD, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
INVITE = "/mit-bibliotek/inviter/"


@pytest.fixture
def contact():
    return MembershipFactory(role=Role.CONTACT, user__name="Kim Kontakt")


@pytest.fixture
def invite(client, contact, django_capture_on_commit_callbacks):
    def send(email="ny@bibliotek.example", role="staff"):
        client.force_login(contact.user)
        with django_capture_on_commit_callbacks(execute=True):
            response = client.post(INVITE, {"email": email, "role": role}, follow=True)
        client.logout()
        return response

    return send


def link():
    return re.search(r"http://127.0.0.1:8000(/invitation/\S+)", mail.outbox[-1].body)[1]


def test_one_address_is_invited_three_times_a_day(invite, limits):
    answers = [invite() for _time in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert "Prøv igen i morgen" in answers[-1].content.decode()
    assert len(mail.outbox) == 3


def test_one_person_invites_thirty_an_hour(invite, limits):
    answers = [invite(f"p{n}@bibliotek.example").status_code for n in range(31)]
    assert answers == [200] * 30 + [429]
    assert len(mail.outbox) == 30


def test_an_invited_colleague_makes_a_user_and_is_in(client, contact, invite):
    assert "er på vej til ny@bibliotek.example" in invite().content.decode()
    assert mail.outbox[0].to == ["ny@bibliotek.example"]
    assert "Kim Kontakt inviterer dig" in mail.outbox[0].body
    html = client.get(link()).content.decode()
    assert "Opret bruger" in html
    signup = "/opret-bruger/?email=ny%40bibliotek.example"
    assert signup in html
    assert 'value="ny@bibliotek.example"' in client.get(signup).content.decode()
    response = client.post(
        "/opret-bruger/",
        {"name": "Nina Ny", "email": "ny@bibliotek.example", "password1": PASSWORD},
        follow=True,
    )
    assert response.redirect_chain[-1][0] == "/mit-bibliotek/"
    assert contact.library.name in response.content.decode()
    assert len(mail.outbox) == 1
    assert client.get(link()).status_code == 410


def test_the_link_confirms_no_other_address(client, invite):
    invite()
    client.get(link())
    response = client.post(
        "/opret-bruger/",
        {"name": "X", "email": "anden@bibliotek.example", "password1": PASSWORD},
        follow=True,
    )
    assert response.redirect_chain[-1][0] == "/bekraeft/"
    assert Membership.objects.count() == 1


def test_a_person_with_a_user_signs_in_and_says_yes(client, contact, invite):
    user = UserFactory(email="ny@bibliotek.example")
    old = MembershipFactory(user=user)
    invite(role="contact")
    assert "Log ind" in client.get(link()).content.decode()
    client.force_login(user)
    assert "Ja, jeg flytter" in client.get(link()).content.decode()
    response = client.post(link(), follow=True)
    assert "Velkommen til" in response.content.decode()
    old.refresh_from_db()
    assert old.state == Membership.State.ENDED
    membership = Membership.objects.active().of(user).get()
    assert (membership.library, membership.role) == (contact.library, Role.CONTACT)
    assert membership.decided_by == contact.user


def test_a_forwarded_link_is_no_use_to_others(client, invite):
    invite()
    client.force_login(UserFactory())
    assert "Invitationen er til ny@bibliotek.example" in (
        client.get(link()).content.decode()
    )
    assert client.post(link()).status_code == 403
    client.logout()
    assert client.post(link()).status_code == 403
    assert Invitation.objects.open().count() == 1


def test_a_link_lives_for_14_days(client, invite):
    invite()
    now = timezone.now()
    with time_machine.travel(now + datetime.timedelta(days=13, hours=23)):
        assert client.get(link()).status_code == 200
    with time_machine.travel(now + datetime.timedelta(days=14, minutes=1)):
        response = client.get(link())
        assert response.status_code == 410
        assert "gælder ikke længere" in response.content.decode()


@pytest.mark.parametrize("token", ["1", "1:abc", "x:y:z", "æ", "999:aaaa"])
def test_a_made_up_link_gets_the_same_answer(client, token):
    assert client.get(f"/invitation/{token}/").status_code == 410


def test_the_row_holds_no_secret(client, invite):
    invite()
    token = link().split("/")[2]
    row = Invitation.objects.values().get()
    assert token.split(":")[1] not in str(row)


def test_inviting_again_renews(client, invite):
    invite()
    first = Invitation.objects.get()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=20)):
        invite(email="NY@bibliotek.example")
        again = Invitation.objects.get()
    assert again.pk == first.pk
    assert again.expires_at > first.expires_at


@pytest.mark.parametrize(
    ("email", "text"),
    [
        ("", "Skriv kollegaens e-mailadresse."),
        ("ny", "Skriv en hel e-mailadresse"),
    ],
)
def test_bad_input_is_told_at_the_field(client, invite, email, text):
    response = invite(email=email)
    assert response.status_code == 422
    assert text in response.content.decode()


def test_a_colleague_who_is_here_is_not_invited(client, contact, invite):
    MembershipFactory(library=contact.library, user__email="kai@bibliotek.example")
    assert "er her allerede" in invite("Kai@bibliotek.example").content.decode()


def test_staff_invite_staff_only(client, django_capture_on_commit_callbacks):
    staff = MembershipFactory()
    client.force_login(staff.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(INVITE, {"email": "ny@b.example", "role": "contact"})
    assert Invitation.objects.get().role == Role.STAFF


def test_nobody_invites_to_a_higher_role_than_contact(client, invite):
    assert invite(role="central").status_code == 422


def test_people_without_a_library_cannot_invite(client):
    client.force_login(UserFactory())
    assert client.post(INVITE, {"email": "ny@b.example"}).status_code == 403


def test_who_works_elsewhere_is_told_what_a_yes_ends(client, contact, invite):
    elsewhere = MembershipFactory(
        role=Role.CENTRAL, library__is_central=True, library__name="Herning Bibliotek"
    )
    invite(elsewhere.user.email)
    client.force_login(elsewhere.user)
    words = client.get(link()).text
    assert "Du er nu med hos Herning Bibliotek." in words
    assert "holder også op med at passe et område" in words
    assert "Ja, jeg flytter" in words


def test_who_is_invited_is_not_promised_a_mail(client, invite):
    invite()
    client.get(link())
    words = client.get("/opret-bruger/?email=ny%40bibliotek.example").text
    assert "Du er inviteret som ny@bibliotek.example." in words
    assert "Vi sender et link" not in words
