"""What a check finds: how serious it is, what to do about it, and where it is."""

import dataclasses
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

KEY_LENGTH = 40


class Level(StrEnum):
    """An error stops the page; a warning asks a person to confirm it."""

    ERROR = "error"
    WARNING = "warning"


class Link(NamedTuple):
    """Where a thing is put right that is not on the page itself."""

    text: str
    url: str


@dataclass(frozen=True)
class Place:
    """A place on a page: a field or a child relation, and the way down inside it.

    ``path`` names blocks by their id and parts of a block by their name, as the editor
    does; ``steps`` is the same way with the number of each block instead of its id.
    """

    field: str = ""
    path: tuple[str, ...] = ()
    steps: tuple[str | int, ...] = dataclasses.field(default=(), compare=False)

    def inside(self, part: str, step: str | int | None = None) -> "Place":
        """The place one step further down."""
        return Place(
            self.field,
            (*self.path, part),
            (*self.steps, part if step is None else step),
        )

    @property
    def block_id(self) -> str:
        """The id of the block of the field that it lies in, or an empty text."""
        return self.path[0] if self.path else ""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong: a Danish sentence that says what, and what to do.

    ``facts`` are what a person confirms (dates, the primary key of a thing): when they
    change, a warning is asked anew. ``wants_reason`` asks for words, not for a tick.
    ``picture`` is shown beside the sentence.
    """

    code: str
    level: Level
    message: str
    place: Place = Place()
    facts: tuple[str, ...] = ()
    wants_reason: bool = False
    link: Link | None = None
    picture: Any = None

    @property
    def is_error(self) -> bool:
        return self.level == Level.ERROR

    @property
    def key(self) -> str:
        """The same for the same finding, in any language and at any time."""
        parts = [self.code, self.place.field, *self.place.path, *self.facts]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:KEY_LENGTH]
