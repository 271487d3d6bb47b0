"""Colour sums: mixing in OKLab, contrast after WCAG 2.2, and readable choices."""

import math
from functools import lru_cache

Rgb = tuple[float, float, float]

TEXT_CONTRAST = 4.5
GRAPHIC_CONTRAST = 3.0


def parse(colour: str) -> Rgb:
    """Read `#rrggbb` as three numbers from 0 to 1."""
    digits = colour.removeprefix("#")
    if len(digits) != 6:
        raise ValueError(f"{colour!r} is not a colour as #rrggbb")
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue


def to_hex(rgb: Rgb) -> str:
    """Write three numbers from 0 to 1 as `#rrggbb`, clipped to what a screen shows."""
    return "#" + "".join(f"{round(min(max(c, 0), 1) * 255):02x}" for c in rgb)


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4


def _gamma(channel: float) -> float:
    if channel <= 0.0031308:
        return channel * 12.92
    return 1.055 * channel ** (1 / 2.4) - 0.055


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    red, green, blue = (_linear(c) for c in parse(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def to_oklab(colour: str) -> Rgb:
    """The colour in OKLab, where equal steps look equal."""
    red, green, blue = (_linear(c) for c in parse(colour))
    long = 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue
    medium = 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue
    short = 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue
    long, medium, short = (math.cbrt(c) for c in (long, medium, short))
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _to_rgb(lab: Rgb) -> Rgb:
    light, a, b = lab
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def from_oklab(light: float, a: float, b: float) -> str:
    """A screen colour from OKLab; what no screen shows loses chroma, not lightness."""
    light = min(max(light, 0), 1)
    linear = (0.0, 0.0, 0.0)
    for step in range(21):
        keep = 1 - step / 20
        linear = _to_rgb((light, a * keep, b * keep))
        if all(-0.001 <= c <= 1.001 for c in linear):
            break
    return to_hex(tuple(_gamma(max(c, 0)) for c in linear))


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0 to 1) of `other` in it."""
    pairs = zip(to_oklab(one), to_oklab(other), strict=True)
    return from_oklab(*(a + (b - a) * share for a, b in pairs))


def tone(colour: str, light: float, chroma: float = 1) -> str:
    """The same hue at a given lightness (0 to 1), its chroma multiplied."""
    _, a, b = to_oklab(colour)
    return from_oklab(light, a * chroma, b * chroma)


def shade(colour: str, step: float, chroma: float = 1) -> str:
    """The same hue, lighter (positive step) or darker (negative)."""
    return tone(colour, to_oklab(colour)[0] + step, chroma)


def readable(colour: str, *grounds: str, least: float = TEXT_CONTRAST) -> str:
    """The colour, moved as little as needed to stand out from every ground.

    Keeps the hue where it can, and ends in black or white where it must.
    """
    light, a, b = to_oklab(colour)

    def holds(candidate: str) -> bool:
        return all(contrast(candidate, ground) >= least for ground in grounds)

    if holds(colour):
        return colour
    for step in range(1, 101):
        moved = (light - step / 100, light + step / 100)
        for candidate_light in moved:
            if not 0 <= candidate_light <= 1:
                continue
            candidate = from_oklab(candidate_light, a, b)
            if holds(candidate):
                return candidate
    return max(
        ("#000000", "#ffffff"),
        key=lambda end: min(contrast(end, ground) for ground in grounds),
    )


def text_on(ground: str, dark: str = "#000000", light: str = "#ffffff") -> str:
    """Whichever of the two reads best on the ground, moved until it holds 4.5:1."""
    best = max((dark, light), key=lambda colour: contrast(colour, ground))
    return readable(best, ground)
