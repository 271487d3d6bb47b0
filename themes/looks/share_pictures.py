"""The picture that stands for a page where its address is shared: 1200 by 630."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageFilter, ImageOps

from . import draw
from .lettering import DISPLAY, LABEL, block, breakable, filling, fitted
from .logos import Logo, Plate, plate_colour, plate_for, trimmed
from .palettes import HOUSE, Look, light_palette, swatches
from .papers.parts import OWNER, printable
from .pdf import to_image
from .shapes import Shape, circle, place, rect

SIZE = WIDTH, HEIGHT = 1200, 630
# Counted up when the drawing changes, so that every page gets a new address.
DRAWING = 1

EDGE = 56
COLUMN = 588
SPLIT = EDGE + COLUMN + 44
STRIP = 88
MARK = 17
TITLE_TOP = 132
LARGEST, MOST_LINES, LEADING = 104, 5, 1.04
LOGO_TOP, LOGO_BOX, LOGO_PAD = 48, (330, 112), 14
COVER_BOX = (400, 510)


@dataclass(frozen=True)
class ShareWords:
    """What is set in type: the title, and above it what it is part of."""

    title: str
    over: str = ""


def share_picture(
    words: ShareWords,
    look: Look = HOUSE,
    picture: Image.Image | None = None,
    logo: tuple[Logo, Image.Image] | None = None,
    cover: Image.Image | None = None,
) -> bytes:
    """Draw it as a JPEG; without a ``picture`` the look's pattern has its place.

    A ``logo`` stands where the words above the title would. A ``cover`` is a thing to
    be seen whole, on the pattern.
    """
    ground, colours = _grounds(look)
    foot = HEIGHT - STRIP if picture else HEIGHT
    shapes: list = [Shape(rect(0, 0, WIDTH, HEIGHT), "ground")]
    if picture:
        strip = draw(look, WIDTH, STRIP * 1.6, 0.4)
        shapes.append(place(strip, 0, foot, clip=rect(0, 0, WIDTH, STRIP)))
    else:
        wide = WIDTH - SPLIT
        pattern = draw(look, wide, HEIGHT, 0.4)
        shapes.append(place(pattern, SPLIT, 0, clip=rect(0, 0, wide, HEIGHT)))
    badge = logo and _Badge(*logo, ground)
    shapes += _words(words, foot, badge.foot if badge else 0)
    image = to_image(shapes, WIDTH, HEIGHT, colours, SIZE)
    if picture:
        fits = ImageOps.fit(picture.convert("RGB"), (WIDTH - SPLIT, foot))
        image.paste(fits, (SPLIT, 0))
    if cover:
        _set_cover(image, cover)
    if badge:
        badge.set_on(image)
    out = BytesIO()
    # Red letters on a coloured ground fray where colours are kept more coarsely.
    image.save(out, "JPEG", quality=84, subsampling=0, optimize=True, progressive=True)
    return out.getvalue()


@lru_cache(maxsize=64)
def _grounds(look: Look) -> tuple[str, dict[str, str]]:
    palette = light_palette(look)
    names = ("ground", "on_ground", "on_ground_soft", "ground_button")
    colours = {name: getattr(palette, name) for name in names}
    return palette.ground, swatches(look) | colours


def _words(words: ShareWords, foot: float, badge_foot: float) -> list:
    shapes: list = []
    if words.over and not badge_foot:
        over = printable(words.over, LABEL)
        size = fitted(over, LABEL, COLUMN, 27, 2)
        shapes += block(
            EDGE, 62, over, COLUMN, size, LABEL, "on_ground_soft", 1.3
        ).shapes
    mark = foot - 54
    title = breakable(printable(words.title, DISPLAY))
    top = badge_foot + 44 if badge_foot else TITLE_TOP
    room = COLUMN, mark - 54 - top
    size = filling(title, DISPLAY, room, LARGEST, MOST_LINES, LEADING)
    shapes += block(
        EDGE, top, title, COLUMN, size, DISPLAY, "on_ground", LEADING
    ).shapes
    shapes.append(Shape(circle(EDGE + MARK, mark, MARK), "ground_button"))
    left = EDGE + 2 * MARK + 16
    shapes += block(left, mark - 8, OWNER, COLUMN, 23, LABEL, "on_ground").shapes
    return shapes


class _Badge:
    """A logo as large as its box, on a plate where the ground would swallow it."""

    def __init__(self, logo: Logo, drawn: Image.Image, ground: str):
        self.drawn = trimmed(drawn)
        scale = min(
            box / side for box, side in zip(LOGO_BOX, self.drawn.size, strict=True)
        )
        size = (max(1, round(side * scale)) for side in self.drawn.size)
        self.drawn = self.drawn.resize(tuple(size), Image.Resampling.LANCZOS)
        self.plate = plate_for(logo.colours, ground)
        self.pad = 0 if self.plate is Plate.NONE else LOGO_PAD

    @property
    def foot(self) -> int:
        return LOGO_TOP + self.drawn.height + 2 * self.pad

    def set_on(self, image: Image.Image) -> None:
        if self.plate is not Plate.NONE:
            right = EDGE + self.drawn.width + 2 * self.pad
            plate = (EDGE, LOGO_TOP, right, self.foot)
            image.paste(plate_colour(self.plate), plate)
        image.paste(self.drawn, (EDGE + self.pad, LOGO_TOP + self.pad), self.drawn)


def _set_cover(image: Image.Image, cover: Image.Image) -> None:
    """A thing lies on the pattern with a soft shadow, whole and in its own shape."""
    cover = cover.convert("RGBA")
    cover.thumbnail(COVER_BOX)
    left = SPLIT + (WIDTH - SPLIT - cover.width) // 2
    top = (HEIGHT - cover.height) // 2
    shade = Image.new("L", SIZE)
    shade.paste(
        120, (left - 2, top + 6, left + cover.width + 2, top + cover.height + 10)
    )
    shade = shade.filter(ImageFilter.GaussianBlur(14))
    image.paste("#000000", (0, 0), shade)
    image.paste("#ffffff", (left, top, left + cover.width, top + cover.height))
    image.paste(cover, (left, top), cover)
