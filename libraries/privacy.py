"""What is kept of the people of libraries."""

from django.db.models import QuerySet

from core.privacy.records import Basis, keep, older
from mail.models import Message
from mail.privacy import DAYS, ENDS, PURPOSE, TEXTS, drop

from .models import Invitation, Membership

INVITATION_KEPT = 90


def letters_about(person) -> QuerySet:
    """Letters about the person's place at a library."""
    memberships = list(Membership.objects.of(person).values_list("pk", flat=True))
    invitations = list(
        Invitation.objects.filter(email=person.email).values_list("pk", flat=True)
    )
    about_place = Message.objects.filter(about__membership__in=memberships)
    return about_place | Message.objects.filter(about__invitation__in=invitations)


def end_membership(sender, person, **kwargs) -> None:
    """Who is erased belongs to no library."""
    for membership in Membership.objects.current().of(person):
        membership.end()


def register() -> None:
    """Fill the table."""
    keep(
        "libraries.Membership",
        *("user", "decided_by"),
        purpose="vide, hvilket bibliotek man hører til, og hvem der sagde ja",
        ends="så længe kontoen er der",
        is_whole=True,
    )
    keep(
        "libraries.Invitation",
        *("email", "invited_by"),
        purpose="lade en kollega ind på sit bibliotek",
        ends="efter at invitationen udløb",
        days=INVITATION_KEPT,
        old=lambda now: Invitation.objects.filter(
            expires_at__lt=older(now, INVITATION_KEPT)
        ),
        is_whole=True,
    )
    keep(
        "libraries.Library",
        *("email", "phone"),
        purpose="bibliotekets egen adresse og telefon",
        basis=Basis.NOBODY,
        ends="så længe biblioteket er med",
    )
    keep(
        "mail.Message",
        texts=TEXTS, purpose=PURPOSE, ends=ENDS, days=DAYS, secret=("about",),
        of=letters_about, is_whole=True, erase=drop,
    )  # fmt: skip
