"""A half-timbered street."""

from themes.looks.shapes import Shape, blob, compound, polygon, rect

from .cuts import Scene, block, hatched, sun


def town(scene: Scene) -> None:
    """A street of half-timbered houses under the moon."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ink")
    base = h * 0.83
    sun(scene, w * 0.64, base - 600 * u, 150 * u, "mid")
    x, turn = -60 * u, 0
    walls = ("ground", "button", "paper", "mid", "blush", "pale")
    while x < w:
        wide = rng.choice((230, 270, 310)) * u
        floors = rng.choice((2, 2, 3))
        house(scene, x, base, wide, floors, walls[turn % len(walls)], turn % 3 != 1)
        x += wide + 4 * u
        turn += 1
    scene.add(Shape(rect(-9, base, w + 18, h - base + 9), "dusk"))
    stones, y, row = [], base + 16 * u, 0
    while y < h + 20 * u:
        size = (26 + row * 7) * u
        x = -size * rng.random()
        while x < w:
            stones.append(blob(rng, x, y, size * 0.46, 0.12, 6))
            x += size * 1.12
        y += size * 0.86
        row += 1
    scene.add(Shape(compound(stones), "mid"))
    scene.add(
        hatched(rng, None, (0, base, w, h - base), "ink", 24 * u, 0, 34 * u, 4 * u)
    )


def house(
    scene: Scene, x: float, y: float, wide: float, floors: int, wall: str, gable: bool
) -> None:
    """One house, its timbers black, some of its windows lit."""
    u, rng = scene.unit, scene.rng
    floor = 172 * u
    high = floors * floor
    timber, lit = [], []
    front = rect(x, y - high, wide, high)
    light = wall not in ("button", "mid")
    roof_high = (230 if gable else 170) * u
    if gable:
        roof = [(x - 18 * u, y - high), (x + wide / 2, y - high - roof_high)]
        roof += [(x + wide + 18 * u, y - high)]
        scene.add(block(roof, wall), Shape(front, wall))
        edge = [
            (x - 22 * u, y - high + 14 * u),
            (x + wide / 2, y - high - roof_high - 22 * u),
        ]
        edge += [
            (x + wide + 22 * u, y - high + 14 * u),
            (x + wide / 2, y - high - roof_high + 8 * u),
        ]
        scene.add(block(edge, "night"))
        timber.append(
            rect(x + wide / 2 - 6 * u, y - high - roof_high + 8 * u, 12 * u, roof_high)
        )
        timber.append(
            rect(x + wide * 0.2, y - high - roof_high * 0.45, wide * 0.6, 12 * u)
        )
    else:
        roof = [(x - 16 * u, y - high), (x + 14 * u, y - high - roof_high)]
        roof += [
            (x + wide - 14 * u, y - high - roof_high),
            (x + wide + 16 * u, y - high),
        ]
        top = block(roof, "ember")
        scene.add(top, Shape(front, wall))
        scene.add(
            hatched(
                rng,
                top.path,
                (x - 16 * u, y - high - roof_high, wide + 32 * u, roof_high),
                "night",
                21 * u,
                1.57,
                24 * u,
                5 * u,
            )
        )
        scene.add(
            Shape(
                rect(x + wide * 0.7, y - high - roof_high - 56 * u, 36 * u, 80 * u),
                "ember",
            )
        )
    scene.add(
        hatched(
            rng,
            front,
            (x, y - high, wide, high),
            "mid" if light else "ink",
            20 * u,
            0.1,
            26 * u,
            3 * u,
            (0.15, 0.6),
        )
    )
    bays = 3
    for level in range(floors):
        top = y - (level + 1) * floor
        timber.append(rect(x - 8 * u, top, wide + 16 * u, 17 * u))
        timber.append(rect(x, top + floor * 0.62, wide, 10 * u))
        for bay in range(bays + 1):
            timber.append(rect(x + (wide - 12 * u) * bay / bays, top, 12 * u, floor))
        for bay in range(bays):
            left = x + wide * bay / bays
            own = wide / bays
            foot = top + floor
            if level == 0 and bay == 1:
                door = rect(
                    left + own * 0.18, top + floor * 0.3, own * 0.68, floor * 0.7
                )
                scene.add(Shape(door, "night"))
                continue
            if (bay + level) % 2 == 0 or level == 0:
                pane = rect(
                    left + own * 0.27, top + floor * 0.22, own * 0.52, floor * 0.36
                )
                lit.append(
                    (
                        pane,
                        left + own * 0.27,
                        top + floor * 0.22,
                        own * 0.52,
                        floor * 0.36,
                    )
                )
            if level and bay != 1:
                way = 1 if bay == 0 else -1
                a = left if way > 0 else left + own
                slant = [(a, foot), (a + way * own, top + floor * 0.68)]
                slant += [(a + way * own, top + floor * 0.78), (a + way * 12 * u, foot)]
                timber.append(polygon(slant))
    scene.add(Shape(compound(timber), "night"))
    for pane, left, top, own, high_ in lit:
        colour = rng.choice(("ground", "ground", "pale", "ink"))
        scene.add(Shape(pane, colour))
        cross = [
            rect(left + own / 2 - 2.5 * u, top, 5 * u, high_),
            rect(left, top + high_ * 0.45, own, 5 * u),
        ]
        scene.add(
            Shape(compound(cross), "night"), Shape(pane, stroke="night", width=6 * u)
        )
