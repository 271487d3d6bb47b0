"""The shapes of the demo content: plain frozen dataclasses, no Django.

A reference is the key of another entry; in `Action.target` and `PageLinks.targets` it
is `kind:key`, or an address. Blocks and choices are given on from here.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from .blocks import (
    Action,
    Bar,
    Block,
    Chart,
    Entry,
    Faq,
    Figure,
    Films,
    Heading,
    Ideas,
    Materials,
    Moment,
    PageLinks,
    Picture,
    Place,
    Question,
    Quote,
    ReadingLists,
    SeeAlso,
    Stories,
    Text,
    Timeline,
    walk,
)
from .choices import (
    ACCESS,
    AUDIENCES,
    COST_BANDS,
    EXAMPLE,
    FORMATS,
    FROM_REPORT,
    KINDS,
    LICENCES,
    PARTNER_TYPES,
    PURPOSES,
    SPACES,
    TITLE_FORMATS,
)
from .prose import to_html

__all__ = [
    "ACCESS",
    "AUDIENCES",
    "Action",
    "Bar",
    "Block",
    "COST_BANDS",
    "Campaign",
    "CampaignTranslation",
    "Chart",
    "Contact",
    "Cue",
    "EXAMPLE",
    "Entry",
    "FORMATS",
    "FROM_REPORT",
    "Faq",
    "Figure",
    "Film",
    "Films",
    "Heading",
    "Home",
    "Idea",
    "Ideas",
    "KINDS",
    "LICENCES",
    "Materials",
    "Moment",
    "NewsItem",
    "PARTNER_TYPES",
    "PURPOSES",
    "PageLinks",
    "Partner",
    "Picture",
    "Place",
    "Production",
    "ProductionFile",
    "Question",
    "Quote",
    "ReadingList",
    "ReadingLists",
    "SPACES",
    "SeeAlso",
    "SitePage",
    "SiteSettings",
    "Stories",
    "Story",
    "TITLE_FORMATS",
    "Text",
    "Timeline",
    "Title",
    "walk",
]


@dataclass(frozen=True)
class Partner(Entry):
    """Who takes part and as what."""

    name: str
    role: str
    address: str = ""
    label: str = ""


@dataclass(frozen=True)
class Contact(Entry):
    """Whom to ring or write to; the telephone stays empty in demo content."""

    name: str
    organisation: str
    email: str
    phone: str = ""
    label: str = EXAMPLE


@dataclass(frozen=True)
class Campaign(Entry):
    """A theme with its campaign page.

    `start` is a Monday, or None when the campaign follows the day of loading and
    began `began_weeks_ago` weeks before it. `peak` counts weeks from 1.
    """

    key: str
    slug: str
    number: int
    umbrella: str
    subtitle: str
    season: str
    start: date | None
    weeks: int
    peak: tuple[int, int]
    dates_label: str
    focus: str
    summary: str
    motif: str
    seed: int
    colours: tuple[str, str, str]
    hero: Picture
    partners: tuple[Partner, ...]
    contact: Contact
    body: tuple[Block, ...]
    figures: tuple[Figure, ...] = ()
    net_media: tuple[Place, ...] = ()
    began_weeks_ago: int = 0
    label: str = ""

    @property
    def title(self) -> str:
        return " – ".join(filter(None, (self.umbrella, self.subtitle)))

    def period(self, today: date) -> tuple[date, date]:
        """First Monday and last Sunday."""
        first = self.start
        if first is None:
            monday = today - timedelta(days=today.weekday())
            first = monday - timedelta(weeks=self.began_weeks_ago)
        return first, first + timedelta(weeks=self.weeks, days=-1)

    def peak_period(self, today: date) -> tuple[date, date]:
        """First Monday and last Sunday of the peak weeks."""
        first, _ = self.period(today)
        start, end = self.peak
        return (
            first + timedelta(weeks=start - 1),
            first + timedelta(weeks=end, days=-1),
        )


@dataclass(frozen=True)
class Story(Entry):
    """A story page under a campaign."""

    key: str
    slug: str
    campaign: str
    title: str
    summary: str
    hero: Picture
    body: tuple[Block, ...]
    language: str = "da"
    translation_of: str = ""


@dataclass(frozen=True)
class Idea(Entry):
    """An idea of the catalogue; hours and cost are ours, hence the label."""

    key: str
    slug: str
    campaign: str
    title: str
    summary: str
    description: str
    audience: str
    staff_hours: int
    cost: str
    lead_weeks: int
    space: str
    partner: str
    steps: tuple[str, ...]
    productions: tuple[str, ...] = ()
    films: tuple[str, ...] = ()
    reading_lists: tuple[str, ...] = ()
    label: str = EXAMPLE
    label_note: str = "Timer, pris og varsel er eksempler."

    @property
    def html(self) -> str:
        return to_html(self.description)


@dataclass(frozen=True)
class Title(Entry):
    """A work on a reading list; year and ISBN only where we are certain."""

    title: str
    author: str
    year: int | None
    why: str
    audience: str = "voksne"
    format: str = "bog"
    isbn: str | None = None


@dataclass(frozen=True)
class ReadingList(Entry):
    """A reading list that ends in a loan."""

    key: str
    slug: str
    campaign: str
    title: str
    summary: str
    titles: tuple[Title, ...]
    audience: str = "voksne"
    label: str = EXAMPLE


@dataclass(frozen=True)
class Cue(Entry):
    """A caption and the scene that is drawn behind it, in whole seconds."""

    start: int
    end: int
    text: str
    scene: str


@dataclass(frozen=True)
class Film(Entry):
    """A silent drawn film; `production` is the asset that holds its files."""

    key: str
    slug: str
    campaign: str
    production: str
    title: str
    summary: str
    transcript: str
    length_note: str
    cues: tuple[Cue, ...]
    alt: str
    label: str = EXAMPLE

    @property
    def seconds(self) -> int:
        return self.cues[-1].end

    @property
    def captions(self) -> str:
        """The cues as WebVTT."""
        cues = (
            f"00:{cue.start // 60:02d}:{cue.start % 60:02d}.000 --> "
            f"00:{cue.end // 60:02d}:{cue.end % 60:02d}.000\n{cue.text}\n"
            for cue in self.cues
        )
        return "\n".join(("WEBVTT\n", *cues))


@dataclass(frozen=True)
class ProductionFile(Entry):
    """One form of a production and how it is drawn."""

    name: str
    purpose: str
    format: str
    filename: str
    draw: str
    params: dict[str, object] = field(default_factory=dict)
    role: str = ""
    language: str = "da"


@dataclass(frozen=True)
class Production(Entry):
    """A centrally produced production: becomes an asset with its files."""

    key: str
    title: str
    kind: str
    campaign: str
    summary: str
    description: str
    alt: str
    tags: tuple[str, ...]
    files: tuple[ProductionFile, ...]
    licence: str = "deltagere"
    access: str = "open"
    credit: str = "Bibliotekernes Temasamarbejde"
    label: str = EXAMPLE
    # A text that is written on the site: rich text as the editor keeps it.
    body: str = ""

    @property
    def html(self) -> str:
        return to_html(self.description)


@dataclass(frozen=True)
class SitePage(Entry):
    """A plain page outside the campaigns."""

    key: str
    slug: str
    title: str
    summary: str
    body: tuple[Block, ...]
    parent: str = ""
    language: str = "da"
    translation_of: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Home(Entry):
    """The front page: the big sentence and what follows it."""

    title: str
    lead: str
    seo_description: str
    hero: Picture
    body: tuple[Block, ...]
    language: str = "da"


@dataclass(frozen=True)
class NewsItem(Entry):
    """A short piece of news; the label says how sure the date is."""

    slug: str
    title: str
    date: date
    date_label: str
    summary: str
    body: tuple[Block, ...]


@dataclass(frozen=True)
class SiteSettings(Entry):
    """What stands on every page."""

    organisation: str
    footer_text: str
    email: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True)
class CampaignTranslation(Entry):
    """The English side of a campaign."""

    campaign: str
    slug: str
    title: str
    subtitle: str
    season: str
    dates_label: str
    focus: str
    summary: str
    hero_alt: str
    body: tuple[Block, ...]
