"""The demo productions: drawn, then stored through the same door as any upload."""

from io import BytesIO

from assets.models import Asset, AssetFile, Format, Licence
from assets.permissions import Audience
from assets.uploads import store
from themes.models import Theme

from ..content import types as content
from ..drawing import draw_file

LICENCES = {
    "cc-by": (
        "CC BY 4.0",
        "Del og tilpas frit, også kommercielt, når I krediterer.",
        "https://creativecommons.org/licenses/by/4.0/deed.da",
    ),
    "cc0": (
        "CC0 1.0",
        "Brug det til hvad som helst, også uden kreditering.",
        "https://creativecommons.org/publicdomain/zero/1.0/deed.da",
    ),
    "deltagere": (
        "Fri brug for deltagende biblioteker",
        "Print, vis, del og tilpas det, så længe det hører til kampagnen.",
        "",
    ),
}

# Slug: name, width and height in mm, bleed in mm, width and height in pixels.
FORMATS = {
    "plakat-a2": ("Plakat A2", 420, 594, 3, None, None),
    "plakat-a3": ("Plakat A3", 297, 420, 3, None, None),
    "plakat-a4": ("Plakat A4", 210, 297, 0, None, None),
    "ark-a4": ("Ark A4", 210, 297, 0, None, None),
    "bogmaerke": ("Bogmærke", 55, 200, 3, None, None),
    "gulvfolie": ("Gulvfolie", 6000, 800, 3, None, None),
    "rollup": ("Roll-up", 850, 2000, 3, None, None),
    "infoskaerm-16-9": ("Infoskærm 16:9", None, None, 0, 1920, 1080),
    "infoskaerm-9-16": ("Infoskærm 9:16", None, None, 0, 1080, 1920),
    "facebook-opslag": ("Facebook-opslag", None, None, 0, 1200, 630),
    "instagram": ("Instagram", None, None, 0, 1080, 1080),
    "story": ("Story", None, None, 0, 1080, 1920),
    "leaderboard": ("Leaderboard", None, None, 0, 728, 90),
    "rektangel": ("Rektangel", None, None, 0, 300, 250),
    "skyskraber": ("Skyskraber", None, None, 0, 160, 600),
    "webbanner": ("Webbanner", None, None, 0, 930, 180),
    "gif": ("Skiftende banner", None, None, 0, 300, 250),
    "film-16-9": ("Film 16:9", None, None, 0, 1280, 720),
    "film-9-16": ("Film 9:16", None, None, 0, 720, 1280),
}


def load_vocabularies() -> None:
    """Make the licences and formats that are missing."""
    for slug, (name, summary, url) in LICENCES.items():
        Licence.objects.get_or_create(
            slug=slug, defaults={"name": name, "summary": summary, "url": url}
        )
    for slug, (name, *sizes) in FORMATS.items():
        names = ("width_mm", "height_mm", "bleed_mm", "width_px", "height_px")
        Format.objects.get_or_create(
            slug=slug, defaults={"name": name, **dict(zip(names, sizes, strict=True))}
        )


def load_production(production: content.Production, theme: Theme) -> Asset:
    """Return the asset of ``production``; drawn and stored when there is none."""
    asset = Asset.objects.filter(theme=theme, title=production.title).first()
    if asset is None:
        asset = Asset(
            title=production.title,
            kind=production.kind,
            theme=theme,
            summary=production.summary[:250],
            description=production.description,
            alt_text=production.alt[:250],
            licence=Licence.objects.get(slug=production.licence),
            credit=production.credit,
            access=Audience.ANYONE if production.access == "open" else Audience.LIBRARY,
            state=Asset.State.PUBLISHED,
            label=production.label if production.label == content.EXAMPLE else "",
        )
        asset.save()
        asset.tags.add(*production.tags)
        asset.save()
    for order, form in enumerate(production.files):
        _load_file(asset, form, order)
    return asset


def _load_file(asset: Asset, form: content.ProductionFile, order: int) -> None:
    """A file without a version is drawn again: the first load was cut off there."""
    file, _created = AssetFile.objects.get_or_create(
        asset=asset,
        name=form.name,
        defaults={
            "purpose": form.purpose,
            "format": Format.objects.filter(slug=form.format).first(),
            "sort_order": order,
        },
    )
    if file.current_version_id is None:
        drawn = draw_file(form.draw, form.format, form.params)
        store(BytesIO(drawn), form.filename, target=file)
