"""MP4 and MOV: a frame that stands for the film, and a strip to find a place by."""

from pathlib import Path
from typing import BinaryIO

import av
from PIL import Image

FRAMES = 12
FRAME_WIDTH = 200
SHORTEST = 2.0


def cover(file: BinaryIO):
    """A frame, with the film's size in pixels and its length in seconds."""
    with av.open(file) as container:
        stream = container.streams.video[0]
        stream.thread_count = 1
        seconds = _seconds(container)
        measures = {
            "width": stream.width,
            "height": stream.height,
            "seconds": round(seconds, 2),
        }
        # A third of the way in: the first frame is often black.
        return _frame_at(container, stream, seconds / 3), measures


def more(file: BinaryIO, folder: Path) -> dict:
    """``strip``: frames from beginning to end, side by side; ``has_sound``."""
    with av.open(file) as container:
        heard = {"has_sound": bool(container.streams.audio)}
        stream = container.streams.video[0]
        stream.thread_count = 1
        seconds = _seconds(container)
        if seconds < SHORTEST:
            return heard
        height = round(FRAME_WIDTH * stream.height / stream.width)
        strip = Image.new("RGB", (FRAME_WIDTH * FRAMES, height))
        for n in range(FRAMES):
            frame = _frame_at(container, stream, seconds * (n + 0.5) / FRAMES)
            strip.paste(frame.resize((FRAME_WIDTH, height)), (n * FRAME_WIDTH, 0))
    strip.save(folder / "strip.webp", quality=70)
    size = {"frames": FRAMES, "width": strip.width, "height": height}
    return {**heard, "strip": size}


def _seconds(container) -> float:
    return (container.duration or 0) / 1_000_000


def _frame_at(container, stream, second: float):
    container.seek(int(second * 1_000_000))
    return next(container.decode(stream)).to_image()
