import datetime
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.danish import file_size

from .versions import FileVersion

KEEP = datetime.timedelta(days=30)


def new_quarantine_key() -> str:
    """Return a random storage key where no address leads."""
    return f"quarantine/{uuid.uuid4()}"


class QuarantinedFile(models.Model):
    """A file that the scanner found infected, kept for 30 days out of everyone's reach.

    ``version`` is what it would have been; it goes when its asset is deleted.
    """

    version = models.OneToOneField(
        FileVersion,
        null=True,
        on_delete=models.SET_NULL,
        related_name="quarantined",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("lagt op af"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("filnavn"), max_length=200)
    virus = models.CharField(_("fundet"), max_length=100)
    size = models.PositiveBigIntegerField(_("størrelse"))
    sha256 = models.CharField(max_length=64)
    # Where the object was, and where it is once ``is_moved``.
    origin = models.CharField(max_length=80)
    key = models.CharField(max_length=80, unique=True, default=new_quarantine_key)
    is_moved = models.BooleanField(default=False)
    found_at = models.DateTimeField(_("sat i karantæne"), default=timezone.now)

    class Meta:
        verbose_name = _("fil i karantæne")
        verbose_name_plural = _("filer i karantæne")
        ordering = ["-found_at", "-pk"]

    def __str__(self):
        return self.name

    @property
    def human_size(self) -> str:
        return file_size(self.size)

    @property
    def purged_on(self) -> datetime.date:
        """The Danish day on which it is deleted."""
        return timezone.localdate(self.found_at + KEEP)
