"""What happens to files that the audit log tells of."""

from django.utils.translation import gettext_lazy as _

from core.audit.kinds import DELETING, FILES, audited

ACCEPTED, REJECTED = "assets.file_accepted", "assets.file_rejected"
PURGED = "assets.quarantine_purged"
RESTORED = "assets.site_restored"
# Said in the history, by the names above.
WORDS = {
    ACCEPTED: _("Fil tjekket og godkendt"),
    REJECTED: _("Fil afvist"),
    PURGED: _("Fil i karantæne slettet"),
    RESTORED: _("Sitet gendannet fra en kopi"),
}


def register() -> None:
    """Say which events are audited."""
    audited(FILES, ACCEPTED, REJECTED, "assets.quarantined")
    audited(FILES, "assets.replaced", "assets.fault_found")
    audited(DELETING, "assets.restored", "assets.withdrawn", "assets.orphan_removed")
    audited(DELETING, "assets.purged", PURGED, RESTORED)
