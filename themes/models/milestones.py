import datetime
import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.danish import today

from ..clock import MilestoneKind, Span


class MilestoneQuerySet(models.QuerySet):
    """Milestones in the words that people use about them."""

    def in_use(self):
        return self.filter(is_dropped=False)

    def public(self):
        """What everyone may see: all that is in use, but nothing of a draft theme."""
        return self.in_use().exclude(theme__state="draft")

    def ahead(self, day: datetime.date | None = None):
        """Those that have not ended, nor their campaign's work, the nearest first."""
        open_ones = self.exclude(theme__state="archived")
        return open_ones.filter(ends_on__gte=day or today()).order_by("starts_on", "pk")

    def touching(self, span: Span):
        return self.filter(starts_on__lte=span.last, ends_on__gte=span.first)

    def keep_for(self, theme) -> None:
        """Give ``theme`` the milestones it lacks; let those nobody moved follow it."""
        wanted = theme.timetable
        kept = {milestone.kind: milestone for milestone in self.filter(theme=theme)}
        missing = [kind for kind in wanted if kind not in kept]
        strays = [m for kind, m in kept.items() if kind not in wanted]
        behind = []
        for kind, span in wanted.items():
            milestone = kept.get(kind)
            if milestone and not milestone.is_moved and milestone.span != span:
                milestone.move_to(span)
                behind.append(milestone)
        if missing:
            self.bulk_create(
                Milestone.of(theme, kind, wanted[kind]) for kind in missing
            )
        if behind:
            self.bulk_update(behind, Milestone.PLACED)
        if strays:
            self.filter(pk__in=[milestone.pk for milestone in strays]).delete()


class Milestone(models.Model):
    """A step on the way to a campaign and out of it, one of each kind a theme.

    Reckoned from the theme's dates until somebody moves it. ``uid``, ``revision`` and
    ``changed_at`` are what calendars know it by.
    """

    PLACED = ["starts_on", "ends_on", "revision", "changed_at"]

    theme = models.ForeignKey(
        "themes.Theme",
        verbose_name=_("tema"),
        on_delete=models.CASCADE,
        related_name="milestones",
    )
    kind = models.CharField(_("milepæl"), max_length=20, choices=MilestoneKind)
    starts_on = models.DateField(_("første dag"))
    ends_on = models.DateField(_("sidste dag"))
    is_moved = models.BooleanField(_("flyttet"), default=False)
    is_dropped = models.BooleanField(_("udgår"), default=False)
    note = models.CharField(_("note"), max_length=120, blank=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    revision = models.PositiveIntegerField(default=0, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("milepæl")
        verbose_name_plural = _("milepæle")
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "kind"], name="one_milestone_of_each_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="milestone_ends_after_it_starts",
            ),
        ]
        indexes = [models.Index(fields=["ends_on", "starts_on"])]

    def __str__(self):
        return str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        """Where it stands in the calendar of its year."""
        address = reverse("calendar_year", args=[self.starts_on.year])
        return f"{address}#tema-{self.theme.slug}"

    @classmethod
    def of(cls, theme, kind: MilestoneKind, span: Span) -> "Milestone":
        """A milestone, not saved yet."""
        return cls(theme=theme, kind=kind, starts_on=span.first, ends_on=span.last)

    @property
    def step(self) -> MilestoneKind:
        return MilestoneKind(self.kind)

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    @property
    def weeks(self) -> str:
        """The calendar weeks that it touches: "uge 43-44"."""
        return self.span.weeks

    @property
    def is_running(self) -> bool:
        return self.starts_on <= today() <= self.ends_on

    @property
    def is_over(self) -> bool:
        return self.ends_on < today()

    def move_to(self, span: Span) -> None:
        """Place it on other days, which calendars are told of; does not save."""
        if span != self.span:
            self.starts_on, self.ends_on = span.first, span.last
            self.note_change()

    def note_change(self) -> None:
        """Tell calendars that it is another now; does not save."""
        self.revision += 1
        self.changed_at = timezone.now()
