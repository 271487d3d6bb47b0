"""QR codes, drawn for pages and screens; papers set theirs from the same squares."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qr import QrCodeWidget

# Squares of quiet on each side.
QUIET = 4
# The disc in the middle, as a share of the code. Level M mends three times as much.
HEART = 0.08


@dataclass(frozen=True)
class QrDrawing:
    """A code as SVG has it: ``size`` squares wide, its quiet included."""

    address: str
    size: int
    path: str
    heart: float

    @property
    def middle(self) -> float:
        return self.size / 2

    @property
    def clearing(self) -> float:
        """The radius of what is kept clear around the heart."""
        return self.heart + 0.7


@lru_cache(maxsize=512)
def squares_of(address: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of an address by row, True where they are dark."""
    code = QrCodeWidget(address, barLevel="M").qr
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


@lru_cache(maxsize=512)
def qr_drawing(address: str) -> QrDrawing:
    """The code of an address with the disc as its heart."""
    rows = squares_of(address)
    parts = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for is_dark, run in groupby(row):
            wide = len(list(run))
            if is_dark:
                parts.append(f"M{x} {y}h{wide}v1h-{wide}z")
            x += wide
    size = len(rows)
    return QrDrawing(address, size + 2 * QUIET, "".join(parts), round(size * HEART, 2))
