"""The letter that tells who answers for the site what somebody could not use."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from wagtail.models import Site

from mail.letters import Letter, register_letter
from mail.sending import post

from ..models import AccessibilityReport, SiteSettings

KIND = "accessibility_report"


def post_report(report: AccessibilityReport) -> None:
    """Put the letter in the outbox."""
    post(KIND, f"{KIND}:{report.pk}", {"report": report.pk})


def write_report(report: int) -> Letter | None:
    """To the site's own address, or else to the one that its letters come from."""
    found = AccessibilityReport.objects.filter(pk=report).first()
    if found is None:
        return None
    site = Site.objects.filter(is_default_site=True).first()
    ours = SiteSettings.for_site(site).email if site else ""
    to = [ours or settings.DEFAULT_FROM_EMAIL]
    return Letter.drawn("home/accessibility_report", {"report": found}, to)


def register_letters() -> None:
    """Let the outbox write it."""
    register_letter(KIND, _("Noget kan ikke bruges"), write_report)
