"""Which program makes the pages."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings

KINDS = {".html", ".mo", ".py", ".txt"}


@cache
def release() -> str:
    """Another name where code, templates, texts or what is installed are others."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(_files()):
        digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    root = Path(settings.BASE_DIR)
    yield root / "requirements.txt"
    folders = {Path(app.path) for app in apps.get_app_configs()}
    ours = {folder for folder in folders if folder.parent == root}
    for folder in ours | {root / "cms", root / "locale", root / "templates"}:
        yield from (path for path in folder.rglob("*") if path.suffix in KINDS)
