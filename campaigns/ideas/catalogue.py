"""The idea catalogue as plain facts, to be set on paper: what all may see, no more."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wagtail.images.models import SourceImageIOError

from assets.logos import logo_of
from assets.models import Asset, Rendition
from assets.models.rights import Channel
from core.causes import may_pass
from core.templatetags.filter_tags import active_filters
from themes.looks import Look
from themes.looks.logos import Logo

from ..filters import IdeaFilter
from ..models import FilmPage, IdeaIndexPage, IdeaPage, ReadingListPage

# One paper is a stack to carry, not an archive.
MAX_IDEAS = 200
NEEDS = {
    "needed_assets": "asset_id",
    "needed_films": "page_id",
    "needed_lists": "page_id",
}


@dataclass(frozen=True)
class Need:
    """Something that an idea takes: what kind of thing, its name, where it is."""

    kind: str
    title: str
    address: str


@dataclass(frozen=True)
class Idea:
    """An idea as it stands on paper. ``picture`` is a rendition's file name."""

    title: str
    summary: str
    campaign: str
    look: Look
    facts: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    body: tuple[tuple[str, str], ...]
    needs: tuple[Need, ...]
    credit: str
    label: str
    address: str
    picture: str
    picture_credit: str

    @property
    def picture_url(self) -> str:
        return Rendition._meta.get_field("file").storage.url(self.picture)


@dataclass(frozen=True)
class Catalogue:
    """Ideas by campaign, under a title; ``lead`` says what was chosen.

    ``is_whole`` when nothing was left out by choice.
    """

    title: str
    lead: str
    is_whole: bool
    look: Look
    language: str
    ideas: tuple[Idea, ...]
    logo: Logo | None = None

    @property
    def digest(self) -> str:
        """Changes when anything that is set on the paper does."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:32]


class TooMany(ValueError):
    """More ideas than one paper holds."""


def chosen_ideas(page: IdeaIndexPage, data) -> tuple[IdeaFilter, list[IdeaPage]]:
    """The ideas that the choices of an address leave; raises ``TooMany``."""
    filters = IdeaFilter(data, queryset=page.ideas())
    ideas = list(filters.qs[: MAX_IDEAS + 1])
    if len(ideas) > MAX_IDEAS:
        raise TooMany
    return filters, ideas


def catalogue_of(
    request: HttpRequest, page: IdeaIndexPage, filters: IdeaFilter, ideas: list
) -> Catalogue:
    """Gather what the paper says, in a fixed number of queries."""
    needs, pictures = _needs_of(ideas), _Pictures()
    language = page.locale.language_code
    themes = {idea.theme_id: idea.theme for idea in ideas if idea.theme}
    words = [choice.text for choice in active_filters(filters)]
    is_whole = not words
    if len(themes) == 1 and not filters.data.get("tema"):
        words.insert(0, next(iter(themes.values())).title)
    # The cover of several campaigns is nobody's own.
    theme = next(iter(themes.values())) if len(themes) == 1 else None
    return Catalogue(
        title=page.title,
        lead=" · ".join(words),
        is_whole=is_whole,
        look=ideas[0].look,
        language=language,
        logo=logo_of(theme, Channel.PRINT),
        ideas=tuple(_entry(request, idea, needs, pictures) for idea in ideas),
    )


def _needs_of(ideas: list[IdeaPage]) -> dict:
    """What the ideas need, by relation and key: as a stranger may see it."""
    prefetch_related_objects(ideas, "steps", *NEEDS)
    wanted = {
        relation: {
            getattr(row, key) for idea in ideas for row in getattr(idea, relation).all()
        }
        for relation, key in NEEDS.items()
    }
    tables = {
        "needed_assets": Asset.objects.listed_for(AnonymousUser()),
        "needed_films": FilmPage.objects.live().public(),
        "needed_lists": ReadingListPage.objects.live().public(),
    }
    return {relation: tables[relation].in_bulk(wanted[relation]) for relation in NEEDS}


def _entry(request: HttpRequest, idea: IdeaPage, needs: dict, pictures) -> Idea:
    picture = pictures.name_of(idea.picture)
    return Idea(
        title=idea.title,
        summary=idea.summary,
        campaign=idea.theme.title if idea.theme else "",
        look=idea.look,
        facts=tuple(facts_of(idea)),
        steps=tuple(step.text.strip() for step in idea.steps.all()),
        body=tuple(_words(idea.body)),
        needs=tuple(_needs(request, idea, needs)),
        credit=idea.credit,
        label=idea.label,
        address=idea.get_full_url(request) or "",
        picture=picture,
        picture_credit=idea.picture.credit if picture else "",
    )


# The shape of a band on the paper, at some 130 dots an inch.
PICTURE = "fill-1080x320|format-jpeg|jpegquality-80"


class _Pictures:
    """File names of pictures in the paper's shape; empty for one that cannot be made.

    Storage that is away is not waited for once a picture.
    """

    def __init__(self):
        self.is_away = False

    def name_of(self, picture) -> str:
        if self.is_away or not (picture and picture.is_in_period):
            return ""
        try:
            return picture.get_rendition(PICTURE).file.name
        except Exception as error:
            self.is_away = may_pass(error)
            if isinstance(error, SourceImageIOError) or self.is_away:
                return ""
            raise


def facts_of(idea: IdeaPage) -> Iterator[tuple[str, str]]:
    """What an idea takes, each fact with its name; what is not said is left out."""
    if idea.hours:
        yield _("Jeres tid"), idea.hours
    yield _("Pris"), str(idea.get_cost_display())
    yield _("For hvem"), str(idea.get_audience_display())
    if idea.lead_weeks:
        weeks = ngettext("1 uge før", "%(weeks)s uger før", idea.lead_weeks)
        yield _("Begynd"), weeks % {"weeks": idea.lead_weeks}
    if idea.space:
        yield _("Plads"), str(idea.get_space_display())
    yield _("Sammen med"), str(idea.get_partner_type_display())


def _words(body) -> Iterable[tuple[str, str]]:
    """The running text of a body: its headings, its rich text, its quotes."""
    for block in body:
        if block.block_type == "text":
            yield "text", block.value.source
        elif block.block_type == "heading":
            yield "heading", str(block.value.get("text") or "")
        elif block.block_type == "quote":
            yield "quote", str(block.value.get("text") or "")


def _needs(request: HttpRequest, idea: IdeaPage, needs: dict) -> Iterator[Need]:
    for relation, key in NEEDS.items():
        for row in getattr(idea, relation).all():
            if not (thing := needs[relation].get(getattr(row, key))):
                continue
            if relation == "needed_assets":
                kind = thing.get_kind_display()
                address = f"{settings.BASE_URL}{thing.get_absolute_url()}"
            else:
                kind = thing._meta.verbose_name
                address = thing.get_full_url(request) or ""
            kind = str(kind)
            yield Need(kind[:1].upper() + kind[1:], thing.title, address)
