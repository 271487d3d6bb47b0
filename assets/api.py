"""Materials as the API tells of them, each with its files and their versions."""

import datetime
from typing import Literal

from django.contrib.auth.models import AnonymousUser
from django.db.models import Max, Model, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Greatest

from wagtail.rich_text import expand_db_html

from pydantic import Field

from core.open_data.records import Source, only_of, open_source
from core.open_data.shapes import (
    Address,
    Choice,
    Moment,
    Picture,
    Reference,
    Shape,
    Thing,
    Words,
)
from core.open_data.telling import told_as
from core.site_address import whole, with_whole_addresses
from themes.api import ThemedEndpoint, ThemeQuestion, slug_of_theme, theme_told

from .delivery import PLAYABLE
from .models import Asset, AssetFile, FileVersion
from .models.changes import VersionChange
from .models.rights import Channel
from .permissions import Audience
from .texts import plain_text

KIND = "assets"
# Some are drawn long after they came, and some never.
DRAWN = Coalesce("drawn_at", "created_at")
TOLD = [FileVersion.State.READY, FileVersion.State.WITHDRAWN]


class OpenLicence(Shape):
    """Hvad andre må."""

    name: str
    slug: str
    summary: str
    url: str


class OpenFormat(Shape):
    """Hvad filen er lavet til; mål i mm eller i pixel."""

    name: str
    slug: str
    medium: Choice
    width_mm: int | None
    height_mm: int | None
    bleed_mm: int
    width_px: int | None
    height_px: int | None


class OpenVersion(Shape):
    """En udgave af en fil. Den ændres aldrig; en ny får et nyt nummer."""

    number: int
    url: Address = Field(description="Altid netop denne udgave.")
    state: Choice = Field(description="`ready`, eller `withdrawn`: brug den ikke mere.")
    filename: str
    media_type: str
    size: int = Field(description="I byte.")
    sha256: str
    width: int | None = Field(description="I pixel.")
    height: int | None
    width_mm: float | None
    height_mm: float | None
    pages: int | None
    seconds: float | None
    print_ready: bool | None = Field(description="Null, når det ikke er målt.")
    note: str = Field(description="Hvad der er ændret siden udgaven før.")
    created: Moment


class OpenFile(Shape):
    """En af de former, som materialet findes i."""

    id: str = Field(description="Det, der står i den faste adresse, /m/<id>/.")
    url: Address = Field(description="Altid den nyeste udgave; tåler en QR-kode.")
    play: Address | None = Field(description="Til en afspiller på en side.")
    name: str
    purpose: Choice
    role: Choice | None = Field(description="Hvad filen er i en grafisk pakke.")
    language: Choice
    format: OpenFormat | None
    is_captions: bool = Field(description="Undertekster til filmen ved siden af.")
    current: int = Field(description="Nummeret på den nyeste udgave.")
    versions: list[OpenVersion] = Field(description="Den nyeste først.")


class OpenAsset(Thing):
    """Et materiale: en plakat, et banner, en film eller en tekst, med sine filer."""

    type: Choice
    slug: str
    summary: str
    description: str
    label: str
    alt_text: str = Field(description="Hvad man ser, for den, der ikke kan se det.")
    credit: str
    licence: OpenLicence | None
    access: Choice = Field(
        description="Hvem der må hente: `anyone`, eller `library` efter log ind."
    )
    channels: list[Choice] = Field(description="Hvor det må bruges; tom er overalt.")
    usable_from: datetime.date | None
    usable_until: datetime.date | None = Field(
        description="Den sidste dag, hvor det må bruges."
    )
    state: Choice
    published: Moment
    created: Moment
    updated: Moment
    theme: Reference | None
    tags: list[str]
    preview: Picture | None
    files: list[OpenFile]


class WholeAsset(OpenAsset):
    """Materialet med den tekst, det er, når det er en tekst, som alle må hente."""

    words: Words | None


class AssetQuestion(ThemeQuestion):
    """What the list of materials can be asked too."""

    type: Literal[tuple(Asset.Kind.values)] | None = Field(
        None, description="Kun materialer af den slags."
    )
    language: Literal[tuple(AssetFile.Language.values)] | None = Field(
        None, description="Kun materialer med en fil på det sprog."
    )


def open_assets() -> QuerySet[Asset]:
    """The assets that a stranger is told of, with when they last changed."""
    return Asset.objects.listed_for(AnonymousUser()).annotate(
        stamp=Greatest(
            "updated_at",
            "published_at",
            _latest(FileVersion, Greatest("created_at", DRAWN)),
            _latest(VersionChange, "changed_at"),
        ),
        theme_slug=slug_of_theme(),
        language_code=Value(""),
    )


def _latest(model: type[Model], moment) -> Coalesce:
    """The newest of a moment of all files of an asset; its own last change if none."""
    own = model.objects.filter(file__asset=OuterRef("pk")).order_by()
    last = own.values("file__asset").annotate(last=Max(moment)).values("last")
    return Coalesce(Subquery(last), "updated_at")


open_source(Source(KIND, open_assets))
told_as(Asset, KIND)


class AssetsEndpoint(ThemedEndpoint):
    kind = KIND
    title = "Materialer"
    about = (
        "Plakater, bannere, film, lyd, grafiske pakker og tekster, med filer, udgaver, "
        "licens og faste adresser. Her står, hvad enhver må kende; nogle filer kan kun "
        "hentes af biblioteker, der er logget ind."
    )
    model = Asset
    row, whole = OpenAsset, WholeAsset
    question = AssetQuestion

    def narrow(self, records, question):
        records = super().narrow(records, question)
        wanted = Asset.objects.all()
        if question.type:
            wanted = wanted.filter(kind=question.type)
        if question.language:
            files = AssetFile.objects.filter(
                language=question.language, current_version__isnull=False
            )
            wanted = wanted.filter(pk__in=files.values("asset"))
        if question.type or question.language:
            records = only_of(records, wanted)
        return records

    def fetch(self, pks, *, is_whole):
        versions = FileVersion.objects.filter(state__in=TOLD)
        return (
            Asset.objects.listed_for(AnonymousUser())
            .for_list()
            .prefetch_related(
                "tagged_items__tag",
                Prefetch("listed_files__versions", versions, to_attr="told_versions"),
            )
            .in_bulk(pks)
        )

    def successors(self, pks, teller):
        listed = Asset.objects.listed_for(AnonymousUser())
        rows = Asset.objects.filter(pk__in=pks, successor__in=listed)
        return {
            asset.pk: teller.reference(asset.successor)
            for asset in rows.select_related("successor")
        }

    def tell(self, things, records, teller):
        return {
            pk: OpenAsset(**_told(asset, records[pk], teller))
            for pk, asset in things.items()
        }

    def tell_whole(self, thing, record, teller):
        words = None
        if thing.has_text and not thing.is_restricted:
            html = with_whole_addresses(expand_db_html(thing.body))
            words = Words(html=html, text=plain_text(thing.body))
        return WholeAsset(**_told(thing, record, teller), words=words)


def _told(asset: Asset, record, teller) -> dict:
    licence = asset.licence
    return teller.named(asset, record) | {
        "type": Choice.of(asset, "kind"),
        "slug": asset.slug,
        "summary": asset.summary,
        "description": asset.description,
        "label": asset.label,
        "alt_text": asset.alt_text,
        "credit": asset.credit,
        "licence": licence
        and OpenLicence(
            name=licence.name,
            slug=licence.slug,
            summary=licence.summary,
            url=licence.url,
        ),
        "access": _access(asset),
        "channels": [
            Choice(code=value, label=str(Channel(value).label))
            for value in asset.channels
        ],
        "usable_from": asset.usable_from,
        "usable_until": asset.ends_on,
        "state": Choice.of(asset, "state"),
        "published": asset.published_at,
        "created": asset.created_at,
        "updated": asset.updated_at,
        "theme": theme_told(asset.theme, teller),
        "tags": sorted(row.tag.name for row in asset.tagged_items.all()),
        "preview": _preview(asset),
        "files": [_file(file, asset) for file in asset.current_files],
    }


def _access(asset: Asset) -> Choice:
    """Strangers are told of no more than these two."""
    label = dict(Asset.ACCESS)[Audience(asset.level)]
    code = "library" if asset.is_restricted else "anyone"
    return Choice(code=code, label=str(label))


def _preview(asset: Asset) -> Picture | None:
    cover = asset.cover
    if not cover or not cover.preview_width:
        return None
    return Picture(
        url=whole(cover.preview_large),
        width=cover.preview_width,
        height=cover.preview_height,
        alt=asset.alt_text,
        credit=asset.credit,
    )


def _file(file: AssetFile, asset: Asset) -> OpenFile:
    current, form = file.current_version, file.format
    is_played = (
        current.content_type in PLAYABLE
        and asset.is_for_web
        and not asset.is_restricted
    )
    return OpenFile(
        id=file.public_id,
        url=whole(file.get_absolute_url()),
        play=whole(file.play_url) if is_played else None,
        name=file.name,
        purpose=Choice.of(file, "purpose"),
        role=Choice.of(file, "role") if file.role else None,
        language=Choice.of(file, "language"),
        format=form
        and OpenFormat(
            name=form.name,
            slug=form.slug,
            medium=Choice.of(form, "medium"),
            width_mm=form.width_mm,
            height_mm=form.height_mm,
            bleed_mm=form.bleed_mm,
            width_px=form.width_px,
            height_px=form.height_px,
        ),
        is_captions=file.is_captions,
        current=current.number,
        versions=[_version(version, file) for version in file.told_versions],
    )


def _version(version: FileVersion, file: AssetFile) -> OpenVersion:
    # Not asked of the database once more.
    version.file = file
    return OpenVersion(
        number=version.number,
        url=whole(version.get_absolute_url()),
        state=Choice.of(version, "state"),
        filename=version.filename,
        media_type=version.content_type,
        size=version.size,
        sha256=version.sha256,
        width=version.width,
        height=version.height,
        width_mm=version.width_mm,
        height_mm=version.height_mm,
        pages=version.pages,
        seconds=version.seconds,
        print_ready=version.print_ready,
        note=version.note,
        created=version.created_at,
    )
