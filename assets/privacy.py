"""What is kept of those who lay materials in, share them and fetch them."""

from django.conf import settings
from django.db.models import QuerySet

from core.privacy.records import Basis, keep

from .mailed.notices import FORGET_AFTER
from .models.quarantine import KEEP as QUARANTINE_KEPT

DONE_BY = "vise, hvem der har arbejdet på hvad"
MATERIAL = "så længe materialet er der"
ACCOUNT = "så længe kontoen er der"


def _forget_own(baskets: QuerySet) -> None:
    """A shared basket is the colleagues' too, and stays with the library."""
    baskets.filter(is_shared=False).delete()


def register() -> None:
    """Fill the table."""
    for label, field in (
        ("assets.Asset", "created_by"),
        ("assets.FileVersion", "uploaded_by"),
        ("assets.VersionChange", "changed_by"),
        ("assets.CustomImage", "uploaded_by_user"),
        ("assets.PreflightOverride", "user"),
    ):
        keep(label, field, purpose=DONE_BY, ends=MATERIAL)
    keep(
        "assets.Asset",
        "consent_note",
        purpose="vise, at de, der er på et billede, har sagt ja",
        basis=Basis.CONSENT,
        ends=MATERIAL,
    )
    _register_ways_in()
    _register_ways_out()


def _register_ways_in() -> None:
    for label in ("assets.Drop", "assets.Upload"):
        keep(
            label, "owner",
            purpose="lægge filer op i flere dele, og se, hvordan det gik",
            ends="efter at filen kom; rækken bliver, og personen glemmes", days=90,
        )  # fmt: skip
    keep(
        "assets.QuarantinedFile",
        "owner",
        purpose="finde ud af, hvor en inficeret fil kom fra",
        basis=Basis.SECURITY,
        ends="efter fundet (purge_quarantine)",
        days=QUARANTINE_KEPT.days,
    )


def _register_ways_out() -> None:
    for label, fields, what, goes in (
        ("assets.BasketChoice", ["user"], "huske, hvilken kurv der er i brug", True),
        ("assets.SavedSearch", ["user"], "gemme en søgning", True),
        ("assets.BasketItem", ["added_by"], "vise kolleger, hvem der lagde i", False),
    ):
        keep(label, *fields, purpose=what, ends=ACCOUNT, goes=goes, is_whole=goes)
    keep(
        "assets.Basket",
        "owner",
        purpose="samle filer, der skal hentes",
        ends="efter at kurven sidst blev brugt",
        days=2 * 365,
        erase=_forget_own,
        is_whole=True,
    )
    keep(
        "assets.PackageNotice",
        "user",
        purpose="sende et link til en pakke, der er for stor at vente på",
        ends="efter at der blev sendt besked",
        days=settings.PACKAGE_LINK_DAYS + FORGET_AFTER.days,
        goes=True,
        is_whole=True,
    )
    keep(
        "assets.ShareLink",
        "created_by",
        purpose="vide, hvem en modtager skal skrive til",
        ends="så længe linket er der",
        secret=("token", "password_hash"),
    )
    keep(
        "assets.ShareRequest",
        "email",
        texts=("sender", "text"),
        purpose="sende et ønske om mere tid videre; slettes, når det er sendt",
        ends="efter at ønsket kom",
        days=30,
        is_whole=True,
    )
