"""Each campaign's large pictures, made of the same motif as its pattern."""

import math
from random import Random

from themes.looks import draw
from themes.looks.motifs.finds import FINDS
from themes.looks.motifs.leaves import BINDINGS, Fan
from themes.looks.motifs.strata import Layer
from themes.looks.palettes import Look
from themes.looks.shapes import Shape, circle, compound, curve, gouge, place

from .cuts import Scene, grass, hatched
from .old_things import brooch
from .vignettes import bicycle, press, telephone, wireless


def section(scene: Scene, depth: int = 5) -> None:
    """Straight down through the earth: grass, coin, rune stone, brooch, flint axe."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    size = h / depth
    kinds = (
        ("ink", "roots", "dusk", None),
        ("deep", "specks", "ground", "coin"),
        ("pale", "gravel", "deep", "rune_stone"),
        ("night", "specks", "dusk", "brooch"),
        ("paper", "flint", "ink", "axe"),
    )[:depth]
    top = h * 0.12
    lines = []
    for i in range(len(kinds) + 1):
        y = top + (0.42 + i - 1) * size if i else top
        if i == len(kinds):
            y = h + 40 * u
        lines.append(_wavy(rng, y, 24 * u, u))
    for i, (fill, texture, tint, find) in enumerate(kinds):
        upper, lower = lines[i], lines[i + 1]
        scene.add(Shape(_below(upper, w, h, u), fill))
        layer = Layer(rng, upper, lower, w, u, 1)
        scene.add(*getattr(layer, texture)(tint))
        seam = [(x, upper(x)) for x in range(-20, round(w) + 60, max(round(60 * u), 4))]
        scene.add(Shape(curve(seam), stroke="night", width=5 * u))
        if find:
            x = w * (0.32, 0.62, 0.4, 0.6)[i - 1]
            y = (upper(x) + min(lower(x), h - 20 * u)) / 2
            scale = size / 100 * 0.62
            ink, cut = ("paper", "night") if fill == "night" else ("ink", fill)
            thing = brooch(ink, cut) if find == "brooch" else FINDS[find](rng, ink, cut)
            lift = 34 * scale if find == "brooch" else 0
            scene.add(place(thing, x, y + lift, scale, (6, -3, 4, 18)[i - 1]))
    grass(scene, lines[0], 0, w, "ink", 110)


def _wavy(rng: Random, y: float, reach: float, u: float):
    a, b = rng.uniform(0, 6), rng.uniform(0, 6)

    def line(x: float) -> float:
        slow, quick = math.sin(x / (260 * u) + a), math.sin(x / (110 * u) + b)
        return y + reach * slow + reach * 0.35 * quick

    return line


def _below(line, w: float, h: float, u: float) -> tuple:
    step = max(60 * u, 2)
    count = math.ceil(w / step) + 2
    points = [((i - 1) * step, line((i - 1) * step)) for i in range(count + 1)]
    return (
        *curve(points),
        ("L", w + 2 * step, h + 9),
        ("L", -step, h + 9),
        ("Z",),
    )


def sunlike_leaves(scene: Scene, look: Look) -> None:
    """One great book spread like a sun, and the rows of smaller ones in front."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    foot = h * 0.8
    marks = []
    for ring in range(26):
        far = (560 + ring * 38) * u
        count = round(math.tau * far / (54 * u))
        for i in range(count):
            if rng.random() < 0.25:
                continue
            angle = math.tau * (i + ring % 2 / 2) / count
            at = (w * 0.5 + math.cos(angle) * far, foot + math.sin(angle) * far)
            marks.append(gouge(*at, angle, 34 * u, 3.6 * u))
    scene.add(Shape(compound(marks), "mid"))
    binding = (
        "ink",
        ("paper", "button", "paper", "mid", "pale", "button", "dusk"),
        "ink",
    )
    great = Fan(rng, (w * 0.5, foot), min(640 * u, h * 0.72), 0, binding, 1.5 * u, 1)
    scene.add(*great.drawn())
    near = draw(look, w, h, 1, 0.72)[1:]
    scene.add(*near)


def leaves_with_things(scene: Scene) -> None:
    """An open fan of leaves; on them a press, a bicycle, a wireless, a telephone."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    scene.add(
        hatched(rng, None, (0, 0, w, h), "dusk", 40 * u, 0.4, 44 * u, 4 * u, (0.6, 0.6))
    )
    spine = (w * 0.5, h * 0.93)
    reach = 780 * u
    fan = Fan(rng, spine, reach, 0, BINDINGS[0], 1.5 * u, 1)
    things = (press(), bicycle(), wireless(), telephone())
    leaves = len(things) + 1
    spread = 124
    scene.add(Shape(fan.between(spread / 2 + 8, -spread / 2 - 8, 1.07), "night"))
    order = sorted(range(leaves), key=lambda i: -abs(i - (leaves - 1) / 2))
    fills = ("paper", "button", "pale", "ground", "paper")
    for i in order:
        centre = -spread / 2 + spread * (i + 0.5) / leaves
        half = spread / leaves / 2
        sheet = fan.between(centre - half, centre + half, 1)
        scene.add(Shape(sheet, fills[i]), Shape(sheet, stroke="ink", width=4 * u))
        turned = math.radians(centre)
        if i < len(things):
            at = fan.point(centre, 0.76, 1)
            thing = things[i]
            if fills[i] == "button":
                thing = bicycle("night", "paper", "paper")
            scene.add(place(thing, *at, 1.3 * u, math.degrees(turned) * 0.8))
        else:
            marks = fan.text(centre - half, centre - half * 0.1, 1)
            scene.add(Shape(compound(marks[:6]), "mid"))
    scene.add(Shape(circle(*spine, 40 * u), "night"))
