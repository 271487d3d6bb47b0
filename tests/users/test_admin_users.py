import pytest

from tests.factories.users import UserFactory
from users.models import User

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NEW = {
    "email": "Ny@bibliotek.example",
    "first_name": "Ny",
    "last_name": "",
    "password1": "en-lille-saetning",
    "password2": "en-lille-saetning",
}


@pytest.fixture
def admin(client):
    user = UserFactory(name="Ada Admin", is_superuser=True)
    client.force_login(user)
    return user


def test_the_list_shows_and_finds_people(client, admin):
    UserFactory(email="else@bibliotek.example", name="Else Sommer")
    assert "Else Sommer" in client.get("/admin/users/").content.decode()
    found = client.get("/admin/users/?q=sommer").content.decode()
    assert "Else Sommer" in found
    for ordering in ("name", "-name", "email", "is_active"):
        assert client.get(f"/admin/users/?ordering={ordering}").status_code == 200


def test_a_person_is_made_in_the_admin(client, admin):
    assert client.get("/admin/users/new/").status_code == 200
    assert client.post("/admin/users/new/", NEW).status_code == 302
    user = User.objects.get(email="ny@bibliotek.example")
    assert user.name == "Ny"
    assert user.check_password("en-lille-saetning")


def test_an_address_that_exists_is_told_at_the_field(client, admin):
    UserFactory(email="ny@bibliotek.example")
    response = client.post("/admin/users/new/", NEW)
    assert response.status_code == 200
    assert response.context["form"].errors["email"]
    assert User.objects.filter(email__startswith="ny@").count() == 1


def test_a_person_is_changed_and_closed(client, admin):
    user = UserFactory()
    url = f"/admin/users/edit/{user.pk}/"
    assert client.get(url).status_code == 200
    data = {"email": user.email, "first_name": "Else", "last_name": "Vinter"}
    data["phone"] = "12 34 56 78"
    assert "id_phone" in client.get(url).content.decode()
    assert client.post(url, data).status_code == 302
    user.refresh_from_db()
    assert user.name == "Else Vinter"
    assert user.phone == "12 34 56 78"
    assert not user.is_active


def test_a_person_is_deleted(client, admin):
    user = UserFactory()
    assert client.post(f"/admin/users/delete/{user.pk}/").status_code == 302
    assert not User.objects.filter(pk=user.pk).exists()


def test_my_own_name_is_changed_on_the_account_page(client, admin):
    page = client.get("/admin/account/")
    assert page.status_code == 200
    data = {"name_email-first_name": "Ada", "name_email-last_name": "Ny"}
    data |= {"notifications-submitted_notifications": "on"}
    data |= {"locale-preferred_language": "da", "locale-current_time_zone": ""}
    data |= {"theme-theme": "system", "theme-density": "default"}
    data |= {"theme-contrast": "system", "theme-keyboard_shortcuts": "on"}
    response = client.post("/admin/account/", data)
    assert response.status_code == 302, response.context["panels_by_tab"]
    admin.refresh_from_db()
    assert admin.name == "Ada Ny"
