"""Who has been erased, remembered in a way that says nothing of them.

A copy that was made before knows nothing of it, so the copies' folder has a file of
all digests. The digest is of the row's number and the moment that it was made, which
neither a new name nor a new address changes; so it fits the person's row in every copy,
and nobody else's who is given the number later.
"""

import datetime
import hashlib
import re
from pathlib import Path

from ..models import Erasure, User

FILE = "erasures.txt"
DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(person: User) -> str:
    joined = person.date_joined.astimezone(datetime.UTC).isoformat()
    return hashlib.sha256(f"{person.pk} {joined}".encode()).hexdigest()


def lines() -> list[str]:
    """The log as it is kept in a file: a digest and a time (UTC) a line."""
    return [
        f"{erasure.digest} {erasure.erased_at.astimezone(datetime.UTC):%Y-%m-%dT%H:%M}"
        for erasure in Erasure.objects.all()
    ]


def add_to(folder: Path) -> None:
    """Add to the folder's file what it lacks; older lines stay, whoever wrote them."""
    path = folder / FILE
    known = read(path)
    new = [line for line in lines() if line.partition(" ")[0] not in known]
    with path.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in new)


def read(path: Path) -> set[str]:
    """The digests of a file; none when there is no such file."""
    if not path.exists():
        return set()
    return set(DIGEST.findall(path.read_text(encoding="utf-8")))


def people_of(digests: set[str]) -> list[User]:
    """Those who are here and are said to have been erased."""
    people = User.objects.order_by("pk")
    return [person for person in people if digest_of(person) in digests]
