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

# Slug: name, medium, width and height (mm for print, else pixels), and limits.
FORMATS = {
    "plakat-a1": ("Plakat A1", "print", 594, 841, {"bleed_mm": 3}),
    "plakat-a2": ("Plakat A2", "print", 420, 594, {"bleed_mm": 3}),
    "plakat-a3": ("Plakat A3", "print", 297, 420, {"bleed_mm": 3}),
    "plakat-a4": ("Plakat A4", "print", 210, 297, {}),
    "ark-a4": ("Ark A4", "print", 210, 297, {}),
    "flyer-a5": ("Flyer A5", "print", 148, 210, {"bleed_mm": 3}),
    "bogmaerke": ("Bogmærke", "print", 55, 200, {"bleed_mm": 3}),
    "gulvfolie": ("Gulvfolie", "print", 6000, 800, {"bleed_mm": 3}),
    "rollup": ("Roll-up", "print", 850, 2000, {"bleed_mm": 3}),
    "infoskaerm-16-9": ("Infoskærm 16:9", "screen", 1920, 1080, {}),
    "infoskaerm-9-16": ("Infoskærm 9:16", "screen", 1080, 1920, {}),
    "facebook-opslag": ("Facebook-opslag", "social", 1200, 630, {}),
    "instagram": ("Instagram", "social", 1080, 1080, {}),
    "story": ("Story", "social", 1080, 1920, {}),
    "leaderboard": ("Leaderboard", "screen", 728, 90, {"max_kb": 150}),
    "rektangel": ("Rektangel", "screen", 300, 250, {"max_kb": 150}),
    "skyskraber": ("Skyskraber", "screen", 160, 600, {"max_kb": 150}),
    "webbanner": ("Webbanner", "screen", 930, 180, {"max_kb": 250}),
    "gif": ("Skiftende banner", "screen", 300, 250, {"max_kb": 250, "max_seconds": 30}),
    "film-16-9": ("Film 16:9", "screen", 1280, 720, {}),
    "film-9-16": ("Film 9:16", "screen", 720, 1280, {}),
}


def load_vocabularies() -> None:
    """Make the licences and formats that are missing."""
    for slug, (name, summary, url) in LICENCES.items():
        Licence.objects.get_or_create(
            slug=slug, defaults={"name": name, "summary": summary, "url": url}
        )
    for slug, (name, medium, width, height, limits) in FORMATS.items():
        unit = "mm" if medium == Format.Medium.PRINT else "px"
        size = {f"width_{unit}": width, f"height_{unit}": height}
        Format.objects.get_or_create(
            slug=slug, defaults={"name": name, "medium": medium, **size, **limits}
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
            body=production.body,
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
    _wear_logo(theme, asset)
    return asset


def _wear_logo(theme: Theme, asset: Asset) -> None:
    """Let the theme point to the first logo of its graphic package."""
    logo = asset.files.filter(role=AssetFile.Role.LOGO).first()
    if logo and not theme.logo_id:
        theme.logo = logo
        theme.save()


def _load_file(asset: Asset, form: content.ProductionFile, order: int) -> None:
    """A file without a version is drawn again: the first load was cut off there."""
    file, _created = AssetFile.objects.get_or_create(
        asset=asset,
        name=form.name,
        defaults={
            "purpose": form.purpose,
            "role": form.role,
            "language": form.language,
            "format": Format.objects.filter(slug=form.format).first(),
            "sort_order": order,
        },
    )
    if file.current_version_id is None:
        drawn = draw_file(form.draw, form.format, form.params)
        store(BytesIO(drawn), form.filename, target=file)
