"""Pictures for screens: info-screens, social media, web banners, one that changes."""

from PIL import Image

from themes.looks import draw
from themes.looks.lettering import DISPLAY, NARROW, block, fitted
from themes.looks.palettes import Look, light_palette
from themes.looks.shapes import Shape, circle, place, polygon, rect

from .layout import label, wordmark, world
from .posters import text_role
from .sheets import gif, jpeg, picture, png

SIZES = {
    "infoskaerm-16-9": (1920, 1080),
    "infoskaerm-9-16": (1080, 1920),
    "facebook-opslag": (1200, 630),
    "facebook-omslag": (1640, 624),
    "instagram": (1080, 1080),
    "story": (1080, 1920),
    "leaderboard": (728, 90),
    "rektangel": (300, 250),
    "skyskraber": (160, 600),
    "webbanner": (930, 180),
    "gif": (300, 250),
    "helt": (2400, 1000),
}
AS_JPEG = {
    "facebook-opslag",
    "facebook-omslag",
    "instagram",
    "story",
    "webbanner",
    "helt",
}


def banner(form: str, look: Look, title: str, subtitle: str = "") -> bytes:
    """The banner of a format, as the kind of file that its place expects."""
    width, height = SIZES[form]
    image = picture(
        composed(width, height, look, title, subtitle), width, height, look, grain=False
    )
    return jpeg(image, 88) if form in AS_JPEG else png(image, 200)


def composed(
    width: int, height: int, look: Look, title: str, subtitle: str, mark: bool = True
) -> list:
    """Words and world for any proportion: side by side, or one above the other."""
    if width > height * 2.4:
        return _strip(width, height, look, title, subtitle)
    if height > width * 2.4:
        return _tower(width, height, look, title)
    return _sheet(width, height, look, title, subtitle, mark)


def _sheet(
    width: int, height: int, look: Look, title: str, subtitle: str, mark: bool
) -> list:
    lying = width > height * 1.15
    short = min(width, height)
    calm = 0.52 if lying else 0.62 if height < width * 1.3 else 0.56
    sun = (
        width * (0.74 if lying else 0.66),
        height * (calm - (0.02 if lying else 0.04)),
        short * (0.23 if lying else 0.2),
    )
    shapes = world(look, width, height, calm, sun)
    ink = text_role(look)
    margin = short * 0.075
    # stories and standing screens have their own bars at the top
    top = margin if height < width * 1.6 else height * 0.085
    small = width * height < 200_000
    if mark and not small:
        size = short * 0.026
        shapes += wordmark(margin, top, size, ink, ink)
        top += size * 1.72 + short * 0.05
    if subtitle and not small:
        size = short * 0.036
        shapes.append(label(margin, top + size * 0.75, subtitle, size, ink))
        top += size * 1.6
    # beside the sun when the sheet lies, above it when it stands
    room = width * 0.48 - margin if lying else width - 2 * margin
    limit = (height * (calm - 0.07) if lying else sun[1] - sun[2] * 1.2) - top
    largest = short * (0.165 if not lying else 0.15)
    size = fitted(title, DISPLAY, room, largest, 3)
    words = block(margin, top, title, room, size, DISPLAY, ink, 0.96)
    while words.height > limit:
        size *= 0.95
        words = block(margin, top, title, room, size, DISPLAY, ink, 0.96)
    return shapes + words.shapes


def _strip(width: int, height: int, look: Look, title: str, subtitle: str) -> list:
    """A low, wide banner: words, the button, the pattern."""
    cut = width * 0.66
    ink = text_role(look)
    pattern = draw(look, width - cut, height * 1.6, 0.8)
    shapes: list = [
        Shape(rect(0, 0, width, height), "ground"),
        place(pattern, cut, -height * 0.3, clip=rect(0, 0, width - cut, height * 2)),
    ]
    radius = height * 0.31
    shapes += arrow_disc(cut, height / 2, radius, look)
    margin = height * 0.2
    room = cut - radius - 2 * margin
    size = fitted(title, DISPLAY, room, height * 0.4, 2)
    extra = height * 0.2 if subtitle and height > 120 else 0
    words = block(margin, 0, title, room, size, DISPLAY, ink, 0.98)
    while words.height + extra > height * 0.74:
        size *= 0.95
        words = block(margin, 0, title, room, size, DISPLAY, ink, 0.98)
    top = (height - words.height + extra) / 2
    if extra:
        shapes.append(label(margin, top - extra * 0.45, subtitle, height * 0.1, ink))
    return shapes + block(margin, top, title, room, size, DISPLAY, ink, 0.98).shapes


def _tower(width: int, height: int, look: Look, title: str) -> list:
    """A narrow, tall banner."""
    calm, radius = 0.5, width * 0.27
    shapes = world(look, width, height, calm, crown=False)
    ink = text_role(look)
    margin = width * 0.085
    room = width - 2 * margin
    size = fitted(title, NARROW, room, width * 0.27, 5)
    words = block(margin, margin * 1.4, title, room, size, NARROW, ink, 0.98)
    shapes += words.shapes
    y = max(words.height + margin * 3 + radius, height * 0.37)
    return shapes + arrow_disc(margin + radius, y, radius, look)


def arrow_disc(x: float, y: float, radius: float, look: Look) -> list:
    """The button with its arrow."""
    palette = light_palette(look)
    r = radius * 0.42
    thick = radius * 0.17
    head = [(x + r * 0.1, y - r), (x + r, y), (x + r * 0.1, y + r)]
    return [
        Shape(circle(x, y, radius), palette.ground_button),
        Shape(
            polygon([(x - r, y), (x + r, y)], False),
            stroke=palette.on_ground_button,
            width=thick,
        ),
        Shape(polygon(head, False), stroke=palette.on_ground_button, width=thick),
    ]


def gif_banner(form: str, look: Look, title: str, subtitle: str = "") -> bytes:
    """Three pictures: the pattern, the words, the button; it plays once."""
    width, height = SIZES[form]
    ink = text_role(look)
    margin = width * 0.07
    room = width - 2 * margin
    size = fitted(title, DISPLAY, room, width * 0.15, 3)
    words = block(margin, margin, title, room, size, DISPLAY, ink, 0.98)
    while words.height > height * 0.4:
        size *= 0.95
        words = block(margin, margin, title, room, size, DISPLAY, ink, 0.98)
    low = world(look, width, height, 0.56, crown=False, detail=0.6)
    full = draw(look, width, height, 0.6)
    radius = width * 0.105
    button = arrow_disc(width - margin - radius, height * 0.74, radius, look)
    frames: list[Image.Image] = [
        picture(shapes, width, height, look, grain=False)
        for shapes in (full, low, [*low, *words.shapes], [*low, *words.shapes, *button])
    ]
    return gif(frames, (1.4, 0.5, 1.6, 4))
