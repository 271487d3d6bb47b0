"""How people come to belong to a library: by invitation, by mail domain, by asking."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from .letters import post_decision, post_invitation, post_waiting_notices
from .models import Invitation, Library, Membership


def join_by_mail(user: AbstractBaseUser, email: str) -> Membership | None:
    """Let a new person in whose confirmed address was invited, or is a library's.

    Who has a membership, or had one that ended, is left as they are.
    """
    if Membership.objects.of(user).exists():
        return None
    invitation = Invitation.objects.open().filter(email=email).first()
    if invitation:
        return invitation.accept(user)
    library = Library.objects.of_mail(email).first()
    return Membership.objects.join(user, library) if library else None


@transaction.atomic
def ask_to_join(user: AbstractBaseUser, library: Library) -> Membership:
    """Let the person wait, and tell those who can say yes."""
    membership = Membership.objects.ask(user, library)
    if membership.is_waiting:
        post_waiting_notices(membership)
    return membership


@transaction.atomic
def decide(membership: Membership, by: AbstractBaseUser, *, approve: bool) -> None:
    """Say yes or no to a waiting person, and tell them."""
    if approve:
        membership.activate(by)
    else:
        membership.end(by)
    post_decision(membership, approved=approve)


@transaction.atomic
def invite(library: Library, email: str, role: str, by: AbstractBaseUser) -> Invitation:
    """Send an invitation; one that was not used yet is renewed."""
    fresh = Invitation(library=library, email=email, role=role, invited_by=by)
    invitation, _created = Invitation.objects.update_or_create(
        library=library,
        email=fresh.email,
        accepted_at=None,
        defaults={
            "role": role,
            "invited_by": by,
            "expires_at": fresh.expires_at,
        },
    )
    post_invitation(invitation)
    return invitation
