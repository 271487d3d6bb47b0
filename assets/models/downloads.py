from django.db import models
from django.utils.translation import gettext_lazy as _


class DownloadQuerySet(models.QuerySet):
    def by_library(self, library):
        return self.filter(library=library)


class Download(models.Model):
    """One file or package fetched: which library, what and when; never a person."""

    version = models.ForeignKey(
        "assets.FileVersion",
        verbose_name=_("version"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="downloads",
        help_text=_("Tom, når det var en hel pakke."),
    )
    package = models.ForeignKey(
        "assets.Package",
        verbose_name=_("pakke"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="downloads",
        help_text=_("Hvad der var i pakken, når det var en."),
    )
    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    library = models.ForeignKey(
        "libraries.Library",
        verbose_name=_("bibliotek"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="downloads",
        help_text=_("Tom, når filen blev hentet uden log ind."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("fra siden"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    fetched_at = models.DateTimeField(_("hentet"), auto_now_add=True)

    objects = DownloadQuerySet.as_manager()

    class Meta:
        verbose_name = _("hentning")
        verbose_name_plural = _("hentninger")
        ordering = ["-fetched_at", "-pk"]
        indexes = [models.Index(fields=["library", "-fetched_at"])]

    def __str__(self):
        what = self.version or self.theme or _("Pakke")
        return f"{what} ({self.fetched_at:%d.%m.%Y})"

    @property
    def is_package(self) -> bool:
        return self.version_id is None
