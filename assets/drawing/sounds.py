"""Sound: its waveform from beginning to end."""

import time
from array import array
from typing import BinaryIO

import av
from PIL import Image, ImageDraw

RATE = 8000
BARS, BAR, GAP, HEIGHT = 160, 6, 4, 320
INK = "#d6341c"
CPU_BUDGET = 16
BLOCK = RATE // 20


def cover(file: BinaryIO):
    """The waveform on nothing, with the sound's length in seconds."""
    peaks: list[int] = []
    with av.open(file) as container:
        stream = container.streams.audio[0]
        seconds = (container.duration or 0) / 1_000_000
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        for frame in container.decode(stream):
            for small in resampler.resample(frame):
                samples = array("h", bytes(small.planes[0])[: small.samples * 2])
                for start in range(0, len(samples), BLOCK):
                    block = samples[start : start + BLOCK]
                    peaks.append(max(max(block), -min(block)))
            if time.process_time() > CPU_BUDGET:
                break
    return _draw(peaks), {"seconds": round(seconds, 2)}


def _draw(peaks: list[int]):
    image = Image.new("RGBA", (BARS * (BAR + GAP) - GAP, HEIGHT), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    loudest = max(peaks, default=0) or 1
    for n in range(BARS):
        part = peaks[n * len(peaks) // BARS : (n + 1) * len(peaks) // BARS or 1]
        if not part:
            part = peaks[min(n * len(peaks) // BARS, len(peaks) - 1) :][:1] or [0]
        tall = max(4, round(max(part) / loudest * (HEIGHT - 8)))
        top, left = (HEIGHT - tall) // 2, n * (BAR + GAP)
        draw.rounded_rectangle((left, top, left + BAR - 1, top + tall), 3, INK)
    return image
