from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.images.models import AbstractImage, AbstractRendition, Image

from .rights import RightsPeriod


class CustomImage(RightsPeriod, AbstractImage):
    """A picture for pages; the original is private, its renditions are public.

    No page shows it outside the period of its rights.
    """

    credit = models.CharField(
        _("kreditering"),
        max_length=200,
        blank=True,
        help_text=_("Hvem har taget eller tegnet billedet."),
    )

    admin_form_fields = (
        *Image.admin_form_fields,
        "credit",
        "usable_from",
        "usable_until",
        "consent_until",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("billede")
        verbose_name_plural = _("billeder")
        permissions = [("choose_image", "Can choose image")]

    def clean(self):
        super().clean()
        if errors := self.period_errors():
            raise ValidationError(errors)


class Rendition(AbstractRendition):
    """One size of a picture, stored in the public bucket."""

    image = models.ForeignKey(
        CustomImage, on_delete=models.CASCADE, related_name="renditions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="unique_rendition",
            )
        ]
