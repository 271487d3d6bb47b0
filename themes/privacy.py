"""What themes keep of people."""

from core.privacy.records import keep


def register() -> None:
    """Fill the table."""
    keep(
        "themes.TimetableReason",
        "user",
        purpose="vise, hvem der gav en begrundelse",
        ends="så længe temaet er der",
    )
