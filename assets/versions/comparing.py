"""Two versions page by page: which belong together, and what differs on them.

Pages are compared as they were drawn, in the limited process ``drawing/differences.py``
that the worker starts; the answer is kept, since versions never change.
"""

import datetime
import json
import logging
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from core.jobs import TryAgain, enqueue_on_commit

from ..models import FileVersion, VersionComparison
from ..previews import make_preview
from ..storages import STORAGE_ERRORS, private_storage, public_storage

logger = logging.getLogger(__name__)

SCRIPT = Path(__file__).parent.parent / "drawing" / "differences.py"
WALL_SECONDS = 180
# How long a worker may take before it is asked again.
PAGE_SIDE = 2000
LARGE_SIDE = 1600
SMALL_SIDE = 640
THUMB_SIDE = 240
LOST_AFTER = datetime.timedelta(minutes=5)
# What is newer is being drawn by its own task.
FRESH = datetime.timedelta(minutes=15)
DRAWN_STATES = {FileVersion.State.READY, FileVersion.State.WITHDRAWN}


@dataclass(frozen=True)
class Picture:
    """One drawn page of a version, or its one picture.

    ``number`` counts from 1, ``size`` is in pixels; a page's is what its cover leads
    to expect until the pages have been compared.
    """

    version: FileVersion
    number: int
    name: str
    size: tuple[int, int]

    @property
    def is_page(self) -> bool:
        return self.name.startswith("page-")

    @property
    def url(self) -> str:
        return self.version.preview_url(self.name)

    @property
    def sources(self) -> str:
        """The same in its sizes, for a browser to choose among (``srcset``)."""
        if self.name == "strip":
            return ""
        small, side = self.version.preview_small, SMALL_SIDE
        if self.is_page:
            small, side = self.version.preview_url(f"thumb-{self.number}"), THUMB_SIDE
        width, longest = self.size[0], max(self.size)
        if longest <= side:
            return ""
        return f"{small} {round(width * side / longest)}w, {self.url} {width}w"


@dataclass(frozen=True)
class Pair:
    """A page of each version that belong together, or one that stands alone.

    ``share`` is how much of the picture differs, from 0 to 1; None when that is not
    known. ``boxes`` are marks as left, top, width and height in thousandths.
    """

    old: Picture | None
    new: Picture | None
    share: float | None = None
    boxes: tuple = ()
    resized: bool = False

    @property
    def state(self) -> str:
        """One of "added", "removed", "changed", "same" and "unknown"."""
        if self.old is None or self.new is None:
            return "added" if self.old is None else "removed"
        if self.share is None:
            return "unknown"
        return "changed" if self.share else "same"

    @property
    def differs(self) -> bool:
        return self.state in ("added", "removed", "changed")

    @property
    def shown(self) -> Picture:
        """The newer page; the older where that is gone."""
        return self.new or self.old

    @property
    def moved(self) -> bool:
        """Whether the page has another number now."""
        return bool(self.old and self.new) and self.old.number != self.new.number

    @property
    def sides(self) -> tuple[Picture | None, Picture | None]:
        return self.old, self.new


def pictures_of(version: FileVersion) -> list[Picture]:
    """A version as it was drawn: its pages; else its picture, and a film's strip."""
    cover = (version.preview_width or 1, version.preview_height or 1)
    if version.preview_pages:
        larger = PAGE_SIDE / max(cover)
        page = (round(cover[0] * larger), round(cover[1] * larger))
        return [
            Picture(version, n, f"page-{n}", page)
            for n in range(1, version.preview_pages + 1)
        ]
    if not version.has_preview:
        return []
    smaller = min(1, LARGE_SIDE / max(cover))
    large = (round(cover[0] * smaller), round(cover[1] * smaller))
    found = [Picture(version, 1, "large", large)]
    if strip := (version.spec or {}).get("strip"):
        size = (strip["width"], strip["height"])
        found.append(Picture(version, 2, "strip", size))
    return found


@dataclass(frozen=True)
class Comparison:
    """What a page can show now.

    ``state`` is "ready", "waiting" (what differs is being found), "drawing" (pages are
    being drawn), or "alone" when there is no picture of the one or the other.
    """

    state: str
    pairs: list[Pair]

    @property
    def differing(self) -> int:
        return sum(pair.differs for pair in self.pairs)


def comparison_of(old: FileVersion, new: FileVersion) -> Comparison:
    """What is known of the pages of two versions; has the worker find what is not.

    Until then the pages stand in their own order.
    """
    now = timezone.now()
    undrawn = [version for version in (old, new) if _is_undrawn(version)]
    if any(version.created_at > now - FRESH for version in undrawn):
        return Comparison("drawing", _by_number(old, new))
    is_alone = not (pictures_of(old) and pictures_of(new))
    if is_alone and not undrawn:
        return Comparison("alone", _by_number(old, new))
    row, is_new = VersionComparison.objects.get_or_create(old=old, new=new)
    is_made = row.state == VersionComparison.State.READY
    if is_made and not _is_stale(row, old, new):
        if is_alone:
            return Comparison("alone", _by_number(old, new))
        return Comparison("ready", _from_row(row, old, new))
    if is_new or is_made or row.asked_at < now - LOST_AFTER:
        _ask(row, now)
    return Comparison("drawing" if undrawn else "waiting", _by_number(old, new))


def _ask(row: VersionComparison, now: datetime.datetime) -> None:
    # tasks is imported by most of the app
    from ..tasks import compare_versions

    with transaction.atomic():
        unasked = VersionComparison.objects.filter(pk=row.pk, asked_at=row.asked_at)
        # Of two who look at once, one asks.
        if unasked.update(state=VersionComparison.State.WAITING, asked_at=now):
            enqueue_on_commit(compare_versions, row.pk)


def _is_undrawn(version: FileVersion) -> bool:
    return not version.is_measured and version.state in DRAWN_STATES


def _is_stale(row: VersionComparison, old: FileVersion, new: FileVersion) -> bool:
    """Whether pages have been drawn since."""
    known = (row.old_pictures, row.new_pictures)
    return known != (len(pictures_of(old)), len(pictures_of(new)))


def _by_number(old: FileVersion, new: FileVersion) -> list[Pair]:
    return [Pair(a, b) for a, b in zip_longest(pictures_of(old), pictures_of(new))]


def _from_row(row: VersionComparison, old: FileVersion, new: FileVersion) -> list[Pair]:
    pictures = pictures_of(old), pictures_of(new)
    pairs = []
    for found in row.pairs:
        sides = [
            None if found[side] is None else drawn[found[side]]
            for side, drawn in zip(("old", "new"), pictures, strict=True)
        ]
        if sizes := found.get("sizes"):
            sides = [
                replace(picture, size=tuple(size))
                for picture, size in zip(sides, sizes, strict=True)
            ]
        boxes = tuple(map(tuple, found.get("boxes", ())))
        is_resized = found.get("resized", False)
        pairs.append(Pair(*sides, found.get("share"), boxes, is_resized))
    return pairs


def compare(pk: int) -> None:
    """Find what differs and keep it; draws first what was never drawn."""
    row = (
        VersionComparison.objects.filter(pk=pk)
        .select_related("old__file__asset", "new__file__asset")
        .first()
    )
    if row is None:
        return
    for version in (row.old, row.new):
        if _is_undrawn(version) and private_storage().stored_size(version.key):
            make_preview(version)
    pictures = [pictures_of(version) for version in (row.old, row.new)]
    row.pairs = []
    if all(pictures):
        try:
            row.pairs = _found(*pictures, f"comparison {pk}")
        except STORAGE_ERRORS as error:
            raise TryAgain(f"comparison {pk}: {error!r}") from error
    row.state = VersionComparison.State.READY
    row.old_pictures, row.new_pictures = map(len, pictures)
    row.save(update_fields=["pairs", "state", "old_pictures", "new_pictures"])


def _found(old: list[Picture], new: list[Picture], name: str) -> list[dict]:
    """What the script finds: "old" and "new" are places in the lists, from 0.

    What it did not come to has no "share".
    """
    with tempfile.TemporaryDirectory() as folder:
        folders = [Path(folder, side) for side in ("old", "new")]
        for place, pictures in zip(folders, (old, new), strict=True):
            place.mkdir()
            _fetch(pictures, place)
        said = _run(*folders, name)
    pairs = [
        {"old": a, "new": b} for a, b in zip_longest(range(len(old)), range(len(new)))
    ]
    for line in said.splitlines():
        try:
            answer = json.loads(line)
        except ValueError:
            # What a killed process left half written.
            continue
        if "pairs" in answer:
            pairs = [{"old": a, "new": b} for a, b in answer["pairs"]]
        else:
            pairs[answer.pop("pair")].update(answer)
    return pairs


def _fetch(pictures: list[Picture], place: Path) -> None:
    """Copy pictures into ``place``, numbered as the script reads them."""
    for n, picture in enumerate(pictures, 1):
        names = {f"{n}.webp": picture.name}
        if picture.is_page:
            names[f"{n}.thumb.webp"] = f"thumb-{picture.number}"
        for filename, name in names.items():
            with public_storage().open(picture.version.preview_path(name)) as drawn:
                (place / filename).write_bytes(drawn.read())


def _run(old: Path, new: Path, name: str) -> bytes:
    try:
        return subprocess.run(  # noqa: S603 our own script, our own arguments
            [sys.executable, "-I", SCRIPT, old, new],
            # Nothing of ours to read for a picture that takes the process over.
            env={},
            capture_output=True,
            timeout=WALL_SECONDS,
            check=True,
        ).stdout
    except subprocess.SubprocessError as error:
        complaint = (error.stderr or b"").decode(errors="replace").strip()
        last = complaint.rpartition("\n")[2]
        logger.warning("not all of %s found: %s %s", name, type(error).__name__, last)
        return error.stdout or b""
