"""What the words of a question may also mean: synonyms, compounds, other spellings.

All is looked up for the whole question at once: some six queries, however many words.
"""

from collections.abc import Iterable

from django.db.models import Q

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..language import STOP_WORDS, fold, stem, telling, words_of
from ..models import Synonym, Word
from .questions import MOST_WORDS, AskedWord, Question, part_of

MOST_COMPOUNDS = 12
LOOKED_AT = 60
MOST_LIKE = 3
RARE = 3
LIKE_LOOKED_AT = 4000
# A letter after the last that words have, to end a range with.
LAST = "\U0010ffff"
LINKS = ("", "s", "e")
SHORTEST_FIRST, SHORTEST_LAST, SHORTEST_REST = 3, 4, 3
# So long is a part that is worth looking for alone.
LONG_PART = 5


def expand(question: Question) -> None:
    """Give each word of ``question`` its other meanings, and its rarity."""
    synonyms = _synonyms()
    _add_synonyms(question.words, synonyms)
    plain = [word for word in question.words if not word.is_fact and word.forms]
    vocabulary = _Vocabulary(question, plain)
    for word in plain:
        vocabulary.join_neighbours(word)
        vocabulary.add_compounds(word)
        word.is_known = vocabulary.knows(word) or bool(word.near)
        if word.is_known and word.parts:
            word.near.append(tuple(map(stem, word.parts)))
    apart: dict[int, list[AskedWord]] = {}
    for word in plain:
        if word.is_known:
            # A slip may stand somewhere too: "keramk" once, "keramik" a hundred times.
            if vocabulary.count(word) < RARE and not word.near:
                vocabulary.guess(word, 1, least=4 * RARE)
            continue
        # A slip of one letter is likelier than a compound, that than two slips, and a
        # compound of which one part is unknown comes last.
        if vocabulary.guess(word, 1):
            continue
        if parts := vocabulary.parts(word):
            apart[id(word)] = parts
            continue
        vocabulary.guess(word, 2) or vocabulary.add_known_part(word)
    if apart:
        _take_apart(question, apart, vocabulary, synonyms)
    commonest = Word.objects.order_by("-count").values_list("count", flat=True)
    total = commonest.first() or 1
    for word in question.words:
        if not word.is_fact:
            word.rarity = vocabulary.rarity(word, total)


def _take_apart(
    question: Question,
    apart: dict[int, list[AskedWord]],
    vocabulary: "_Vocabulary",
    synonyms: list[list[list[str]]],
) -> None:
    """Ask for the parts of unknown compounds as if each were written by itself.

    So "vikingebøger" is for books on vikings first, then for either.
    """
    parts = [part for each in apart.values() for part in each if not part.is_fact]
    _add_synonyms(parts, synonyms)
    vocabulary.learn_compounds(parts)
    for part in parts:
        vocabulary.add_compounds(part)
    words = [part for word in question.words for part in apart.get(id(word), [word])]
    question.words = words[:MOST_WORDS]


def _synonyms() -> list[list[list[str]]]:
    """The groups of the editors: each its phrases, a phrase its stems."""
    groups = []
    for group in Synonym.objects.values_list("words", flat=True):
        phrases = [list(words_of(phrase)) for phrase in group.split(",")]
        # As a question is read: of "2. verdenskrig" it keeps the one word.
        told = [telling(phrase) or phrase for phrase in phrases if phrase]
        groups.append([[stem(word.folded) for word in phrase] for phrase in told])
    return groups


def _add_synonyms(words: list[AskedWord], groups: list[list[list[str]]]) -> None:
    """A phrase of a group means the others; it may be several words of the question."""
    asked = [
        {cut for (cut, *more) in word.exact + word.near if not more} for word in words
    ]
    for phrases in groups:
        for phrase in phrases:
            for start in range(len(asked) - len(phrase) + 1):
                run = asked[start : start + len(phrase)]
                if all(cut in cuts for cut, cuts in zip(phrase, run, strict=True)):
                    others = [tuple(one) for one in phrases if one != phrase]
                    for word in words[start : start + len(phrase)]:
                        word.near += [one for one in others if one not in word.near]
                        word.is_known = True


class _Vocabulary:
    """The words of the index that a question needs, fetched together."""

    def __init__(self, question: Question, words: list[AskedWord]):
        self.words = words
        self.begun: dict[str, list[Word]] = {}
        self.ended: dict[str, list[Word]] = {}
        self.rests: set[str] = set()
        self._joined = self._neighbours(question)
        forms = {form for word in words for form in word.forms}
        stems = {cut for word in words for each in word.all for cut in each}
        pieces = {piece for form in forms for piece in _pieces(form)}
        parts = {part for word in words for part in word.parts}
        pieces |= parts | set(map(stem, parts))
        wanted = forms | set(self._joined) | pieces
        rows = Word.objects.filter(Q(word__in=wanted) | Q(stem__in=stems | pieces))
        self.by_word: dict[str, Word] = {}
        self.by_stem: dict[str, int] = {}
        for row in rows:
            self.by_word[row.word] = row
            self.by_stem[row.stem] = self.by_stem.get(row.stem, 0) + row.count
        self._fetch_compounds(forms)

    def _neighbours(self, question: Question) -> dict[str, list[AskedWord]]:
        """Words that two neighbours make when they are written as one."""
        found: dict[str, list[AskedWord]] = {}
        pairs = zip(question.words, question.words[1:], strict=False)
        for one, other in pairs:
            if one.forms and other.forms:
                for link in LINKS:
                    found[one.forms[0] + link + other.forms[0]] = [one, other]
        return found

    def _fetch_compounds(self, forms: Iterable[str]) -> None:
        begun = {f for f in forms if len(f) >= SHORTEST_FIRST}
        ended = {f for f in forms if len(f) >= SHORTEST_LAST}
        for form in sorted(begun):
            self.begun[form] = list(
                Word.objects.filter(word__gt=form, word__lt=form + LAST).order_by(
                    "-count", "word"
                )[:LOOKED_AT]
            )
        for form in sorted(ended):
            back = form[::-1]
            self.ended[form] = list(
                Word.objects.filter(
                    backwards__gt=back, backwards__lt=back + LAST
                ).order_by("-count", "word")[:LOOKED_AT]
            )
        rests = {
            rest
            for form, rows in (*self.begun.items(), *self.ended.items())
            for row in rows
            for rest in _rests(row.word, form)
        }
        if not rests:
            return
        known = Word.objects.filter(Q(word__in=rests) | Q(stem__in=rests))
        self.rests |= {
            each for pair in known.values_list("word", "stem") for each in pair
        }

    def learn_compounds(self, words: list[AskedWord]) -> None:
        """Fetch what the words stand in, as for those that were asked."""
        forms = {form for word in words for form in word.forms}
        self._fetch_compounds(forms - self.begun.keys())

    def knows(self, word: AskedWord) -> bool:
        cuts = {cut for each in word.exact for cut in each}
        return any(cut in self.by_stem for cut in cuts) or any(
            form.isdigit() for form in word.forms
        )

    def join_neighbours(self, word: AskedWord) -> None:
        """ "quiz aften" is also "quizaften", and that is just what was asked for."""
        for form, pair in self._joined.items():
            if any(word is one for one in pair) and (row := self.by_word.get(form)):
                word.exact.append((row.stem,))

    def add_compounds(self, word: AskedWord) -> None:
        """ "keramik" also stands in "stenalderkeramik"."""
        for form in word.forms:
            own = {cut for each in word.exact for cut in each}
            for rows in (self.begun.get(form, ()), self.ended.get(form, ())):
                found = [
                    (row.stem,)
                    for row in rows
                    if row.stem not in own
                    and any(rest in self.rests for rest in _rests(row.word, form))
                ]
                word.near += list(dict.fromkeys(found))[:MOST_COMPOUNDS]

    def parts(self, word: AskedWord) -> list[AskedWord]:
        """ "stenalderkeramik" is "stenalder" and "keramik", if both stand somewhere."""
        if len(word.parts) > 1:
            known = [(part, self._stem_of(part)) for part in word.parts]
            if any(cut for _part, cut in known):
                return [part_of(word, part, cut or stem(part)) for part, cut in known]
        for form in word.forms:
            best: tuple[int, list[AskedWord]] = (0, [])
            for pieces in _splits(form):
                known = [(piece, self._stem_of(piece)) for piece in pieces]
                weight = min(map(len, pieces))
                if all(cut for _piece, cut in known) and weight > best[0]:
                    best = weight, [part_of(word, *each) for each in known]
            if best[0]:
                return best[1]
        return []

    def add_known_part(self, word: AskedWord) -> None:
        """The longest part of a compound that stands somewhere, where one does not."""
        for form in word.forms:
            known = [
                (len(piece), cut)
                for pieces in _splits(form)
                for piece in pieces
                if len(piece) >= LONG_PART and (cut := self._stem_of(piece))
            ]
            if known:
                word.guesses.append((max(known)[1],))
                return

    def _stem_of(self, piece: str) -> str:
        if row := self.by_word.get(piece):
            return row.stem
        cut = stem(piece)
        return cut if cut in self.by_stem else ""

    def guess(self, word: AskedWord, slips: int, least: int = 1) -> bool:
        """The words that are at most so many slips away, and stand often enough."""
        for form in word.forms:
            if len(form) < (4 if slips == 1 else 6) or not form.isalpha():
                continue
            like = Word.objects.filter(
                count__gte=least,
                initial__in={form[0], form[1], *_SOUNDS.get(form[0], "")},
                length__gte=len(form) - slips,
                length__lte=len(form) + slips,
            ).order_by("-count", "word")[:LIKE_LOOKED_AT]
            rows = {row.word: row for row in like if row.word not in STOP_WORDS}
            found = process.extract(
                form, list(rows), scorer=OSA.distance, score_cutoff=slips, limit=50
            )
            nearest = sorted(
                (distance, -rows[name].count, name) for name, distance, _ in found
            )
            for _distance, _count, name in nearest[:MOST_LIKE]:
                word.guesses.append((rows[name].stem,))
                word.corrections.append(rows[name].shown)
        return bool(word.guesses)

    def count(self, word: AskedWord) -> int:
        """In how many entries a word or one of its forms stands, as last counted."""
        cuts = {cut for each in word.all for cut in each}
        return sum(self.by_stem.get(cut, 0) for cut in cuts)

    def rarity(self, word: AskedWord, total: int) -> int:
        """From 1 for the commonest word; one more when it is half as common."""
        return max(1, (total // max(self.count(word), 1)).bit_length())


# What a first letter may be taken for by the ear.
_SOUNDS = {
    "a": "e", "b": "p", "c": "ks", "d": "t", "e": "a", "f": "p", "g": "j", "i": "j",
    "j": "gi", "k": "cq", "o": "au", "p": "b", "q": "k", "s": "cz", "t": "d",
    "u": "o", "v": "w", "w": "v", "x": "s", "y": "i", "z": "s",
}  # fmt: skip


def _rests(compound: str, form: str) -> list[str]:
    """What is left of a compound without ``form``, and without the letter between."""
    if compound.startswith(form):
        rest = compound[len(form) :]
        rests = [rest, *(rest[1:] for link in "se" if rest.startswith(link))]
    else:
        rest = compound[: -len(form)]
        rests = [rest, *(rest[:-1] for link in "se" if rest.endswith(link))]
    return [rest for rest in rests if len(rest) >= SHORTEST_REST]


def _splits(form: str) -> Iterable[tuple[str, str]]:
    """The ways to part a word in two, with or without a letter between."""
    for place in range(SHORTEST_FIRST, len(form) - SHORTEST_REST + 1):
        first, last = form[:place], form[place:]
        yield first, last
        if last[0] in "se" and len(last) > SHORTEST_REST:
            yield first, last[1:]


def _pieces(form: str) -> set[str]:
    if len(form) < SHORTEST_FIRST + SHORTEST_REST or not form.isalpha():
        return set()
    pieces = {piece for split in _splits(form) for piece in split}
    return pieces | {stem(piece) for piece in pieces}


def corrected(question: Question) -> str:
    """The text with unknown words as they are most likely spelt; else empty."""
    text, is_changed = question.text, False
    for word in question.words:
        if word.corrections:
            text = text.replace(word.shown, word.corrections[0], 1)
            is_changed = True
    return text if is_changed and fold(text) != fold(question.text) else ""
