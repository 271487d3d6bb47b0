from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.search import index


class Partner(index.Indexed, models.Model):
    """A broadcaster, museum, archive or fund that takes part in campaigns."""

    name = models.CharField(_("navn"), max_length=120)
    logo = models.ForeignKey(
        "assets.CustomImage",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    website = models.URLField(_("hjemmeside"), blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partnere")
        ordering = ["name"]

    def __str__(self):
        return self.name


class NetMedia(index.Indexed, models.Model):
    """One of the libraries' national web services, shown by what it has to say."""

    name = models.CharField(_("navn"), max_length=80)
    description = models.CharField(_("hvad finder man der"), max_length=200, blank=True)
    website = models.URLField(_("hjemmeside"), blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("netmedie")
        verbose_name_plural = _("netmedier")
        ordering = ["name"]

    def __str__(self):
        return self.name
