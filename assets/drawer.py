"""Draws one file as two WebP pictures; run as a script with hard limits on itself.

    python drawer.py FILE EXTENSION FOLDER

Writes small.webp and large.webp to FOLDER and prints what it measured as JSON. It
imports nothing of the site, so a file that breaks a parser breaks this process alone.
"""

import json
import resource
import sys
from pathlib import Path

CPU_SECONDS = 20
MEMORY_BYTES = 1536 * 1024 * 1024
MAX_PIXELS = 200_000_000
POINTS_PER_MM = 72 / 25.4
SIZES = {"small": 640, "large": 1600}
PICTURES = {"gif", "jpeg", "jpg", "png", "psd", "tif", "tiff", "webp"}
FILMS = {"mov", "mp4"}


def draw_pdf(path: Path):
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument(path)
    page = pdf[0]
    left, bottom, right, top = page.get_trimbox()
    width, height = right - left, top - bottom
    measures = {
        "pages": len(pdf),
        "width_mm": round(width / POINTS_PER_MM, 1),
        "height_mm": round(height / POINTS_PER_MM, 1),
    }
    media = page.get_mediabox()
    crop = (
        left - media[0],
        bottom - media[1],
        media[2] - right,
        media[3] - top,
    )
    scale = SIZES["large"] / max(width, height)
    bitmap = page.render(scale=scale, crop=tuple(max(0, c) for c in crop))
    return bitmap.to_pil(), measures


def draw_picture(path: Path):
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    image = Image.open(path, formats=["GIF", "JPEG", "PNG", "PSD", "TIFF", "WEBP"])
    measures = {"width": image.width, "height": image.height}
    image.draft("RGB", (SIZES["large"], SIZES["large"]))
    return ImageOps.exif_transpose(image), measures


def draw_film(path: Path):
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        seconds = (container.duration or 0) / 1_000_000
        measures = {
            "width": stream.width,
            "height": stream.height,
            "seconds": round(seconds, 2),
        }
        # A third of the way in: the first frame is often black.
        container.seek(int(seconds / 3 * 1_000_000))
        frame = next(container.decode(stream))
        return frame.to_image(), measures


def main(path: str, extension: str, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    if extension in ("pdf", "ai"):
        image, measures = draw_pdf(Path(path))
    elif extension in PICTURES:
        image, measures = draw_picture(Path(path))
    elif extension in FILMS:
        image, measures = draw_film(Path(path))
    else:
        print(json.dumps({}))  # noqa: T201 the caller reads it
        return
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    for name, side in SIZES.items():
        picture = image.copy()
        picture.thumbnail((side, side))
        picture.save(Path(folder, f"{name}.webp"), quality=80)
    measures["preview"] = image.size
    print(json.dumps(measures))  # noqa: T201 the caller reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
