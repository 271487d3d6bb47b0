from django.db import models
from django.utils.translation import gettext_lazy as _


class AssetProfile(models.Model):
    """What the files of some assets are, in the words that lists are narrowed by.

    Many assets share one ("A3 for the printer and A4 to print, in Danish"), so that a
    list counts a few hundred profiles instead of all files. A profile never changes:
    an asset whose files change points to another.
    """

    words = models.TextField(
        _("ord"), unique=True, help_text=_("Fx ”sprog:da til:print_shop”.")
    )

    class Meta:
        verbose_name = _("filprofil")
        verbose_name_plural = _("filprofiler")

    def __str__(self):
        return self.words
