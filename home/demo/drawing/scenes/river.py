"""Rivers seen from above: winding, straightened, and let go again."""

import math

from themes.looks.motifs.waves import fish, reeds
from themes.looks.shapes import (
    Path,
    Point,
    Shape,
    blob,
    compound,
    ellipse,
    gouge,
    place,
    rect,
)

from .cuts import Scene, hatched
from .old_things import heron
from .rune_stones import ribbon


def course(
    left: float, right: float, middle: float, swing: float, bends: float = 2.6
) -> list[Point]:
    """A river's middle line from left to right; with more swing it doubles back."""
    points = []
    for i in range(97):
        t = i / 96
        phase = t * bends * math.tau
        x = left + (right - left) * t - math.sin(2 * phase) * swing * 0.22
        points.append((x, middle + math.sin(phase) * swing))
    return points


def river(scene: Scene, points: list[Point], width: float) -> Path:
    """Water between its banks, with lines that follow the stream; its outline."""
    u, rng = scene.unit, scene.rng
    water = ribbon(points, width)
    scene.add(Shape(ribbon(points, width * 1.5), "pale"))
    scene.add(Shape(ribbon(points, width * 1.16), "paper"), Shape(water, "button"))
    marks = []
    for _ in range(round(scene.width / (7 * u))):
        i = rng.randrange(1, len(points) - 2)
        (x, y), (x2, y2) = points[i], points[i + 1]
        turn = math.atan2(y2 - y, x2 - x)
        off = rng.uniform(-0.4, 0.4) * width
        at = (x - math.sin(turn) * off, y + math.cos(turn) * off)
        marks.append(gouge(*at, turn, rng.uniform(30, 80) * u, 4 * u))
    scene.add(Shape(compound(marks), "warm", clip=water))
    return water


def meadow_ground(scene: Scene) -> None:
    """Wet meadow: green with tufts, pools and cut lines."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    for _ in range(16):
        x, y = rng.uniform(0, w), rng.uniform(0, h)
        patch = blob(rng, x, y, rng.uniform(90, 220) * u, 0.3, 9)
        scene.add(Shape(patch, rng.choice(("mid", "pale", "mid"))))
    scene.add(
        hatched(
            rng, None, (0, 0, w, h), "dusk", 34 * u, 0.05, 30 * u, 3.4 * u, (0.35, 0.35)
        )
    )
    tufts = []
    for _ in range(round(w * h / (105 * u) ** 2)):
        x, y = rng.uniform(0, w), rng.uniform(0, h)
        tufts += [
            gouge(x + k * 6 * u, y, 1.57 + k * 0.3, 30 * u, 4 * u) for k in (-1, 0, 1)
        ]
    scene.add(Shape(compound(tufts), "dusk"))


def fields(scene: Scene, middle: float) -> None:
    """Square fields on both sides of a ditch, each ploughed its own way."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("mid")
    step = 250 * u
    fills = ("ground", "pale", "paper", "deep", "ground", "pale")
    for top, high in ((-9, middle - 56 * u), (middle + 50 * u, h - middle)):
        rows = max(1, round(high / step))
        columns = max(1, round(w / step)) + 1
        for row in range(rows):
            for column in range(columns):
                box = (
                    column * step - 60 * u,
                    top + row * high / rows,
                    step - 10 * u,
                    high / rows - 10 * u,
                )
                fill = fills[rng.randrange(len(fills))]
                scene.add(Shape(rect(*box), fill))
                turn = rng.choice((0, math.pi / 2))
                tint = "dusk" if fill in ("deep",) else "mid"
                scene.add(
                    hatched(rng, rect(*box), box, tint, 21 * u, turn, 120 * u, 4 * u)
                )


def winding(scene: Scene, swing: float = 1.0) -> None:
    """A river in wide bends; with swing at nought, a canal between fields."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    middle = h * 0.5
    if swing < 0.12:
        fields(scene, middle)
    else:
        meadow_ground(scene)
    bends = 2.1 * max(w / h, 0.9)
    points = course(-w * 0.06, w * 1.06, middle, 215 * u * swing, bends / 1.333)
    river(scene, points, 108 * u)
    if swing > 0.6:
        _cattle(scene, middle)
        x, y = w * 0.3, h * 0.9
        scene.add(*reeds(rng, x + 90 * u, y, 2 * u, "night"))
        scene.add(place(heron(), x, y, 2.1 * u))
        for i in (18, 52, 71):
            scene.add(
                place(fish(rng, "paper"), *points[i], 0.62 * u, (20, -30, 10)[i % 3])
            )


def _cattle(scene: Scene, middle: float) -> None:
    """Cows from above, as small as they are from there."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    for share_x, share_y in (
        (0.62, 0.06),
        (0.69, 0.09),
        (0.56, 0.09),
        (0.93, 0.93),
        (0.87, 0.95),
        (0.12, 0.13),
    ):
        cow = [
            Shape(ellipse(0, 0, 30, 16), "paper"),
            Shape(ellipse(34, 0, 12, 8), "night"),
            Shape(blob(rng, -8, -3, 11, 0.3, 7), "night"),
            Shape(blob(rng, 12, 6, 7, 0.3, 7), "night"),
        ]
        scene.add(place(cow, w * share_x, h * share_y, u * 1.1, rng.uniform(-50, 200)))


def valley_then_and_now(scene: Scene) -> None:
    """A broad, winding river; beside it the old canal as a faint, straight line."""
    w, h, u = scene.width, scene.height, scene.unit
    meadow_ground(scene)
    old = [(-20 * u, h * 0.2), (w * 0.5, h * 0.17), (w + 20 * u, h * 0.13)]
    scene.add(Shape(ribbon(old, 60 * u), "pale"))
    scene.add(Shape(ribbon(old, 26 * u), "paper"))
    points = course(
        -w * 0.06, w * 1.06, h * 0.58, 230 * u, 1.7 * max(w / h, 0.9) / 1.333
    )
    river(scene, points, 150 * u)
    _cattle(scene, h * 0.5)


def before_and_after(scene: Scene) -> None:
    """Two maps of one valley, side by side (one above the other when it stands)."""
    w, h, u = scene.width, scene.height, scene.unit
    scene.fill("paper")
    gap = 34 * u
    side = (w - 3 * gap) / 2
    for i, swing in enumerate((0.0, 1.0)):
        part = Scene(side, h - 2 * gap, scene.rng)
        if swing:
            meadow_ground(part)
            for x, y, r in (
                (0.2, 0.2, 62),
                (0.78, 0.8, 74),
                (0.84, 0.2, 44),
                (0.16, 0.84, 40),
            ):
                part.add(
                    Shape(
                        blob(scene.rng, side * x, part.height * y, r * u * 1.3, 0.2, 9),
                        "paper",
                    )
                )
                part.add(
                    Shape(
                        blob(scene.rng, side * x, part.height * y, r * u, 0.2, 9),
                        "warm",
                    )
                )
        else:
            fields(part, part.height * 0.5)
        points = course(
            -side * 0.1, side * 1.1, part.height * 0.5, 150 * u * swing, 1.6
        )
        if not swing:
            points = [(x, part.height * 0.5) for x, _ in points]
        river(part, points, 62 * u)
        clip = rect(0, 0, side, h - 2 * gap)
        scene.add(place(part.shapes, gap + i * (side + gap), gap, clip=clip))
        scene.add(
            Shape(
                rect(gap + i * (side + gap), gap, side, h - 2 * gap),
                stroke="ink",
                width=7 * u,
            )
        )
