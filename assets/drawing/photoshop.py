"""PSB, Photoshop's format for large pictures, read as the PSD that it nearly is.

Only the merged picture is kept. The lengths that are wider in a PSB are written anew;
the pixels are not touched and the layers, which may be gigabytes, are not read.
"""

import io
import struct
from typing import BinaryIO

PSB = b"8BPS\x00\x02"
MAX_BYTES = 200_000_000
RAW, RUNS = 0, 1


def as_psd(file: BinaryIO) -> io.BytesIO:
    """The merged picture of a PSB as a PSD without layers; ValueError without one."""
    header = file.read(26)
    channels, height, _width = struct.unpack(">6xHII", header[6:22])
    out = io.BytesIO()
    out.write(b"8BPS\x00\x01" + header[6:])
    for _section in ("colours", "resources"):
        length = file.read(4)
        size = struct.unpack(">I", length)[0]
        if size > MAX_BYTES:
            raise ValueError("a section of a PSB is too large")
        out.write(length + file.read(size))
    file.seek(struct.unpack(">Q", file.read(8))[0], io.SEEK_CUR)
    out.write(bytes(4))
    compression = struct.unpack(">H", file.read(2))[0]
    out.write(struct.pack(">H", compression))
    if compression == RUNS:
        count = channels * height
        lengths = struct.unpack(f">{count}I", file.read(4 * count))
        if max(lengths) > 0xFFFF:
            raise ValueError("a row of a PSB is too long")
        out.write(struct.pack(f">{count}H", *lengths))
    elif compression != RAW:
        raise ValueError("an unknown compression in a PSB")
    pixels = file.read(MAX_BYTES + 1)
    if len(pixels) > MAX_BYTES:
        raise ValueError("a PSB is too large")
    out.write(pixels)
    out.seek(0)
    return out
