"""What the front of the house keeps of people."""

from core.privacy.records import Basis, keep, older

from .models import AccessibilityReport

# As long as the letters about them (mail/privacy.py).
REPORTS_KEPT = 90


def register() -> None:
    """Fill the table."""
    keep(
        "home.AccessibilityReport",
        "email",
        texts=("text",),
        purpose="svare den, der ikke kunne bruge noget",
        ends="efter at meldingen kom",
        days=REPORTS_KEPT,
        old=lambda now: AccessibilityReport.objects.filter(
            created_at__lt=older(now, REPORTS_KEPT)
        ),
        is_whole=True,
    )
    keep(
        "home.SiteSettings",
        *("email", "phone"),
        purpose="sitets egen adresse og telefon",
        basis=Basis.NOBODY,
        ends="så længe sitet er der",
    )
