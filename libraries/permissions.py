"""Who may do what about libraries and their people."""

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from .models import Library, Membership
from .models.memberships import MembershipQuerySet, Role
from .roles import COORDINATORS, EDITORS

AnyUser = AbstractBaseUser | AnonymousUser


def membership_of(user: AnyUser) -> Membership | None:
    """The person's active membership, asked for once a request."""
    if not user.is_authenticated:
        return None
    if not hasattr(user, "_active_membership"):
        user._active_membership = (
            Membership.objects.active()
            .of(user)
            .select_related("library__region")
            .first()
        )
    return user._active_membership


def library_of(user: AnyUser) -> Library | None:
    """The library that the person works for, if it still takes part."""
    membership = membership_of(user)
    if membership and membership.library.is_active:
        return membership.library
    return None


def decides_for_all(user: AnyUser) -> bool:
    """Whether the person decides for every library: editors, coordinators, admins."""
    if not (user.is_authenticated and user.is_active):
        return False
    return (
        user.is_superuser
        or user.groups.filter(name__in=[EDITORS, COORDINATORS]).exists()
    )


def is_central_staff(membership: Membership | None) -> bool:
    """Whether the membership is one that looks after an area."""
    return bool(
        membership
        and membership.is_active
        and membership.role == Role.CENTRAL
        and membership.library.is_active
        and membership.library.is_central
        and membership.library.region_id
    )


def waiting_for(user: AnyUser) -> MembershipQuerySet:
    """The people whom this person can say yes or no to."""
    waiting = Membership.objects.waiting()
    if decides_for_all(user):
        return waiting
    membership = membership_of(user)
    if is_central_staff(membership):
        return waiting.filter(library__region=membership.library.region_id)
    return waiting.none()


def can_decide(user: AnyUser, membership: Membership) -> bool:
    """Whether the user may say yes or no to the membership."""
    if decides_for_all(user):
        return True
    own = membership_of(user)
    return bool(
        is_central_staff(own) and own.library.region_id == membership.library.region_id
    )


def can_invite(user: AnyUser) -> bool:
    """Whether the user may invite colleagues: all who work at a library."""
    return library_of(user) is not None


def can_end(user: AnyUser, membership: Membership) -> bool:
    """Whether the user may end the membership: the library's contact, or a decider."""
    if membership.user_id == user.pk or not membership.is_active:
        return False
    own = membership_of(user)
    is_contact = (
        own is not None
        and own.library_id == membership.library_id
        and own.role in (Role.CONTACT, Role.CENTRAL)
    )
    return is_contact or can_decide(user, membership)


def coordinators() -> QuerySet:
    """The people who answer for the whole collaboration."""
    return (
        get_user_model()
        .objects.filter(is_active=True, groups__name=COORDINATORS)
        .order_by("first_name", "last_name")
    )


def _central_staff_for(library: Library) -> QuerySet:
    """The people who look after the area of ``library``."""
    return get_user_model().objects.filter(
        is_active=True,
        memberships__state=Membership.State.ACTIVE,
        memberships__role=Role.CENTRAL,
        memberships__library__is_active=True,
        memberships__library__is_central=True,
        memberships__library__region=library.region_id,
        memberships__library__region__isnull=False,
    )


def central_library_asked(library: Library) -> Library | None:
    """The central library whose people say yes, or None when the coordinator does."""
    return library.central_library if _central_staff_for(library).exists() else None


def deciders_for(library: Library) -> list[AbstractBaseUser]:
    """Whom a waiting person waits for: the area's central staff, else coordinators."""
    return list(_central_staff_for(library)) or list(coordinators())
