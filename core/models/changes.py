"""That something a reader could be shown was changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SiteChange(models.Model):
    """One change of the site, written in the transaction that made it
    (``core.page_cache``)."""

    changed_at = models.DateTimeField(_("ændret"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("ændring af sitet")
        verbose_name_plural = _("ændringer af sitet")

    def __str__(self) -> str:
        return f"{self.changed_at:%Y-%m-%d %H:%M:%S}"
