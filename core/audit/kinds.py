"""Which events belong to the audit log, in kinds that one can choose among.

An app registers when it is ready:

    audited("signing_in", "users.signed_in", "users.signed_out")
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SIGNING_IN, RIGHTS, FILES = "signing_in", "rights", "files"
PUBLISHING, DELETING, PEOPLE = "publishing", "deleting", "people"
KINDS = {
    SIGNING_IN: _("Log ind og ud"),
    RIGHTS: _("Brugere og rettigheder"),
    FILES: _("Filer ind og ud"),
    PUBLISHING: _("Udgivelse"),
    DELETING: _("Sletning og gendannelse"),
    PEOPLE: _("Personoplysninger"),
}

_actions: dict[str, set[str]] = {kind: set() for kind in KINDS}


def audited(kind: str, *actions: str) -> None:
    """Count events of these names among the kind."""
    _actions[kind].update(actions)


def events_of(kinds: list[str]) -> Q:
    """The log entries of these kinds. All that is done to users and groups is one."""
    names = {name for kind in kinds for name in _actions[kind]}
    found = Q(action__in=names)
    if RIGHTS in kinds:
        of_people = ContentType.objects.get_for_models(get_user_model(), Group)
        others = {name for kind in KINDS for name in _actions[kind]}
        others -= _actions[RIGHTS]
        found |= Q(content_type__in=of_people.values()) & ~Q(action__in=others)
    return found


def register() -> None:
    """What Wagtail notes by itself, and core beside it."""
    # They read Wagtail's models, which are there only when the apps are ready.
    from ..privacy.retention import FORGOTTEN
    from ..publish_checks.gate import STOPPED
    from .exports import EXPORTED

    audited(
        RIGHTS,
        *(f"wagtail.view_restriction.{done}" for done in ("create", "edit", "delete")),
        *("wagtail.apitoken.create", "wagtail.apitoken.revoke"),
    )
    audited(
        PUBLISHING,
        *(
            f"wagtail.{done}{how}"
            for done in ("publish", "unpublish")
            for how in ("", ".scheduled")
        ),
        *("wagtail.publish.schedule", "wagtail.schedule.cancel"),
    )
    audited(PUBLISHING, STOPPED)
    audited(DELETING, "wagtail.delete", "wagtail.revert")
    audited(PEOPLE, FORGOTTEN)
    audited(FILES, EXPORTED)
