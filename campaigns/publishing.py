"""Checks before a page is published: what only campaigns know."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assets.models import Asset, AssetFile
from core.publish_checks import Candidate, Finding, Level, Place, publish_check

from .blocks import PlacedPagesBlock
from .models import CampaignPage, FilmPage, IdeaPage, ReadingListPage


@publish_check
def the_theme_is_announced(candidate: Candidate) -> Iterator[Finding]:
    """A campaign can be prepared, but not shown, while its theme is a draft."""
    page = candidate.page
    if isinstance(page, CampaignPage) and page.theme_id and page.theme.is_draft:
        message = _(
            "Temaet er en kladde. Sæt det til ”Udmeldt”, før kampagnen udgives."
        )
        yield Finding("theme_draft", Level.ERROR, message, Place("theme"))


@publish_check
def blocks_that_show_all_have_something(candidate: Candidate) -> Iterator[Finding]:
    """A block that shows what the campaign has shows nothing when it has nothing."""
    theme_id = getattr(candidate.page, "theme_id", None)
    empty = [
        spot for spot in candidate.spots_of(PlacedPagesBlock) if not spot.part("pages")
    ]
    models = {spot.block.chooser.target_model for spot in empty}
    lacking = {
        model
        for model in models
        if theme_id is None
        or not model.objects.live()
        .filter(theme_id=theme_id, locale_id=candidate.page.locale_id)
        .exists()
    }
    for spot in empty:
        model = spot.block.chooser.target_model
        if model in lacking:
            message = _(
                "Kampagnen har ingen udgivne %(kind)s endnu, så blokken viser ikke "
                "noget."
            ) % {"kind": model._meta.verbose_name_plural}
            yield Finding("nothing_to_show", Level.WARNING, message, spot.place)


@publish_check
def what_is_printed_takes_time(candidate: Candidate) -> Iterator[Finding]:
    """An idea that needs something printed cannot begin the same day."""
    page = candidate.page
    if not isinstance(page, IdeaPage) or page.lead_weeks != 0:
        return
    wanted = [row.asset_id for row in page.needed_assets.all()]
    printed = Asset.objects.filter(pk__in=wanted, kind=Asset.Kind.PRINT).first()
    if printed:
        message = _(
            "”%(title)s” skal trykkes, så ideen kan ikke have 0 ugers varsel. Skriv "
            "mindst 1, eller bekræft, at biblioteket selv printer den."
        ) % {"title": printed.title}
        place = Place("lead_weeks")
        yield Finding("print_takes_time", Level.WARNING, message, place)


@publish_check
def titles_have_names(candidate: Candidate) -> Iterator[Finding]:
    """A title that no catalogue knew stands under its number until it is written."""
    page = candidate.page
    if not isinstance(page, ReadingListPage):
        return
    for number, row in enumerate(page.titles.all()):
        if row.title and row.title in (row.isbn, row.faust, row.work_id):
            message = _(
                "Titlen er kun et nummer endnu: %(number)s. Skriv, hvad den hedder."
            ) % {"number": row.title}
            place = Place("titles").inside(str(number), number).inside("title")
            yield Finding("only_a_number", Level.ERROR, message, place)


@publish_check
def films_have_captions(candidate: Candidate) -> Iterator[Finding]:
    """A film that not everyone can follow is published for a reason only."""
    page = candidate.page
    if not isinstance(page, FilmPage):
        return
    if page.asset and not (page.captions_file or _is_told_without_words(page)):
        message = _(
            "Filmen har ingen undertekster. Læg en WebVTT-fil op sammen med den, eller "
            "skriv, hvorfor den udgives uden."
        )
        place, facts = Place("asset"), (str(page.asset_id),)
    elif page.provider_name and not page.transcript:
        message = _(
            "Vi kan ikke se, om filmen har undertekster hos %(provider)s. Skriv det, "
            "der siges, under ”tekst”, eller skriv, hvordan alle kan følge med."
        ) % {"provider": page.provider_name}
        place, facts = Place("address"), (page.address,)
    else:
        return
    yield Finding(
        "no_captions", Level.WARNING, message, place, facts, wants_reason=True
    )


@publish_check
def films_play_where_they_are_shown(candidate: Candidate) -> Iterator[Finding]:
    """A film whose rights leave the web out has a page on which it does not play."""
    page = candidate.page
    if isinstance(page, FilmPage) and not page.is_for_web:
        channels = ", ".join(map(str, page.asset.channel_names)).lower()
        message = _(
            "Filmen må ikke vises på nettet, kun bruges til: %(channels)s. Siden "
            "fortæller om den, men afspiller den ikke. Bibliotekerne kan hente den."
        ) % {"channels": channels}
        facts = (str(page.asset_id), channels)
        yield Finding("not_for_web", Level.WARNING, message, Place("asset"), facts)


def _is_told_without_words(page: FilmPage) -> bool:
    """Whether nothing is said in the film, and what is seen is written."""
    silent = AssetFile.Language.NO_WORDS
    return bool(page.transcript and page.forms) and all(
        file.language == silent for file in page.forms
    )
