import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """Where an asset may be shown."""

    PRINT = "print", _("Tryk")
    WEB = "web", _("Web")
    SOCIAL = "social", _("Sociale medier")
    SCREEN = "screen", _("Infoskærm")
    SHOWING = "showing", _("Offentlig forevisning")
    PRESS = "press", _("Presse")


class ChannelsField(models.JSONField):
    """The channels that the rights cover, as a list; an empty one means all of them."""

    def __init__(self, *args, **kwargs):
        super().__init__(
            *args,
            **{
                "verbose_name": _("må bruges til"),
                "default": list,
                "blank": True,
                "help_text": _("Sæt ingen kryds, når alle kanaler er tilladt."),
                **kwargs,
            },
        )

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            label=self.verbose_name,
            help_text=self.help_text,
            choices=Channel.choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value, model_instance):
        if not isinstance(value, list) or not set(value) <= set(Channel.values):
            raise ValidationError(_("Vælg kanaler fra listen."))


class RightsPeriod(models.Model):
    """Something that may be used for a time: as the rights say, and who is seen."""

    usable_from = models.DateField(_("må bruges fra"), null=True, blank=True)
    usable_until = models.DateField(_("må bruges til og med"), null=True, blank=True)
    consent_until = models.DateField(
        _("samtykke til og med"),
        null=True,
        blank=True,
        help_text=_("Når de, man ser eller hører, kun har sagt ja for en tid."),
    )

    class Meta:
        abstract = True

    @property
    def ends_on(self) -> datetime.date | None:
        """The last day of use: when rights or consent end, whichever is first."""
        days = [day for day in (self.usable_until, self.consent_until) if day]
        return min(days, default=None)

    @property
    def ends_by_consent(self) -> bool:
        """Whether it is the consent that ends first."""
        return self.ends_on is not None and self.ends_on != self.usable_until

    @property
    def is_in_period(self) -> bool:
        """Whether it may be used today."""
        day = timezone.localdate()
        return (self.usable_from is None or self.usable_from <= day) and (
            self.ends_on is None or self.ends_on >= day
        )

    def period_errors(self) -> dict[str, str]:
        """What is wrong with the dates among themselves, by field."""
        errors = {}
        start = self.usable_from
        if start and self.usable_until and self.usable_until < start:
            errors["usable_until"] = _(
                "”Til og med” (%(until)s) ligger før ”fra” (%(start)s)."
            ) % {
                "until": self.usable_until.strftime("%d.%m.%Y"),
                "start": start.strftime("%d.%m.%Y"),
            }
        if start and self.consent_until and self.consent_until < start:
            errors["consent_until"] = _(
                "Samtykket slutter (%(until)s), før det må bruges (%(start)s)."
            ) % {
                "until": self.consent_until.strftime("%d.%m.%Y"),
                "start": start.strftime("%d.%m.%Y"),
            }
        return errors


class Licence(models.Model):
    """What others may do with an asset."""

    name = models.CharField(_("navn"), max_length=80)
    slug = models.SlugField(_("adresse"), unique=True)
    summary = models.CharField(
        _("hvad må man"),
        max_length=250,
        help_text=_("I én sætning, fx ”Del og tilpas frit, når I krediterer”."),
    )
    url = models.URLField(_("hele teksten"), blank=True)

    class Meta:
        verbose_name = _("licens")
        verbose_name_plural = _("licenser")
        ordering = ["name"]

    def __str__(self):
        return self.name


class RightsWarning(models.Model):
    """That the editors were warned of an end of rights: once for each threshold.

    ``days`` is the threshold, 30, 7 or 0 days before ``ends_on``.
    """

    asset = models.ForeignKey(
        "assets.Asset", on_delete=models.CASCADE, related_name="rights_warnings"
    )
    ends_on = models.DateField()
    days = models.PositiveSmallIntegerField()
    warned_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asset", "ends_on", "days"], name="one_warning_a_threshold"
            )
        ]
        indexes = [models.Index(fields=["warned_on"])]

    def __str__(self):
        return f"{self.asset_id}: {self.ends_on} ({self.days})"
