"""Infected files: moved where no address leads, told of, deleted after 30 days."""

import logging

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from wagtail.log_actions import log
from wagtail.models import Collection

from core.audit.notes import note
from core.jobs import TryAgain, enqueue_on_commit
from mail.letters import Letter, register_letter
from mail.sending import post

from ..audit import PURGED
from ..models import QuarantinedFile, Upload
from ..models.quarantine import KEEP
from ..permissions import asset_policy
from ..storages import STORAGE_ERRORS, private_storage
from ..tasks import move_to_quarantine
from .refusals import Infected

logger = logging.getLogger(__name__)

KIND = "quarantine"


def confine(upload: Upload, infected: Infected) -> None:
    """Note what was found, and have the object moved and its sender told.

    Asked within the transaction that rejects the file.
    """
    version = upload.version
    found = QuarantinedFile.objects.create(
        version=version,
        owner=upload.owner,
        name=upload.name,
        virus=infected.virus,
        size=upload.size,
        sha256=infected.sha256,
        origin=upload.key,
    )
    log(
        instance=version.file.asset,
        action="assets.quarantined",
        user=upload.owner,
        data={"file": upload.name, "virus": found.virus, "sha256": found.sha256},
    )
    post(KIND, f"quarantine:{found.pk}", {"file": found.pk})
    enqueue_on_commit(move_to_quarantine, found.pk)


def move(found: QuarantinedFile) -> None:
    """Move the object out of reach; may run again. Raises TryAgain."""
    try:
        private_storage().move(found.origin, found.key)
    except STORAGE_ERRORS as error:
        raise TryAgain("storage does not answer") from error
    QuarantinedFile.objects.filter(pk=found.pk).update(is_moved=True)


def purge() -> None:
    """Delete what has lain for 30 days, and move what storage could not move."""
    for found in QuarantinedFile.objects.filter(is_moved=False):
        move_to_quarantine.enqueue(found.pk)
    for found in QuarantinedFile.objects.filter(found_at__lt=timezone.now() - KEEP):
        try:
            for key in (found.origin, found.key):
                private_storage().delete(key)
        except STORAGE_ERRORS as error:
            # The row stays, and with it what is to be deleted.
            logger.warning("cannot purge a quarantine: %s", type(error).__name__)
        else:
            about = found.version and found.version.file.asset
            note(about or Collection.get_first_root_node(), PURGED, file=found.name)
            found.delete()


def write_letter(file: int) -> Letter | None:
    """The letter to who sent the file; None when they are gone."""
    found = QuarantinedFile.objects.select_related("owner").filter(pk=file).first()
    owner = found and found.owner
    if not owner or not owner.is_active or not owner.email:
        return None
    context = {"file": found}
    return Letter.drawn("assets/quarantine", context, [owner.email])


def register_letters() -> None:
    """Let the outbox write these."""
    register_letter(KIND, _("Fil i karantæne"), write_letter)


@require_safe
def quarantine_report(request: HttpRequest) -> HttpResponse:
    """What lies in quarantine, for editors; nothing of it can be fetched."""
    if not asset_policy().is_editor(request.user):
        raise PermissionDenied
    files = QuarantinedFile.objects.select_related("owner", "version__file__asset")
    return render(
        request,
        "admin/assets/quarantine_report.html",
        {"files": files, "page_title": _("Karantæne"), "header_icon": "warning"},
    )


urlpatterns = [path("reports/karantaene/", quarantine_report, name="quarantine_report")]
