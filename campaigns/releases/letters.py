"""The letter about a set that was to come out and did not."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.site_address import whole
from libraries.permissions import coordinators
from mail.letters import Letter, register_letter

from ..models import ReleaseSet
from .releasing import KIND


def write_letter(release: int, stopped_at: str) -> Letter | None:
    """To the owner, or else a coordinator; None once the set has gone on."""
    found = ReleaseSet.objects.select_related("owner").filter(pk=release).first()
    if found is None or not found.stopped_at:
        return None
    if found.stopped_at.isoformat() != stopped_at:
        return None
    owner = found.owner if found.owner and found.owner.is_active else None
    to = owner or coordinators().first()
    if to is None:
        return None
    context = {
        "title": found.title,
        "when": timezone.localtime(found.stopped_at),
        "problems": found.problems,
        "url": whole(reverse("releases:inspect", args=[found.pk])),
    }
    return Letter.drawn("campaigns/release_stopped", context, [to.email])


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("Samlet udgivelse stoppet"), write_letter)
