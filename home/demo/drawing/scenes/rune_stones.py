"""A rune stone with its knot and its staves."""

import math

from themes.looks.shapes import (
    Shape,
    compound,
    curve,
    gouge,
    place,
    polygon,
)

from .churches import nave
from .cuts import Scene, grass, hatched, hill, mass, sun

MOUND = ((250, -40), (340, 80), (480, 190), (560, 200), (680, 130), (800, -40))


def rune_stone(scene: Scene) -> None:
    """A great carved stone on the green, a beast wound into its face."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("dusk")
    x, y = w * 0.5, h * 0.86
    sun(scene, x - 330 * u, y - 610 * u, 130 * u, "mid")
    hill(scene, y - 150 * u, 26 * u, "ink", "dusk", 1500, 1)
    for way, size in ((-1, 1.0), (1, 0.86)):
        top = y - 60 * u
        mound = [(x + way * a * u, top - b * size * u) for a, b in MOUND]
        scene.add(mass(mound, "ink", 0.9))
    chapel = Scene(w * 0.5, h * 0.5, rng)
    nave(chapel, 0, 0)
    scene.add(place(chapel.shapes, x + 470 * u, y - 62 * u, 0.62))
    line = hill(scene, y - 62 * u, 14 * u, "night", "dusk", 1500, 1.2)
    outline = [
        (x + a * u, y + b * u)
        for a, b in (
            (-300, 40),
            (-342, -140),
            (-330, -330),
            (-268, -520),
            (-150, -660),
            (10, -716),
            (160, -668),
            (268, -540),
            (330, -350),
            (336, -150),
            (296, 40),
        )
    ]
    stone = mass(outline, "deep", 0.85)
    scene.add(stone)
    box = (x - 350 * u, y - 720 * u, 700 * u, 780 * u)
    scene.add(
        hatched(rng, stone.path, box, "ink", 17 * u, 1.35, 50 * u, 4 * u, (0, 0.75))
    )
    scene.add(
        hatched(rng, stone.path, box, "paper", 23 * u, 1.6, 40 * u, 3.6 * u, (0.5, 0))
    )
    scene.add(place(_beast(), x, y - 312 * u, u * 0.92, -2))
    middle = (x, y - 300 * u)
    rim = _along(outline, 64)
    outer = [_between(p, middle, 0.07) for p in rim]
    inner = [_between(p, middle, 0.2) for p in rim]
    scene.add(
        Shape(curve(outer, True), stroke="night", width=6 * u),
        Shape(curve(inner, True), stroke="night", width=6 * u),
    )
    _runes(scene, outer, inner, "night")
    near = hill(scene, y - 46 * u, 9 * u, "night", "dusk", 900, 1.4)
    grass(scene, near, x - 460 * u, x + 460 * u, "night", 110)
    grass(scene, line, 0, w, "night", 60)


def _beast() -> list:
    """A band wound into a knot of five loops, over and under itself in turn."""
    shapes: list = []
    loop, heights = [], []
    for i in range(401):
        t = 2 * math.tau * i / 400
        reach = 158 + 92 * math.cos(2.5 * t)
        loop.append((math.sin(t) * reach, -math.cos(t) * reach * 1.12))
        heights.append(math.sin(2.5 * t))
    widths = (("night", 47), ("paper", 33), ("warm", 19))
    shapes += [Shape(ribbon(loop, width), fill) for fill, width in widths]
    run: list = []
    for point, height in zip(loop, heights, strict=True):
        if height > 0:
            run.append(point)
        elif len(run) > 3:
            shapes += [Shape(ribbon(run, width), fill) for fill, width in widths]
            run = []
        else:
            run = []
    marks = [
        gouge(x, y, math.atan2(loop[i + 1][1] - y, loop[i + 1][0] - x) + 1.57, 13, 2.6)
        for i, (x, y) in enumerate(loop[:-1])
        if i % 4 == 0 and abs(heights[i]) < 0.75
    ]
    shapes.append(Shape(compound(marks), "paper"))
    return shapes


def _along(outline: list, count: int) -> list:
    """Evenly spaced points round a closed outline."""
    around = [*outline, outline[0]]
    lengths = [math.dist(a, b) for a, b in zip(around, around[1:], strict=False)]
    step, out, carried = sum(lengths) / count, [], 0.0
    for (a, b), length in zip(
        zip(around, around[1:], strict=False), lengths, strict=True
    ):
        while carried < length:
            out.append(_between(a, b, carried / length))
            carried += step
        carried -= length
    return out


def ribbon(points: list, width: float) -> tuple:
    """A band of even width along the points, with square ends."""
    one, other = [], []
    for i, (x, y) in enumerate(points):
        a, b = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        dx, dy = b[0] - a[0], b[1] - a[1]
        far = math.hypot(dx, dy) or 1
        nx, ny = -dy / far * width / 2, dx / far * width / 2
        one.append((x + nx, y + ny))
        other.append((x - nx, y - ny))
    return polygon(one + other[::-1])


def _runes(scene: Scene, outer: list, inner: list, fill: str) -> None:
    """Staves between two lines, each with its twigs."""
    rng, marks = scene.rng, []
    for i in range(len(outer) - 1):
        a, b = outer[i], inner[i]
        a, b = _between(a, b, 0.12), _between(a, b, 0.88)
        wide = 5 * scene.unit
        marks.append(ribbon([a, b], wide))
        c, d = outer[i + 1], inner[i + 1]
        for start, end in rng.sample(
            ((0.2, 0.45), (0.5, 0.75), (0.75, 0.5), (0.45, 0.2)), 2
        ):
            p, q = (
                _between(a, b, start),
                _between(_between(c, d, end), _between(a, b, end), 0.42),
            )
            marks.append(ribbon([p, q], wide))
    scene.add(Shape(compound(marks), fill))


def _between(a: tuple, b: tuple, share: float) -> tuple:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
