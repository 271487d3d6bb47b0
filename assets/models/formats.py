from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.danish import free_slug, number
from core.danish import slug as danish_slug

LARGEST_MM = 20_000
LARGEST_PX = 30_000
LARGEST_BLEED_MM = 50
AT_LEAST_ONE = [MinValueValidator(1, _("Skriv et tal på mindst 1, eller ingenting."))]


class Format(models.Model):
    """What a file is made for: "Plakat A3", "Instagram". Sizes in mm or in pixels.

    ``max_kb`` is in kB (1,000 bytes), ``max_seconds`` what an animation or a film may
    last; both are empty when there is no limit.
    """

    class Medium(models.TextChoices):
        PRINT = "print", _("Tryk")
        SCREEN = "screen", _("Skærm")
        SOCIAL = "social", _("Sociale medier")

    name = models.CharField(_("navn"), max_length=60)
    slug = models.SlugField(
        _("adresse"),
        unique=True,
        blank=True,
        help_text=_("Bruges i listens adresse. Laves af navnet, hvis den er tom."),
    )
    medium = models.CharField(
        _("medie"), max_length=10, choices=Medium, default=Medium.PRINT
    )
    width_mm = models.PositiveIntegerField(
        _("bredde i mm"), null=True, blank=True, validators=AT_LEAST_ONE
    )
    height_mm = models.PositiveIntegerField(
        _("højde i mm"), null=True, blank=True, validators=AT_LEAST_ONE
    )
    bleed_mm = models.PositiveSmallIntegerField(_("beskæring i mm"), default=0)
    width_px = models.PositiveIntegerField(
        _("bredde i pixel"), null=True, blank=True, validators=AT_LEAST_ONE
    )
    height_px = models.PositiveIntegerField(
        _("højde i pixel"), null=True, blank=True, validators=AT_LEAST_ONE
    )
    max_kb = models.PositiveIntegerField(
        _("fylder højst, i kB"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("Fx 150 for et banner på en hjemmeside. Tom: ingen grænse."),
    )
    max_seconds = models.PositiveSmallIntegerField(
        _("varer højst, i sekunder"),
        null=True,
        blank=True,
        validators=AT_LEAST_ONE,
        help_text=_("For det, der bevæger sig. Tom: ingen grænse."),
    )

    class Meta:
        verbose_name = _("format")
        verbose_name_plural = _("formater")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            base = danish_slug(self.name)[:44] or "format"
            self.slug = free_slug(base, Format.objects.all())
        super().save(*args, **kwargs)

    def clean(self):
        errors = {}
        in_mm = self.width_mm is not None or self.height_mm is not None
        in_px = self.width_px is not None or self.height_px is not None
        if in_mm and in_px:
            errors["width_px"] = _(
                "Et format måles enten i mm eller i pixel. Slet det ene sæt tal."
            )
        else:
            errors |= self._pair_errors("mm", LARGEST_MM)
            errors |= self._pair_errors("px", LARGEST_PX)
        if self.medium == self.Medium.PRINT:
            if in_px and not in_mm:
                errors["medium"] = _(
                    "Tryk måles i mm. Skriv målene i mm, eller vælg et andet medie."
                )
            if self.max_seconds:
                errors["max_seconds"] = _("Et tryk bevæger sig ikke. Slet tallet.")
        elif self.bleed_mm:
            errors["bleed_mm"] = _("Kun tryk har beskæring. Skriv 0.")
        if (self.bleed_mm or 0) > LARGEST_BLEED_MM:
            errors["bleed_mm"] = _(
                "%(bleed)s mm beskæring er for meget. Det plejer at være 3 mm."
            ) % {"bleed": number(self.bleed_mm)}
        if errors:
            raise ValidationError(errors)

    def _pair_errors(self, unit: str, largest: int) -> dict:
        errors = {}
        names = (f"width_{unit}", f"height_{unit}")
        values = [getattr(self, name) for name in names]
        for name, value in zip(names, values, strict=True):
            if value is None and any(other is not None for other in values):
                errors[name] = _("Skriv både bredde og højde, eller ingen af dem.")
            elif value is not None and value > largest:
                errors[name] = _("Det største mål her er %(largest)s.") % {
                    "largest": number(largest)
                }
        return errors

    @property
    def size(self) -> str:
        """The size as people read it: "297 × 420 mm" or "1.920 × 1.080 pixel"."""
        if self.width_mm and self.height_mm:
            return f"{number(self.width_mm)} × {number(self.height_mm)} mm"
        if self.width_px and self.height_px:
            return f"{number(self.width_px)} × {number(self.height_px)} pixel"
        return ""

    @property
    def limits(self) -> str:
        """Bleed and limits as people read them: "3 mm beskæring", "højst 150 kB"."""
        parts = []
        if self.bleed_mm:
            parts.append(_("%(bleed)s mm beskæring") % {"bleed": self.bleed_mm})
        if self.max_kb:
            parts.append(_("højst %(size)s kB") % {"size": number(self.max_kb)})
        if self.max_seconds:
            parts.append(
                _("højst %(seconds)s sekunder") % {"seconds": self.max_seconds}
            )
        return ", ".join(str(part) for part in parts)
