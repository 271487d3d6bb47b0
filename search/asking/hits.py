"""What was found as it is shown: titles, excerpts and addresses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.models import Page

from assets.models import Asset
from campaigns.models import FilmPage

from ..models import Entry, EntryWords
from ..models.entries import Kind
from .excerpts import Piece, excerpt, mark, pattern_of
from .questions import Question

ONE = {
    Kind.CAMPAIGN: gettext_lazy("Kampagne"),
    Kind.IDEA: gettext_lazy("Idé"),
    Kind.ASSET: gettext_lazy("Materiale"),
    Kind.FILM: gettext_lazy("Film"),
    Kind.LIST: gettext_lazy("Læseliste"),
    Kind.TITLE: gettext_lazy("Titel at låne"),
    Kind.STORY: gettext_lazy("Fortælling"),
    Kind.NEWS: gettext_lazy("Nyhed"),
    Kind.PAGE: gettext_lazy("Side"),
}

# Of each material.
FORMS = 4


@dataclass
class Hit:
    """One thing found, as it is shown."""

    kind: str
    title: list[Piece]
    text: list[Piece]
    url: str
    note: str = ""
    asset: Asset | None = None

    @property
    def name(self) -> str:
        """What one of its kind is called."""
        return ONE[self.kind]

    @property
    def forms(self) -> list[str]:
        """What the first files of a material are, each said once."""
        files = self.asset.current_files if self.asset else []
        names = (
            (file.format.name if file.format else "")
            or file.own_name
            or file.current_version.extension
            for file in files
        )
        return list(dict.fromkeys(names))[:FORMS]


def hits_of(pks: Iterable[int], question: Question, request: HttpRequest) -> list[Hit]:
    """The entries as hits, in the same order; what is gone meanwhile is left out."""
    pks = list(pks)
    entries = Entry.objects.select_related("work").in_bulk(pks)
    texts = dict(
        EntryWords.objects.filter(entry__in=pks).values_list("entry_id", "text")
    )
    pages = Page.objects.select_related("locale").in_bulk(
        {entry.page_id for entry in entries.values() if entry.page_id}
    )
    assets = (
        Asset.objects.for_list()
        .defer("body", "description")
        .in_bulk({entry.asset_id for entry in entries.values() if entry.asset_id})
    )
    films = _film_pages(entries.values(), assets, question.language)
    pattern = pattern_of(question.stems)
    hits = []
    for pk in pks:
        entry = entries.get(pk)
        owner = entry and (pages.get(entry.page_id) or assets.get(entry.asset_id))
        if owner is None:
            continue
        text = texts.get(pk, "")
        hit = _hit(entry, owner, request, text, question, pattern)
        film = films.get(entry.asset_id)
        if film and not any(piece.is_marked for piece in hit.title):
            hit.title = mark(film.title, question.stems, question.language)
            hit.url, hit.note = film.get_url(request), _("Siges i filmen")
        hits.append(hit)
    return hits


def _film_pages(
    entries: Iterable[Entry], assets: Mapping[int, Asset], language: str
) -> dict[int, FilmPage]:
    """Where everyone may see the films whose captions were found, by asset."""
    heard = {
        entry.asset_id for entry in entries if entry.reach == Entry.Reach.INSIDE
    } & {pk for pk, asset in assets.items() if asset.kind == Asset.Kind.FILM}
    if not heard:
        return {}
    pages = FilmPage.objects.live().public().filter(asset__in=heard)
    pages = pages.filter(locale__language_code=language).order_by("-pk")
    return {page.asset_id: page for page in pages if assets[page.asset_id].is_for_web}


def title_and_address(
    entry: Entry, owner: Page | Asset, request: HttpRequest
) -> tuple[str, str]:
    """What an entry is called, and where it leads: of a page, an asset or a title."""
    if entry.asset_id:
        return owner.title, owner.get_absolute_url()
    url = owner.get_url(request) or ""
    if entry.work:
        return entry.work.title, f"{url}#titel-{entry.work_id}"
    return owner.title, url


def _hit(entry: Entry, owner, request, text: str, question: Question, pattern) -> Hit:
    stems, language, note = question.stems, entry.language, ""
    title, url = title_and_address(entry, owner, request)
    if entry.work:
        note = ", ".join(filter(None, [entry.work.author, str(entry.work.year or "")]))
        text = f"{text} {_('På listen')}: {owner.title}.".strip()
    return Hit(
        entry.kind,
        mark(title, stems, language),
        excerpt(text, stems, language, pattern),
        url,
        note,
        owner if entry.asset_id else None,
    )
