"""What differs between rows and objects, and the removal of what nobody owns."""

import datetime
import enum
import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.core.files.storage import Storage
from django.utils import timezone

from wagtail.log_actions import log
from wagtail.models import Collection

from ..begun_objects import PRIVATE_FOLDERS, PUBLIC_FOLDERS, without_owner
from ..fixity import sha256_in
from ..parts import BegunObject
from ..storages import private_storage, public_storage
from .claims import PRIVATE, PUBLIC, Claim, claimed, known_folders
from .stuck import stuck_rows

logger = logging.getLogger(__name__)

FOLDERS = {PRIVATE: PRIVATE_FOLDERS, PUBLIC: PUBLIC_FOLDERS}


class Kind(enum.StrEnum):
    """What a difference is; of the last nothing is wrong yet: it may be at work."""

    MISSING = "missing"
    DIFFERS = "differs"
    ORPHAN = "orphan"
    BEGUN = "begun"
    UNKNOWN = "unknown"
    STUCK = "stuck"
    YOUNG = "young"


@dataclass(frozen=True)
class Difference:
    """One thing that rows and storage do not agree on."""

    kind: Kind
    words: str
    place: str = ""
    key: str = ""
    # What storage calls it, of what was begun and never joined.
    storage_id: str = ""
    is_removed: bool = False

    @property
    def is_wrong(self) -> bool:
        return self.kind != Kind.YOUNG and not self.is_removed


def reconcile(
    *,
    before: datetime.datetime,
    sha: bool = False,
    fix: bool = False,
    idle: bool = False,
) -> Iterator[Difference]:
    """Yield what differs, storage by storage; ``sha`` reads every object through.

    What nobody owns and was written after ``before`` may be at work. With ``fix`` what
    is older is removed, and nothing else. Where the site is ``idle`` rows must wait,
    and none is stuck. Raises storage's errors.
    """
    for place, storage in ((PRIVATE, private_storage()), (PUBLIC, public_storage())):
        found = [
            *_objects(place, storage, before, sha),
            *_begun(place, storage, before),
        ]
        removable = any(d.kind in (Kind.ORPHAN, Kind.BEGUN) for d in found)
        # Rows may have come since: what is deleted is asked for once more.
        owned = claimed(place) if fix and removable else {}
        for difference in found:
            if fix and difference.key not in owned:
                difference = _remove(storage, difference)
            yield difference
    for words in () if idle else stuck_rows():
        yield Difference(Kind.STUCK, words)


def _objects(
    place: str, storage: Storage, before: datetime.datetime, sha: bool
) -> Iterator[Difference]:
    # Listed first: whatever is in the list had its row by the time that rows are read,
    # or is young.
    listed = {found.key: found for found in storage.objects()}
    claims = claimed(place)
    suspects = {
        claim
        for claim in claims.values()
        if (claim.key not in listed and not claim.may_lack)
        or (claim.key in listed and claim.size not in (None, listed[claim.key].size))
    }
    yield from _confirmed(place, storage, suspects)
    if sha:
        for claim in claims.values():
            is_whole = claim.key in listed and claim not in suspects
            is_asked = claim.sha256 and is_whole
            if is_asked and sha256_in(storage, claim.key) != claim.sha256:
                yield Difference(Kind.DIFFERS, f"{claim.owner}: sha", place, claim.key)
    for key, found in listed.items():
        if key in claims:
            continue
        words = f"{found.size} bytes, {found.written_at:%Y-%m-%d %H:%M}"
        folder, slash, _name = key.partition("/")
        if not slash or folder not in known_folders(place):
            kind = Kind.UNKNOWN
        else:
            kind = Kind.ORPHAN if found.written_at <= before else Kind.YOUNG
        yield Difference(kind, words, place, key)


def _confirmed(
    place: str, storage: Storage, suspects: set[Claim]
) -> Iterator[Difference]:
    """Look again: a site at work writes and deletes between two questions."""
    claims = claimed(place) if suspects else {}
    for claim in sorted(suspects, key=lambda claim: claim.key):
        if claims.get(claim.key) != claim:
            continue
        size = storage.stored_size(claim.key)
        if size is None and not claim.may_lack:
            yield Difference(Kind.MISSING, claim.owner, place, claim.key)
        elif size is not None and claim.size not in (None, size):
            words = f"{claim.owner}: {size} of {claim.size} bytes"
            yield Difference(Kind.DIFFERS, words, place, claim.key)


def _begun(
    place: str, storage: Storage, before: datetime.datetime
) -> Iterator[Difference]:
    if not hasattr(storage, "begun_objects"):
        return
    for begun in without_owner(list(storage.begun_objects(FOLDERS[place]))):
        kind = Kind.BEGUN if begun.begun_at <= before else Kind.YOUNG
        words = f"begun {begun.begun_at:%Y-%m-%d %H:%M}"
        yield Difference(kind, words, place, begun.key, begun.storage_id)


def _remove(storage: Storage, difference: Difference) -> Difference:
    """Remove what nobody owns, with a line in the site's history."""
    if difference.kind == Kind.ORPHAN:
        storage.delete(difference.key)
    elif difference.kind == Kind.BEGUN:
        begun = BegunObject(difference.key, difference.storage_id, timezone.now())
        if not without_owner([begun]):
            return difference
        storage.forget_parts(begun.key, begun.storage_id)
    else:
        return difference
    name = difference.key or difference.storage_id
    logger.warning("removed %s %s %s", difference.kind, difference.place, name)
    log(
        instance=Collection.get_first_root_node(),
        action="assets.orphan_removed",
        data={"storage": difference.place, "key": name, "was": difference.words},
    )
    return replace(difference, is_removed=True)
