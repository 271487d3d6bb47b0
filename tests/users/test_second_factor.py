"""A code from a telephone beside the password: set up, asked for, lost, and helped."""

import base64
import re
import time

from django.contrib.auth.models import Group
from django.core import mail
from django.core.cache import cache
from django.core.management import CommandError, call_command

from wagtail.models import ModelLogEntry

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from libraries.roles import EDITORS
from tests.factories.users import PASSWORD, UserFactory
from users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ADMIN = "/admin/"
SET_UP = "/totrinslogin/saet-op/"
CODE = "/totrinslogin/kode/"


def telephone(secret: str) -> str:
    """What an app shows now; another's arithmetic than the site's."""
    key = base64.b32decode(secret)
    app = TOTP(key, 6, SHA1(), 30, enforce_key_length=False)  # noqa: S303
    return app.generate(int(time.time())).decode()


@pytest.fixture(autouse=True)
def factor_is_asked_for(settings):
    settings.SECOND_FACTOR = True
    with time_machine.travel("2026-11-26 12:00:00+01:00", tick=False) as clock:
        cache.clear()
        yield clock
        cache.clear()


@pytest.fixture
def clock(factor_is_asked_for):
    return factor_is_asked_for


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def sign_in(client, user, **more):
    return client.post("/log-ind/", {"login": user.email, "password": PASSWORD, **more})


def set_up(client, user) -> tuple[str, list[str]]:
    """Sign in and set the factor up; the telephone's secret, and recovery codes."""
    sign_in(client, user)
    page = client.get(SET_UP, follow=True)
    way = page.redirect_chain[-1][0]
    page = client.post(way, {"password": PASSWORD, "next": SET_UP}, follow=True)
    secret = page.context["form"].secret
    assert secret in page.text
    page = client.post(SET_UP, {"code": telephone(secret)}, follow=True)
    codes = re.findall(r"<code>(\d{8})</code>", page.text)
    assert len(codes) == 10
    return secret, codes


def test_an_editor_sets_it_up_before_the_first_visit(client, editor):
    assert sign_in(client, editor).url == ADMIN
    response = client.get("/admin/pages/")
    assert response.url == f"{SET_UP}?next=%2Fadmin%2Fpages%2F"
    set_up(client, editor)
    assert client.get(ADMIN).status_code == 200


def test_next_time_the_password_is_not_enough(client, editor, clock):
    secret, _codes = set_up(client, editor)
    client.logout()
    clock.shift(60)
    assert sign_in(client, editor, next="/admin/pages/").url.startswith(CODE)
    assert client.get(ADMIN, follow=True).redirect_chain[-1][0].startswith(CODE)
    sign_in(client, editor, next="/admin/pages/")
    wrong = client.post(CODE, {"code": "000000"})
    assert "Koden passer ikke" in wrong.text
    assert client.post(CODE, {"code": telephone(secret)}).url == "/admin/pages/"
    assert client.get(ADMIN).status_code == 200


def test_a_code_is_used_once(client, editor, clock):
    secret, _codes = set_up(client, editor)
    clock.shift(60)
    for expected in (302, 200):
        client.logout()
        sign_in(client, editor)
        response = client.post(CODE, {"code": telephone(secret)})
        assert response.status_code == expected


def test_a_recovery_code_is_used_once(client, editor):
    _secret, codes = set_up(client, editor)
    for expected in (302, 200):
        client.logout()
        sign_in(client, editor)
        assert client.post(CODE, {"code": codes[3]}).status_code == expected


def test_a_session_from_before_shows_the_code(client, editor, clock):
    secret, _codes = set_up(client, editor)
    client.logout()
    client.force_login(editor)
    clock.shift(60)
    asked = client.get("/admin/pages/")
    assert asked.url.startswith("/totrinslogin/bekraeft/?next=")
    data = {"code": telephone(secret), "next": "/admin/pages/"}
    assert client.post("/totrinslogin/bekraeft/", data).url == "/admin/pages/"
    assert client.get(ADMIN).status_code == 200


@pytest.mark.parametrize(
    "address", ["/admin/pages/", "/admin/api/main/pages/", "/admin/users/"]
)
@pytest.mark.parametrize("method", ["get", "post", "head", "put"])
def test_nothing_of_the_admin_answers_without(client, editor, address, method):
    client.force_login(editor)
    assert getattr(client, method)(address).url.startswith(SET_UP)


def test_who_may_not_enter_is_turned_away_and_all_may_sign_out(client, editor):
    client.force_login(UserFactory())
    assert client.get(ADMIN, follow=True).status_code == 403
    client.force_login(editor)
    assert client.post("/admin/logout/").url.startswith("/admin/login/")
    assert client.get("/kampagner/").status_code in (200, 404)


def test_without_the_setting_a_password_is_enough(client, editor, settings):
    settings.SECOND_FACTOR = False
    sign_in(client, editor)
    assert client.get(ADMIN).status_code == 200


def test_who_has_set_it_up_is_asked_without_the_setting(client, editor, settings):
    settings.SECOND_FACTOR = False
    set_up(client, editor)
    client.logout()
    assert sign_in(client, editor).url.startswith(CODE)


def test_the_secret_is_not_in_the_database(client, editor, settings):
    secret, codes = set_up(client, editor)
    kept = "".join(str(each.data) for each in Authenticator.objects.all())
    assert secret not in kept
    assert not any(code in kept for code in codes)


def test_the_sites_key_is_changed(client, editor, settings, clock):
    secret, _codes = set_up(client, editor)
    client.logout()
    clock.shift(60)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "b" * 50, [settings.SECRET_KEY]
    sign_in(client, editor)
    assert client.post(CODE, {"code": telephone(secret)}).status_code == 302
    client.logout()
    clock.shift(60)
    settings.SECRET_KEY_FALLBACKS = []
    sign_in(client, editor)
    assert "Koden passer ikke" in client.post(CODE, {"code": telephone(secret)}).text


def test_recovery_codes_are_seen_fetched_and_made_anew(client, editor):
    _secret, codes = set_up(client, editor)
    assert client.get("/totrinslogin/").status_code == 200
    file = client.get("/totrinslogin/noedkoder/hent/")
    assert file.text.split() == codes
    assert file["Content-Disposition"].startswith("attachment")
    assert "no-store" in file["Cache-Control"]
    assert client.get("/totrinslogin/noedkoder/nye/").status_code == 200
    page = client.post("/totrinslogin/noedkoder/nye/", follow=True)
    assert "Dine nødkoder" in page.text
    assert not any(code in page.text for code in codes)


def test_a_new_telephone(client, editor, clock):
    set_up(client, editor)
    assert "Skal du skifte telefon" in client.get("/totrinslogin/fjern/").text
    assert client.post("/totrinslogin/fjern/").status_code == 302
    assert client.get(ADMIN).url.startswith(SET_UP)
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    "address",
    ["", "saet-op/", "fjern/", "noedkoder/", "noedkoder/hent/", "noedkoder/nye/"],
)
def test_strangers_sign_in_first(client, address):
    response = client.get(f"/totrinslogin/{address}", follow=True)
    assert response.redirect_chain[-1][0].startswith("/log-ind/")


def test_a_code_that_nobody_asked_for(client):
    assert client.get(CODE).url == "/log-ind/"
    assert client.post(CODE, {"code": "\0"}).status_code < 500


class TestHelping:
    """An administrator takes a colleague's lost factor away."""

    @pytest.fixture
    def administrator(self, client):
        user = UserFactory(is_superuser=True)
        set_up(client, user)
        return user

    def test_the_colleague_sets_up_a_new_one(self, client, editor, administrator):
        other = type(client)()
        set_up(other, editor)
        address = f"/admin/totrinslogin/{editor.pk}/"
        assert address in client.get("/admin/users/").text
        assert "Ring personen op" in client.get(address).text
        page = client.post(address, follow=True)
        assert "sætter selv totrinslogin op igen" in page.text
        assert other.get(ADMIN).url.startswith(SET_UP)
        entry = ModelLogEntry.objects.get(action="users.forget_second_factor")
        assert entry.user == administrator
        history = client.get(f"/admin/users/history/{editor.pk}/").text
        assert "Totrinslogin nulstillet" in history

    def test_nobody_helps_themselves(self, client, administrator):
        address = f"/admin/totrinslogin/{administrator.pk}/"
        assert client.post(address).status_code == 302
        assert Authenticator.objects.filter(user=administrator).exists()
        assert client.post("/admin/totrinslogin/999999/").status_code == 404

    def test_an_editor_helps_nobody(self, client, editor):
        set_up(client, editor)
        other = UserFactory()
        Authenticator.objects.create(user=other, type="totp", data={})
        client.post(f"/admin/totrinslogin/{other.pk}/")
        assert Authenticator.objects.filter(user=other).exists()

    def test_the_last_administrator_is_helped_on_the_server(
        self, client, administrator, capsys
    ):
        call_command("forget_second_factor", administrator.email.upper())
        assert not Authenticator.objects.exists()
        assert client.get(ADMIN).url.startswith(SET_UP)
        for email in (administrator.email, "ingen@ukendt.example"):
            with pytest.raises(CommandError):
                call_command("forget_second_factor", email)


def test_the_first_administrator_gets_in(client, monkeypatch):
    email = "foerste@bibliotek.example"
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, email=email, verbosity=0)
    user = User.objects.get(email=email)
    assert sign_in(client, user).url == "/bekraeft/"
    link = re.search(r"/bekraeft/\S+", mail.outbox[-1].body)[0]
    client.post(link)
    client.logout()
    set_up(client, user)
    assert client.get("/admin/users/").status_code == 200
