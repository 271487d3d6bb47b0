"""Words that hold a sentence together and tell nothing of what it is about."""

from .folding import TextWord, fold

_WORDS = """
ad af alt at bare bliver blive blevet da de dem den denne der deres det dette dig din
dine disse dit dog du efter ej eller en end endnu er et for fordi fra få får gøre gør
ham han hans har have havde hej helst hende hendes her hos hun hvad hvem hvilke hvilken
hvilket hvis hvor hvordan hvorfor hvornår i ikke ind jeg jer jeres jo kan kom kommer
kunne lave laver lige lidt man med meget mellem men mig min mine mit mod må ned noget
nogen nogle når og også om op os over på samt selv se sig sin sine sit skal skulle som
så sådan til ud uden under var ved vi vil ville vores være været søger finde finder find
findes
a an and are about by from how in is it of on or our that the this to we what where
which who with you your
"""
# How a question in a sentence begins, and the words that it asks with and not about:
# "hvornår starter", "hvor lang tid tager". Without such a beginning they may be the
# matter itself: "tid", "start", "pris".
_BEGINNINGS = """
er findes har hvad hvem hvilke hvilken hvilket hvor hvordan hvorfor hvornår jeg kan må
skal vi
can do does how what when where which who
"""
_FRAME = """
begynde begynder bruge bruger dyrt foregår gang gerne handler hedder hent hente henter
hjælp hjælpe koste koster kræver lang langt leder længe låne låner mangler mest
ofte pris prisen skaffe sker slut slutter start starte starter tage tager tid tit varer
ønsker
cost costs does download get much need start starts
"""

STOP_WORDS = frozenset(fold(word) for word in _WORDS.split())
BEGINNINGS = frozenset(fold(word) for word in _BEGINNINGS.split())
FRAME = frozenset(fold(word) for word in _FRAME.split())


def telling(words: list[TextWord]) -> list[TextWord]:
    """The words of a question that say what it is about; none, if all are such."""
    told = [w for w in words if w.folded not in STOP_WORDS and len(w.folded) > 1]
    if not words or words[0].folded not in BEGINNINGS:
        return told
    return [word for word in told if word.folded not in FRAME] or told
