"""The words of an entry as the stores know them: one letter for the place, and a stem.

"tplakat" is "plakat" in a title. So one plain list of words is all that a store has to
index, whatever it knows of fields and weights.
"""

from collections.abc import Iterable

from ..language import STOP_WORDS, facet_words, stem, words_of

TITLE, KEYS, LEAD, TEXT = "tksx"
# The very form that stands in a title, beside its stem.
EXACT = "e"
# Which entries are pages and titles, and which are assets.
GROUP = "g"
PAGES, ASSETS = f"{GROUP}pages", f"{GROUP}assets"
MOST_SIGNS = 250_000


def stems_in(text: str, language: str) -> Iterable[tuple[str, str, str]]:
    """Yield folded form, stem, and the form as written, of every word and its parts."""
    for word in words_of(text[:MOST_SIGNS]):
        yield word.folded, stem(word.folded, language), word.shown
        for part in word.parts:
            yield part, stem(part, language), ""


class Words:
    """Gathers the words of one entry; ``seen`` is what the vocabulary learns.

    ``settled`` are the kinds of facts that it is told of the thing, so that it does not
    read them out of the texts: what is for children may well speak of grown-ups.
    """

    def __init__(self, language: str, settled: Iterable[str] = ()):
        self.language = language or "da"
        self.settled = set(settled)
        self._words: set[str] = set()
        self.seen: dict[str, str] = {}

    def add(self, place: str, text: str) -> None:
        """Add a text; words that tell nothing are kept for titles alone."""
        for form, cut, shown in stems_in(text, self.language):
            if place == TITLE:
                self._words.add(EXACT + form)
            elif form in STOP_WORDS:
                continue
            self._words.add(place + cut)
            if len(form) > 1 and form.isalpha() and form not in STOP_WORDS:
                before = self.seen.get(form)
                # "Stenalder" begins a sentence, "stenalder" is how it is written.
                if before is None or before != before.lower():
                    self.seen[form] = shown or form
        for fact in facet_words(text[:MOST_SIGNS]):
            if fact.name not in self.settled:
                self.add_signs(place, fact.signs)

    def add_signs(self, place: str, signs: Iterable[str]) -> None:
        """Add facts by their signs."""
        self._words.update(place + sign for sign in signs)

    def add_group(self, group: str) -> None:
        self._words.add(group)

    def __len__(self) -> int:
        return len(self._words)

    def __str__(self) -> str:
        return " ".join(sorted(self._words))


def title_stems(title: str, language: str) -> list[str]:
    """The stems of a title in its order, without what tells nothing."""
    found = [(word.folded, stem(word.folded, language)) for word in words_of(title)]
    told = [cut for form, cut in found if form not in STOP_WORDS]
    return told or [cut for _form, cut in found]
