from django.contrib.auth.models import Group

import pytest

from libraries.roles import EDITORS
from tests.factories.users import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def editor():
    user = UserFactory()
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


def test_a_stranger_goes_to_the_sites_own_sign_in(client):
    response = client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == "/log-ind/?next=/admin/"
    assert client.get("/admin/login/?next=/admin/pages/").url == (
        "/log-ind/?next=/admin/pages/"
    )


def test_a_person_without_the_right_gets_one_danish_refusal(client):
    client.force_login(UserFactory(name="Else Sommer"))
    response = client.get("/admin/", follow=True)
    html = response.content.decode()
    assert response.status_code == 403
    assert "Kun for redaktionen" in html
    assert "Else Sommer" in html
    assert "do not have permission" not in html
    assert client.get("/admin/login/").status_code == 403


def test_an_editor_is_let_through(client, editor):
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/login/").url == "/admin/"
    assert client.get("/admin/login/?next=/admin/pages/").url == "/admin/pages/"


def test_the_way_on_never_leaves_the_site(client, editor):
    client.force_login(editor)
    assert client.get("/admin/login/?next=https://evil.example/").url == "/admin/"


def test_signing_out_of_the_admin_ends_at_our_sign_in(client, editor):
    client.force_login(editor)
    response = client.post("/admin/logout/", follow=True)
    assert response.redirect_chain[-1][0].startswith("/log-ind/")
