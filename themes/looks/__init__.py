"""A theme's look: three colours, a motif and a seed, drawn the same in every medium."""

from .motifs import MOTIFS, draw
from .palettes import Look, Palette, dark_palette, light_palette, stylesheet, swatches
from .svg import to_svg

__all__ = [
    "MOTIFS",
    "Look",
    "Palette",
    "dark_palette",
    "draw",
    "light_palette",
    "pattern_svg",
    "stylesheet",
    "swatches",
    "to_svg",
]

# what a pattern may weigh on a page: a third of it once compressed
PATTERN_BYTES = 40_000


def pattern_svg(look: Look, width: int, height: int, dark: bool = False) -> str:
    """The motif as an SVG for the web, as detailed as its size budget allows."""
    # eight hundred units wide, whole numbers are fine enough and short
    scale = 800 / width
    svg = ""
    for detail in (1, 0.7, 0.5, 0.35, 0.2, 0.1, 0.04):
        shapes = draw(look, 800, height * scale, detail)
        svg = to_svg(shapes, 800, round(height * scale), swatches(look, dark))
        if len(svg.encode()) <= PATTERN_BYTES:
            break
    return svg
