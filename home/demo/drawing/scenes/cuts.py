"""The linocutter's vocabulary, shared by the scenes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from themes.looks.motifs.lines import Line, points, strewn, wandering
from themes.looks.shapes import (
    Path,
    Point,
    Shape,
    blob,
    circle,
    compound,
    curve,
    gouge,
    join,
    polygon,
    rect,
)


@dataclass(slots=True)
class Scene:
    """A sheet being cut: its size, its unit, its chance and what lies on it so far."""

    width: float
    height: float
    rng: Random
    sun: str = "button"

    shapes: list = None

    def __post_init__(self) -> None:
        self.shapes = []

    @property
    def unit(self) -> float:
        """A thousandth of the largest 5:4 that fits: subjects are drawn in these."""
        return min(self.width / 1.25, self.height) / 1000

    def add(self, *shapes) -> None:
        """Print these on top."""
        self.shapes.extend(shapes)

    def fill(self, role: str) -> None:
        """Roll the whole sheet in one colour."""
        self.add(Shape(rect(0, 0, self.width, self.height), role))


def sun(scene: Scene, x: float, y: float, radius: float, halo: str) -> None:
    """The disc, with rays cut out of the sky around it."""
    rng, marks = scene.rng, []
    reach = max(scene.width, scene.height) * 1.1
    far = radius * 1.18
    ring = 0
    while far < reach:
        count = max(14, round(math.tau * far / (46 * scene.unit)))
        turn = rng.random()
        for i in range(count):
            if rng.random() < 0.22:
                continue
            angle = math.tau * (i + turn) / count + rng.uniform(-0.01, 0.01)
            length = (34 + ring * 3.2) * scene.unit * rng.uniform(0.7, 1.25)
            at = (x + math.cos(angle) * far, y + math.sin(angle) * far)
            marks.append(gouge(*at, angle, length, 3.2 * scene.unit))
        far += (46 + ring * 4) * scene.unit
        ring += 1
    scene.add(Shape(compound(marks), halo), Shape(circle(x, y, radius), scene.sun))


def hill(
    scene: Scene,
    y: float,
    rise: float,
    fill: str,
    tint: str,
    length: float = 1400,
    density: float = 1,
    shade: str = "",
) -> Line:
    """Land from a wandering horizon down, grassed with cuts; returns the horizon."""
    u, rng = scene.unit, scene.rng
    wander = wandering(rng, rise, length * u, 3)

    def line(x: float) -> float:
        return y + wander(x)

    top = curve(points(line, -20 * u, scene.width + 20 * u, 60 * u))
    foot = polygon(
        [(scene.width + 20 * u, scene.height + 9), (-20 * u, scene.height + 9)], False
    )
    scene.add(Shape(join(top, foot), fill))
    bottom = min(scene.height, y + 420 * u)
    count = round(scene.width / u * max(bottom - y, 0) / u / 1500 * density)
    marks = strewn(
        rng,
        lambda x: line(x) + 10 * u,
        lambda x: max(bottom, line(x) + 30 * u),
        (0, scene.width),
        count,
        (34 * u, 3.2 * u),
    )
    scene.add(Shape(marks, tint))
    if shade:
        blades = []
        x = 0.0
        while x < scene.width:
            lean = -math.pi / 2 + rng.uniform(-0.5, 0.5)
            tall = rng.uniform(14, 34) * u
            blades.append(gouge(x, line(x) - tall * 0.2, lean, tall, 3.4 * u))
            x += rng.uniform(5, 26) * u
        scene.add(Shape(compound(blades), fill))
    return line


def hatched(
    rng: Random,
    clip: Path | None,
    box: tuple[float, float, float, float],
    fill: str,
    gap: float,
    turn: float = 0,
    length: float = 0,
    width: float = 0,
    fade: Point = (1, 1),
) -> Shape:
    """Rows of cuts over a box (left, top, width, height), denser to one side by `fade`.

    `fade` is the chance of a cut on the left and on the right.
    """
    left, top, wide, high = box
    length, width = length or gap * 3.2, width or gap * 0.3
    cos, sin = math.cos(turn), math.sin(turn)
    middle = (left + wide / 2, top + high / 2)
    reach_x = abs(wide / 2 * cos) + abs(high / 2 * sin)
    reach_y = abs(wide / 2 * sin) + abs(high / 2 * cos)
    marks = []
    v = -reach_y
    while v < reach_y:
        s = -reach_x + rng.uniform(0, length)
        while s < reach_x:
            x, y = middle[0] + s * cos - v * sin, middle[1] + s * sin + v * cos
            across = min(max((x - left) / wide, 0), 1)
            inside = left <= x <= left + wide and top <= y <= top + high
            if inside and rng.random() < fade[0] + (fade[1] - fade[0]) * across:
                own = length * rng.uniform(0.6, 1.25)
                marks.append(gouge(x, y, turn + rng.uniform(-0.05, 0.05), own, width))
            s += length * rng.uniform(1, 1.4)
        v += gap * rng.uniform(0.8, 1.2)
    return Shape(compound(marks), fill, clip=clip)


def mass(points_: Sequence[Point], fill: str, pull: float = 0.8) -> Shape:
    """A closed, softly cornered form."""
    return Shape(curve(points_, closed=True, pull=pull), fill)


def block(points_: Sequence[Point], fill: str) -> Shape:
    """A closed form with straight sides."""
    return Shape(polygon(points_), fill)


def cloud(scene: Scene, x: float, y: float, wide: float, fill: str) -> None:
    """A flat cloud, cut as a bundle of long slivers."""
    u, rng = scene.unit, scene.rng
    marks = []
    for i in range(7):
        own = wide * (1 - abs(i - 3) / 5) * rng.uniform(0.75, 1.1)
        at = (x + rng.uniform(-0.12, 0.12) * wide, y + (i - 3) * 13 * u)
        marks.append(gouge(*at, rng.uniform(-0.01, 0.01), own, 12 * u))
    scene.add(Shape(compound(marks), fill))


def grass(
    scene: Scene, line: Line, left: float, right: float, fill: str, tall: float = 70
) -> None:
    """A stand of blades along a line, leaning with the wind."""
    u, rng = scene.unit, scene.rng
    blades = []
    x = left
    while x < right:
        high = tall * u * rng.uniform(0.4, 1.15)
        lean = rng.uniform(-0.1, 0.5) * high
        y = line(x) + 8 * u
        blades.append(
            (
                ("M", x - 3 * u, y),
                ("C", x, y - high * 0.5, x + lean * 0.3, y - high * 0.8)
                + (x + lean, y - high),
                ("C", x + lean * 0.5, y - high * 0.7, x + 4 * u, y - high * 0.4)
                + (x + 4 * u, y),
                ("Z",),
            )
        )
        x += rng.uniform(5, 15) * u
    scene.add(Shape(compound(blades), fill))


def tree(
    scene: Scene, x: float, y: float, tall: float, trunk: str, crown: str, cut: str
):
    """A broad tree: a trunk, and a crown cut with leaves."""
    rng = scene.rng
    scene.add(
        mass(
            [(x - tall * 0.05, y), (x - tall * 0.025, y - tall * 0.4)]
            + [(x + tall * 0.025, y - tall * 0.4), (x + tall * 0.05, y)],
            trunk,
        )
    )
    for dx, dy, r in ((-0.2, -0.55, 0.24), (0.2, -0.53, 0.25), (0, -0.74, 0.3)):
        scene.add(
            Shape(blob(rng, x + dx * tall, y + dy * tall, r * tall, 0.1, 9), crown)
        )
    leaves = []
    for _ in range(46):
        angle, far = rng.uniform(0, math.tau), math.sqrt(rng.random()) * 0.36 * tall
        at = (x + math.cos(angle) * far, y - tall * 0.63 + math.sin(angle) * far * 0.85)
        leaves.append(gouge(*at, rng.uniform(-0.9, -0.2), tall * 0.06, tall * 0.011))
    scene.add(Shape(compound(leaves), cut))
