import datetime

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.danish import file_size

KEEP = datetime.timedelta(days=35)


class TombstoneQuerySet(models.QuerySet):
    def due(self):
        """Those whose object has lain for 35 days."""
        return self.filter(deleted_at__lt=timezone.now() - KEEP).order_by("deleted_at")


class Tombstone(models.Model):
    """A version that was deleted, and whose object stays for 35 days.

    So a copy of the database from before finds its files where they were. ``was`` and
    ``why`` name rows, never people or files; ``size`` is in bytes.
    """

    key = models.CharField(max_length=80, unique=True)
    size = models.PositiveBigIntegerField(_("størrelse"))
    sha256 = models.CharField(max_length=64)
    was = models.CharField(_("var"), max_length=100)
    why = models.CharField(_("årsag"), max_length=100)
    deleted_at = models.DateTimeField(_("slettet"), default=timezone.now, db_index=True)

    objects = TombstoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("slettet fil")
        verbose_name_plural = _("slettede filer")

    def __str__(self) -> str:
        return f"{self.was}, {file_size(self.size)}"
