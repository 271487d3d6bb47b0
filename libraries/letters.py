"""Letters about memberships, put in the outbox and written anew from the rows."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.site_address import whole
from mail.letters import Letter, register_letter
from mail.sending import post

from .models import Invitation, Library, Membership
from .permissions import deciders_for


def post_invitation(invitation: Invitation) -> None:
    """Write to the invited person; a renewed invitation is a new letter."""
    moment = int(invitation.expires_at.timestamp() * 1_000_000)
    post(
        "invitation",
        f"invitation:{invitation.pk}:{moment}",
        {"invitation": invitation.pk},
    )


def post_waiting_notices(membership: Membership) -> None:
    """Tell those who decide that a person waits."""
    for decider in deciders_for(membership.library):
        post(
            "waiting",
            f"waiting:{membership.pk}:{decider.pk}",
            {"membership": membership.pk, "decider": decider.pk},
        )


def post_decision(membership: Membership, *, approved: bool) -> None:
    """Tell the person what was decided."""
    kind = "approved" if approved else "declined"
    post(kind, f"{kind}:{membership.pk}", {"membership": membership.pk})


def addresses_of(library: Library) -> list[str]:
    """Whom a letter to the library goes to: its contacts, or else all there."""
    people = Membership.objects.active().at(library).filter(user__is_active=True)
    chosen = people.contacts() if people.contacts().exists() else people
    return list(
        chosen.order_by("user__email").values_list("user__email", flat=True).distinct()
    )


def _write_invitation(invitation: int) -> Letter | None:
    found = (
        Invitation.objects.open()
        .filter(pk=invitation)
        .select_related("library", "invited_by")
        .first()
    )
    if found is None:
        return None
    url = whole(found.get_absolute_url())
    return _letter(
        "invitation", [found.email], is_secret=True, invitation=found, url=url
    )


def _write_waiting(membership: int, decider: int) -> Letter | None:
    waiting = _membership(membership)
    if waiting is None or not waiting.is_waiting:
        return None
    person = _by_pk(deciders_for(waiting.library), decider)
    if person is None:
        return None
    return _letter(
        "waiting", [person.email], membership=waiting, to_name=person.first_name
    )


def _write_approved(membership: int) -> Letter | None:
    return _write_decision("approved", membership)


def _write_declined(membership: int) -> Letter | None:
    return _write_decision("declined", membership)


def _write_decision(name: str, pk: int) -> Letter | None:
    membership = _membership(pk)
    if membership is None:
        return None
    user = membership.user
    return _letter(name, [user.email], membership=membership, to_name=user.first_name)


def _membership(pk: int) -> Membership | None:
    return (
        Membership.objects.filter(pk=pk)
        .select_related("user", "library__region", "decided_by")
        .first()
    )


def _by_pk(people: list[AbstractBaseUser], pk: int) -> AbstractBaseUser | None:
    return next((person for person in people if person.pk == pk), None)


def _letter(name: str, to: list[str], *, is_secret: bool = False, **context) -> Letter:
    context = {
        "my_library_url": whole(reverse("my_library")),
        **context,
    }
    return Letter.drawn(f"libraries/{name}", context, to, is_secret)


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter("invitation", _("Invitation"), _write_invitation)
    register_letter("waiting", _("En venter på et ja"), _write_waiting)
    register_letter("approved", _("Ja til en bruger"), _write_approved)
    register_letter("declined", _("Nej til en bruger"), _write_declined)
