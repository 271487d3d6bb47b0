"""A campaign's logo as its graphic package has it: an SVG whose letters are shapes."""

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from themes.looks import draw
from themes.looks.lettering import DISPLAY, FOLDER, width_of
from themes.looks.palettes import Look, swatches
from themes.looks.shapes import Path, Shape, circle, place
from themes.looks.svg import to_svg

RADIUS = 100
SIZE = 78


class _Outline(BasePen):
    """Notes a letter's outline, set down at a place and in a size."""

    def __init__(self, glyphs, x: float, y: float, scale: float):
        super().__init__(glyphs)
        self.x, self.y, self.scale = x, y, scale
        self.path: list = []

    def _point(self, point) -> tuple[float, float]:
        return self.x + point[0] * self.scale, self.y - point[1] * self.scale

    def _moveTo(self, point):
        self.path.append(("M", *self._point(point)))

    def _lineTo(self, point):
        self.path.append(("L", *self._point(point)))

    def _curveToOne(self, first, second, point):
        points = (first, second, point)
        self.path.append(("C", *(n for p in points for n in self._point(p))))

    def _closePath(self):
        self.path.append(("Z",))


def outlined(words: str, x: float, y: float, size: float) -> Path:
    """A line of the display face as one shape, on the baseline ``y``."""
    font = TTFont(FOLDER / f"{DISPLAY}.ttf")
    names, glyphs = font.getBestCmap(), font.getGlyphSet()
    scale = size / font["head"].unitsPerEm
    path: list = []
    for count, letter in enumerate(words):
        before = width_of(words[: count + 1], DISPLAY, size)
        own = width_of(letter, DISPLAY, size)
        pen = _Outline(glyphs, x + before - own, y, scale)
        glyphs[names[ord(letter)]].draw(pen)
        path += pen.path
    return tuple(path)


def mark(look: Look, title: str) -> bytes:
    """A disc of the pattern, and the name in up to three lines, on a clear ground."""
    lines = title.split()
    lines = [*lines[:2], " ".join(lines[2:])] if len(lines) > 3 else lines
    side = 2 * RADIUS
    # Enlarged, so that the disc holds a few large forms.
    pattern = place(
        draw(look, side / 2, side / 2, 0.2), scale=2, clip=circle(50, 50, 50)
    )
    ring = Shape(circle(RADIUS, RADIUS, RADIUS - 2), stroke="ink", width=4)
    shapes: list = [pattern, ring]
    left = side + 26
    leading = SIZE * 0.9
    top = RADIUS - leading * (len(lines) - 1) / 2 + SIZE * 0.35
    for n, line in enumerate(lines):
        path = outlined(line, left, top + n * leading, SIZE)
        shapes.append(Shape(path, "ink"))
    width = left + max(width_of(line, DISPLAY, SIZE) for line in lines) + 4
    return to_svg(
        shapes, round(width), side, swatches(look), title=title, places=1
    ).encode()
