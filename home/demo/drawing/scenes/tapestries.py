"""Figures in cross stitch."""

import math

from themes.looks.shapes import (
    Shape,
    compound,
    gouge,
)

from .cuts import Scene


def tapestry(scene: Scene) -> None:
    """Figures in cross stitch: a rider, a ship, trees and a church, band above band."""
    w, h, u, rng = scene.width, scene.height, scene.unit, scene.rng
    scene.fill("ground")
    cell = 17.5 * u
    columns, rows = math.ceil(w / cell) + 1, math.ceil(h / cell) + 1
    grid: dict[tuple[int, int], str] = {}
    bands = ("frieze", "figures", "frieze", "figures", "frieze", "figures", "frieze")
    y, order, turn = 1, ("rider", "tree", "ship", "church", "tree", "bird"), 0
    fills = ("ink", "button", "paper", "ember", "night", "dusk")
    k = 0
    while y < rows:
        kind = bands[k % len(bands)]
        k += 1
        if kind == "frieze":
            for x in range(columns):
                if x % 8 in (0, 7) or (x + 4) % 8 in (3, 4):
                    grid[x, y + 2] = "button"
                wave = (0, 1, 2, 3, 3, 2, 1, 0)[x % 8]
                grid[x, y + 1 + wave] = "ink"
                grid[x, y] = grid[x, y + 6] = "paper"
            y += 8
            continue
        x = 2 - turn * 3 % 9
        while x < columns:
            name = order[turn % len(order)]
            figure = STITCHES[name]
            colour = fills[turn % len(fills)]
            for j, row in enumerate(figure):
                for i, sign in enumerate(row):
                    if sign == "#":
                        grid[x + i, y + 16 - len(figure) + j] = colour
                    elif sign == "o":
                        grid[x + i, y + 16 - len(figure) + j] = "paper"
            x += len(figure[0]) + 4
            turn += 1
        y += 18
    marks: dict[str, list] = {"pale": []}
    for x in range(columns):
        for y in range(rows):
            fill = grid.get((x, y))
            cx, cy = (x + 0.5) * cell, (y + 0.5) * cell
            if fill is None:
                own = marks["pale"]
                own.append(gouge(cx, cy, 0.785, cell * 1.1, cell * 0.12))
                own.append(gouge(cx, cy, -0.785, cell * 1.1, cell * 0.12))
                continue
            own = marks.setdefault(fill, [])
            turn = rng.uniform(-0.08, 0.08)
            own.append(gouge(cx, cy, 0.785 + turn, cell * 1.34, cell * 0.34))
            own.append(gouge(cx, cy, -0.785 + turn, cell * 1.34, cell * 0.34))
    scene.add(*(Shape(compound(paths), fill) for fill, paths in marks.items()))


STITCHES = {
    "rider": (
        "........##...........",
        "........##......##...",
        ".......oooo....####..",
        ".......oooo...######.",
        ".......oooo..####.##.",
        "##....#oooo#####.....",
        ".##############......",
        "..####oo#######......",
        "..####oo#######......",
        "..############.......",
        "..###......####......",
        "..##........##.#.....",
        ".##.#.......#..##....",
        ".#..#.......#...#....",
        "##..##.....##...##...",
    ),
    "tree": (
        "....#....",
        "..#.#.#..",
        "#..###..#",
        ".##.#.##.",
        "#..###..#",
        ".##.#.##.",
        "#..###..#",
        ".##.#.##.",
        "...###...",
        "....#....",
        "....#....",
        "...###...",
        "..#####..",
    ),
    "ship": (
        "...........#..........",
        ".......#########......",
        ".......#o#o#o#o#......",
        ".......#o#o#o#o#......",
        "#......#o#o#o#o#.....#",
        "##.....#########....##",
        ".#.........#........#.",
        ".##........#.......##.",
        ".####o##o##o##o##o###.",
        "..##################..",
        "...################...",
        ".....############.....",
    ),
    "church": (
        "...#.............",
        "..###............",
        "...#.............",
        "..###............",
        ".#####...........",
        "#######..........",
        "#######.########.",
        "##o#o##..########",
        "#######.#########",
        "##o#o###o##o##o##",
        "########o##o##o##",
        "#################",
        "###o#############",
        "##ooo############",
        "##ooo############",
    ),
    "bird": (
        "..##.......",
        ".#o##....##",
        "##.##...##.",
        "...##..###.",
        "...#######.",
        "....#####..",
        ".....###...",
        ".....#.#...",
        "....##.##..",
    ),
}
