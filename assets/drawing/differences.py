"""Finds what differs between the drawn pages of two versions, as a limited script.

    python -I differences.py OLD NEW

OLD and NEW are folders with ``1.webp``, ``2.webp``... and, when they are pages of a
document, ``1.thumb.webp``... Printed is one JSON object a line: first which pages
belong together, then what was found of each pair, so that what is done is known when
time runs out. Pictures drawn from strangers' files are opened here and nowhere else.
"""

import json
import math
import resource
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 60
# Larger than what run.py draws.
MOST_PIXELS = 2100 * 2100
# Of 255, after two pixels have become one: the noise of WebP stays far below.
THRESHOLD = 40
# Marks are drawn round cells of so many pixels, so that a word is one mark.
CELL = 12
MOST_BOXES = 24
# How small the pages are that are compared to find those that belong together.
SMALL = (64, 64)
# From here on two small pages have nothing in common, of 1 for black and white: two
# pages of prose are 0.023, a rewritten paragraph is 0.004, a page number is 0.0001.
UNLIKE = 0.02
# What it costs to leave a page alone: less than a pair of pages that have nothing in
# common, more than half, so that one such pair is a page that was changed.
ALONE = 0.7


def align(old: list[Image.Image], new: list[Image.Image]) -> list[list[int | None]]:
    """Pair pages that look alike, in order: [0, 0] or [None, 0] for one that is new.

    The cheapest way through both, where a pair costs how unlike its pages are.
    """
    old, new = [_small(page) for page in old], [_small(page) for page in new]
    cost = [[0.0] * (len(new) + 1) for _n in range(len(old) + 1)]
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            ways = []
            if i and j:
                ways.append(cost[i - 1][j - 1] + _unlike(old[i - 1], new[j - 1]))
            if i:
                ways.append(cost[i - 1][j] + ALONE)
            if j:
                ways.append(cost[i][j - 1] + ALONE)
            cost[i][j] = min(ways, default=0.0)
    pairs, i, j = [], len(old), len(new)
    while i or j:
        here = cost[i][j]
        if i and j and here == cost[i - 1][j - 1] + _unlike(old[i - 1], new[j - 1]):
            i, j = i - 1, j - 1
            pairs.append([i, j])
        elif i and here == cost[i - 1][j] + ALONE:
            i -= 1
            pairs.append([i, None])
        else:
            j -= 1
            pairs.append([None, j])
    return pairs[::-1]


def _small(page: Image.Image) -> Image.Image:
    return page.convert("L").resize(SMALL, Image.Resampling.BOX)


def _unlike(old: Image.Image, new: Image.Image) -> float:
    """How unlike two small pages are: 0 for the same, 1 for nothing in common."""
    histogram = ImageChops.difference(old, new).histogram()
    found = sum(n * count for n, count in enumerate(histogram))
    return min(1.0, found / (255 * math.prod(SMALL) * UNLIKE))


def difference(old: Image.Image, new: Image.Image) -> dict:
    """What differs: "share" of the picture, and "boxes" in thousandths of its sides.

    "resized" when they are not of one size: then all of it differs.
    """
    if max(abs(a - b) for a, b in zip(old.size, new.size, strict=True)) > 2:
        return {"share": 1.0, "boxes": [], "resized": True}
    # A pixel more or less is rounding.
    size = tuple(map(min, zip(old.size, new.size, strict=True)))
    old, new = (_plain(page).crop((0, 0, *size)) for page in (old, new))
    bands = ImageChops.difference(_halved(old), _halved(new)).split()
    found = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    mask = found.point(lambda value: 255 if value > THRESHOLD else 0)
    share = mask.histogram()[255] / math.prod(mask.size)
    return {"share": round(share, 6), "boxes": _boxes(mask) if share else []}


def _plain(page: Image.Image) -> Image.Image:
    """The picture without transparency, on white."""
    if page.mode == "RGB":
        return page
    page = page.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", page.size, "white"), page).convert(
        "RGB"
    )


def _halved(page: Image.Image) -> Image.Image:
    return page.reduce(2) if min(page.size) > 2 else page


def _boxes(mask: Image.Image) -> list[list[int]]:
    """Rectangles round what is marked: left, top, width, height in thousandths."""
    cells = mask.reduce(min(CELL, *mask.size))
    # Neighbours of neighbours belong together.
    grown = cells.point(lambda value: 255 if value else 0).filter(
        ImageFilter.MaxFilter(3)
    )
    width, height = grown.size
    left = {n for n, value in enumerate(grown.tobytes()) if value}
    boxes = []
    while left:
        group, edge = set(), [left.pop()]
        while edge:
            cell = edge.pop()
            group.add(cell)
            x, y = cell % width, cell // width
            for near_x in (x - 1, x, x + 1):
                for near_y in (y - 1, y, y + 1):
                    near = near_y * width + near_x
                    if 0 <= near_x < width and near in left:
                        left.remove(near)
                        edge.append(near)
        xs, ys = [c % width for c in group], [c // width for c in group]
        boxes.append((min(xs), min(ys), max(xs) + 1, max(ys) + 1))
    if len(boxes) > MOST_BOXES:
        sides = list(zip(*boxes, strict=True))
        boxes = [(min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))]
    return [
        [
            round(1000 * x / width),
            round(1000 * y / height),
            round(1000 * (to_x - x) / width),
            round(1000 * (to_y - y) / height),
        ]
        for x, y, to_x, to_y in sorted(boxes, key=lambda box: (box[1], box[0]))
    ]


def _opened(path: Path) -> Image.Image:
    page = Image.open(path, formats=["WEBP"])
    if math.prod(page.size) > MOST_PIXELS:
        raise ValueError(f"{path.name} is {page.size}")
    page.load()
    return page


def _pages(folder: Path) -> list[Path]:
    found = (folder / f"{n}.webp" for n in range(1, len(list(folder.iterdir())) + 1))
    return [path for path in found if path.exists()]


def _pairs(old: list[Path], new: list[Path]) -> list[list[int | None]]:
    thumbs = [[p.with_suffix(".thumb.webp") for p in pages] for pages in (old, new)]
    if not all(path.exists() for pages in thumbs for path in pages):
        both = max(len(old), len(new))
        return [
            [n if n < len(old) else None, n if n < len(new) else None]
            for n in range(both)
        ]
    return align(*([_opened(path) for path in pages] for pages in thumbs))


def compare(old: Path, new: Path) -> dict:
    """What was found of one pair of pages, with the size of each in pixels."""
    pages = [Image.open(path, formats=["WEBP"]) for path in (old, new)]
    sizes = [page.size for page in pages]
    if old.read_bytes() == new.read_bytes():
        return {"share": 0.0, "boxes": [], "sizes": sizes}
    return {**difference(_opened(old), _opened(new)), "sizes": sizes}


def main(old_folder: str, new_folder: str) -> None:
    for what, most in (
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    old, new = _pages(Path(old_folder)), _pages(Path(new_folder))
    pairs = _pairs(old, new)
    _say({"pairs": pairs})
    for n, (i, j) in enumerate(pairs):
        if i is not None and j is not None:
            _say({"pair": n, **compare(old[i], new[j])})


def _say(answer: dict) -> None:
    print(json.dumps(answer), flush=True)  # noqa: T201 the caller reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
