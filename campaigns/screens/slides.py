"""What a screen shows one after another, each with the address that its code leads to.

Only what every stranger may be shown, since the screen hangs where everyone passes.
"""

import re
from dataclasses import dataclass, field
from itertools import chain, zip_longest

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assets.models import Asset, CustomImage
from core.pictures import fetch_renditions
from core.visibility import visible, with_restrictions

from ..models import CampaignPage, FilmPage, ReadingListPage, StoryPage
from ..models.base import ContentPage
from ..models.reading_lists import ReadingListTitle, fetch_covers

# Between the first slide and the last; with twelve seconds each, three minutes.
MOST = 13
BOOKS = 3
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ0-9“”\"])")


@dataclass(frozen=True)
class Slide:
    """One picture, one title, one sentence; ``verb`` stands on the disc."""

    kind: str
    verb: str
    over: str
    title: str
    words: str
    call: str
    address: str
    picture: CustomImage | None = None
    books: list[ReadingListTitle] = field(default_factory=list)
    steps: tuple[str, ...] = ()

    @property
    def size(self) -> str:
        """How large the title is set: by its length, and by its longest word."""
        longest = max((len(word) for word in self.title.split()), default=0)
        if len(self.title) > 60 or longest > 20:
            return "tiny"
        if len(self.title) > 36 or longest > 14 or self.steps:
            return "small"
        return "middle" if len(self.title) > 16 or longest > 9 else "large"


def first_sentence(text: str) -> str:
    """The first sentence of a text: one is what is read in passing."""
    return SENTENCE_END.split(text.strip(), maxsplit=1)[0]


def campaign_slides(page: CampaignPage, request: HttpRequest) -> list[Slide]:
    """The campaign, then stories, films and lists in turn, then how to take part."""
    stories, films, lists = page.stories, _films_of(page), _lists_of(page)
    in_turn = zip_longest(
        [_story_slide(story, request) for story in stories],
        [_film_slide(film, request) for film in films],
        [_list_slide(one, request) for one in lists],
    )
    told = [slide for slide in chain.from_iterable(in_turn) if slide][:MOST]
    first = Slide(
        kind="campaign",
        verb=_("Scan"),
        over=page.theme.umbrella
        or _("Tema %(number)s") % {"number": page.theme.number},
        title=page.name,
        words=first_sentence(page.summary or page.focus),
        call=_("Tag kampagnen med hjem"),
        address=page.get_full_url(request),
        picture=_shown(page.picture),
    )
    slides = [first, *told, _taking_part(page, request, stories, films, lists)]
    fetch_renditions([slide.picture for slide in slides if slide.picture])
    return slides


def story_slides(page: StoryPage, request: HttpRequest) -> list[Slide]:
    """One story alone."""
    return [_story_slide(page, request)]


def _shown(picture: CustomImage | None) -> CustomImage | None:
    return picture if picture and picture.is_in_period else None


def _films_of(page: CampaignPage) -> list[FilmPage]:
    """The films that a passer-by can see on a telephone of their own."""
    open_to_all = Q(asset=None) | Q(asset__in=Asset.objects.for_user(None))
    films = FilmPage.objects.child_of(page).filter(open_to_all)
    films = films.select_related("picture", "asset")
    return [film for film in visible(with_restrictions(films)) if film.is_for_web]


def _lists_of(page: CampaignPage) -> list[ReadingListPage]:
    """The lists with titles, each with its first ``books`` and their covers."""
    lists = ReadingListPage.objects.child_of(page)
    lists = visible(with_restrictions(lists.prefetch_related("titles")))
    for one in lists:
        one.books = list(one.titles.all())[:BOOKS]
    fetch_covers([book for one in lists for book in one.books])
    return [one for one in lists if one.books]


def _slide_of(page: ContentPage, request: HttpRequest, **own) -> Slide:
    """What every page below a campaign tells of itself, and its ``own``."""
    return Slide(
        title=page.title,
        words=first_sentence(page.summary),
        address=page.get_full_url(request),
        **own,
    )


def _story_slide(story: StoryPage, request: HttpRequest) -> Slide:
    return _slide_of(
        story,
        request,
        kind="story",
        verb=_("Læs"),
        over=_("Fortælling"),
        call=_("Læs den på telefonen"),
        picture=_shown(story.picture),
    )


def _film_slide(film: FilmPage, request: HttpRequest) -> Slide:
    length = ""
    if film.seconds and film.seconds < 60:
        length = _("%(seconds)s sek.") % {"seconds": film.seconds}
    elif film.seconds:
        length = _("%(length)s min.") % {"length": film.length}
    return _slide_of(
        film,
        request,
        kind="film",
        verb=_("Se"),
        over=" · ".join(filter(None, [_("Film"), length])),
        call=_("Se den på telefonen"),
        picture=_shown(film.picture),
    )


def _list_slide(one: ReadingListPage, request: HttpRequest) -> Slide:
    return _slide_of(
        one,
        request,
        kind="books",
        verb=_("Lån"),
        over=" · ".join(filter(None, [_("Læseliste"), one.audience])),
        call=_("Se hele listen"),
        books=one.books,
    )


def _taking_part(
    page: CampaignPage, request: HttpRequest, stories: list, films: list, lists: list
) -> Slide:
    there = []
    if n := len(stories):
        there.append(ngettext("%(n)s fortælling", "%(n)s fortællinger", n) % {"n": n})
    if n := len(films):
        there.append(ngettext("%(n)s film", "%(n)s film", n) % {"n": n})
    if n := len(lists):
        there.append(ngettext("%(n)s læseliste", "%(n)s læselister", n) % {"n": n})
    there = [part.replace(" ", "\u00a0") for part in there]
    return Slide(
        kind="part",
        verb=_("Vær med"),
        over=page.name,
        title=_("Sådan er du med"),
        words="",
        call=" · ".join(there) or _("Tag kampagnen med hjem"),
        address=page.get_full_url(request),
        steps=(
            _("Scan koden, og gå på opdagelse."),
            _("Find bøgerne her på biblioteket."),
            _("Spørg os. Vi ved, hvad der sker her."),
        ),
    )
