from django.db import models
from django.utils.translation import gettext_lazy as _

from core.danish import number


class Format(models.Model):
    """What a file is made for: "Plakat A3", "Instagram". Sizes in mm or in pixels."""

    name = models.CharField(_("navn"), max_length=60)
    slug = models.SlugField(_("adresse"), unique=True)
    width_mm = models.PositiveIntegerField(_("bredde i mm"), null=True, blank=True)
    height_mm = models.PositiveIntegerField(_("højde i mm"), null=True, blank=True)
    bleed_mm = models.PositiveSmallIntegerField(_("beskæring i mm"), default=0)
    width_px = models.PositiveIntegerField(_("bredde i pixel"), null=True, blank=True)
    height_px = models.PositiveIntegerField(_("højde i pixel"), null=True, blank=True)

    class Meta:
        verbose_name = _("format")
        verbose_name_plural = _("formater")
        ordering = ["name"]

    def __str__(self):
        return self.name

    @property
    def size(self) -> str:
        """The size as people read it: "297 × 420 mm" or "1.920 × 1.080 pixel"."""
        if self.width_mm and self.height_mm:
            return f"{number(self.width_mm)} × {number(self.height_mm)} mm"
        if self.width_px and self.height_px:
            return f"{number(self.width_px)} × {number(self.height_px)} pixel"
        return ""
