"""Materials are found by words by the one search of the site, which lies above."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Hits:
    """The keys of what was found, the best first, and whether there may be more."""

    pks: list[int]
    has_more: bool = False


Finder = Callable[[str, object, int], Hits]

_finders: list[Finder] = []


def found_by(finder: Finder) -> None:
    """Have materials found by ``finder``: of words, a person and how many at most.

    It gives those alone that the person may know of.
    """
    _finders[:] = [finder]


def find_by_words(words: str, user, most: int) -> Hits:
    """The materials that have all of the words."""
    (finder,) = _finders
    return finder(words, user, most)
