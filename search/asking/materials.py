"""The list of materials asks the same index, for materials alone."""

from assets.browsing.finding import Hits

from ..index.words import ASSETS
from ..models import Entry
from . import expanding, matching
from .questions import Question, read


def find_assets(words: str, user, most: int) -> Hits:
    """The assets that ``user`` may know of and that have all of the words.

    Nothing nearer is put in their place: the list has
    choices beside it, and says itself that nothing was found.
    """
    question = read(words)
    asked = _usable(question)
    if not asked:
        return Hits([])
    expanding.expand(question)
    wanted = matching.Look(stop=most, sort=ASSETS)
    words = _usable(question)
    found = matching.look(question, user, words, wanted)
    if not found.total and words > asked:
        # A part of a compound is less than a word that somebody wrote.
        found = matching.look(question, user, words - 1, wanted)
    owners = dict(Entry.objects.filter(pk__in=found.hits).values_list("pk", "asset_id"))
    pks = [owners[pk] for pk in found.hits if pk in owners]
    return Hits(pks, found.is_too_many or len(pks) >= most)


def _usable(question: Question) -> int:
    return sum(1 for word in question.words if word.all)
