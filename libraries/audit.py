"""Who was let in at a library, and as what: noted in the audit log."""

from django.db.models.signals import post_save, pre_save
from django.utils.translation import gettext_lazy as _

from core.audit.kinds import RIGHTS, audited
from core.audit.notes import note

from .models import Membership
from .models.memberships import Role

MEMBERSHIP = "libraries.membership_changed"
WORDS = {MEMBERSHIP: _("Tilknytning ændret")}
# What a membership lets somebody do.
STANDING = ("state", "role")
STANDING_WORDS = {
    "state": _("status"),
    "role": _("rolle"),
    **dict(Membership.State.choices),
    **dict(Role.choices),
}


def _before(sender, instance, raw=False, **kwargs) -> None:
    instance._standing = {}
    if instance.pk and not raw:
        rows = Membership.objects.filter(pk=instance.pk)
        instance._standing = rows.values(*STANDING).first() or {}


def _after(sender, instance, raw=False, **kwargs) -> None:
    after = {name: str(getattr(instance, name)) for name in STANDING}
    before = getattr(instance, "_standing", {})
    if not raw and before != after:
        words = {"before": {name: before.get(name, "") for name in STANDING}}
        by = instance.decided_by
        library = str(instance.library)
        note(instance.user, MEMBERSHIP, user=by, after=after, library=library, **words)


def register() -> None:
    """Listen, and say that it is audited."""
    audited(RIGHTS, MEMBERSHIP)
    pre_save.connect(_before, sender=Membership)
    post_save.connect(_after, sender=Membership)
