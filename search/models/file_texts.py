from django.db import models
from django.utils.translation import gettext_lazy as _


class FileText(models.Model):
    """The text inside a version's file: a PDF's pages, or what captions say.

    Empty where the file has none that can be read, so that it is read but once.
    """

    version = models.OneToOneField(
        "assets.FileVersion",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="+",
    )
    text = models.TextField(_("tekst"), blank=True)
    read_at = models.DateTimeField(_("læst"), auto_now_add=True)

    class Meta:
        verbose_name = _("tekst i en fil")
        verbose_name_plural = _("tekster i filer")

    def __str__(self):
        return self.text[:60]
