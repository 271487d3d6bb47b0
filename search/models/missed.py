from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedQuery(models.Model):
    """What people searched for and did not find, in all: never who or from where.

    Forgotten ``asking.missed.KEPT_FOR`` after it was last asked.
    """

    text = models.CharField(_("søgt efter"), max_length=100, unique=True)
    language = models.CharField(_("sprog"), max_length=10)
    count = models.PositiveIntegerField(_("gange"), default=0)
    first_at = models.DateTimeField(_("første gang"), auto_now_add=True)
    last_at = models.DateTimeField(_("sidste gang"), db_index=True)

    class Meta:
        verbose_name = _("søgning uden fund")
        verbose_name_plural = _("søgninger uden fund")
        ordering = ["-count", "-last_at"]
        default_permissions = ["view", "delete"]

    def __str__(self):
        return self.text
