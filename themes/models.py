import datetime
import hashlib

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.search import index

from core.danish import monday_of, week_exists, week_of, week_range

from .looks import Look

# Raised when the drawing of looks changes, so that browsers ask for it anew.
DRAWING = 1

COLOUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Skriv farven som # og seks cifre, fx #b5382a.")
)


class ThemeQuerySet(models.QuerySet):
    """Themes in the words that people use about them."""

    def public(self):
        return self.exclude(state=Theme.State.DRAFT)

    def running(self, day: datetime.date | None = None):
        day = day or timezone.localdate()
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def upcoming(self, day: datetime.date | None = None):
        return self.filter(starts_on__gt=day or timezone.localdate())

    def ended(self, day: datetime.date | None = None):
        return self.filter(ends_on__lt=day or timezone.localdate())


class Theme(index.Indexed, models.Model):
    """A campaign as a fact: number, name, dates and look. Pages and files point here.

    Dates are real days; people see them as Danish calendar weeks (ISO 8601).
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Kladde")
        ANNOUNCED = "announced", _("Udmeldt")
        ARCHIVED = "archived", _("Arkiveret")

    class Motif(models.TextChoices):
        STRATA = "strata", _("Jordlag")
        LEAVES = "leaves", _("Bogblade")
        WAVES = "waves", _("Bølger")
        CELLS = "cells", _("Celler")
        WEAVE = "weave", _("Vævning")
        DOTS = "dots", _("Prikker")

    number = models.PositiveSmallIntegerField(_("nummer"), unique=True)
    umbrella = models.CharField(
        _("paraply"),
        max_length=80,
        blank=True,
        help_text=_("Den fælles overskrift, når flere temaer hører sammen."),
    )
    subtitle = models.CharField(_("titel"), max_length=120)
    slug = models.SlugField(
        _("adresse"),
        unique=True,
        max_length=80,
        help_text=_("Bruges i pakkens adresse: /pakke/adresse.zip"),
    )
    label = models.CharField(
        _("mærkat"),
        max_length=30,
        blank=True,
        help_text=_("Et kort ord, der vises ved titlen, fx “eksempel”."),
    )
    dates_note = models.CharField(
        _("note til datoerne"),
        max_length=120,
        blank=True,
        help_text=_("Fx “foreløbige datoer”. Vises ved ugerne."),
    )
    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"))
    first_peak_week = models.PositiveSmallIntegerField(
        _("første højdepunktsuge"), null=True, blank=True
    )
    last_peak_week = models.PositiveSmallIntegerField(
        _("sidste højdepunktsuge"), null=True, blank=True
    )
    state = models.CharField(
        _("tilstand"), max_length=10, choices=State, default=State.DRAFT
    )
    ground = models.CharField(
        _("bundfarve"), max_length=7, default="#efe6d2", validators=[COLOUR]
    )
    ink = models.CharField(
        _("skriftfarve"), max_length=7, default="#2b2119", validators=[COLOUR]
    )
    button = models.CharField(
        _("knapfarve"), max_length=7, default="#c2452d", validators=[COLOUR]
    )
    motif = models.CharField(
        _("motiv"),
        max_length=20,
        default=Motif.STRATA,
        choices=Motif,
    )
    seed = models.PositiveIntegerField(
        _("frø"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(9999)],
        help_text=_("Et andet tal giver et andet mønster af samme slags."),
    )

    objects = ThemeQuerySet.as_manager()

    search_fields = [
        index.SearchField("subtitle", boost=3),
        index.SearchField("umbrella"),
        index.AutocompleteField("subtitle"),
        index.AutocompleteField("umbrella"),
        index.FilterField("state"),
    ]

    class Meta:
        verbose_name = _("tema")
        verbose_name_plural = _("temaer")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="theme_ends_after_it_starts",
            )
        ]

    def __str__(self):
        return self.title

    def clean(self):
        errors = {}
        if self.starts_on and self.ends_on:
            if self.ends_on < self.starts_on:
                errors["ends_on"] = _(
                    "Sidste dag (%(end)s) ligger før første dag (%(start)s)."
                ) % {
                    "end": self.ends_on.strftime("%d.%m.%Y"),
                    "start": self.starts_on.strftime("%d.%m.%Y"),
                }
            else:
                errors |= self._peak_errors()
        if self.state == self.State.DRAFT and self.pk and self.is_shown():
            errors["state"] = _(
                "Temaet står på udgivne sider eller materialer. Træk dem tilbage, før "
                "det igen bliver en kladde."
            )
        if errors:
            raise ValidationError(errors)

    def is_shown(self) -> bool:
        """Whether a live page or a published thing of an app above points here."""
        for relation in self._meta.related_objects:
            model = relation.related_model
            rows = model._base_manager.filter(**{relation.field.name: self})
            names = {field.name for field in model._meta.get_fields()}
            if "live" in names and rows.filter(live=True).exists():
                return True
            if "state" in names and rows.filter(state="published").exists():
                return True
        return False

    def _peak_errors(self) -> dict:
        errors = {}
        for name in ("first_peak_week", "last_peak_week"):
            week = getattr(self, name)
            if week is None:
                continue
            if not self._is_a_week(week):
                errors[name] = _("Der er ingen uge %(week)s i %(year)s.") % {
                    "week": week,
                    "year": self.starts_on.isocalendar().year,
                }
            elif self._peak_day(week) is None:
                errors[name] = _("Uge %(week)s ligger uden for temaets %(weeks)s.") % {
                    "week": week,
                    "weeks": self.weeks,
                }
        if errors:
            return errors
        if (self.first_peak_week is None) != (self.last_peak_week is None):
            empty = (
                "last_peak_week" if self.last_peak_week is None else "first_peak_week"
            )
            return {
                empty: _("Skriv både første og sidste højdepunktsuge, eller ingen.")
            }
        if self.first_peak_week is not None and self._peak_day(
            self.last_peak_week
        ) < self._peak_day(self.first_peak_week):
            return {"last_peak_week": _("Sidste højdepunktsuge ligger før den første.")}
        return {}

    def _years(self) -> range:
        """The calendar years (ISO 8601) that the theme touches; few by nature."""
        return range(
            self.starts_on.isocalendar().year, self.ends_on.isocalendar().year + 1
        )

    def _is_a_week(self, week: int) -> bool:
        return any(week_exists(year, week) for year in self._years())

    def _peak_day(self, week: int) -> datetime.date | None:
        """The Monday of ``week`` inside the theme's period, or None."""
        first = monday_of(*self.starts_on.isocalendar()[:2])
        for year in self._years():
            if week_exists(year, week):
                monday = monday_of(year, week)
                if first <= monday <= self.ends_on:
                    return monday
        return None

    @property
    def title(self) -> str:
        """The name in full: "Historier om Danmark – Stenalder til Middelalder"."""
        return " – ".join(filter(None, [self.umbrella, self.subtitle]))

    # What Wagtail calls the column of the listing.
    title.fget.short_description = _("titel")

    @property
    def weeks(self) -> str:
        """The period as calendar weeks: "uge 39-42"."""
        return week_range(week_of(self.starts_on), week_of(self.ends_on))

    @property
    def peak_weeks(self) -> str:
        """The peak as calendar weeks, or an empty text."""
        if self.first_peak_week is None or self.last_peak_week is None:
            return ""
        return week_range(self.first_peak_week, self.last_peak_week)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_running(self) -> bool:
        return self.starts_on <= timezone.localdate() <= self.ends_on

    @property
    def is_upcoming(self) -> bool:
        return self.starts_on > timezone.localdate()

    @property
    def days_to_start(self) -> int:
        """Whole days until the first day; 0 once it has come."""
        return max(0, (self.starts_on - timezone.localdate()).days)

    @cached_property
    def look(self) -> Look:
        return Look(
            ground=self.ground,
            ink=self.ink,
            button=self.button,
            # A plain text: a member of Motif would give another digest.
            motif=str(self.motif),
            seed=self.seed,
        )

    @property
    def look_digest(self) -> str:
        """Ten characters that change when the look or its drawing does."""
        return hashlib.sha256(f"{DRAWING} {self.look}".encode()).hexdigest()[:10]

    @property
    def css_class(self) -> str:
        """The class under which an element wears the theme's colours and pattern."""
        return f"theme-{self.pk}"

    @property
    def stylesheet_url(self) -> str:
        """The address of the theme's colours; it changes when they do."""
        return reverse("theme_stylesheet", args=[self.pk, self.look_digest])

    def pattern_url(self, *, dark: bool = False) -> str:
        """The address of the theme's pattern, for light or dark pages."""
        name = "theme_pattern_dark" if dark else "theme_pattern"
        return reverse(name, args=[self.pk, self.look_digest])
