import hashlib
import uuid

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.search import index

from core.danish import today

from ..clock import Span
from ..looks import Look
from .dates import CampaignDates, DatedQuerySet
from .milestones import Milestone

# Raised when the drawing of looks changes, so that browsers ask for it anew.
DRAWING = 1

COLOUR = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", _("Skriv farven som # og seks cifre, fx #b5382a.")
)


class ThemeQuerySet(DatedQuerySet):
    """Themes in the words that people use about them."""

    def public(self):
        return self.exclude(state=Theme.State.DRAFT)

    def to_archive(self, day=None):
        """Those whose day to be archived has come."""
        return self.filter(state=Theme.State.ANNOUNCED, archive_on__lte=day or today())

    def touching(self, span: Span):
        """Those that have a day or a milestone in it."""
        milestones = Milestone.objects.in_use().touching(span)
        return self.filter(
            Q(starts_on__lte=span.last, ends_on__gte=span.first)
            | Q(pk__in=milestones.values("theme"))
        )

    def with_milestones(self):
        """Each with those in use as ``shown_milestones``, in one further query."""
        in_use = Milestone.objects.in_use()
        return self.prefetch_related(
            models.Prefetch("milestones", in_use, to_attr="shown_milestones")
        )


class Theme(index.Indexed, CampaignDates):
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

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
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
        help_text=_("Et kort ord, der vises ved titlen, fx ”eksempel”."),
    )
    state = models.CharField(
        _("tilstand"), max_length=10, choices=State, default=State.DRAFT
    )
    archive_on = models.DateField(
        _("arkivér den"),
        null=True,
        blank=True,
        help_text=_(
            "Den dag bliver kampagnen arkiveret af sig selv. Tom: I gør det selv ved "
            "at sætte tilstanden til ”Arkiveret”."
        ),
    )
    archived_on = models.DateField(_("arkiveret den"), null=True, editable=False)
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
    # By name: files are kept above. What may be shown of it, assets/logos.py says.
    logo = models.ForeignKey(
        "assets.AssetFile",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        limit_choices_to={"role": "logo", "asset__kind": "graphic_package"},
        related_name="+",
        help_text=_(
            "En fil fra en grafisk pakke, helst svg eller png med gennemsigtig bund. "
            "Når rettighederne udløber, står navnet med bogstaver i stedet."
        ),
    )
    changed_at = models.DateTimeField(auto_now=True)

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

    def save(self, *args, **kwargs):
        # Milestones and archiving are reckoned from dates, however they were written.
        for name in ("starts_on", "ends_on", "archive_on"):
            setattr(
                self, name, self._meta.get_field(name).to_python(getattr(self, name))
            )
        self._date_the_archiving()
        with transaction.atomic():
            super().save(*args, **kwargs)
            Milestone.objects.keep_for(self)

    def _date_the_archiving(self) -> None:
        if self.is_archived:
            self.archived_on = self.archived_on or today()
        elif self.archived_on:
            self.archived_on = None
            if self.archive_on and self.archive_on <= today():
                # Opened again, it is not to be archived the next night.
                self.archive_on = None

    def clean(self):
        errors = self.date_errors()
        if self.archive_on and self.ends_on and self.archive_on <= self.ends_on:
            errors["archive_on"] = _("Vælg en dag efter kampagnens sidste dag.")
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

    @property
    def title(self) -> str:
        """The name in full: "Historier om Danmark – Stenalder til Middelalder"."""
        return " – ".join(filter(None, [self.umbrella, self.subtitle]))

    # What Wagtail calls the column of the listing.
    title.fget.short_description = _("titel")

    @property
    def whole_span(self) -> Span:
        """From the first milestone to the last day; takes ``with_milestones``."""
        spans = [self.period, *(m.span for m in self.shown_milestones)]
        return Span(min(s.first for s in spans), max(s.last for s in spans))

    def get_absolute_url(self) -> str:
        return self.calendar_url

    @property
    def calendar_url(self) -> str:
        """Where its timetable stands: in the calendar of the year that it begins in."""
        address = reverse("calendar_year", args=[self.starts_on.year])
        return f"{address}#tema-{self.slug}"

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_archived(self) -> bool:
        return self.state == self.State.ARCHIVED

    # What is archived is over, whatever its dates say.
    @property
    def is_running(self) -> bool:
        return super().is_running and not self.is_archived

    @property
    def is_upcoming(self) -> bool:
        return super().is_upcoming and not self.is_archived

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
