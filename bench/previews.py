"""Is the first picture of a PDF there soon? Against the PDF library on its own.

Both are processes of their own that end with a picture on the disk: ours draws two
sizes under its limits, the library one page in the same size and nothing else.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from assets.drawing_jobs import SCRIPT

from .ground import BenchError, Ground
from .rows import Row

ROUNDS = 7
ALONE = """
import sys
import pypdfium2
page = pypdfium2.PdfDocument(sys.argv[1])[0]
page.render(scale=1600 / max(page.get_size())).to_pil().save(sys.argv[2])
"""


def measure(ground: Ground) -> Iterator[Row]:
    """One row: the cover of a poster, drawn by us and by the library alone."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plakat.pdf")
        _poster(path)
        ours = [sys.executable, "-I", str(SCRIPT), "cover", str(path), "pdf", folder]
        alone = [sys.executable, "-I", "-c", ALONE, str(path), f"{folder}/alene.png"]
        times = {"ours": [], "alone": []}
        # In turns, so that what else the machine does falls on both.
        for _round in range(ROUNDS):
            times["ours"].append(_seconds(ours))
            times["alone"].append(_seconds(alone))
    mine, bare = (statistics.median(times[name]) for name in ("ours", "alone"))
    yield Row(
        "pdf_preview", mine / bare, "x", "<=", 3,
        f"forside på {mine * 1000:.0f} ms, biblioteket alene {bare * 1000:.0f} ms",
    )  # fmt: skip


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, env={})
    if done.returncode:
        raise BenchError(f"en PDF kunne ikke tegnes: {done.stderr[-200:]!r}")
    return time.perf_counter() - started


def _poster(path: Path) -> None:
    """An A3 poster of two thousand curves and as many words."""
    canvas = Canvas(str(path), (297 * mm, 420 * mm))
    for n in range(2000):
        x, y = (n * 37) % 800, (n * 61) % 1150
        canvas.setFillColorCMYK((n % 7) / 7, (n % 5) / 5, (n % 3) / 3, 0)
        canvas.circle(x, y, 5 + n % 40, stroke=0, fill=1)
        canvas.drawString(x, y, "Historien i huset")
    canvas.save()
