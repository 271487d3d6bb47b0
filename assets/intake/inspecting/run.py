"""Opens one file and reads what it says about itself, as a script with hard limits.

    python -I run.py FILE EXTENSION [banner|parcel]

Prints JSON: ``problem`` (a code, or ""), the ``entry`` of a zip that it is about,
``remarks`` (codes) and ``metadata``.
"""

import importlib
import json
import resource
import sys
from pathlib import Path

CPU_SECONDS = 20
MEMORY_BYTES = 1536 * 1024 * 1024
FAMILIES = {
    "pdfs": {"ai", "pdf"},
    "pictures": {"gif", "jpeg", "jpg", "png", "tif", "tiff", "webp"},
    "typefaces": {"otf", "ttf", "woff", "woff2"},
    "moving": {"m4a", "mov", "mp3", "mp4", "wav"},
    "packed": {"docx", "idml", "pptx", "xlsx", "zip"},
}


def inspect(path: Path, extension: str, filed_as: str) -> dict:
    """What is printed of a file; one of no family is only looked through for XMP."""
    # By these names, as the script finds them only once it has told where they are.
    answers, xmp = map(_module, ("answers", "xmp"))
    found, remarks = {}, []
    try:
        for family, extensions in FAMILIES.items():
            if extension in extensions:
                found, remarks = _module(family).open_file(path, extension, filed_as)
    except answers.Refused as refused:
        problem, entry = (*refused.args, "")[:2]
        return {"problem": problem, "entry": entry, "remarks": [], "metadata": {}}
    return {"problem": "", "remarks": remarks, "metadata": {**found, **xmp.read(path)}}


def _module(name: str):
    return importlib.import_module(f"assets.intake.inspecting.{name}")


def main(path: str, extension: str, filed_as: str = "") -> None:
    """Set the limits, then open the file."""
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    result = inspect(Path(path), extension, filed_as)
    print(json.dumps(result))  # noqa: T201 the caller reads it


if __name__ == "__main__":
    main(*sys.argv[1:])
