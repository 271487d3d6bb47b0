"""How old the last copy of the site is, and the last time that one was restored.

``backup`` notes both: a restore happens elsewhere and leaves its note with the copies.
"""

import datetime
import math
from collections.abc import Iterator

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ..dashboard import Item, Section, dashboard_items
from ..models import Upkeep
from ..templatetags.core_tags import day
from .health import REPORTS, Sick
from .metrics import GAUGES

Chore = Upkeep.Chore
# A copy each night, and two hours to make it in.
MOST = {
    Chore.BACKUP: datetime.timedelta(hours=26),
    Chore.RESTORE: datetime.timedelta(days=90),
}


def note_done(chore: Chore, at: datetime.datetime | None = None) -> None:
    """Note that a chore went well, now or ``at``; an older note is never put back."""
    done, is_new = Upkeep.objects.get_or_create(
        chore=chore, defaults={"done_at": at or timezone.now()}
    )
    if not is_new:
        done.done_at = max(done.done_at, at or timezone.now())
        done.save(update_fields=["done_at"])


def is_expected() -> bool:
    """Whether copies are made of this site: settings say so, or one was made once."""
    return settings.BACKUPS_EXPECTED or Upkeep.objects.exists()


def seconds_since(chore: Chore) -> float:
    """The age of the last time, infinite when there was none."""
    done_at = _done_at(chore)
    return (timezone.now() - done_at).total_seconds() if done_at else math.inf


def _done_at(chore: Chore) -> datetime.datetime | None:
    found = Upkeep.objects.filter(chore=chore)
    return found.values_list("done_at", flat=True).first()


def late() -> list[Chore]:
    """The chores that are due."""
    if not is_expected():
        return []
    return [c for c in Chore if seconds_since(c) > MOST[c].total_seconds()]


def check_copies() -> None:
    """The last copy is of tonight, and one was restored within 90 days."""
    for chore in late():
        seconds = seconds_since(chore)
        age = f"{int(seconds // 3600)} hours ago" if seconds < math.inf else "never"
        raise Sick(f"last {chore}: {age}")


def copies_that_are_due(user: AbstractBaseUser) -> Iterator[Item]:
    """What administrators are told on their front page."""
    if not user.is_superuser:
        return
    sentences = {
        Chore.BACKUP: (
            _("Der er aldrig taget en sikkerhedskopi"),
            _("Den seneste sikkerhedskopi er fra %(when)s"),
        ),
        Chore.RESTORE: (
            _("Det er aldrig prøvet at gendanne sitet fra en kopi"),
            _("Det er sidst prøvet at gendanne sitet %(when)s"),
        ),
    }
    for chore in late():
        never, once = sentences[chore]
        done_at = _done_at(chore)
        when = done_at and day(timezone.localtime(done_at))
        yield Item(
            Section.WAITING,
            once % {"when": when} if when else never,
            reverse("readyz"),
            note=_("docs/runbook.md siger, hvordan man gør"),
            urgent=True,
        )


def register() -> None:
    """Have it told where health, figures and the front page are."""
    REPORTS["copies"] = check_copies
    dashboard_items(copies_that_are_due)
    GAUGES["backup_age_seconds"] = (
        "How old the last copy of the site is; infinite when there is none.",
        lambda: seconds_since(Chore.BACKUP),
    )
    GAUGES["restore_age_seconds"] = (
        "How long ago a copy was restored; infinite when none was.",
        lambda: seconds_since(Chore.RESTORE),
    )
