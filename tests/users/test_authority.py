"""Nobody gives, or takes over, more than they hold."""

from django.contrib.auth.models import Group, Permission

from wagtail.models import Collection, GroupCollectionPermission

import pytest

from libraries.roles import AGENCY, COORDINATORS, EDITORS
from tests.factories.users import PASSWORD, UserFactory
from users.models import User

pytestmark = pytest.mark.django_db
GUESS = "en-gaettet-saetning"


def edit(person: User) -> str:
    return f"/admin/users/edit/{person.pk}/"


def fields(person: User, **changes) -> dict:
    data = {"email": person.email, "first_name": person.first_name}
    data |= {"last_name": person.last_name, "is_active": "on"}
    return data | {"groups": [g.pk for g in person.groups.all()]} | changes


@pytest.fixture
def coordinator(client):
    user = UserFactory(name="Kirsten Koordinator")
    user.groups.add(Group.objects.get(name=COORDINATORS))
    client.force_login(user)
    return user


@pytest.fixture
def administrator():
    return UserFactory(name="Ada Admin", is_superuser=True)


@pytest.fixture
def stronger():
    """Somebody who is no administrator but may change groups."""
    user = UserFactory(name="Sten Stærk")
    group = Group.objects.create(name="Gruppeholdere")
    group.permissions.add(Permission.objects.get(codename="change_group"))
    user.groups.add(group)
    return user


@pytest.mark.parametrize("who", ["administrator", "stronger"])
@pytest.mark.parametrize("screen", ["edit", "history", "usage"])
def test_who_holds_more_cannot_be_opened(client, coordinator, who, screen, request):
    person = request.getfixturevalue(who)
    response = client.get(f"/admin/users/{screen}/{person.pk}/")
    assert (response.status_code, response.url) == (302, "/admin/")


@pytest.mark.parametrize("who", ["administrator", "stronger"])
def test_who_holds_more_keeps_address_and_password(client, coordinator, who, request):
    person = request.getfixturevalue(who)
    changes = {"email": "tyv@ukendt.example", "password1": GUESS, "password2": GUESS}
    client.post(edit(person), fields(person, **changes))
    address = person.email
    person.refresh_from_db()
    assert person.email == address
    assert person.check_password(PASSWORD)


def test_others_passwords_are_not_set(client, coordinator):
    person = UserFactory()
    assert "password1" not in client.get(edit(person)).context["form"].fields
    data = fields(person, password1=GUESS, password2=GUESS)
    assert client.post(edit(person), data).status_code == 302
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


def test_nobody_is_made_administrator(client, coordinator):
    person = UserFactory()
    client.post(edit(person), fields(person, is_superuser="on"))
    client.post(edit(coordinator), fields(coordinator, is_superuser="on"))
    assert not User.objects.filter(is_superuser=True).exists()


def test_groups_that_hold_more_are_not_given(client, coordinator, stronger):
    person, group = UserFactory(), stronger.groups.get()
    response = client.post(edit(person), fields(person, groups=[group.pk]))
    assert response.context["form"].errors["groups"]
    assert not person.groups.exists()


def test_groups_with_a_larger_tree_are_not_given(client, coordinator):
    larger = Group.objects.create(name="Dokumentholdere")
    GroupCollectionPermission.objects.create(
        group=larger,
        collection=Collection.get_first_root_node(),
        permission=Permission.objects.get(codename="add_document"),
    )
    offered = set(
        client.get(edit(coordinator)).context["form"].fields["groups"].queryset
    )
    names = {group.name for group in offered}
    assert names >= {EDITORS, AGENCY, COORDINATORS}
    assert larger not in offered


def test_an_editor_is_made_by_a_coordinator(client, coordinator):
    person, group = UserFactory(), Group.objects.get(name=EDITORS)
    client.post(edit(person), fields(person, groups=[group.pk]))
    assert list(person.groups.all()) == [group]


def test_many_at_once_get_no_group_that_holds_more(client, coordinator, stronger):
    address = f"/admin/bulk/users/user/assign_role/?id={coordinator.pk}"
    client.post(address, {"role": stronger.groups.get().pk})
    assert coordinator.groups.count() == 1


def test_many_at_once_never_close_an_administrator(client, coordinator, administrator):
    person = UserFactory()
    address = "/admin/bulk/users/user/set_active_state/"
    address += f"?id={administrator.pk}&id={person.pk}"
    client.post(address, {"mark_as_active": "False"})
    assert not User.objects.get(pk=person.pk).is_active
    assert User.objects.get(pk=administrator.pk).is_active


def test_the_right_to_delete_stops_at_who_holds_more(client, coordinator, stronger):
    coordinator.user_permissions.add(Permission.objects.get(codename="delete_user"))
    client.post(f"/admin/users/delete/{stronger.pk}/")
    client.post(f"/admin/bulk/users/user/delete/?id={stronger.pk}")
    assert User.objects.filter(pk=stronger.pk).exists()


def test_who_may_add_people_chooses_no_password_for_them(client, coordinator):
    coordinator.user_permissions.add(Permission.objects.get(codename="add_user"))
    assert client.get("/admin/users/new/").status_code == 200
    data = {"email": "ny@bibliotek.example", "first_name": "Ny", "is_superuser": "on"}
    data |= {"password1": GUESS, "password2": GUESS}
    assert client.post("/admin/users/new/", data).status_code == 302
    person = User.objects.get(email="ny@bibliotek.example")
    assert not person.has_usable_password()
    assert not person.is_superuser
