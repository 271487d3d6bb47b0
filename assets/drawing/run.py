"""Does jobs on one file, as a script with hard limits on itself.

    python -I run.py JOB[,JOB] FILE EXTENSION FOLDER

FILE is a path, or "remote:SIZE": then it is asked for over standard input. A job is
"cover", "spec", "more" or "text". Pictures go to FOLDER, what was measured to standard
output: one JSON object a line, with the job as its only key.
"""

import importlib
import json
import resource
import socket
import sys
from pathlib import Path
from typing import BinaryIO

# The libraries alone map up to 125 MB (av); the rest is the file's.
MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 20
SIZES = {"small": 640, "large": 1600}

FAMILIES = {
    "pdfs": {"ai", "pdf"},
    "pictures": {
        "avif", "gif", "jpeg", "jpg", "png", "psb", "psd", "tif", "tiff", "webp",
    },
    "vectors": {"svg"},
    "embedded": {"docx", "eps", "idml", "indd", "pptx", "xlsx"},
    "typefaces": {"otf", "ttf", "woff", "woff2"},
    "films": {"mov", "mp4"},
    "sounds": {"m4a", "mp3", "wav"},
    "banner_zips": {"zip"},
}  # fmt: skip


def family_of(extension: str):
    for name, extensions in FAMILIES.items():
        if extension in extensions:
            return importlib.import_module(f"assets.drawing.{name}")
    return None


def save(image, folder: Path, name: str, side: int, method: int = 4) -> None:
    """Write ``image``, at most ``side`` pixels long, as a whole file or not at all."""
    picture = image.copy()
    picture.thumbnail((side, side))
    fresh = folder / f"{name}.new"
    picture.save(fresh, "WEBP", quality=80, method=method)
    fresh.rename(folder / f"{name}.webp")


def draw_cover(family, file: BinaryIO, folder: Path) -> dict:
    image, measures = family.cover(file)
    if image is None:
        return measures
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    for name, side in SIZES.items():
        save(image, folder, name, side)
    return {**measures, "preview": image.size}


def do(job: str, family, file: BinaryIO, folder: Path) -> dict:
    """One job on a file; nothing when its family has no such job."""
    file.seek(0)
    if job == "cover":
        return draw_cover(family, file, folder)
    if job == "more" and hasattr(family, "more"):
        return family.more(file, folder)
    if job in ("spec", "text") and hasattr(family, job):
        return getattr(family, job)(file)
    return {}


def open_original(name: str) -> BinaryIO:
    place, _colon, size = name.partition(":")
    if place != "remote":
        return open(name, "rb")
    from assets.drawing.remote import RemoteFile

    return RemoteFile(socket.socket(fileno=0), int(size))


def main(jobs: str, name: str, extension: str, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    family = family_of(extension)
    failed = []
    file = open_original(name)
    for job in jobs.split(",") if family else []:
        try:
            answer = {job: do(job, family, file, Path(folder))}
        except Exception as error:  # noqa: BLE001 the next job may well succeed
            failed.append(f"{job}: {error!r}")
        else:
            # A line each, so that what is done is known when the next is killed.
            print(json.dumps(answer), flush=True)  # noqa: T201 the caller reads it
    if failed:
        sys.exit("; ".join(failed))


if __name__ == "__main__":
    main(*sys.argv[1:])
