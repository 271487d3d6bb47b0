"""A look: three colours, a motif and a seed, and all that follows from them."""

import math
from dataclasses import dataclass

from .colours import (
    GRAPHIC_CONTRAST,
    luminance,
    mix,
    parse,
    readable,
    shade,
    text_on,
    to_oklab,
    tone,
)

Swatches = dict[str, str]


@dataclass(frozen=True, slots=True)
class Look:
    """Three colours as `#rrggbb`, the motif's name and the seed that varies it."""

    ground: str
    ink: str
    button: str
    motif: str = "strata"
    seed: int = 1

    def __post_init__(self) -> None:
        for colour in (self.ground, self.ink, self.button):
            parse(colour)


# What stands outside the campaigns.
HOUSE = Look("#ece5d6", "#1b1c20", "#d6341c", "dots", 79)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours a page uses; text holds 4.5:1 and graphics 3:1 by computation."""

    ground: str
    on_ground: str
    on_ground_soft: str
    ground_button: str
    on_ground_button: str
    ground_focus: str
    paper: str
    on_paper: str
    on_paper_soft: str
    wash: str
    on_wash: str
    ink: str
    link: str
    button: str
    button_press: str
    on_button: str
    focus: str
    line: str
    line_soft: str


def light_palette(look: Look) -> Palette:
    """The look by day: paper drawn from the ground, text from the ink."""
    light = to_oklab(look.ground)[0]
    paper = tone(look.ground, 0.978, 0.16 if light < 0.9 else 0.5)
    wash = mix(paper, look.ground, 0.3 if light < 0.9 else 0.75)
    # a dark ground would make the wash too dark to share its text with the paper
    wash = tone(wash, max(to_oklab(wash)[0], 0.915))
    return _palette(look, look.ground, paper, wash, look.ink, look.button)


def dark_palette(look: Look) -> Palette:
    """The look by night: the ink becomes the room, the ground lights the letters."""
    room = look.ink if to_oklab(look.ink)[0] < 0.6 else look.ground
    paper = tone(room, 0.2, 0.55)
    wash = tone(room, 0.245, 0.7)
    ground = tone(room, 0.3, 0.95)
    ink = tone(look.ground, 0.93, 0.45)
    button = readable(look.button, paper, wash, ground, least=GRAPHIC_CONTRAST)
    return _palette(look, ground, paper, wash, ink, button)


def _palette(
    look: Look, ground: str, paper: str, wash: str, ink: str, button: str
) -> Palette:
    on_ground = text_on(ground, *_ends(look))
    on_paper = text_on(paper, *_ends(look))
    button = readable(button, paper, wash, least=GRAPHIC_CONTRAST)
    on_button = text_on(button, tone(look.ink, 0.16, 0.6), "#ffffff")
    # pressed moves away from its own text, so that contrast only grows
    away = -0.06 if luminance(on_button) > luminance(button) else 0.06
    ground_button = readable(button, ground, least=GRAPHIC_CONTRAST)
    return Palette(
        ground=ground,
        on_ground=on_ground,
        on_ground_soft=readable(mix(on_ground, ground, 0.28), ground),
        ground_button=ground_button,
        on_ground_button=text_on(ground_button, tone(look.ink, 0.16, 0.6), "#ffffff"),
        ground_focus=readable(ink, ground, least=GRAPHIC_CONTRAST),
        paper=paper,
        on_paper=on_paper,
        on_paper_soft=readable(mix(on_paper, paper, 0.3), paper, wash),
        wash=wash,
        on_wash=text_on(wash, *_ends(look)),
        ink=readable(ink, paper, wash),
        link=readable(button, paper, wash),
        button=button,
        button_press=shade(button, away),
        on_button=on_button,
        focus=readable(ink, paper, wash, least=GRAPHIC_CONTRAST),
        line=readable(mix(on_paper, paper, 0.5), paper, wash, least=GRAPHIC_CONTRAST),
        line_soft=mix(paper, on_paper, 0.16),
    )


def _ends(look: Look) -> tuple[str, str]:
    """The darkest and the lightest letter of this look."""
    return tone(look.ink, 0.2, 0.6), tone(look.ground, 0.97, 0.25)


def swatches(look: Look, dark: bool = False) -> Swatches:
    """The inks that motifs and pictures are printed in, named by role.

    Twelve tints of the three colours: enough for layers, few enough to look printed.
    """
    ground, ink, button = look.ground, look.ink, look.button
    light, a, b = to_oklab(ground)
    # a pale ground has no hue of its own to give: the middle tints take the ink's
    pull = 0.7 if math.hypot(a, b) < 0.06 else 0
    paper = tone(ground, 0.955, 0.32) if light < 0.9 else shade(ground, 0.03, 0.8)
    if dark:
        paper = tone(ground, 0.87, 0.7)
        ground = tone(ink, 0.5, 1.15) if pull else tone(ground, 0.62, 0.85)
        ink = tone(ink, 0.17, 0.75)

    def middle(share: float) -> str:
        blend = mix(ground, ink, share)
        level = to_oklab(blend)[0]
        return mix(tone(blend, level, 1.3), tone(ink, level, 1.25), pull)

    return {
        "paper": paper,
        "pale": mix(paper, ground, 0.5),
        "ground": ground,
        "deep": shade(mix(ground, ink, 0.14), -0.02, 1.25),
        "mid": middle(0.42),
        "dusk": middle(0.7),
        "ink": ink,
        "night": shade(ink, -0.07),
        "button": button,
        "ember": shade(mix(button, ink, 0.12), -0.07, 1.1),
        "warm": shade(mix(button, ground, 0.5), 0, 1.05),
        "blush": mix(button, paper, 0.68),
    }


def stylesheet(
    look: Look, selector: str, pattern: str = "", pattern_dark: str = ""
) -> str:
    """The look as custom properties for a selector, by day and by night.

    `pattern` and `pattern_dark` are addresses of the drawn pattern, when there is one.
    """
    day = _declarations(light_palette(look), pattern)
    night = _declarations(dark_palette(look), pattern_dark or pattern)
    return (
        f"{selector} {{\n{day}}}\n\n"
        # For screens: what is printed is light.
        "@media screen and (prefers-color-scheme: dark) "
        f"{{\n{selector} {{\n{night}}}\n}}\n"
    )


def _declarations(palette: Palette, pattern: str) -> str:
    lines = [
        f"    --theme-{name.replace('_', '-')}: {getattr(palette, name)};\n"
        for name in Palette.__dataclass_fields__
    ]
    if pattern:
        lines.append(f'    --theme-pattern: url("{pattern}");\n')
    return "".join(lines)
