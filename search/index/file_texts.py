"""The text inside files: what a PDF's pages say, and what captions say of a film."""

import re
import tempfile
from pathlib import Path

from django.db import transaction

from assets.drawing_jobs import run_jobs
from assets.models import AssetFile, FileVersion
from assets.previews import original_of
from assets.storages import private_storage

from ..models import FileText
from .writing import write_asset

LONGEST = 60_000
# Captions are read whole; larger ones are none.
LARGEST_CAPTIONS = 1024 * 1024
PDFS = {"AI", "PDF"}
CAPTIONS = {"VTT"}
AT_A_TIME = 100
_CUE_TIME = re.compile(r"^.*-->.*$|^WEBVTT.*$|^(?:NOTE|STYLE|REGION)\b.*$|^\d+$", re.M)
_TAG = re.compile(r"<[^>]*>")


def may_have_text(version: FileVersion) -> bool:
    return (
        version.state == FileVersion.State.READY
        and version.extension in PDFS | CAPTIONS
    )


def read(version_pk: int) -> None:
    """Read a version's text, once, and index the asset that it is current in."""
    version = FileVersion.objects.filter(pk=version_pk).first()
    if not version or not may_have_text(version):
        return
    if not FileText.objects.filter(pk=version_pk).exists():
        text = text_of(version)
        with transaction.atomic():
            FileText.objects.bulk_create(
                [FileText(version=version, text=text)], ignore_conflicts=True
            )
    owners = AssetFile.objects.filter(current_version=version_pk)
    for asset_pk in owners.values_list("asset", flat=True):
        write_asset(asset_pk)


def text_of(version: FileVersion) -> str:
    """The text of a version's file, at most ``LONGEST`` signs; it may be empty."""
    if version.extension in CAPTIONS:
        text = _captions(version)
    else:
        with tempfile.TemporaryDirectory() as folder:
            original = original_of(version, Path(folder))
            answers = run_jobs(
                "text", original, version.extension, folder, f"version {version.pk}"
            )
        text = answers.get("text", {}).get("text", "")
    return " ".join(text.replace("\0", " ").split())[:LONGEST]


def _captions(version: FileVersion) -> str:
    if version.size > LARGEST_CAPTIONS:
        return ""
    try:
        content = b"".join(private_storage().read(version.key))
    except FileNotFoundError:
        # Reconciling tells of it (assets/reconciling).
        return ""
    text = content.decode("utf-8-sig", errors="replace")
    return _TAG.sub(" ", _CUE_TIME.sub(" ", text))


def read_unread() -> None:
    """Read some of the files that nobody has read."""
    current = FileVersion.objects.ready().filter(
        pk__in=AssetFile.objects.values("current_version")
    )
    unread = current.exclude(pk__in=FileText.objects.values("pk")).filter(
        filename__iregex=r"\.(pdf|ai|vtt)$"
    )
    for pk in list(unread.order_by("-pk").values_list("pk", flat=True)[:AT_A_TIME]):
        read(pk)
