"""Who may manage whom in the admin: nobody gives or takes over more than they hold."""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q, QuerySet

from wagtail.models import GroupCollectionPermission, GroupPagePermission

from .models import User

_TREES = ((GroupPagePermission, "page"), (GroupCollectionPermission, "collection"))


def may_manage(user: User, person: User) -> bool:
    """Whether ``user`` may see and change ``person``, who must not hold more."""
    if user.is_superuser or user == person:
        return True
    if person.is_superuser:
        return False
    own = Permission.objects.filter(user=person).values_list("pk", flat=True)
    return set(own) <= _held(user) and all(
        _holds_all_of(user, group) for group in person.groups.all()
    )


def groups_to_give(user: User | None) -> QuerySet[Group]:
    """The groups that ``user`` may put people in: those that hold no more."""
    groups = Group.objects.all()
    if user is None:
        return groups.none()
    if user.is_superuser:
        return groups
    return groups.filter(pk__in=[g.pk for g in groups if _holds_all_of(user, g)])


def _held(user: User) -> set[int]:
    held = Permission.objects.filter(Q(group__user=user) | Q(user=user))
    return set(held.values_list("pk", flat=True))


def _holds_all_of(user: User, group: Group) -> bool:
    mine = user.groups.all()
    if group in mine:
        return True
    if not set(group.permissions.values_list("pk", flat=True)) <= _held(user):
        return False
    return all(
        any(there == here and path.startswith(above) for here, above in places)
        for model, field in _TREES
        for places in [_places(model, field, mine)]
        for there, path in _places(model, field, [group])
    )


def _places(model, field: str, groups) -> list[tuple[int, str]]:
    """What groups may do, and the root of the tree that they may do it in."""
    rows = model.objects.filter(group__in=groups)
    return list(rows.values_list("permission_id", f"{field}__path"))
