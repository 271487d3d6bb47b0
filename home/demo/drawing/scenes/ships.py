"""A longship on its sea."""

import math

from themes.looks.motifs.waves import Swell
from themes.looks.shapes import (
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    place,
    polygon,
)

from .cuts import Scene, cloud, hatched, sun
from .dolmens import birds


def ship(scene: Scene) -> None:
    """A longship under sail, the sun behind the mast."""
    w, h, u = scene.width, scene.height, scene.unit
    scene.fill("pale")
    sea = h * 0.7 if h < w * 1.2 else h * 0.74
    x = w * 0.5
    sun(scene, x + 210 * u, sea - 400 * u, 240 * u, "ground")
    cloud(scene, w * 0.16, sea - 560 * u, 420 * u, "paper")
    cloud(scene, w * 0.86, sea - 210 * u, 380 * u, "paper")
    rows = (("ground", "deep"), ("warm", "paper"))
    for i, (fill, tint) in enumerate(rows):
        water(scene, sea - (40 - 46 * i) * u, 60 * u, 0.45 + 0.2 * i, fill, tint)
    size = min(u, w / 1380)
    scene.add(place(longship(scene), x - 6 * u, sea + 20 * u, size, -2.5))
    for i, (fill, tint) in enumerate(
        (("ember", "warm"), ("dusk", "ground"), ("ink", "mid"), ("night", "dusk"))
    ):
        y = sea + (88 + 78 * i) * u
        if y > h + 90 * u:
            break
        water(scene, y, (76 + 16 * i) * u, 0.8 + 0.2 * i, fill, tint)
    birds(scene, x - 560 * u, sea - 640 * u, "ink", 6)


def water(
    scene: Scene, y: float, gap: float, growth: float, fill: str, tint: str
) -> None:
    """A row of swell across the sheet."""
    swell = Swell(scene.rng, y, gap, growth, scene.width, scene.unit)
    scene.add(Shape(swell.mass(scene.height + 9), fill))
    scene.add(*swell.carved(tint, 1))


def longship(scene: Scene) -> list:
    """The ship, keel at nought, about nine hundred units long."""
    rng = scene.rng
    shapes: list = []
    sail = [(-226, -640), (0, -662), (236, -636), (262, -420), (246, -228), (20, -196)]
    sail += [(-222, -226), (-200, -420)]
    cloth = curve(sail, True, 0.72)
    shapes.append(
        Shape(polygon([(-9, -700), (9, -700), (13, -60), (-13, -60)]), "night")
    )
    shapes.append(Shape(cloth, "paper"))
    for i in range(5):
        left = -260 + i * 112
        stripe = curve(
            [(left, -680), (left + 14, -430), (left, -180), (left + 56, -180)]
            + [(left + 70, -430), (left + 56, -680)],
            True,
            0.7,
        )
        shapes.append(Shape(stripe, "button", clip=cloth))
    shapes.append(
        hatched(rng, cloth, (-260, -670, 530, 480), "ink", 26, 1.52, 66, 4.2, (0, 0.55))
    )
    shapes.append(Shape(cloth, stroke="night", width=7))
    shapes.append(
        Shape(polygon([(-250, -650), (258, -646), (258, -632), (-250, -636)]), "night")
    )
    for end in (-470, -330, 330, 480):
        rope = curve([(0, -690), (end * 0.5, -400), (end, -116)])
        shapes.append(Shape(rope, stroke="night", width=3.4))
    hull = curve(
        [(-560, -330), (-520, -214), (-440, -118), (-250, -64), (0, -52), (260, -66)]
        + [(440, -120), (524, -220), (566, -350), (588, -350), (560, -180), (470, -20)]
        + [(260, 62), (0, 80), (-260, 60), (-470, -18), (-556, -170), (-584, -330)],
        True,
        0.85,
    )
    shapes.append(Shape(hull, "ink"))
    for i in range(4):
        dip = i * 27
        strake = curve(
            [(-540, -230 + dip), (-430, -84 + dip), (-220, -32 + dip), (0, -20 + dip)]
            + [(230, -34 + dip), (440, -88 + dip), (546, -240 + dip)]
        )
        shapes.append(Shape(strake, stroke="mid", width=4, clip=hull))
    shapes.append(hatched(rng, hull, (-560, -70, 1120, 150), "dusk", 14, 0.03, 52, 4))
    for i in range(13):
        x = -372 + i * 62
        y = -58 - ((i - 6) / 6) ** 2 * 46
        colour = ("ground", "button", "paper")[i % 3]
        shapes.append(Shape(blob(rng, x, y, 35, 0.02, 12), colour))
        shapes.append(Shape(circle(x, y, 35), stroke="night", width=4))
        spokes = [gouge(x, y, math.pi * k / 4 + 0.2, 56, 3) for k in range(4)]
        shapes.append(Shape(compound(spokes), "night"))
        shapes.append(Shape(circle(x, y, 9), "night"))
    for i in range(12):
        x = -330 + i * 62
        oar = polygon([(x, -30), (x + 6, -30), (x - 74, 132), (x - 84, 128)])
        shapes.append(Shape(oar, "deep"))
    shapes += _spiral(576, -372, 1, "ink")
    shapes += _spiral(-572, -352, -1, "ink")
    return shapes


def _spiral(x: float, y: float, way: int, fill: str) -> list:
    """The curled stem of a ship, as on the Oseberg ship."""
    turns = []
    for i in range(34):
        angle = math.pi / 2 + way * -1 * i * 0.32
        reach = 46 * (1 - i / 36)
        turns.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach - 4))
    return [Shape(curve(turns), stroke=fill, width=13)]
