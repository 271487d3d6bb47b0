"""What a copy of the site consists of, a JSON object a line."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.core.files.storage import Storage

from ..storages import CHUNK, private_storage, public_storage

MANIFEST = "manifest.jsonl"
# In the folder of the copies: when one of them was last restored whole, in ISO 8601.
RESTORED = "restored.txt"
UNFINISHED = ".part"
# What a whole copy is called: when it was made.
NAME = re.compile(r"\d{8}T\d+Z")
PLACES = {"private": private_storage, "public": public_storage}


@dataclass(frozen=True)
class Head:
    """The copy itself: when, from which database, and as which release left it.

    ``migrations`` are those that were applied, as "app.name".
    """

    made_at: str
    engine: str
    database: str
    sha256: str
    migrations: list[str]


@dataclass(frozen=True)
class Item:
    """A file: ``place`` is "private" or "public", ``size`` is in bytes."""

    place: str
    key: str
    size: int
    written_at: str
    sha256: str

    def path_in(self, folder: Path) -> Path:
        """Where its bytes lie in a folder of copies."""
        return folder / "objects" / self.place / self.key

    @property
    def storage(self) -> Storage:
        """Where they lie on the site."""
        return PLACES[self.place]()


def write_manifest(copy: Path, head: Head, items: Iterable[Item]) -> None:
    """Lay it beside the database in ``copy``."""
    with (copy / MANIFEST).open("w", encoding="utf-8") as file:
        for each in (head, *items):
            file.write(json.dumps(asdict(each), ensure_ascii=False) + "\n")


def read_manifest(copy: Path) -> tuple[Head, Iterator[Item]]:
    """The head and, as they are read, the files."""
    lines = (copy / MANIFEST).open(encoding="utf-8")
    head = Head(**json.loads(next(lines)))
    return head, (Item(**json.loads(line)) for line in lines)


def copies_in(folder: Path) -> list[Path]:
    """The whole copies in a folder, the oldest first; raises OSError."""
    found = (path for path in folder.iterdir() if NAME.fullmatch(path.name))
    return sorted(copy for copy in found if is_there(copy / MANIFEST))


def is_there(path: Path) -> bool:
    """Whether there is such a file; raises OSError where that may not be seen.

    To say of copies that they are gone, when they may not be read, would be worse.
    """
    try:
        path.stat()
    except FileNotFoundError:
        return False
    return True


def note_restored(folder: Path) -> None:
    """Leave a note where the site's next copy is made; raises OSError."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    (folder / RESTORED).write_text(f"{now}\n", encoding="utf-8")


def last_restored(folder: Path) -> datetime | None:
    """When a copy of the folder was last restored; None when that is not known."""
    try:
        text = (folder / RESTORED).read_text(encoding="utf-8").strip()
        return datetime.fromisoformat(text)
    except (FileNotFoundError, ValueError):
        return None


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
