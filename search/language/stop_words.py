"""Words that hold a sentence together and tell nothing of what it is about."""

from .folding import fold

_WORDS = """
ad af alt at bare bliver blive blevet da de dem den denne der deres det dette dig din
dine disse dit dog du efter ej eller en end endnu er et for fordi fra få får gøre gør
ham han hans har have havde hej helst hende hendes her hos hun hvad hvem hvilke hvilken
hvilket hvis hvor hvordan hvorfor hvornår i ikke ind jeg jer jeres jo kan kom kommer
kunne lave laver lige lidt man med meget mellem men mig min mine mit mod må ned noget
nogen nogle når og også om op os over på samt selv se sig sin sine sit skal skulle som
så sådan til ud under var ved vi vil ville vores være været søger finde find
a an and are about by from how in is it of on or our that the this to we what where
which who with you your
"""

STOP_WORDS = frozenset(fold(word) for word in _WORDS.split())
