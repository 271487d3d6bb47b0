"""What is kept of those who lay materials in, share them and fetch them."""

import datetime

from django.conf import settings
from django.db.models import QuerySet

from core.privacy.records import Basis, keep, older

from .models import Basket, Drop, PackageNotice, ShareRequest, Upload
from .models.quarantine import KEEP as QUARANTINE_KEPT

DONE_BY = "vise, hvem der har arbejdet på hvad"
MATERIAL = "så længe materialet er der"
ACCOUNT = "så længe kontoen er der"


# In days.
OWNER_KEPT = 90
BASKETS_KEPT = 2 * 365
WISHES_KEPT = 30
NOTICES_KEPT = settings.PACKAGE_LINK_DAYS + 30


def _old_uploads(now: datetime.datetime) -> QuerySet:
    """Files that are in and judged: nobody asks any more who sent them."""
    known = Upload.objects.exclude(owner=None)
    under_way = Upload.objects.unfinished() | Upload.objects.waiting()
    return known.filter(created_at__lt=older(now, OWNER_KEPT)).exclude(
        pk__in=under_way.values("pk")
    )


def _old_drops(now: datetime.datetime) -> QuerySet:
    known = Drop.objects.exclude(owner=None).exclude(uploads__owner__isnull=False)
    return known.filter(created_at__lt=older(now, OWNER_KEPT))


def _old_notices(now: datetime.datetime) -> QuerySet:
    """Those whose links ended long ago: they say who fetched what."""
    return PackageNotice.objects.filter(told_at__lt=older(now, NOTICES_KEPT))


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
    for label, old in (("assets.Upload", _old_uploads), ("assets.Drop", _old_drops)):
        keep(
            label, "owner",
            purpose="lægge filer op i flere dele, og se, hvordan det gik",
            ends="efter at filen kom; rækken bliver, og personen glemmes",
            days=OWNER_KEPT, old=old, forget=lambda rows: rows.update(owner=None),
        )  # fmt: skip
    keep(
        "assets.QuarantinedFile",
        "owner",
        purpose="finde ud af, hvor en inficeret fil kom fra",
        basis=Basis.SECURITY,
        ends="efter fundet",
        days=QUARANTINE_KEPT.days,
        by="assets.tasks.purge_quarantine",
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
        days=BASKETS_KEPT,
        old=lambda now: Basket.objects.filter(used_at__lt=older(now, BASKETS_KEPT)),
        erase=_forget_own,
        is_whole=True,
    )
    keep(
        "assets.PackageNotice",
        "user",
        purpose="sende et link til en pakke, der er for stor at vente på",
        ends="efter at der blev sendt besked",
        days=NOTICES_KEPT,
        old=_old_notices,
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
        days=WISHES_KEPT,
        old=lambda now: ShareRequest.objects.filter(
            created_at__lt=older(now, WISHES_KEPT)
        ),
        is_whole=True,
    )
