"""What libraries put on the editors' front page."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import ngettext

from core.dashboard import Item, Section

from .permissions import waiting_for


def people_waiting(user: AbstractBaseUser) -> Iterable[Item]:
    """People who ask to be let in at a library, for who can say yes."""
    count = waiting_for(user).count()
    if count:
        yield Item(
            Section.WAITING,
            ngettext(
                "%(n)s person vil knyttes til et bibliotek",
                "%(n)s personer vil knyttes til et bibliotek",
                count,
            )
            % {"n": count},
            reverse("my_library"),
        )
