"""Files that have waited too long for their check: who should know, and how."""

from collections.abc import Iterable

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.dashboard import Item, Section
from core.operations.health import Sick

from ..models import Upload
from ..permissions import asset_policy


def late_sentence(user: AbstractBaseUser) -> str:
    """Say how many of the person's files wait, or of all for an editor; "" for none."""
    late = Upload.objects.late()
    if not asset_policy().is_editor(user):
        late = late.filter(owner=user)
    if not (count := late.count()):
        return ""
    return ngettext(
        "%(n)s fil har ventet over et kvarter på at blive tjekket.",
        "%(n)s filer har ventet over et kvarter på at blive tjekket.",
        count,
    ) % {"n": count}


def files_that_wait(user: AbstractBaseUser) -> Iterable[Item]:
    """For the front page of who may upload."""
    if not asset_policy().user_has_permission(user, "add"):
        return
    if sentence := late_sentence(user):
        yield Item(
            Section.WAITING,
            sentence,
            reverse("drops:index"),
            note=_("Svarer viruskontrollen og lageret?"),
            urgent=True,
        )


def check_uploads() -> None:
    """No file has waited too long: the scanner, the storage and a worker are there."""
    if count := Upload.objects.late().count():
        raise Sick(f"{count} files have waited too long for their check")
