"""The stem that the forms of a word have in common: "plakaterne" and "plakat".

Snowball cuts regular endings, but none behind a vowel ("åen", "byer", "stuen"): those
are cut here. The nouns and adjectives that change inside instead ("barn", "børn") are a
closed class of the language, and stand here; so do those whose own last letters look
like an ending.
"""

import re
from functools import lru_cache

import snowballstemmer

from .folding import fold

SHORTEST = 4

# Each line: the form to go by, then the others; without endings, as people write them.
_CHANGED = """
barn børn
bog bøger bøgerne
bonde bønder bønderne
bror brødre brødrene broder
datter døtre døtrene
far fædre fædrene fader
mor mødre mødrene moder
fod fødder fødderne
gås gæs gæssene
hånd hænder hænderne
klo klør kløerne
ko køer køerne
kraft kræfter kræfterne
lus lusene
mand mænd mændene
nat nætter nætterne
rod rødder rødderne
stad stæder stæderne
stang stænger stængerne
tand tænder tænderne
tang tænger tængerne
tå tæer tæerne
and ænder ænderne
øje øjne øjnene
forælder forældre forældrene
søster søstre søstrene
mester mestre mestrene
bro broen broer broerne
sko skoen skoene
kro kroen kroer kroerne
center centre centret centrene
teater teatre teatret teatrene
kloster klostre klostret klostrene
orkester orkestre orkestret orkestrene
numre nummer numrene
somre sommer somrene
vinter vintre vintrene
finger fingre fingrene
våben våbnet våbnene
gammel gamle ældre ældst ældste
stor større størst største
ung yngre yngst yngste
lang længere længst længste
lille små mindre mindst mindste
idé ide ideer ideerne ideen idéer idéen idéerne
café cafe cafeer caféer cafeen caféen
""".strip().splitlines()

# Words that end as if they were forms of others: "poster" is no "post", "borger" no
# "borg". Each with the endings of its own.
_WHOLE = [
    "banner",
    "borger",
    "folder",
    "partner",
    "poster",
    "sticker",
    "teaser",
    "trailer",
]
_ENDINGS = ["s", "e", "es", "en", "ens", "et", "ets", "ne", "nes", "ene", "enes"]

_SNOWBALL = {"da": "danish", "en": "english"}


def _regular(word: str, language: str = "da") -> str:
    # A stemmer of its own each time: it holds the word, and threads would mix theirs.
    stemmer = snowballstemmer.stemmer(_SNOWBALL.get(language, "danish"))
    cut = stemmer.stemWord(word) or word
    # It halves other double letters: "quizzen" goes with "quiz".
    return cut[:-1] if cut.endswith("zz") else cut


# Endings behind a vowel, as it is folded. Not behind "o", since "oe" is "ø": "groen".
_AFTER_VOWEL = re.compile(
    r"(?<=aa|ae|oe)(?:e[nrt]s?|ernes?|enes?)$|(?<=[yui])(?:e[nrt]?s?|ernes?|enes?)$"
)
_LATIN = re.compile(r"(?<=[ie])ums?$")
# "titel" and "titler", "himmel" and "himle" drop their last vowel.
_LAST_VOWEL = re.compile(r"([^aeiouy])\1?e?l$")


def _danish(word: str) -> str:
    cut = _LATIN.sub("", _AFTER_VOWEL.sub("", word))
    if len(cut) < 2 or cut == word:
        cut = _regular(word)
    return _LAST_VOWEL.sub(r"\1l", cut) if len(cut) > SHORTEST else cut


_forms = {
    form: _danish(fold(forms[0]))
    for forms in (line.split() for line in _CHANGED)
    for word in forms
    for form in (fold(word), _danish(fold(word)))
    # "som" is not what is left of "sommer".
    if form == fold(word) or len(form) >= SHORTEST
}
_forms |= {word + ending: word for word in _WHOLE for ending in ["", *_ENDINGS]}
# As the last part of a compound: "billedbøger", "vikingebørn". Short ones end too much.
_endings = sorted((form for form in _forms if len(form) >= 5), key=len, reverse=True)


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "da") -> str:
    """Return the stem of a folded word; ``language`` is "da" or "en"."""
    if not word.isalpha():
        return word
    if language != "da":
        return _regular(word, language)
    if word in _forms:
        return _forms[word]
    cut = _danish(word)
    if cut in _forms:
        return _forms[cut]
    for ending in _endings:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + _forms[ending]
    return cut


def stems(word: str, language: str = "da") -> list[str]:
    """All stems under which the forms of an asked word may stand, the likeliest first.

    The stem of "runesten" loses what looks like an article, and that of "runestenen" a
    real one: so the word as it is, and a stem cut once more, are forms of it too.
    """
    cut = stem(word, language)
    again = stem(cut, language)
    return list(dict.fromkeys([cut, word, again if len(again) >= SHORTEST else cut]))
