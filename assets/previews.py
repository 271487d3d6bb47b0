"""Pictures of files, and what can be measured of them, made in a limited subprocess.

A preview that fails never blocks its file: the site then shows a card with the type.
"""

import contextlib
import json
import logging
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import ContentFile

from .models import FileVersion
from .storages import private_storage, public_storage

logger = logging.getLogger(__name__)

DRAWER = Path(__file__).with_name("drawer.py")
WALL_SECONDS = 30
SIZES = ("small", "large")
MEASURES = ("width", "height", "width_mm", "height_mm", "pages", "seconds")


def make_preview(version: FileVersion) -> bool:
    """Draw ``version``, store its previews publicly and note its measures.

    The key is random, so the address of an unpublished file's picture cannot be
    guessed. Returns whether there is a picture.
    """
    with tempfile.TemporaryDirectory() as folder, _local_copy(version, folder) as path:
        measures = _draw(path, version, folder)
        if not measures:
            return False
        found = {name: measures.get(name) for name in MEASURES}
        pictures = {size: Path(folder, f"{size}.webp") for size in SIZES}
        if all(picture.exists() for picture in pictures.values()):
            found["preview_key"] = key = f"previews/{uuid.uuid4()}"
            found["preview_width"], found["preview_height"] = measures["preview"]
            for size, picture in pictures.items():
                public_storage().save(
                    f"{key}/{size}.webp", ContentFile(picture.read_bytes())
                )
        for name, value in found.items():
            setattr(version, name, value)
        # Only these: the version may have been withdrawn while it was drawn.
        version.save(update_fields=list(found))
    return version.has_preview


def _draw(path: Path, version: FileVersion, folder: str) -> dict:
    try:
        result = subprocess.run(  # noqa: S603 our own script, our own arguments
            [sys.executable, "-I", DRAWER, path, version.extension.lower(), folder],
            # Nothing of ours to read for a file that takes the process over.
            env={},
            capture_output=True,
            timeout=WALL_SECONDS,
            check=True,
        )
        return json.loads(result.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        stderr = getattr(error, "stderr", None) or b""
        logger.warning(
            "no preview of version %s: %s %s",
            version.pk,
            type(error).__name__,
            stderr.decode(errors="replace").strip().rpartition("\n")[2],
        )
        return {}


@contextlib.contextmanager
def _local_copy(version: FileVersion, folder: str) -> Iterator[Path]:
    storage = private_storage()
    if hasattr(storage, "local_path"):
        yield storage.local_path(version.key)
        return
    path = Path(folder, "original")
    with path.open("wb") as copy:
        for chunk in storage.read(version.key):
            copy.write(chunk)
    yield path
