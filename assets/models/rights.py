from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.Model):
    """What others may do with an asset."""

    name = models.CharField(_("navn"), max_length=80)
    slug = models.SlugField(_("adresse"), unique=True)
    summary = models.CharField(
        _("hvad må man"),
        max_length=250,
        help_text=_("I én sætning, fx “Del og tilpas frit, når I krediterer”."),
    )
    url = models.URLField(_("hele teksten"), blank=True)

    class Meta:
        verbose_name = _("licens")
        verbose_name_plural = _("licenser")
        ordering = ["name"]

    def __str__(self):
        return self.name
