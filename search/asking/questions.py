"""A question as the index understands it: words, each with what it may also mean."""

import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import get_language

from ..language import FacetWord, facet_words, stems, telling, words_of
from ..stores import Alternative

LONGEST = 200
MOST_WORDS = 10


@dataclass
class AskedWord:
    """One word of a question, or a fact said in words.

    ``exact`` is the word itself in its forms, ``near`` what means the same or holds it,
    ``guesses`` what may have been meant; each a list of alternatives of stems.
    ``forms`` are the very spellings, ``parts`` what a hyphen holds together. ``rarity``
    weighs it, from 1.
    """

    shown: str
    forms: list[str] = field(default_factory=list)
    exact: list[Alternative] = field(default_factory=list)
    near: list[Alternative] = field(default_factory=list)
    guesses: list[Alternative] = field(default_factory=list)
    parts: tuple[str, ...] = ()
    rarity: int = 1
    is_fact: bool = False
    is_known: bool = True
    corrections: list[str] = field(default_factory=list)
    # Whether the last letters may be missing yet.
    is_begun: bool = False

    @property
    def all(self) -> list[Alternative]:
        return list(dict.fromkeys([*self.exact, *self.near, *self.guesses]))

    @property
    def has_more(self) -> bool:
        """Whether it means more than itself."""
        return bool(self.near or self.guesses)


@dataclass
class Question:
    """What was asked: the text as shown again, its words, and the facts in it."""

    text: str
    language: str
    words: list[AskedWord]
    facts: list[FacetWord]

    @cached_property
    def stems(self) -> set[str]:
        """All stems that count as a hit, to be marked where they stand."""
        return {cut for word in self.words for each in word.all for cut in each}

    def without(self, fact: FacetWord) -> str:
        """The text with a fact taken out."""
        return " ".join((self.text[: fact.start] + " " + self.text[fact.end :]).split())


def tidy(text: str) -> str:
    """A question as it is shown again: on one line, no longer than the box takes."""
    text = unicodedata.normalize("NFC", text[:LONGEST])
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(printable.split())


def stems_of(form: str, language: str) -> list[Alternative]:
    """The stems of a folded word: materials are in Danish, whoever asks."""
    found = [*stems(form, language), *stems(form, "da")]
    return [(cut,) for cut in dict.fromkeys(found)]


def part_of(word: AskedWord, form: str, cut: str) -> AskedWord:
    """A part of an unknown compound as a word of its own, or the fact that it says."""
    part = AskedWord(
        word.shown, [form], [(each,) for each in dict.fromkeys([cut, form])]
    )
    if facts := facet_words(form):
        part.near, part.exact = part.exact, [(sign,) for sign in facts[0].signs]
        part.is_fact, part.rarity = True, 3
    return part


def read(text: str) -> Question:
    """Take a question apart: facts first, then the words between them."""
    text, language = tidy(text), get_language() or "da"
    facts = facet_words(text)
    words: list[tuple[int, AskedWord]] = []
    for fact in facts:
        word = AskedWord(fact.label, exact=[(sign,) for sign in fact.signs])
        word.is_fact, word.rarity = True, 3
        shown = text[fact.start : fact.end]
        found = list(words_of(shown))
        if fact.is_word or len(found) == 1:
            word.shown = shown
            word.near = [cut for one in found for cut in stems_of(one.folded, language)]
            word.forms = [one.folded for one in found]
        words.append((fact.start, word))
    plain = [
        word
        for word in words_of(text)
        if all(word.end <= fact.start or word.start >= fact.end for fact in facts)
    ]
    # "Det" may be a title: where there is nothing else, it is what is asked for.
    for each in telling(plain) or ([] if facts else plain):
        word = AskedWord(each.shown, [each.folded], stems_of(each.folded, language))
        word.parts = tuple(part for part in each.parts if len(part) > 1)
        words.append((each.start, word))
    words.sort(key=lambda pair: pair[0])
    return Question(text, language, [word for _, word in words[:MOST_WORDS]], facts)
