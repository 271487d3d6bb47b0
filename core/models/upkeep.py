"""What keeps the site safe, and when it was last done."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Upkeep(models.Model):
    """A chore of those who run the site, and when it last went well."""

    class Chore(models.TextChoices):
        BACKUP = "backup", _("sikkerhedskopi")
        RESTORE = "restore", _("gendannelse")

    chore = models.CharField(_("gøremål"), max_length=10, choices=Chore, unique=True)
    done_at = models.DateTimeField(_("gjort"))

    class Meta:
        verbose_name = _("vedligehold")
        verbose_name_plural = _("vedligehold")

    def __str__(self) -> str:
        return f"{self.get_chore_display()} {self.done_at:%Y-%m-%d %H:%M}"
