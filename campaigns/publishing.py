"""Checks before a page is published: what only campaigns know."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from assets.models import Asset, AssetFile
from core.publish_checks import Candidate, Finding, Level, Place, publish_check

from .blocks import PlacedPagesBlock
from .models import CampaignPage, FilmPage, IdeaPage


@publish_check
def the_theme_is_announced(candidate: Candidate) -> Iterator[Finding]:
    """A campaign can be prepared, but not shown, while its theme is a draft."""
    page = candidate.page
    if isinstance(page, CampaignPage) and page.theme_id and page.theme.is_draft:
        message = _(
            "Temaet er en kladde. Sæt det til “Udmeldt”, før kampagnen udgives."
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
            "“%(title)s” skal trykkes, så ideen kan ikke have 0 ugers varsel. Skriv "
            "mindst 1, eller bekræft, at biblioteket selv printer den."
        ) % {"title": printed.title}
        place = Place("lead_weeks")
        yield Finding("print_takes_time", Level.WARNING, message, place)


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
            "der siges, under “tekst”, eller skriv, hvordan alle kan følge med."
        ) % {"provider": page.provider_name}
        place, facts = Place("address"), (page.address,)
    else:
        return
    yield Finding(
        "no_captions", Level.WARNING, message, place, facts, wants_reason=True
    )


def _is_told_without_words(page: FilmPage) -> bool:
    """Whether nothing is said in the film, and what is seen is written."""
    silent = AssetFile.Language.NO_WORDS
    return bool(page.transcript and page.forms) and all(
        file.language == silent for file in page.forms
    )
