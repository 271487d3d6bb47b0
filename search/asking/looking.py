"""A question is looked for as it stands; where that gives little, more loosely."""

from dataclasses import dataclass

from ..models import Profile
from . import expanding, facets, matching
from .questions import Question, read


@dataclass
class Answer:
    """What was asked, how loosely it was found, and what was found.

    ``least`` of the words are in each hit; ``has_all`` is whether any hit has them all.
    """

    question: Question
    found: matching.Found
    least: int
    profiles: dict[int, frozenset[str]]
    has_all: bool = False

    @property
    def words(self) -> int:
        return len(self.question.words)

    @property
    def is_nearest(self) -> bool:
        """Whether these are only the nearest, since nothing has all the words."""
        return bool(self.found.total) and not self.has_all

    @property
    def missing(self) -> list[str]:
        """The words that stand nowhere, and were not taken for others."""
        words = self.question.words
        return [w.shown for w in words if not w.is_known and not w.guesses]


def load_profiles() -> dict[int, frozenset[str]]:
    """The facts of every profile: some hundred of them, whatever is indexed."""
    rows = Profile.objects.values_list("pk", "facts")
    return {pk: frozenset(facts.split()) for pk, facts in rows}


def ask(
    text: str, user, chosen: dict[str, str], start: int = 0, stop: int = 60
) -> Answer:
    """Look for ``text`` as ``user``; ``chosen`` are facets by name."""
    question = read(text)
    if not question.words:
        return Answer(question, matching.Found(), 0, {})
    expanding.expand(question)
    profiles = load_profiles()
    kept = sorted(facets.keep(profiles, chosen)) if chosen else None
    wanted = matching.Look(kept, start, stop)
    usable = sum(1 for word in question.words if word.all)
    found, least, has_all = matching.Found(), usable, False
    for least in _levels(question, usable):
        found = matching.look(question, user, least, wanted)
        has_all = has_all or (least == usable and bool(found.total))
        # All words far down in a long text are less than most of them in a title.
        is_good = found.strongest >= min(usable, 2) or usable < 3
        if found.total and (least < usable or is_good):
            break
    return Answer(question, found, least, profiles, has_all)


def _levels(question: Question, usable: int) -> list[int]:
    """How many words must be there: all, then one less, then any."""
    levels = [usable, usable - 1, 1]
    return [n for i, n in enumerate(levels) if n > 0 and n not in levels[:i]]
