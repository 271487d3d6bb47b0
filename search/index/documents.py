"""What pages, titles and assets say of themselves, as one shape."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.dateformat import format as date_format
from django.utils.html import strip_tags
from django.utils.translation import override

from wagtail.blocks import StreamValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from assets.models import Asset
from campaigns.models import CampaignPage, IdeaPage, ReadingListPage, ReadingListTitle

from ..language.facet_words import (
    AUDIENCES,
    GRATIS,
    OUTSIDE,
    audience_sign,
    facet_words,
    isbn_sign,
    theme_sign,
    week_sign,
)
from ..language.folding import fold
from ..models.entries import Entry, Kind

# By the name of the page type, since some lie above this app.
PAGE_KINDS = {
    "campaignpage": Kind.CAMPAIGN,
    "filmpage": Kind.FILM,
    "ideapage": Kind.IDEA,
    "newspage": Kind.NEWS,
    "readinglistpage": Kind.LIST,
    "storypage": Kind.STORY,
}
LEAD_FIELDS = {"summary", "focus"}
ENDS = ".!?:;,…”’"
LONGEST_TEXT = 60_000
ADDRESS = re.compile(r"(?:https?:/)?/\S*")
FIRST_DAY = date(1990, 1, 1)


@dataclass
class Document:
    """One entry before it is indexed: its texts by place, its facts, its owner."""

    kind: Kind
    title: str
    language: str = ""
    keys: list[str] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    inside: str = ""
    # Signs of facts; those of ``own_signs`` are what the thing itself is.
    signs: set[str] = field(default_factory=set)
    own_signs: set[str] = field(default_factory=set)
    # As when a thing for everybody is also for children.
    loose_signs: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    theme: object = None
    # What it is called in short, where that is not the whole title.
    name: str = ""
    owner: dict = field(default_factory=dict)

    def wear(self, theme) -> None:
        """Belong to a campaign: its names are words, its number is a fact."""
        if theme is None:
            return
        self.theme = theme
        self.keys += [theme.subtitle, theme.umbrella]
        self.signs.add(theme_sign(theme.number))
        self.facts.add(f"tema:{theme.slug}")

    def suit(self, audience: str) -> None:
        """Be for an audience: a value of ideas, or what somebody wrote of a book."""
        if not audience:
            return
        if audience == IdeaPage.Audience.EVERYONE:
            self.loose_signs.update(map(audience_sign, AUDIENCES))
            self.facts.update(f"hvem:{value}" for value in AUDIENCES)
            return
        if audience in AUDIENCES:
            signs = {audience_sign(audience)}
        else:
            signs = {
                s for f in facet_words(audience) if f.name == "hvem" for s in f.signs
            }
        self.signs |= signs
        self.facts.update(
            f"hvem:{value}" for value in AUDIENCES if audience_sign(value) in signs
        )
        if audience_sign("familier") in signs:
            children = ("boern-3-6", "boern-7-12")
            self.loose_signs.update(map(audience_sign, children))

    @property
    def settled(self) -> list[str]:
        """The kinds of facts that are known of it, whatever its texts speak of."""
        known = ["sted", "pris"] if self.kind == Kind.IDEA else []
        audiences = set(map(audience_sign, AUDIENCES))
        return ["hvem", *known] if audiences & self.signs else known

    def run(self, theme) -> None:
        """Be what goes on in the weeks and months of a campaign."""
        day, months = theme.starts_on, []
        while day <= theme.ends_on:
            self.own_signs.add(week_sign(day.isocalendar().week))
            months.append(date_format(day, "F Y"))
            day += timedelta(days=1)
        self.keys += dict.fromkeys(months)

    @property
    def excerpt_text(self) -> str:
        """What is cut from where the words stand."""
        texts = [text.strip() for text in (*self.lead, *self.text) if text.strip()]
        # A heading or a name would else run into what comes after it.
        whole = (text if text[-1] in ENDS else f"{text} ·" for text in texts)
        return " ".join(whole).removesuffix(" ·")[:LONGEST_TEXT]

    @property
    def rank(self) -> int:
        """The order of equals: by kind, the newest campaign, then the title."""
        kinds = len(Kind) - list(Kind).index(self.kind)
        days = (self.theme.starts_on - FIRST_DAY).days if self.theme else 0
        letters = 0
        for letter in fold(self.title).ljust(8)[:8]:
            place = ord(letter) - ord("a") + 1 if "a" <= letter <= "z" else 0
            letters = letters * 32 + 31 - place
        return (kinds * 2**18 + min(max(days, 0), 2**18 - 1)) * 2**40 + letters


def _said(value) -> Iterator[str]:
    """The texts of a search field, without tags."""
    if isinstance(value, str):
        # Where a button leads is no text.
        if not ADDRESS.fullmatch(value):
            yield " ".join(strip_tags(value.replace("<", " <")).split())
    elif isinstance(value, StreamValue):
        yield from _said(value.stream_block.get_searchable_content(value))
    elif isinstance(value, Iterable):
        for each in value:
            yield from _said(each)
    elif value is not None:
        yield str(value)


def _search_texts(owner) -> Iterator[tuple[str, str]]:
    """Name and text of each field that a model says can be searched."""
    named = set()
    for each in owner.get_search_fields():
        named.add(getattr(each, "field_name", ""))
        if isinstance(each, index.RelatedFields):
            related = getattr(owner, each.field_name, None)
            if not hasattr(related, "all"):
                continue
            for row in related.all():
                for inner in each.fields:
                    if isinstance(inner, index.SearchField):
                        for text in _said(inner.get_value(row)):
                            yield each.field_name, text
        elif isinstance(each, index.SearchField):
            for text in _said(each.get_value(owner)):
                yield each.field_name, text
    # What stands on the page beside its body: net-media, figures, whom to ring.
    for each in owner._meta.get_fields():
        if isinstance(each, StreamField) and each.name not in named:
            for text in _said(getattr(owner, each.name)):
                yield each.name, text


def of_page(page: Page) -> Iterator[Document]:
    """The documents of a live page of its own type: itself, and the titles it lists."""
    language = page.locale.language_code
    with override(language):
        yield _page(page, language)
        if isinstance(page, ReadingListPage):
            yield from (_title(title, page, language) for title in page.titles.all())


def _page(page: Page, language: str) -> Document:
    kind = PAGE_KINDS.get(page.cached_content_type.model, Kind.PAGE)
    found = Document(kind, page.title, language, owner={"page_id": page.pk})
    found.keys += [str(page.page_type_display_name), getattr(page, "label", "")]
    for name, text in _search_texts(page):
        if name in LEAD_FIELDS:
            found.lead.append(text)
        elif name != "title":
            found.text.append(text)
    theme = getattr(page, "theme", None)
    found.wear(theme)
    if isinstance(page, CampaignPage):
        found.name = page.name
        media = (block.value["net_media"] for block in page.net_media)
        found.text += [one.name for one in media if one]
        found.own_signs.add(theme_sign(theme.number))
        found.run(theme)
        found.keys += [
            row.partner.name for row in page.partners.select_related("partner")
        ]
    if isinstance(page, ReadingListPage):
        found.suit(page.audience)
        # "Bøger om vikinger" are on a list of such.
        titles = page.titles.all()
        forms = dict.fromkeys(title.get_format_display() for title in titles)
        found.keys += [page.audience, *forms]
    if isinstance(page, IdeaPage):
        _idea(found, page)
    return found


def _idea(found: Document, page: IdeaPage) -> None:
    found.suit(page.audience)
    labels = (page.get_audience_display(), page.get_cost_display())
    found.keys += [*labels, page.get_space_display(), page.credit]
    if page.partner_type != IdeaPage.PartnerType.NONE:
        found.keys.append(page.get_partner_type_display())
    if page.cost == IdeaPage.Cost.FREE:
        found.signs.add(GRATIS)
    if page.space == IdeaPage.Space.OUTDOORS:
        found.signs.add(OUTSIDE)


def _title(title: ReadingListTitle, page: ReadingListPage, language: str) -> Document:
    found = Document(
        Kind.TITLE,
        title.title,
        language,
        keys=[
            title.author,
            title.get_format_display(),
            str(title.year or ""),
            page.title,
        ],
        lead=[title.why],
        owner={"page_id": page.pk, "work_id": title.pk},
    )
    found.keys += [title.faust, title.work_id]
    found.wear(page.theme)
    found.suit(title.audience)
    if title.isbn:
        found.own_signs.add(isbn_sign(title.isbn))
    return found


def of_asset(asset: Asset, file_texts: Iterable[str] = ()) -> Document:
    """The document of an asset; ``file_texts`` stand inside its files."""
    files = asset.current_files
    found = Document(Kind.ASSET, asset.title, owner={"asset_id": asset.pk})
    tags = [str(tag) for tag in asset.tags.all()]
    found.keys += [asset.get_kind_display(), *tags, asset.credit, asset.label]
    for file in files:
        kind = file.current_version.extension
        found.keys += [file.own_name, file.get_purpose_display(), kind]
        if file.format:
            found.keys.append(file.format.name)
            found.facts.add(f"format:{file.format.slug}")
    found.lead.append(asset.summary)
    found.text += [asset.description, *_said(asset.body), asset.alt_text]
    found.inside = "\n".join(file_texts)[:LONGEST_TEXT]
    found.wear(asset.theme)
    for tag in tags:
        found.suit(tag)
    # All that is fetched here is free of charge.
    found.signs.add(GRATIS)
    return found


def reaches_of(document: Document) -> list[tuple[Entry.Reach, bool]]:
    """The entries of a document, each with whether it has what is inside."""
    if not document.inside:
        return [(Entry.Reach.WHOLE, False)]
    return [(Entry.Reach.OUTSIDE, False), (Entry.Reach.INSIDE, True)]
