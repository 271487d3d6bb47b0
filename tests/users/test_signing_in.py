import re

from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache

import pytest

from libraries.roles import EDITORS
from tests.factories.users import PASSWORD, UserFactory
from users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
LIMITS = {
    "login": "300/m/ip",
    "login_failed": "5/15m/key,50/15m/ip",
    "reset_password": "60/h/ip,3/h/key",
}


def sign_in(client, email, password=PASSWORD, **extra):
    return client.post("/log-ind/", {"login": email, "password": password}, **extra)


def link_in(message, start):
    return re.search(rf"https?://[^/]+({start}\S+)", message.body)[1]


@pytest.fixture
def limits(settings):
    settings.ACCOUNT_RATE_LIMITS = LIMITS
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    }
    cache.clear()
    yield
    cache.clear()


def test_signing_in_with_any_letters_leads_to_my_library(client):
    UserFactory(email="else@bibliotek.example")
    response = sign_in(client, "Else@Bibliotek.example")
    assert response.status_code == 302
    assert response.url == "/mit-bibliotek/"


def test_an_editor_of_no_library_comes_to_the_editors_pages(client):
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name=EDITORS))
    assert sign_in(client, editor.email).url == "/admin/"
    assert 'href="/admin/"' in client.get("/mit-bibliotek/").text


def test_signing_in_leads_on_to_where_one_was_going(client):
    user = UserFactory()
    response = client.post(
        "/log-ind/", {"login": user.email, "password": PASSWORD, "next": "/materialer/"}
    )
    assert response.url == "/materialer/"


def test_signing_in_never_leads_to_a_foreign_site(client):
    user = UserFactory()
    response = client.post(
        "/log-ind/",
        {"login": user.email, "password": PASSWORD, "next": "https://evil.example/"},
    )
    assert response.url == "/mit-bibliotek/"


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client):
    user = UserFactory()
    wrong = sign_in(client, user.email, "ikke-den-rigtige").content.decode()
    unknown = sign_in(client, "ingen@ukendt.example", "forkert").content.decode()
    assert "passer ikke sammen" in wrong
    assert "passer ikke sammen" in unknown
    assert f'value="{user.email}"' in wrong


def test_empty_fields_are_told_at_the_field(client):
    html = client.post("/log-ind/", {"login": "", "password": ""}).content.decode()
    assert "Skriv din e-mailadresse." in html
    assert "Skriv en adgangskode." in html


def test_an_unconfirmed_address_gets_a_new_link_instead_of_entrance(client):
    user = UserFactory(verified=False)
    assert sign_in(client, user.email).url == "/bekraeft/"
    assert mail.outbox[0].to == [user.email]


def test_a_closed_user_is_told_so(client):
    user = UserFactory(is_active=False)
    response = client.post(
        "/log-ind/", {"login": user.email, "password": PASSWORD}, follow=True
    )
    assert "Brugeren er lukket" in response.content.decode()


def test_signing_out_asks_first(client):
    client.force_login(UserFactory())
    assert "Log ud" in client.get("/log-ud/").content.decode()
    assert "_auth_user_id" in client.session
    assert client.post("/log-ud/").url == "/"
    assert "_auth_user_id" not in client.session


def test_five_wrong_passwords_close_one_account_from_one_place(client, limits):
    user, colleague = UserFactory(), UserFactory()
    for _attempt in range(5):
        sign_in(client, user.email, "forkert")
    assert "Vent et kvarter" in sign_in(client, user.email).content.decode()
    assert sign_in(client, user.email, REMOTE_ADDR="10.0.0.9").status_code == 302
    client.logout()
    assert sign_in(client, colleague.email).status_code == 302


def test_a_whole_library_behind_one_address_can_sign_in(client, limits):
    for user in [UserFactory() for _number in range(40)]:
        assert sign_in(client, user.email).status_code == 302
        client.logout()


def test_guessing_many_accounts_from_one_place_is_stopped(client, limits):
    for number in range(50):
        sign_in(client, f"gaet{number}@ukendt.example", "forkert")
    user = UserFactory()
    assert "Vent et kvarter" in sign_in(client, user.email).content.decode()


def test_a_forgotten_password_is_replaced_by_a_link(client):
    user = UserFactory()
    response = client.post("/glemt-adgangskode/", {"email": user.email}, follow=True)
    assert "Se i din indbakke" in response.content.decode()
    assert mail.outbox[0].subject == "Vælg en ny adgangskode"
    link = link_in(mail.outbox[0], "/glemt-adgangskode/")
    form = client.get(link, follow=True)
    action = form.request["PATH_INFO"]
    short = client.post(action, {"password1": "kort", "password2": "kort"})
    assert "form__error" in short.content.decode()
    new = "en-anden-lille-saetning"
    done = client.post(action, {"password1": new, "password2": new}, follow=True)
    assert "Adgangskoden er skiftet" in done.content.decode()
    assert sign_in(client, user.email, new).url == "/mit-bibliotek/"
    used = client.get(link, follow=True).content.decode()
    assert "Linket virker ikke længere" in used


def test_asking_for_a_new_password_never_says_who_has_a_user(client):
    user = UserFactory()
    known = client.post("/glemt-adgangskode/", {"email": user.email}, follow=True)
    unknown = client.post(
        "/glemt-adgangskode/", {"email": "ingen@ukendt.example"}, follow=True
    )
    assert known.content == unknown.content
    assert mail.outbox[1].subject == "Ingen bruger med den adresse"


def test_a_fourth_mail_in_an_hour_is_refused_known_or_not(client, limits):
    for email in (UserFactory().email, "ingen@ukendt.example"):
        answers = [
            client.post("/glemt-adgangskode/", {"email": email}).status_code
            for _time in range(4)
        ]
        assert answers == [302, 302, 302, 429]


def test_the_password_is_changed_with_the_old_one(client):
    user = UserFactory()
    client.force_login(user)
    new = "en-anden-lille-saetning"
    wrong = client.post(
        "/skift-adgangskode/",
        {"oldpassword": "forkert", "password1": new, "password2": new},
    )
    assert "Det er ikke den adgangskode" in wrong.content.decode()
    client.post(
        "/skift-adgangskode/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert User.objects.get(pk=user.pk).check_password(new)
