"""The address that a person signs in with, when an administrator changes it."""

from django.db import transaction

from allauth.account.models import EmailAddress

from .models import User


@transaction.atomic
def confirm_address(user: User) -> None:
    """Make the user's e-mail their only address, confirmed by an administrator's word.

    Whoever has the old one can neither sign in with it nor use a link sent to it.
    Sessions go on: the person is the same.
    """
    addresses = EmailAddress.objects.filter(user=user)
    addresses.exclude(email=user.email).delete()
    addresses.update_or_create(
        email=user.email,
        defaults={"user": user, "primary": True, "verified": True},
    )


def is_taken(email: str, user: User) -> bool:
    """Whether somebody else has confirmed the address."""
    others = EmailAddress.objects.exclude(user_id=user.pk)
    return others.filter(email=email.lower(), verified=True).exists()


def addresses_of(person: User) -> tuple[str, ...]:
    """All that the person has given, confirmed or not, each once."""
    given = EmailAddress.objects.filter(user=person).values_list("email", flat=True)
    return tuple(sorted({person.email, *(email.lower() for email in given)}))
