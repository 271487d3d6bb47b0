"""The usual sets of files, so that every poster or banner comes in the same forms.

`stem` is the start of the file names; `params` goes to the drawing unchanged.
"""

from ..types import ProductionFile

Files = tuple[ProductionFile, ...]

SCREENS = (
    ("Hjemmeside, leaderboard", "leaderboard", "leaderboard", "png"),
    ("Hjemmeside, rektangel", "rektangel", "rektangel", "png"),
    ("Hjemmeside, skyskraber", "skyskraber", "skyskraber", "png"),
    ("Hjemmeside, bredt banner", "webbanner", "webbanner", "jpg"),
)
SOCIAL = (
    ("Facebook-opslag", "facebook-opslag", "facebook", "jpg"),
    ("Instagram, kvadrat", "instagram", "instagram", "jpg"),
    ("Story, højformat", "story", "story", "jpg"),
)


def sheet(
    stem: str, draw: str, name: str = "A4 print selv", **params: object
) -> ProductionFile:
    """One A4 sheet for the library's own printer."""
    return ProductionFile(
        name, "print_self", "ark-a4", f"{stem}-a4.pdf", draw, dict(params)
    )


def poster(stem: str, *, large: bool = False, **params: object) -> Files:
    """A3 (and A2) with bleed for the printer, A4 for the library."""
    files = [
        ProductionFile(
            "A3 til trykkeriet",
            "print_shop",
            "plakat-a3",
            f"{stem}-a3-tryk.pdf",
            "poster",
            dict(params),
        ),
        ProductionFile(
            "A4 print selv",
            "print_self",
            "plakat-a4",
            f"{stem}-a4-print-selv.pdf",
            "poster",
            dict(params),
        ),
    ]
    if large:
        files.insert(
            0,
            ProductionFile(
                "A2 til trykkeriet",
                "print_shop",
                "plakat-a2",
                f"{stem}-a2-tryk.pdf",
                "poster",
                dict(params),
            ),
        )
    return tuple(files)


def bookmarks(stem: str, **params: object) -> Files:
    """Bookmarks for the printer, and a sheet to cut out."""
    return (
        ProductionFile(
            "Bogmærke til trykkeriet",
            "print_shop",
            "bogmaerke",
            f"{stem}-tryk.pdf",
            "bookmark",
            dict(params),
        ),
        sheet(stem, "bookmark_sheet", "Ark til at klippe ud, A4", **params),
    )


def info_screens(stem: str, **params: object) -> Files:
    """Lying and standing info-screen."""
    return tuple(
        ProductionFile(
            f"Infoskærm {shape.replace('-', ':')}",
            "screen",
            f"infoskaerm-{shape}",
            f"{stem}-{shape}.png",
            "banner",
            dict(params),
        )
        for shape in ("16-9", "9-16")
    )


def web_banners(stem: str, **params: object) -> Files:
    """The four sizes of the home page and one that changes."""
    still = tuple(
        ProductionFile(
            name, "screen", form, f"{stem}-{end}.{kind}", "banner", dict(params)
        )
        for name, form, end, kind in SCREENS
    )
    moving = ProductionFile(
        "Hjemmeside, skiftende",
        "screen",
        "gif",
        f"{stem}-skiftende.gif",
        "gif_banner",
        dict(params),
    )
    return (*still, moving)


def social(stem: str, **params: object) -> Files:
    """Post, square and story."""
    return tuple(
        ProductionFile(
            name, "social", form, f"{stem}-{end}.{kind}", "banner", dict(params)
        )
        for name, form, end, kind in SOCIAL
    )


def film(stem: str, key: str) -> Files:
    """Lying and standing film and its captions, all drawn from the film's cues."""
    captions = ProductionFile(
        "Undertekster", "screen", "", f"{stem}.vtt", "captions", {"film": key}
    )
    shapes = tuple(
        ProductionFile(
            f"Film {shape.replace('-', ':')}",
            "screen",
            f"film-{shape}",
            f"{stem}-{shape}.mp4",
            "film",
            {"film": key},
        )
        for shape in ("16-9", "9-16")
    )
    return (*shapes, captions)


def roll_up(stem: str, **params: object) -> Files:
    """A roll-up for the printer."""
    return (
        ProductionFile(
            "Roll-up til trykkeriet",
            "print_shop",
            "rollup",
            f"{stem}-tryk.pdf",
            "roll_up",
            dict(params),
        ),
    )
