"""Silent drawn films: a shot a caption, the disc opening from one to the next."""

import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import av
from PIL import Image, ImageDraw

from themes.looks.lettering import DISPLAY, block, fitted
from themes.looks.palettes import Look, swatches
from themes.looks.shapes import Shape, rect

from .film_shots import FILMS, Shot
from .layout import wordmark, world
from .posters import text_role
from .scenes.cuts import Scene
from .sheets import jpeg, picture

SIZES = {"film-16-9": (1280, 720), "film-9-16": (720, 1280)}
RATE = 12
# how long a shot moves before it rests, and how long the disc takes to open
MOVES, OPENS = 2.2, 0.6
# the share of the height that the words have at the foot
WORDS = 0.2
# a shot is drawn this much larger than it is seen, so that the eye can wander
ROOM = 1.1


def film(key: str, form: str, cues: tuple, title: str = "") -> bytes:
    """The film as MP4 (H.264, no sound); the last caption stands on the title card."""
    look, shots = FILMS[key]
    width, height = SIZES[form]
    # the index goes to the front of the file, which takes a real file to write in
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        _write(path, _frames(look, shots, cues, width, height, title), width, height)
        return path.read_bytes()


def _write(path: Path, frames: Iterator[Image.Image], width: int, height: int) -> None:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as target:
        stream = target.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.options = {
            "crf": "27",
            "preset": "veryfast",
            "tune": "animation",
            "bf": "0",
        }
        stream.time_base = Fraction(1, RATE)
        stream.thread_count = 1
        for number, image in _changes(frames):
            frame = av.VideoFrame.from_image(image)
            frame.pts = number
            frame.time_base = Fraction(1, RATE)
            target.mux(stream.encode(frame))
        target.mux(stream.encode())


def _changes(frames: Iterator[Image.Image]) -> Iterator[tuple[int, Image.Image]]:
    """Frames with their numbers; of a shot that rests one a second, and the last."""
    shown, number = None, -1
    for number, image in enumerate(frames):
        is_told = image is not shown or number % RATE == 0
        shown = image
        if is_told:
            yield number, image
    if shown is not None and not is_told:
        yield number, shown


def film_still(key: str, cues: tuple, form: str = "film-16-9") -> bytes:
    """The picture that stands before the film is played: its second shot, no words."""
    look, shots = FILMS[key]
    width, height = SIZES[form]
    sheet = _drawn(look, shots[1], width, height, 1)
    return jpeg(sheet.crop(_window(shots[1], sheet, width, height, 1)), 84)


def captions(cues: tuple) -> bytes:
    """The captions as WebVTT."""
    blocks = ["WEBVTT\n"]
    for cue in cues:
        start, end = (
            f"00:{int(s) // 60:02d}:{int(s) % 60:02d}.000" for s in (cue.start, cue.end)
        )
        blocks.append(f"{start} --> {end}\n{cue.text}\n")
    return "\n".join(blocks).encode()


def _frames(
    look: Look,
    shots: tuple[Shot, ...],
    cues: tuple,
    width: int,
    height: int,
    title: str,
) -> Iterator[Image.Image]:
    seen = height - round(height * WORDS)
    before: Image.Image | None = None
    for i, cue in enumerate(cues):
        last = i >= len(shots)
        if last:
            card = _card(look, cue.text, title, width, height)
        else:
            sheet = _drawn(look, shots[i], width, seen, i)
            band = _band(look, cue.text, width, height - seen)
        scrolls = not last and i and shots[i].fall and shots[i - 1].fall
        rested: Image.Image | None = None
        for number in range(round((cue.end - cue.start) * RATE)):
            at = number / RATE
            if rested is None:
                if last:
                    image = card
                else:
                    share = _ease(min(at / MOVES, 1))
                    image = Image.new("RGB", (width, height))
                    window = _window(shots[i], sheet, width, seen, share)
                    image.paste(sheet.crop(window), (0, 0))
                    image.paste(band, (0, seen))
                if at >= MOVES or (last and at >= OPENS):
                    rested = image
            else:
                image = rested
            if before is not None and at < OPENS and not scrolls:
                image = _opened(before, image, look, _ease(at / OPENS))
            yield image
        before = image


def _ease(share: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * share)


def _drawn(look: Look, shot: Shot, width: int, height: int, seed: int) -> Image.Image:
    """The shot's whole drawing, larger than the frame."""
    tall = 2.6 if width > height else 1.7
    across = (width, round(height * tall)) if shot.fall else ()
    size = across or (round(width * ROOM), round(height * ROOM))
    # one drawing for shots that scroll on in it
    name = "fall" if shot.fall else f"shot {seed}"
    chance = Random(f"{look.motif} {name}")  # noqa: S311 - a drawing, not a secret
    scene = Scene(*size, chance)
    shot.cut(scene)
    return picture(scene.shapes, *size, look, grain=False)


def _window(
    shot: Shot, sheet: Image.Image, width: int, height: int, share: float
) -> tuple[int, int, int, int]:
    spare_x, spare_y = sheet.width - width, sheet.height - height
    if shot.fall:
        start, end = shot.fall
        x, y = 0, round(spare_y * (start + (end - start) * share))
    else:
        x = round(spare_x * (0.5 + shot.way[0] * (share - 0.5)))
        y = round(spare_y * (0.5 + shot.way[1] * (share - 0.5)))
    return x, y, x + width, y + height


def _band(look: Look, words: str, width: int, height: int) -> Image.Image:
    margin = width * 0.055
    size = fitted(words, DISPLAY, width - 2 * margin, height * 0.36, 2)
    text = block(margin, 0, words, width - 2 * margin, size, DISPLAY, "ink", 1.02)
    top = (height - text.height) / 2
    shapes: list = [Shape(rect(0, 0, width, height), "paper")]
    shapes += block(
        margin, top, words, width - 2 * margin, size, DISPLAY, "ink", 1.02
    ).shapes
    return picture(shapes, width, height, look, grain=False)


def _card(look: Look, words: str, title: str, width: int, height: int) -> Image.Image:
    short = min(width, height)
    lying = width > height
    sun = (width * (0.74 if lying else 0.6), height * 0.56, short * 0.24)
    shapes = world(look, width, height, 0.62, sun, crown=False)
    ink, margin = text_role(look), short * 0.085
    room = width * (0.6 if lying else 1) - (1 if lying else 2) * margin
    size = fitted(words, DISPLAY, room, short * 0.13, 3)
    top = margin if lying else height * 0.1
    shapes += wordmark(margin, top, short * 0.027, ink, ink)
    top += short * 0.11
    text = block(margin, top, words, room, size, DISPLAY, ink, 0.98)
    shapes += text.shapes
    if title:
        y = top + text.height + short * 0.05
        shapes += block(margin, y, title, room, short * 0.042, DISPLAY, ink).shapes
    return picture(shapes, width, height, look, grain=False)


def _opened(
    before: Image.Image, after: Image.Image, look: Look, share: float
) -> Image.Image:
    """The next shot through a growing disc with the button's edge."""
    width, height = after.size
    radius = share * math.hypot(width, height) / 2 + 2
    centre = (width / 2, height / 2)
    image = before.copy()
    edge = radius + min(width, height) * 0.06 * (1 - share) + 6
    draw = ImageDraw.Draw(image)
    draw.ellipse(_around(centre, edge), fill=swatches(look)["button"])
    mask = Image.new("L", after.size)
    ImageDraw.Draw(mask).ellipse(_around(centre, radius), fill=255)
    image.paste(after, mask=mask)
    return image


def _around(centre: tuple[float, float], radius: float) -> tuple[float, ...]:
    x, y = centre
    return x - radius, y - radius, x + radius, y + radius
