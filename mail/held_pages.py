"""The letter about a page that was to come out by itself and was held back."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.models import Page

from core.publish_checks.gate import last_stop, publishing_stopped
from core.site_address import whole

from .letters import Letter, register_letter
from .sending import post

KIND = "held_page"


def tell(sender, page: Page, **kwargs) -> None:
    """Post the letter, in the transaction that holds the page back."""
    stop = last_stop(page.pk)
    post(KIND, f"held:{stop.pk}", {"page": page.pk, "stop": stop.pk})


def write_letter(page: int, stop: int) -> Letter | None:
    """To who put the page on the schedule, and its owner; None once it has gone on."""
    held = Page.objects.filter(pk=page).first()
    entry = last_stop(page)
    if held is None or entry is None or entry.pk != stop:
        return None
    scheduler = entry.revision.user_id if entry.revision else None
    people = get_user_model().objects.filter(
        Q(pk=scheduler) | Q(pk=held.owner_id), is_active=True
    )
    to = [
        user.email
        for user in people.order_by("email")
        if held.permissions_for_user(user).can_edit()
    ]
    context = {
        "title": held.get_latest_revision_as_object().get_admin_display_title(),
        "when": timezone.localtime(entry.timestamp),
        "problems": entry.data["problems"],
        "url": whole(reverse("wagtailadmin_pages:edit", args=[page])),
    }
    return Letter.drawn("mail/held_page", context, to) if to else None


def register_letters() -> None:
    """Let the outbox write these, when a page is held back."""
    register_letter(KIND, _("En side blev ikke udgivet"), write_letter)
    publishing_stopped.connect(tell, dispatch_uid=KIND)
