"""What the front of the house keeps of people."""

from core.privacy.records import Basis, keep


def register() -> None:
    """Fill the table."""
    keep(
        "home.AccessibilityReport",
        "email",
        texts=("text",),
        purpose="svare den, der ikke kunne bruge noget",
        ends="efter at meldingen kom",
        days=90,
        is_whole=True,
    )
    keep(
        "home.SiteSettings",
        *("email", "phone"),
        purpose="sitets egen adresse og telefon",
        basis=Basis.NOBODY,
        ends="så længe sitet er der",
    )
