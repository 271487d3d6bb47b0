from django.db import IntegrityError, transaction

import pytest

from tests.factories.users import UserFactory
from users.models import User

pytestmark = pytest.mark.django_db


def test_an_address_is_kept_and_found_in_lower_case():
    user = User.objects.create_user("Else@Bibliotek.Example", "x", name="Else Sommer")
    assert user.email == "else@bibliotek.example"
    assert User.objects.get(email="ELSE@bibliotek.example") == user
    assert User.objects.get_by_natural_key("else@BIBLIOTEK.example") == user


def test_the_same_address_in_other_letters_is_refused_by_the_database():
    UserFactory(email="else@bibliotek.example")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.bulk_create([User(email="ELSE@bibliotek.example")])


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Else Sommer", "Else", "Sommer"),
        ("Anne  Marie Juhl Hansen ", "Anne Marie Juhl", "Hansen"),
        ("Ea", "Ea", ""),
        ("", "", ""),
    ],
)
def test_one_name_is_two_fields(name, first, last):
    user = User(email="ea@bibliotek.example")
    user.name = name
    assert (user.first_name, user.last_name) == (first, last)
    assert user.name == " ".join(name.split())
    assert str(user) == (user.name or "ea@bibliotek.example")


def test_a_user_without_a_password_cannot_be_guessed():
    user = User.objects.create_user("ea@bibliotek.example")
    assert not user.has_usable_password()


def test_a_user_needs_an_address():
    with pytest.raises(ValueError, match="e-mail"):
        User.objects.create_user("")


def test_a_superuser_may_everything():
    assert User.objects.create_superuser("a@b.example", "x").has_perm("any.thing")
