"""Shapes that know no medium: paths in millimetres or pixels, filled with a role.

Coordinates run right and down. A fill is a role of the swatches ("ground", "ink")
or a colour as `#rrggbb`; whoever renders looks it up.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

Point = tuple[float, float]
Command = tuple
Path = tuple[Command, ...]
Matrix = tuple[float, float, float, float, float, float]

# how far a cubic's handles reach to look like a quarter of a circle
ROUND = 0.5522847498


@dataclass(frozen=True, slots=True)
class Shape:
    """One printed form: filled, stroked or both, perhaps only inside a clip."""

    path: Path
    fill: str | None = None
    stroke: str | None = None
    width: float = 0
    clip: Path | None = None
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are moved, turned or clipped together."""

    shapes: Sequence = field(default_factory=list)
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    clip: Path | None = None


def place(
    shapes: Sequence,
    x: float = 0,
    y: float = 0,
    scale: float = 1,
    turn: float = 0,
    clip: Path | None = None,
    mirror: bool = False,
) -> Group:
    """Set shapes down somewhere: scaled, then turned (degrees), then moved."""
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    across = -scale if mirror else scale
    matrix = (across * cos, across * sin, -scale * sin, scale * cos, x, y)
    return Group(shapes, matrix, clip)


def polygon(points: Iterable[Point], closed: bool = True) -> Path:
    """Straight lines through the points."""
    first, *rest = points
    end = (("Z",),) if closed else ()
    return (("M", *first), *(("L", *point) for point in rest), *end)


def rect(x: float, y: float, width: float, height: float) -> Path:
    """A rectangle by its upper left corner."""
    right, foot = x + width, y + height
    return polygon([(x, y), (right, y), (right, foot), (x, foot)])


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Path:
    """A rectangle with round corners."""
    radius = min(radius, width / 2, height / 2)
    k = radius * (1 - ROUND)
    right, foot = x + width, y + height
    return (
        ("M", x + radius, y),
        ("L", right - radius, y),
        ("C", right - k, y, right, y + k, right, y + radius),
        ("L", right, foot - radius),
        ("C", right, foot - k, right - k, foot, right - radius, foot),
        ("L", x + radius, foot),
        ("C", x + k, foot, x, foot - k, x, foot - radius),
        ("L", x, y + radius),
        ("C", x, y + k, x + k, y, x + radius, y),
        ("Z",),
    )


def ellipse(x: float, y: float, across: float, along: float) -> Path:
    """An ellipse by its centre and two radii."""
    kx, ky = across * ROUND, along * ROUND
    return (
        ("M", x + across, y),
        ("C", x + across, y + ky, x + kx, y + along, x, y + along),
        ("C", x - kx, y + along, x - across, y + ky, x - across, y),
        ("C", x - across, y - ky, x - kx, y - along, x, y - along),
        ("C", x + kx, y - along, x + across, y - ky, x + across, y),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> Path:
    """A disc: the button of the house."""
    return ellipse(x, y, radius, radius)


def arc(x: float, y: float, radius: float, start: float, end: float) -> list[Point]:
    """Points along a circle from one angle to another, in degrees."""
    steps = max(2, math.ceil(abs(end - start) / 6))
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]


def curve(points: Sequence[Point], closed: bool = False, pull: float = 1) -> Path:
    """A smooth line through the points (Catmull-Rom, written as cubics)."""
    count = len(points)
    if count < 3:
        return polygon(points, closed)
    commands: list[Command] = [("M", *points[0])]
    for i in range(count if closed else count - 1):
        if closed:
            before, here = points[i - 1], points[i]
            there, after = points[(i + 1) % count], points[(i + 2) % count]
        else:
            before, here = points[max(i - 1, 0)], points[i]
            there, after = points[i + 1], points[min(i + 2, count - 1)]
        k = pull / 6
        commands.append(
            (
                "C",
                here[0] + (there[0] - before[0]) * k,
                here[1] + (there[1] - before[1]) * k,
                there[0] - (after[0] - here[0]) * k,
                there[1] - (after[1] - here[1]) * k,
                *there,
            )
        )
    if closed:
        commands.append(("Z",))
    return tuple(commands)


def join(*paths: Path) -> Path:
    """Go on from one open path into the next, and close: the way to fill a band."""
    commands = list(paths[0])
    for path in paths[1:]:
        commands.append(("L", *path[0][1:]))
        commands.extend(path[1:])
    commands.append(("Z",))
    return tuple(commands)


def gouge(x: float, y: float, turn: float, length: float, width: float) -> Path:
    """The mark of a linocutter's tool: a sliver, thick in the middle."""
    dx, dy = math.cos(turn) * length / 2, math.sin(turn) * length / 2
    nx, ny = -dy / length * width, dx / length * width
    return (
        ("M", x - dx, y - dy),
        ("C", x - dx / 3 + nx, y - dy / 3 + ny, x + dx / 3 + nx, y + dy / 3 + ny)
        + (x + dx, y + dy),
        ("C", x + dx / 3 - nx, y + dy / 3 - ny, x - dx / 3 - nx, y - dy / 3 - ny)
        + (x - dx, y - dy),
        ("Z",),
    )


def blob(
    rng: Random, x: float, y: float, radius: float, rough: float = 0.2, corners: int = 8
) -> Path:
    """A rounded thing cut by hand: a stone, a spot, a cloud."""
    turn = rng.random() * math.tau
    points = []
    for i in range(corners):
        angle = turn + math.tau * i / corners
        reach = radius * (1 + rng.uniform(-rough, rough))
        points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
    return curve(points, closed=True)


def compound(paths: Iterable[Path]) -> Path:
    """Many paths as one shape: small in a file, quick to draw."""
    return tuple(command for path in paths for command in path)
