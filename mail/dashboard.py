"""What the outbox puts on the editors' front page."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import ngettext

from wagtail.permissions import policy_registry

from core.dashboard import Item, Section

from .models import Message


def letters_to_look_at(user: AbstractBaseUser) -> Iterable[Item]:
    """Letters that did not go, or may not have gone, for who may see the outbox."""
    policy = policy_registry.get_by_type(Message)
    if not policy.user_has_permission(user, "view"):
        return
    states = [Message.State.FAILED, Message.State.UNSURE]
    count = Message.objects.filter(state__in=states).count()
    if count:
        yield Item(
            Section.WAITING,
            ngettext(
                "%(n)s brev kom måske ikke frem",
                "%(n)s breve kom måske ikke frem",
                count,
            )
            % {"n": count},
            reverse("messages:index"),
            urgent=True,
        )
