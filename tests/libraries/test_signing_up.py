import re

from django.core import mail

import pytest

from libraries.models import Membership
from tests.factories.libraries import LibraryFactory, MailDomainFactory
from tests.factories.users import PASSWORD, UserFactory
from users.models import User

pytestmark = [pytest.mark.django_db]


def sign_up(client, email, **changes):
    data = {"name": "Else Sommer", "email": email, "password1": PASSWORD, **changes}
    return client.post("/opret-bruger/", data, follow=True)


def confirm(client):
    link = re.search(r"/bekraeft/\S+", mail.outbox[-1].body)[0]
    assert "Ja, bekræft" in client.get(link).content.decode()
    return client.post(link, follow=True)


def test_a_known_domain_joins_when_the_address_is_confirmed(client):
    domain = MailDomainFactory(domain="aalborg.example")
    assert "Se i din indbakke" in sign_up(client, "E@Aalborg.example").content.decode()
    user = User.objects.get(email="e@aalborg.example")
    assert user.name == "Else Sommer"
    assert not Membership.objects.of(user).exists()
    response = confirm(client)
    assert response.redirect_chain[-1][0] == "/mit-bibliotek/"
    assert domain.library.name in response.content.decode()
    assert Membership.objects.active().of(user).get().library == domain.library


def test_confirming_in_another_browser_joins_and_asks_for_the_password(client):
    domain = MailDomainFactory(domain="aalborg.example")
    sign_up(client, "e@aalborg.example")
    client.cookies.clear()
    assert confirm(client).redirect_chain[-1][0] == "/log-ind/"
    assert Membership.objects.active().get().library == domain.library


def test_an_unknown_domain_chooses_a_library(client):
    LibraryFactory(municipality="Rebild")
    sign_up(client, "e@firma.example")
    html = confirm(client).content.decode()
    assert "Hvor arbejder du?" in html
    assert "Rebild" in html


def test_nothing_tells_that_an_address_has_a_user(client):
    UserFactory(email="kendt@firma.example")
    known = sign_up(client, "kendt@firma.example")
    client.cookies.clear()
    unknown = sign_up(client, "ukendt@firma.example")
    assert known.redirect_chain == unknown.redirect_chain
    assert known.content == unknown.content
    assert mail.outbox[0].subject == "Du har allerede en bruger"
    assert User.objects.filter(email="kendt@firma.example").count() == 1


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"name": ""}, "Skriv dit navn."),
        ({"email": "else"}, "Skriv en hel e-mailadresse"),
        ({"password1": "kort"}, "form__error"),
        ({"password1": "password123"}, "form__error"),
    ],
)
def test_bad_input_is_told_at_the_field_and_the_rest_is_kept(client, changes, text):
    data = {"email": "else@firma.example"} | changes
    html = sign_up(client, data.pop("email"), **data).content.decode()
    assert text in html
    if "name" not in changes:
        assert 'value="Else Sommer"' in html
    assert not User.objects.exists()


def test_an_old_link_says_what_to_do(client):
    html = client.get("/bekraeft/abc:def:ghi/").content.decode()
    assert "Linket virker ikke længere" in html


def test_the_mail_is_danish_and_plain(client):
    sign_up(client, "e@firma.example")
    message = mail.outbox[0]
    assert message.subject == "Bekræft din e-mail"
    assert message.body.startswith("Hej Else\n")
    assert "Linket gælder i tre dage" in message.body
