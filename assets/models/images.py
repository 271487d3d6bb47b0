from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.images.models import AbstractImage, AbstractRendition, Image

from ..pictures.plain import PlainFilter
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
    # Both are found by the worker (assets/pictures/preparing.py). What shines through
    # has no colour.
    colour = models.CharField(max_length=7, blank=True, editable=False)
    prepared = models.CharField(max_length=120, blank=True, editable=False)

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

    def generate_rendition_file(self, filter, *, source=None):
        plain = PlainFilter(filter.spec)
        return super().generate_rendition_file(plain, source=source)

    @property
    def css_class(self) -> str:
        """The classes for its colour and its focal point (``picture.css``)."""
        names = []
        if self.colour:
            parts = zip("rgb", bytes.fromhex(self.colour[1:]), strict=True)
            names = ["tone", *(f"tone-{name}{part // 32}" for name, part in parts)]
        if self.has_focal_point():
            across = _tenths(self.focal_point_x, self.width)
            down = _tenths(self.focal_point_y, self.height)
            names += ["focus", f"focus-x{across}", f"focus-y{down}"]
        return " ".join(names)


def _tenths(part: int, whole: int) -> int:
    return min(10, round(10 * part / whole))


class Rendition(AbstractRendition):
    """One size of a picture, stored in the public bucket."""

    image = models.ForeignKey(
        CustomImage, on_delete=models.CASCADE, related_name="renditions"
    )
    # Known of those that the worker makes; asked of storage for others.
    file_size = models.PositiveIntegerField(null=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"),
                name="unique_rendition",
            )
        ]
