"""Checks before a page is published: may its pictures and materials be used?

What a page points to must be in its rights from the day on which the page goes out to
the day on which it is taken down, and through the campaign.
"""

import datetime
from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wagtail.admin.admin_url_finder import AdminURLFinder

from core.publish_checks import (
    Candidate,
    Finding,
    Level,
    Link,
    Place,
    publish_check,
)
from core.publish_checks.links import dead_address, resolve_addresses

from .blocks import AssetShelfBlock
from .models import Asset, AssetFile, CustomImage
from .models.rights import RightsPeriod

FILE_ADDRESSES = frozenset(["file", "file_version", "file_play"])


@publish_check
def pictures_are_in_their_rights(candidate: Candidate) -> Iterator[Finding]:
    """The pictures of the page may be shown as long as the page is."""
    pointers = candidate.pointers_to(CustomImage)
    pictures = CustomImage.objects.prefetch_related("renditions")
    found = pictures.in_bulk({pointer.pk for pointer in pointers}) if pointers else {}
    for pointer in pointers:
        if picture := found.get(pointer.pk):
            yield from _out_of_rights(candidate, picture, pointer.place)


@publish_check
def materials_can_be_fetched(candidate: Candidate) -> Iterator[Finding]:
    """The materials of the page are out, and stay so as long as the page is."""
    pointers = candidate.pointers_to(Asset)
    assets = Asset.objects.select_related("successor")
    found = assets.in_bulk({pointer.pk for pointer in pointers}) if pointers else {}
    for pointer in pointers:
        if asset := found.get(pointer.pk):
            yield from _not_to_be_fetched(candidate, asset, pointer.place)


@publish_check
def addresses_of_materials_are_right(candidate: Candidate) -> Iterator[Finding]:
    """An address of a material, written out in a text, is one, and can be fetched."""
    slugs, ids = {}, {}
    for address, match in resolve_addresses(candidate):
        if match and match.url_name == "asset":
            slugs[address] = match.kwargs["slug"]
        elif match and match.url_name in FILE_ADDRESSES:
            ids[address] = match.kwargs["public_id"]
    by_slug, by_id = {}, {}
    if slugs:
        assets = Asset.objects.select_related("successor")
        by_slug = assets.in_bulk(slugs.values(), field_name="slug")
    if ids:
        files = AssetFile.objects.select_related("asset__successor")
        by_id = files.in_bulk(ids.values(), field_name="public_id")
    found = {address: by_slug.get(slug) for address, slug in slugs.items()}
    for address, public_id in ids.items():
        file = by_id.get(public_id)
        found[address] = file and file.asset
    for address, asset in found.items():
        if asset:
            yield from _not_to_be_fetched(candidate, asset, address.place)
        else:
            yield dead_address(address)


@publish_check
def shelves_that_show_the_newest_have_some(candidate: Candidate) -> Iterator[Finding]:
    """A shelf without chosen materials shows nothing when the theme has none."""
    empty = [
        spot for spot in candidate.spots_of(AssetShelfBlock) if not spot.part("assets")
    ]
    theme_id = getattr(candidate.page, "theme_id", None)
    if not empty or (
        theme_id and Asset.objects.published().filter(theme=theme_id).exists()
    ):
        return
    message = _(
        "Temaet har ingen udgivne materialer endnu, så hylden viser ikke noget."
    )
    for spot in empty:
        yield Finding("nothing_to_show", Level.WARNING, message, spot.place)


def _not_to_be_fetched(
    candidate: Candidate, asset: Asset, place: Place
) -> Iterator[Finding]:
    """What is wrong with pointing to ``asset``: its state, or else its rights."""
    names = {"title": asset.title}
    if asset.state == Asset.State.WITHDRAWN:
        message = _("”%(title)s” er trukket tilbage. Vælg et andet materiale.") % names
        if asset.successor:
            names["successor"] = asset.successor.title
            message = _(
                "”%(title)s” er trukket tilbage. Vælg det, der afløser det: "
                "”%(successor)s”."
            )
            message %= names
        yield _finding("asset_state", Level.ERROR, message, asset, place, "withdrawn")
    elif asset.is_draft:
        message = _(
            "”%(title)s” er en kladde. Læserne ser det først, når det er udgivet."
        )
        yield _finding(
            "asset_state", Level.WARNING, message % names, asset, place, "draft"
        )
    else:
        yield from _out_of_rights(candidate, asset, place)


def _out_of_rights(
    candidate: Candidate, thing: RightsPeriod, place: Place
) -> Iterator[Finding]:
    """Where the days of the page and of the rights conflict, with both of them."""
    first, last = candidate.first_day, candidate.last_day
    starts, ends = thing.usable_from, thing.ends_on
    theme = getattr(candidate.page, "look_theme", None)
    # A material out of its rights is not shown; a picture is part of what is told.
    hides_itself = isinstance(thing, Asset)
    # Who has said that it is all right today need not say so again tomorrow.
    when = str(first) if candidate.is_put_off else "now"
    if ends and ends < first:
        is_over = bool(theme) and theme.ends_on < timezone.localdate()
        level = Level.WARNING if hides_itself and is_over else Level.ERROR
        yield _ends(level, thing, place, _goes_out(candidate), first, when)
    elif ends and last and ends < last:
        words = _("siden tages ned")
        yield _ends(Level.ERROR, thing, place, words, last, str(last))
    elif (
        ends and not last and theme and first <= theme.ends_on and ends < theme.ends_on
    ):
        words, day = _("kampagnen slutter"), theme.ends_on
        yield _ends(Level.WARNING, thing, place, words, day, str(day))
    if starts and starts > first:
        is_kept_back = hides_itself and not candidate.is_put_off
        level = Level.WARNING if is_kept_back else Level.ERROR
        yield _starts(level, thing, place, _goes_out(candidate), first, when)


def _goes_out(candidate: Candidate) -> str:
    """What happens on the page's first day; whoever is asked of it knows today."""
    return _("siden udgives") if candidate.is_put_off else _("siden udgives i dag,")


def _ends(
    level: Level,
    thing: RightsPeriod,
    place: Place,
    what: str,
    day: datetime.date,
    fact: str,
) -> Finding:
    """That the rights end before ``day``, on which something happens to the page."""
    names = {
        "title": thing.title,
        "ends": date_format(thing.ends_on, "j. F Y"),
        "what": what,
        "day": date_format(day, "j. F Y"),
    }
    if thing.ends_by_consent:
        message = _(
            "Samtykket til ”%(title)s” gælder til og med %(ends)s, men %(what)s "
            "%(day)s. Forlæng det, vælg noget andet, eller flyt datoen."
        )
    else:
        message = _(
            "”%(title)s” må bruges til og med %(ends)s, men %(what)s %(day)s. Forlæng "
            "rettigheden, vælg noget andet, eller flyt datoen."
        )
    facts = (str(thing.ends_on), fact)
    return _finding("rights_end", level, message % names, thing, place, *facts)


def _starts(
    level: Level,
    thing: RightsPeriod,
    place: Place,
    what: str,
    day: datetime.date,
    fact: str,
) -> Finding:
    """That the rights begin after ``day``, on which the page goes out."""
    names = {
        "title": thing.title,
        "starts": date_format(thing.usable_from, "j. F Y"),
        "what": what,
        "day": date_format(day, "j. F Y"),
    }
    message = _(
        "”%(title)s” må først bruges fra %(starts)s, men %(what)s %(day)s. Vælg noget "
        "andet, eller flyt datoen."
    )
    facts = (str(thing.usable_from), fact)
    return _finding("rights_begin", level, message % names, thing, place, *facts)


def _finding(
    code: str,
    level: Level,
    message: str,
    thing: RightsPeriod,
    place: Place,
    *facts: str,
) -> Finding:
    is_asset = isinstance(thing, Asset)
    text = _("Ret materialet") if is_asset else _("Ret billedet")
    url = AdminURLFinder().get_edit_url(thing)
    return Finding(
        code,
        level,
        message,
        place,
        facts=(thing._meta.label_lower, str(thing.pk), *facts),
        wants_reason=code == "rights_end",
        link=Link(text, url) if url else None,
        picture=None if is_asset else thing,
    )
