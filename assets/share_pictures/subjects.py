"""What a share picture shows: the facts of a page or an asset, and their digest."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from wagtail.images.models import Filter
from wagtail.models import Page

from themes.looks import Look
from themes.looks.logos import Logo
from themes.looks.palettes import HOUSE
from themes.looks.share_pictures import DRAWING, ShareWords

from ..logos import logo_of
from ..models import Asset, CustomImage
from ..models.rights import Channel

PAGE, ASSET = "side", "materiale"
# Twice as wide as it is shown at most, for screens of double density.
PICTURE = Filter(spec="fill-524x630|format-jpeg|jpegquality-90")


@dataclass(frozen=True)
class Subject:
    """What is shared, and all that its picture shows.

    ``picture`` is a picture of the site as its primary key, its file and its focal
    point; ``cover`` is the file name of an asset's preview.
    """

    name: str
    words: ShareWords
    look: Look
    logo: Logo | None = None
    picture: tuple[int, str, str] | None = None
    cover: str = ""

    @property
    def digest(self) -> str:
        """Another one when anything on the picture is."""
        said = f"{DRAWING} {self!r}"
        return hashlib.sha256(said.encode()).hexdigest()[:20]

    @property
    def url(self) -> str:
        """The address of the picture in full, as other sites take it."""
        path = reverse("share_picture", args=[self.name, self.digest])
        return f"{settings.BASE_URL}{path}"

    @property
    def alt(self) -> str:
        """What is read aloud of the picture: what is written on it."""
        return ". ".join(filter(None, [self.words.over, self.words.title]))


PictureSource = Callable[[HttpRequest | None], CustomImage | None]
_house_pictures: list[PictureSource] = []


def house_picture(source: PictureSource) -> PictureSource:
    """Register who knows the picture of pages that have none, outside campaigns."""
    _house_pictures.append(source)
    return source


def find(name: str, request: HttpRequest | None = None) -> Subject | None:
    """The subject of a name, as everyone may see it; None where there is none."""
    kind, _dash, number = name.partition("-")
    if not number.isascii() or not number.isdecimal() or len(number) > 18:
        return None
    if kind == PAGE:
        page = Page.objects.live().public().filter(pk=number).first()
        return subject_of_page(page.specific, request) if page else None
    if kind == ASSET:
        assets = Asset.objects.listed_for(AnonymousUser()).for_list()
        asset = assets.filter(pk=number).first()
        return subject_of_asset(asset) if asset else None
    return None


def subject_of_page(page: Page, request: HttpRequest | None = None) -> Subject:
    """A live page; the caller knows that everyone may read it."""
    theme = getattr(page, "look_theme", None)
    picture = getattr(page, "picture", None)
    if theme is None and not (picture and picture.is_in_period):
        picture = next((source(request) for source in _house_pictures), None)
    with translation.override(page.locale.language_code):
        words = ShareWords(
            str(getattr(page, "share_title", page.title)),
            str(getattr(page, "share_over", "")),
        )
    return Subject(
        name=f"{PAGE}-{page.pk}",
        words=words,
        look=theme.look if theme else HOUSE,
        logo=logo_of(theme, Channel.SOCIAL),
        picture=_named(picture),
    )


def subject_of_asset(asset: Asset) -> Subject:
    """A usable asset, fetched ``for_list``."""
    cover = asset.cover
    with translation.override(settings.LANGUAGE_CODE):
        kind = str(asset.get_kind_display())
    over = [kind, asset.theme.subtitle if asset.theme else ""]
    return Subject(
        name=f"{ASSET}-{asset.pk}",
        words=ShareWords(asset.title, " · ".join(filter(None, over))),
        look=asset.theme.look if asset.theme else HOUSE,
        cover=cover.preview_path("large") if cover else "",
    )


def _named(picture: CustomImage | None) -> tuple[int, str, str] | None:
    if not picture or not picture.is_in_period:
        return None
    return picture.pk, picture.file.name, PICTURE.get_cache_key(picture)
