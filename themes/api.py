"""Themes as the API tells of them, and the lists that can be narrowed down by one."""

import datetime
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse

from wagtail.api.v2.utils import BadRequestError

from pydantic import Field

from core.open_data.endpoints import Endpoint
from core.open_data.questions import LARGEST_KEY, Question
from core.open_data.records import Source, open_source
from core.open_data.shapes import Address, Choice, Moment, Reference, Shape, Thing
from core.open_data.telling import Teller, told_as
from core.site_address import whole

from .models import Milestone, Theme

KIND = "themes"


class Days(Shape):
    """Fra den første til den sidste dag, begge med."""

    first: datetime.date
    last: datetime.date


class OpenMilestone(Shape):
    """Et trin på vej til kampagnen og ud af den."""

    uuid: UUID
    step: Choice
    starts_on: datetime.date
    ends_on: datetime.date
    weeks: str = Field(description="Som i kalenderen: ”uge 43-44”.")
    note: str
    changed: Moment


class OpenLook(Shape):
    """Temaets farver, som #rrggbb, og navnet på dets mønster."""

    ground: str
    ink: str
    button: str
    motif: str


class OpenTheme(Thing):
    """Et tema: nummer, navn, datoer og udtryk. Kampagnens sider hører til det."""

    number: int
    slug: str
    umbrella: str = Field(description="Den fælles overskrift for flere temaer.")
    subtitle: str = Field(description="Titlen uden paraply.")
    label: str
    state: Choice
    starts_on: datetime.date
    ends_on: datetime.date
    weeks: str
    peak: Days | None = Field(description="Højdepunktet, når det er lagt.")
    dates_note: str
    archived_on: datetime.date | None
    look: OpenLook
    milestones: list[OpenMilestone]
    calendar: Address = Field(description="Datoerne som iCalendar.")
    package: Address = Field(description="Temaets materialer som zip.")


def open_themes() -> QuerySet[Theme]:
    """The themes that are not drafts, with when they or their milestones changed."""
    moved = Milestone.objects.filter(theme=OuterRef("pk")).order_by("-changed_at")
    latest = Subquery(moved.values("changed_at")[:1])
    return Theme.objects.public().annotate(
        stamp=Greatest("changed_at", Coalesce(latest, "changed_at")),
        theme_slug=F("slug"),
        language_code=Value(""),
    )


open_source(Source(KIND, open_themes))
told_as(Theme, KIND)


class ThemesEndpoint(Endpoint):
    kind = KIND
    title = "Temaer"
    about = "Kampagnerne som kendsgerninger: nummer, navn, datoer, milepæle og farver."
    model = Theme
    row = whole = OpenTheme

    def fetch(self, pks, *, is_whole):
        return Theme.objects.public().with_milestones().in_bulk(pks)

    def tell(self, things, records, teller):
        return {
            pk: self.tell_whole(theme, records[pk], teller)
            for pk, theme in things.items()
        }

    def tell_whole(self, thing, record, teller):
        peak = thing.peak
        return OpenTheme(
            **teller.named(thing, record),
            number=thing.number,
            slug=thing.slug,
            umbrella=thing.umbrella,
            subtitle=thing.subtitle,
            label=thing.label,
            state=Choice.of(thing, "state"),
            starts_on=thing.starts_on,
            ends_on=thing.ends_on,
            weeks=thing.weeks,
            peak=peak and Days(first=peak.first, last=peak.last),
            dates_note=thing.dates_note,
            archived_on=thing.archived_on,
            look=OpenLook(
                ground=thing.ground,
                ink=thing.ink,
                button=thing.button,
                motif=thing.motif,
            ),
            milestones=[_milestone(one) for one in thing.shown_milestones],
            calendar=whole(reverse("theme_calendar_feed", args=[thing.slug])),
            package=whole(reverse("package", args=[thing.slug])),
        )


def _milestone(milestone: Milestone) -> OpenMilestone:
    return OpenMilestone(
        uuid=milestone.uid,
        step=Choice.of(milestone, "kind"),
        starts_on=milestone.starts_on,
        ends_on=milestone.ends_on,
        weeks=milestone.weeks,
        note=milestone.note,
        changed=milestone.changed_at,
    )


class ThemeQuestion(Question):
    """What lists of things that belong to a theme can be asked too."""

    theme: str | None = Field(
        None, max_length=200, description="Temaets uuid, nummer eller slug."
    )


class ThemedEndpoint(Endpoint):
    """Tells of things that may belong to a theme."""

    question = ThemeQuestion

    def narrow(self, records, question):
        if question.theme is None:
            return records
        theme = find_theme(question.theme)
        if theme is None:
            raise BadRequestError("Temaet kendes ikke.")
        return records.filter(theme_slug=theme.slug)


def slug_of_theme() -> Case:
    """The slug of the theme of a row, for a query; none of a theme that is a draft."""
    draft = When(theme__state=Theme.State.DRAFT, then=Value(""))
    slug = Coalesce("theme__slug", Value(""))
    return Case(draft, default=slug, output_field=CharField())


def find_theme(text: str) -> Theme | None:
    """The theme, no draft, that has this uuid, number or slug."""
    themes = Theme.objects.public()
    try:
        return themes.filter(uuid=UUID(text)).first()
    except ValueError:
        pass
    if text.isascii() and text.isdigit() and int(text) <= LARGEST_KEY:
        return themes.filter(number=int(text)).first()
    return themes.filter(slug=text).first()


def theme_told(theme: Theme | None, teller: Teller) -> Reference | None:
    """Point to the theme of a thing, unless it is still a draft."""
    return teller.reference(theme) if theme and not theme.is_draft else None
