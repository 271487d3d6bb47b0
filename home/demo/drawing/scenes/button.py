"""The big button: one disc, and rings that reach dots where people live."""

import math

from themes.looks.shapes import Shape, arc, circle, compound, gouge, polygon

from .cuts import Scene

# towns of Denmark by longitude and latitude: enough of them to see the country
TOWNS = (
    (10.58, 57.72), (9.98, 57.46), (10.54, 57.44), (9.95, 57.27), (9.92, 57.05),
    (9.27, 57.09), (8.69, 56.96), (8.86, 56.79), (9.79, 56.64), (9.51, 56.80),
    (9.40, 56.45), (9.03, 56.57), (8.31, 56.55), (8.59, 56.49), (8.62, 56.36),
    (8.24, 56.09), (8.50, 55.95), (8.97, 56.14), (9.16, 56.14), (9.55, 56.17),
    (10.04, 56.46), (10.88, 56.41), (10.68, 56.19), (10.20, 56.15), (10.15, 55.97),
    (9.93, 56.04), (9.85, 55.86), (9.70, 55.77), (9.54, 55.71), (9.11, 55.73),
    (8.48, 55.62), (8.45, 55.47), (8.40, 55.42), (8.76, 55.33), (9.14, 55.48),
    (9.47, 55.49), (9.75, 55.57), (9.49, 55.25), (9.42, 55.04), (9.79, 54.91),
    (8.87, 54.94), (10.60, 55.87), (10.09, 55.57), (10.39, 55.40), (10.66, 55.45),
    (10.79, 55.31), (9.90, 55.27), (10.24, 55.10), (10.61, 55.06), (10.41, 54.89),
    (10.71, 54.94), (11.67, 55.92), (11.09, 55.68), (11.71, 55.72), (11.56, 55.43),
    (11.35, 55.40), (11.79, 55.44), (11.76, 55.23), (11.91, 55.01), (11.14, 54.83),
    (11.50, 54.77), (11.87, 54.77), (12.28, 54.99), (12.12, 55.26), (12.39, 55.31),
    (12.18, 55.46), (12.08, 55.64), (12.07, 55.84), (12.31, 55.93), (12.61, 56.03),
    (12.20, 56.02), (12.50, 55.88), (12.54, 55.75), (12.57, 55.68), (12.36, 55.73),
    (12.30, 55.58), (12.67, 55.59), (14.70, 55.10), (15.13, 55.06), (11.00, 57.27),
)  # fmt: skip


def pressed(scene: Scene) -> None:
    """The disc on calm paper; its rings thin out as they pass the dots."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    scale = min(h * 0.86 / 2.95, w * 0.86 / (6.73 * 0.56))
    left = w * 0.5 - 3.05 * 0.56 * scale
    top = h * 0.5 - 1.48 * scale
    dots = [
        (left + (lon - 8.4) * 0.56 * scale, top + (57.72 - lat) * scale)
        for lon, lat in TOWNS
    ]
    # where the button is: the coordinator's town
    heart = dots[4]
    reach = max(math.dist(heart, dot) for dot in dots) * 1.06
    radius = 128 * u
    rings = []
    far = radius + 46 * u
    while far < reach:
        share = (far - radius) / reach
        line = polygon(arc(*heart, far, 0, 360), False)
        rings.append(Shape(line, stroke="deep", width=(9 - 7 * share) * u))
        far += (46 + 26 * share) * u
    scene.add(*rings)
    ticks: list = []
    small: list = []
    for x, y in dots:
        away = math.dist(heart, (x, y))
        if away < radius * 1.15:
            continue
        size = rng.uniform(10, 13) * u
        small.append(circle(x, y, size))
        turn = math.atan2(y - heart[1], x - heart[0])
        back = 27 * u
        ticks.append(
            gouge(
                x - math.cos(turn) * back,
                y - math.sin(turn) * back,
                turn,
                24 * u,
                4 * u,
            )
        )
    scene.add(Shape(compound(ticks), "mid"), Shape(compound(small), "ink"))
    scene.add(Shape(circle(heart[0], heart[1] + 15 * u, radius), "ember"))
    scene.add(Shape(circle(*heart, radius), scene.sun))
